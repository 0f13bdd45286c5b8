import { allDrafts, draftInHand, isUnsaved } from '../state/drafts.ts';
import { useSession } from '../state/session.ts';
import { notify } from './notify.ts';

/**
 * Let go of an unsaved incident: the one in hand (back to the incident it changed, or to none) or one beside it. The
 * notice brings it back.
 */
export function discardDraft(id?: string): void {
  const now = useSession.getState();
  const inHand = draftInHand(now.focus);
  const held = allDrafts(now).find(({ draft }) => draft.id === (id ?? inHand?.id));
  if (held === undefined) return;
  const { base } = held.draft;
  useSession.setState({
    otherDrafts: now.otherDrafts.filter(({ draft }) => draft.id !== held.draft.id),
    ...(held.draft.id === inHand?.id && {
      focus: base === null ? { tag: 'none' } : { tag: 'saved', id: base.id },
      save: { tag: 'editing' },
    }),
  });
  if (isUnsaved(held.draft)) notify({ tag: 'draft-discarded', held });
}
