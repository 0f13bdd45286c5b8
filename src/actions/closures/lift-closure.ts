import type { RecordWritten } from '../../state/session.ts';
import { serverNow } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import { notifyWritten } from '../register/notify-written.ts';
import { writeRecord } from '../register/write-record.ts';

async function setLifted(id: string, at: string | null, what: RecordWritten): Promise<void> {
  const before = useRecords.getState().tables.closure.get(id);
  if (before === undefined) return;
  const result = await writeRecord({ kind: 'closure', id, before, columns: { lifted_at: at } });
  notifyWritten(what, before.reason, result);
}

/** The road is open again, from now on. The notice takes it back. */
export function liftClosure(id: string): Promise<void> {
  const closure = useRecords.getState().tables.closure.get(id);
  // What has not begun by the server's clock is lifted at its beginning: it never holds.
  const at = Math.max(serverNow(), closure === undefined ? 0 : Date.parse(closure.fromAt));
  return setLifted(id, new Date(at).toISOString(), 'lifted');
}

/** Closes the road again after its closure was lifted, because it turned out not to be passable. */
export const closeAgain = (id: string): Promise<void> => setLifted(id, null, 'restored');
