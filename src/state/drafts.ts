/** Unsaved incidents: one in hand, any number beside it. */
import type { HeldDraft, IncidentDraft, IncidentFocus, SessionState } from './session.ts';

/** The unsaved incident in question, also while its place is being picked; null = none. */
export const draftInHand = (focus: IncidentFocus): IncidentDraft | null =>
  focus.tag === 'draft' || focus.tag === 'placing' ? focus.draft : null;

type Drafts = Pick<SessionState, 'focus' | 'save' | 'otherDrafts'>;

/** All unsaved incidents; the one in hand comes last. */
export function allDrafts({ focus, save, otherDrafts }: Drafts): readonly HeldDraft[] {
  const draft = draftInHand(focus);
  return draft === null
    ? otherDrafts
    : [...otherDrafts.filter((held) => held.draft.id !== draft.id), { draft, save }];
}

/** Whether a draft says anything that the server does not have: a new one always does, its place and time. */
export function isUnsaved({ base, ...draft }: IncidentDraft): boolean {
  if (base === null) return true;
  return (
    draft.title !== base.title ||
    draft.class !== base.class ||
    draft.kind !== base.kind ||
    draft.level !== base.level ||
    draft.occurredAt !== base.occurredAt ||
    draft.note !== (base.note ?? '') ||
    draft.place[0] !== base.lng ||
    draft.place[1] !== base.lat
  );
}

/**
 * What stands beside the question once another one takes its place: the draft in hand too, so that nothing that
 * somebody marked is lost or moved by marking something else.
 */
export const laidAside = (drafts: Drafts): readonly HeldDraft[] =>
  allDrafts(drafts).filter(({ draft }) => isUnsaved(draft));
