/**
 * The draft in hand survives a reload, a crash of the tab and the end of the session: it is kept in the tab's storage
 * until the server has acknowledged it, under the person who wrote it. Another person at the same computer never gets it.
 */
import type { IncidentDraft, IncidentFocus } from '../state/session.ts';
import { useSession } from '../state/session.ts';
import { notify } from './notify.ts';

const keyOf = (userId: string): string => `muster.draft.${userId}`;

const draftIn = (focus: IncidentFocus): IncidentDraft | null =>
  focus.tag === 'draft' || focus.tag === 'placing' ? focus.draft : null;

function forgetDraft(userId: string): void {
  try {
    sessionStorage.removeItem(keyOf(userId));
  } catch {
    // Nothing was kept where nothing can be stored.
  }
}

function keep(userId: string, draft: IncidentDraft): void {
  try {
    sessionStorage.setItem(keyOf(userId), JSON.stringify(draft));
  } catch {
    // Without storage the draft still lives as long as the page.
  }
}

function recall(userId: string): IncidentDraft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(keyOf(userId)) ?? 'null') as IncidentDraft | null;
    return draft !== null && Array.isArray(draft.place) ? draft : null;
  } catch {
    return null;
  }
}

/** Take the kept draft of this person back into the form. The address may already hold a draft: the kept one says more. */
function restore(userId: string): void {
  const draft = recall(userId);
  if (draft === null || draftIn(useSession.getState().focus)?.id === draft.id) return;
  useSession.setState({ focus: { tag: 'draft', draft }, save: { tag: 'editing' }, sheetOpen: true });
  notify({ tag: 'draft-restored', title: draft.title });
}

/** Keep every draft from now on and give a kept one back when its author signs in. Returns what stops it. */
export function keepDraft(): () => void {
  return useSession.subscribe((now, before) => {
    const userId = now.auth.tag === 'signed-in' ? now.auth.account.userId : null;
    if (userId === null) return;
    if (before.auth.tag !== 'signed-in') restore(userId);
    if (now.focus === before.focus) return;
    const draft = draftIn(now.focus);
    if (draft !== null) keep(userId, draft);
    else if (draftIn(before.focus) !== null) forgetDraft(userId);
  });
}
