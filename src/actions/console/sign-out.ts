import { backend } from '../../backend/index.ts';
import { clearRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { forgetRoads } from '../roads/road-worker.ts';

/**
 * Sign out: this computer forgets the session and the records, whether the server answers or not. A draft not yet saved
 * waits in the tab for its author alone (see keep-draft).
 */
export async function signOut(): Promise<void> {
  useSession.setState({
    auth: { tag: 'signed-out', reason: 'signed-out' },
    ended: false,
    focus: { tag: 'none' },
    save: { tag: 'editing' },
    otherDrafts: [],
    selection: null,
    hover: null,
    notices: [],
  });
  clearRecords();
  forgetRoads();
  await backend().signOut();
}
