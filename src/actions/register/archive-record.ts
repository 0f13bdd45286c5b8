import { nameOf } from '../../core/model/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { serverNow } from '../../state/clock.ts';
import type { RecordWritten } from '../../state/session.ts';
import { heldRecord } from './held-record.ts';
import { notifyWritten } from './notify-written.ts';
import { writeRecord } from './write-record.ts';

async function setArchived(
  kind: RegisterKind,
  id: string,
  at: string | null,
  what: RecordWritten,
): Promise<void> {
  const before = heldRecord(kind, id);
  if (before === null) return;
  const result = await writeRecord({ kind, id, before, columns: { archived_at: at } });
  notifyWritten(what, nameOf(kind, before), result);
}

/** Take a record out of use. Nothing is deleted: it waits among the archived, and the notice brings it back. */
export const archiveRecord = (kind: RegisterKind, id: string): Promise<void> =>
  setArchived(kind, id, new Date(serverNow()).toISOString(), 'archived');

/** Bring an archived record back into use. */
export const restoreRecord = (kind: RegisterKind, id: string): Promise<void> =>
  setArchived(kind, id, null, 'restored');
