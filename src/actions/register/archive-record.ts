import { nameOf } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { serverNow } from '../../state/clock.ts';
import type { RecordWritten } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { heldRecord } from './edit-record.ts';
import { writeRecord } from './write-record.ts';

async function setArchived(
  kind: RegisterKind,
  id: string,
  at: string | null,
  what: RecordWritten,
): Promise<void> {
  const record = heldRecord(kind, id);
  if (record === null) return;
  const result = await writeRecord(kind, id, record.version, { archived_at: at });
  if (result.tag === 'ok') {
    const columns = { archived_at: record.archivedAt };
    notify({
      tag: 'record-written',
      what,
      name: nameOf(kind, record),
      undo: [{ kind, id: record.id, version: result.record.version, columns }],
    });
  } else
    notify({
      tag: 'not-done',
      reason: result.tag === 'conflict' ? 'changed-elsewhere' : result.tag,
    });
}

/** Take a record out of use. Nothing is deleted: it waits among the archived, and the notice brings it back. */
export const archiveRecord = (kind: RegisterKind, id: string): Promise<void> =>
  setArchived(kind, id, new Date(serverNow()).toISOString(), 'archived');

/** Bring an archived record back into use. */
export const restoreRecord = (kind: RegisterKind, id: string): Promise<void> =>
  setArchived(kind, id, null, 'restored');
