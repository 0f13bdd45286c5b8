/**
 * Unsaved incidents survive a reload, a crash of the tab and the end of the session: they are kept in the tab's storage
 * until the server has acknowledged them, under the person who wrote them. Another person at the same computer never
 * gets them, and no other tab does.
 */
import { allDrafts, draftInHand } from '../state/drafts.ts';
import type { HeldDraft, IncidentDraft } from '../state/session.ts';
import { useSession } from '../state/session.ts';
import { notify } from './notify.ts';

const keyOf = (userId: string): string => `muster.drafts.${userId}`;

interface Kept {
  drafts: readonly IncidentDraft[];
  /** Which of them was in the form; null = none. */
  inHand: string | null;
}

function keep(userId: string, { drafts, inHand }: Kept): void {
  try {
    if (drafts.length === 0) sessionStorage.removeItem(keyOf(userId));
    else sessionStorage.setItem(keyOf(userId), JSON.stringify({ drafts, inHand }));
  } catch {
    // Without storage the drafts still live as long as the page.
  }
}

function recall(userId: string): Kept {
  try {
    const kept = JSON.parse(
      sessionStorage.getItem(keyOf(userId)) ?? 'null',
    ) as Partial<Kept> | null;
    const drafts = (kept?.drafts ?? []).filter((draft) => Array.isArray(draft.place));
    return { drafts, inHand: kept?.inHand ?? null };
  } catch {
    return { drafts: [], inHand: null };
  }
}

/** Take the kept drafts of a person back. The address may already hold a draft: the kept one says more. */
function restore({ drafts, inHand }: Kept): void {
  const now = useSession.getState();
  const known = new Set(allDrafts(now).map(({ draft }) => draft.id));
  const lost = drafts.filter(({ id }) => !known.has(id));
  if (lost.length === 0) return;
  const found = lost.find(({ id }) => id === inHand) ?? null;
  const asHeld = (draft: IncidentDraft): HeldDraft => ({ draft, save: { tag: 'editing' } });
  const others = lost.filter((draft) => draft !== found).map(asHeld);
  if (found === null) useSession.setState({ otherDrafts: [...now.otherDrafts, ...others] });
  else
    useSession.setState({
      focus: { tag: 'draft', draft: found },
      save: { tag: 'editing' },
      otherDrafts: [...allDrafts(now), ...others],
      sheetOpen: true,
    });
  const [first] = lost;
  if (lost.length > 1) notify({ tag: 'drafts-restored', count: lost.length });
  else notify({ tag: 'draft-restored', title: first?.title ?? '' });
}

/** Keep every draft from now on and give the kept ones back when their author signs in. Returns what stops it. */
export function keepDraft(): () => void {
  let lastUser: string | null = null;
  return useSession.subscribe((now, before) => {
    const userId = now.auth.tag === 'signed-in' ? now.auth.account.userId : null;
    if (userId === null) return;
    if (before.auth.tag !== 'signed-in') {
      // What one person typed is never shown to the next who signs in on the same computer.
      const isOther = lastUser !== null && lastUser !== userId;
      lastUser = userId;
      const kept = recall(userId);
      if (isOther)
        useSession.setState({ focus: { tag: 'none' }, save: { tag: 'editing' }, otherDrafts: [] });
      restore(kept);
      return;
    }
    if (now.focus === before.focus && now.otherDrafts === before.otherDrafts) return;
    const drafts = allDrafts(now).map(({ draft }) => draft);
    keep(userId, { drafts, inHand: draftInHand(now.focus)?.id ?? null });
  });
}
