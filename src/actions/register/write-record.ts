/** The one way in which a record is written: over the version that was read, and with the write that takes it back. */
import { backend } from '../../backend/index.ts';
import type { RecordColumns, Written } from '../../backend/index.ts';
import type { RecordOf, RememberedKind } from '../../core/model/index.ts';
import { reverseOf, saysAlready } from '../../core/register/index.ts';
import type { Inputs, ReverseWrite } from '../../core/register/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { serverNow } from '../../state/clock.ts';
import { keyOf, mergeRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import type { ArchivedRecords } from '../../state/register.ts';
import type { NotDone, NotSaved } from '../../state/saving.ts';

/** What is to be written. */
export interface RecordWrite<K extends RememberedKind> {
  kind: K;
  /** Of the record that is made; of one that is there, `before` knows it. */
  id: string;
  /** The record as it was when the columns were written; null = it is made. */
  before: RecordOf[K] | null;
  columns: RecordColumns;
  /** Under this id the history remembers all edits of one change of many; null = it is none. */
  bulk?: string | null;
}

export type NotWritten<K extends RememberedKind> = Exclude<Written<K>, { tag: 'ok' }>;

/** What became of a write. What is written has a write that takes it back. */
export type WriteResult<K extends RememberedKind> =
  { tag: 'ok'; record: RecordOf[K]; reverse: ReverseWrite<K> } | NotWritten<K>;

/** Put a record as the server has it where it belongs: among the current ones, or among the archived. */
export function holdRecord<K extends RememberedKind>(kind: K, record: RecordOf[K]): void {
  mergeRecords(kind, [record]);
  const { archived } = useRegister.getState();
  leaveChosen(kind, record);
  if (archived.tag !== 'loaded' || archived.kind !== kind) return;
  const rows: Map<string, unknown> = new Map(archived.rows);
  if (record.archivedAt === null) rows.delete(keyOf(kind, record));
  else rows.set(keyOf(kind, record), record);
  useRegister.setState({ archived: { ...archived, rows } as ArchivedRecords });
}

/** A record that has just left the table on the screen is not chosen any more. */
function leaveChosen<K extends RememberedKind>(kind: K, record: RecordOf[K]): void {
  const { kind: open, views, chosen } = useRegister.getState();
  const key = keyOf(kind, record);
  if (kind !== open || !chosen.has(key) || (record.archivedAt !== null) === views[open].archived)
    return;
  useRegister.setState({ chosen: new Set([...chosen].filter((one) => one !== key)) });
}

async function send<K extends RememberedKind>(
  kind: K,
  id: string,
  version: number | null,
  columns: RecordColumns,
  bulk: string | null,
): Promise<Written<K>> {
  const result = await backend().saveRecord(kind, id, version, columns, bulk);
  if (result.tag === 'ok') holdRecord(kind, result.record);
  if (result.tag === 'conflict') holdRecord(kind, result.theirs);
  return result;
}

const written = <K extends RememberedKind>(
  { kind, before, columns }: RecordWrite<K>,
  record: RecordOf[K],
): WriteResult<K> => ({
  tag: 'ok',
  record,
  reverse: reverseOf(kind, before, record, columns, serverNow()),
});

/** Write a record and hold what the server answers. */
export async function writeRecord<K extends RememberedKind>(
  write: RecordWrite<K>,
): Promise<WriteResult<K>> {
  const { kind, id, before, columns, bulk = null } = write;
  const result = await send(kind, before?.id ?? id, before?.version ?? null, columns, bulk);
  return result.tag === 'ok' ? written(write, result.record) : result;
}

/**
 * Write what somebody typed into a form, which is sent again until it is acknowledged: where the record says all that was
 * typed, an earlier try has written it and its answer was lost.
 */
export async function writeTyped<K extends RegisterKind>(
  write: RecordWrite<K>,
  typed: Inputs,
): Promise<WriteResult<K>> {
  const result = await writeRecord(write);
  return result.tag === 'conflict' && saysAlready(write.kind, result.theirs, typed)
    ? written(write, result.theirs)
    : result;
}

/** Take a write back, unless somebody has written the record since. */
export const writeBack = <K extends RememberedKind>({
  kind,
  id,
  version,
  columns,
}: ReverseWrite<K>): Promise<Written<K>> => send(kind, id, version, columns, null);

/** How the save of a form stands when its write was not made. */
export function saveStateOf<K extends RegisterKind>(result: NotWritten<K>): NotSaved<RecordOf[K]> {
  if (result.tag === 'conflict') return result;
  if (result.tag !== 'refused') return { tag: 'failed', reason: result.tag };
  const { code, about = null } = result;
  return { tag: 'failed', reason: 'refused', code, about };
}

/** Why something was not written, as a person reads it. */
export const notWritten = ({ tag }: NotWritten<RememberedKind>): NotDone =>
  tag === 'conflict' ? 'changed-elsewhere' : tag;
