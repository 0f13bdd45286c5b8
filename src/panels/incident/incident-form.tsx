import { useRecord } from '../../state/records.ts';
import { draftInHand } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { DraftForm } from './draft-form.tsx';
import { SavedSummary } from './saved-summary.tsx';

/** The incident in question: the form of a draft, or the summary of a saved one; nothing when there is none. */
export function IncidentForm() {
  const focus = useSession((state) => state.focus);
  const saved = useRecord('incident', focus.tag === 'saved' ? focus.id : null);
  const draft = draftInHand(focus);
  if (draft !== null) return <DraftForm key={draft.id} draft={draft} />;
  return saved === null ? null : <SavedSummary key={saved.id} incident={saved} />;
}
