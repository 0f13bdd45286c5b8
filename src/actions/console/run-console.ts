import { clearRecords } from '../../state/records.ts';
import { startClock } from '../../state/clock.ts';
import { clearPeople } from '../../state/people.ts';
import { initialImport, useImport } from '../../state/import.ts';
import { clearUpkeep } from '../../state/upkeep.ts';
import { initialSession, useSession } from '../../state/session.ts';
import type { Auth } from '../../state/session.ts';
import { followUrl } from '../follow-url.ts';
import { keepDraft } from '../keep-draft.ts';
import { saveWhatWaits } from '../incidents/save-incident.ts';
import { keepRecordDrafts } from '../register/keep-record-drafts.ts';
import { openConsole } from './open-console.ts';
import { startSync } from '../start-sync.ts';

/** Whoever this changes for sees other records. */
const viewerOf = (auth: Auth): string | null =>
  auth.tag === 'signed-in'
    ? `${auth.account.userId} ${auth.account.role} ${auth.account.districtCode}`
    : null;

function forgetWhatWasLookedAt(): void {
  // Unsaved incidents are kept for their author alone by keep-draft.
  const { selection, hover, notices } = initialSession;
  useSession.setState({ selection, hover, notices });
  useImport.setState(initialImport);
}

/**
 * The life of a tab: find out who is signed in; while someone is, keep records, address and draft; forget the records
 * of one person before the next one sees anything. Returns what stops it.
 */
export function runConsole(): () => void {
  let viewer: string | null = null;
  let lastUser: string | null = null;
  let stopWork = () => {};
  const stopClock = startClock();
  const stopDraft = keepDraft();
  const stopRecordDrafts = keepRecordDrafts();

  function follow(auth: Auth): void {
    const next = viewerOf(auth);
    if (next === viewer) return;
    viewer = next;
    stopWork();
    stopWork = () => {};
    clearRecords();
    clearUpkeep();
    clearPeople();
    if (auth.tag !== 'signed-in') return;
    if (lastUser !== null && lastUser !== auth.account.userId) forgetWhatWasLookedAt();
    lastUser = auth.account.userId;
    useSession.setState({ lastEmail: auth.account.email });
    const stopUrl = followUrl();
    const stopSync = startSync(saveWhatWaits);
    stopWork = () => {
      stopSync();
      stopUrl();
    };
  }

  const stopWatching = useSession.subscribe((now) => follow(now.auth));
  void openConsole();
  return () => {
    stopWatching();
    stopWork();
    stopDraft();
    stopRecordDrafts();
    stopClock();
  };
}
