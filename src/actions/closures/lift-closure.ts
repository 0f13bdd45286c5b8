import type { RecordWritten } from '../../state/session.ts';
import { serverNow } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import { notify } from '../notify.ts';
import { writeRecord } from '../register/write-record.ts';

async function setLifted(id: string, at: string | null, what: RecordWritten): Promise<void> {
  const closure = useRecords.getState().tables.closure.get(id);
  if (closure === undefined) return;
  const result = await writeRecord('closure', id, closure.version, { lifted_at: at });
  if (result.tag === 'ok') {
    const columns = { lifted_at: closure.liftedAt };
    notify({
      tag: 'record-written',
      what,
      name: closure.reason,
      undo: [{ kind: 'closure', id, version: result.record.version, columns }],
    });
  } else
    notify({
      tag: 'not-done',
      reason: result.tag === 'conflict' ? 'changed-elsewhere' : result.tag,
    });
}

/** The road is open again, from now on. The notice takes it back. */
export function liftClosure(id: string): Promise<void> {
  const closure = useRecords.getState().tables.closure.get(id);
  // What has not begun by the server's clock is lifted at its beginning: it never holds.
  const at = Math.max(serverNow(), closure === undefined ? 0 : Date.parse(closure.fromAt));
  return setLifted(id, new Date(at).toISOString(), 'lifted');
}

/** It is closed all the same. */
export const closeAgain = (id: string): Promise<void> => setLifted(id, null, 'restored');
