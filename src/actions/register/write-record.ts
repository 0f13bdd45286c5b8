import { backend } from '../../backend/index.ts';
import type { RecordColumns, RecordSaveResult } from '../../backend/index.ts';
import type { RecordOf } from '../../core/model/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { keyOf, mergeRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { heldRecord } from './held-record.ts';

/** Put a record as the server has it where it belongs: among the current ones, or among the archived. */
export function holdRecord<K extends RegisterKind>(kind: K, record: RecordOf[K]): void {
  mergeRecords(kind, [record]);
  const { archived } = useRegister.getState();
  leaveChosen(kind, record);
  if (archived.tag !== 'loaded' || archived.kind !== kind) return;
  const rows = new Map(archived.rows);
  if (record.archivedAt === null) rows.delete(keyOf(kind, record));
  else rows.set(keyOf(kind, record), record);
  useRegister.setState({ archived: { ...archived, rows } });
}

/** A record that has just left the table on the screen is not chosen any more. */
function leaveChosen<K extends RegisterKind>(kind: K, record: RecordOf[K]): void {
  const { kind: open, views, chosen } = useRegister.getState();
  const key = keyOf(kind, record);
  if (kind !== open || !chosen.has(key) || (record.archivedAt !== null) === views[kind].archived)
    return;
  useRegister.setState({ chosen: new Set([...chosen].filter((one) => one !== key)) });
}

/** The id by which the database knows a record: the screen knows districts by their codes. */
const idOf = (kind: RegisterKind, key: string): string =>
  kind === 'district' ? (heldRecord(kind, key)?.id ?? key) : key;

/** Write columns of one record (`version` null = make it) and hold what the server answers. */
export async function writeRecord<K extends RegisterKind>(
  kind: K,
  id: string,
  version: number | null,
  columns: RecordColumns,
  bulk: string | null = null,
): Promise<RecordSaveResult<K>> {
  const result = await backend().saveRecord(kind, idOf(kind, id), version, columns, bulk);
  if (result.tag === 'ok') holdRecord(kind, result.record);
  if (result.tag === 'conflict') holdRecord(kind, result.theirs);
  return result;
}
