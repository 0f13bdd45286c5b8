import { backend } from '../backend/index.ts';
import { forgetDraft } from './keep-draft.ts';
import { clearRecords } from '../state/records.ts';
import { useSession } from '../state/session.ts';

/** Sign out: this computer forgets the session, the records and the draft, whether the server answers or not. */
export async function signOut(): Promise<void> {
  forgetDraft();
  useSession.setState({
    auth: { tag: 'signed-out', reason: 'signed-out' },
    focus: { tag: 'none' },
    save: { tag: 'editing' },
    selection: null,
    hover: null,
    notices: [],
  });
  clearRecords();
  await backend().signOut();
}
