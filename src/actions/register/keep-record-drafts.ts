/**
 * Half-written records survive a reload, a crash of the tab and the end of the session: they are kept in the tab's
 * storage until the server has acknowledged them, under the person who wrote them. Nobody else gets them.
 */
import { initialRegister, useRegister } from '../../state/register.ts';
import type { RecordDraft } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { recallViews } from './saved-views.ts';

const keyOf = (userId: string): string => `muster.records.${userId}`;

function keep(userId: string, drafts: ReadonlyMap<string, RecordDraft>): void {
  try {
    if (drafts.size === 0) sessionStorage.removeItem(keyOf(userId));
    else sessionStorage.setItem(keyOf(userId), JSON.stringify([...drafts.values()]));
  } catch {
    // Without storage a draft still lives as long as the page.
  }
}

function recall(userId: string): RecordDraft[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(userId)) ?? '[]') as unknown;
    return Array.isArray(kept)
      ? (kept as RecordDraft[]).filter(({ id, inputs }) => Boolean(id) && Boolean(inputs))
      : [];
  } catch {
    return [];
  }
}

/** Give back what this person had in hand; what another had in hand is gone from the page first. */
function restore(userId: string, isAnother: boolean): void {
  const stored = recall(userId);
  if (isAnother) useRegister.setState((state) => ({ ...initialRegister, kind: state.kind }));
  const held = useRegister.getState().drafts;
  const kept = stored.filter(({ id }) => !held.has(id));
  if (kept.length === 0) return;
  // Whatever was on its way is not known to have arrived: saving again finds out.
  const drafts = kept.map((draft): [string, RecordDraft] => [
    draft.id,
    { ...draft, save: { tag: 'editing' } },
  ]);
  useRegister.setState({ drafts: new Map([...held, ...drafts]) });
  notify({ tag: 'record-drafts-restored', count: kept.length });
}

/** Keep every half-written record from now on and give kept ones back when their author signs in. Returns what stops it. */
export function keepRecordDrafts(): () => void {
  let lastUser: string | null = null;
  const userId = (): string | null => {
    const { auth } = useSession.getState();
    return auth.tag === 'signed-in' ? auth.account.userId : null;
  };
  const stopSession = useSession.subscribe((now, before) => {
    if (now.auth.tag !== 'signed-in' || before.auth.tag === 'signed-in') return;
    const { userId: user } = now.auth.account;
    restore(user, lastUser !== null && lastUser !== user);
    void recallViews();
    lastUser = user;
  });
  const stopRegister = useRegister.subscribe((now, before) => {
    const user = userId();
    if (user !== null && now.drafts !== before.drafts) keep(user, now.drafts);
  });
  return () => {
    stopSession();
    stopRegister();
  };
}
