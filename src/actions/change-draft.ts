import { classOf, EVENT_KINDS } from '../core/model/index.ts';
import { useSession } from '../state/session.ts';
import type { IncidentDraft } from '../state/session.ts';

export type DraftChange = Partial<Omit<IncidentDraft, 'id' | 'base'>>;

/** Change fields of the draft in hand; a class takes the kind along when the old kind is not of that class. */
export function changeDraft(change: DraftChange): void {
  const { focus, save } = useSession.getState();
  if (
    (focus.tag !== 'draft' && focus.tag !== 'placing') ||
    focus.draft === null ||
    save.tag === 'saving'
  )
    return;
  const draft = { ...focus.draft, ...change };
  const fits = draft.kind === null || classOf(draft.kind) === draft.class;
  const kind = fits ? draft.kind : EVENT_KINDS[draft.class][0];
  const stillInConflict = save.tag === 'conflict';
  useSession.setState({
    focus: { ...focus, draft: { ...draft, kind } },
    save: stillInConflict ? save : { tag: 'editing' },
  });
}
