/** Rows as the database sends them (snake_case) into records of the core (camelCase), checked column by column. */
import { columnNameOf } from '../core/model/index.ts';
import type { RecordKind, RecordOf } from '../core/model/index.ts';
import { BAD } from './row-fields.ts';
import type { Field } from './row-fields.ts';
import { ROW_SHAPES } from './row-shapes.ts';

type Reader = readonly [field: string, column: string, read: Field<unknown>];

const readersOf = (kind: RecordKind): readonly Reader[] =>
  Object.entries(ROW_SHAPES[kind]).map(([field, read]) => [
    field,
    columnNameOf(field),
    read as Field<unknown>,
  ]);

const readers = new Map<RecordKind, readonly Reader[]>();

/** One row as a record; null when a column holds what it cannot hold. */
export function readRow<K extends RecordKind>(kind: K, row: unknown): RecordOf[K] | null {
  if (typeof row !== 'object' || row === null) return null;
  let known = readers.get(kind);
  if (known === undefined) {
    known = readersOf(kind);
    readers.set(kind, known);
  }
  const record: Record<string, unknown> = {};
  for (const [field, column, read] of known) {
    const value = read((row as Record<string, unknown>)[column]);
    if (value === BAD) return null;
    record[field] = value;
  }
  return record as unknown as RecordOf[K];
}

/** The key the server pages by, even of a row that cannot be read otherwise. */
export function keyOfRow(kind: RecordKind, row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return null;
  const key = (row as Record<string, unknown>)[kind === 'district' ? 'code' : 'id'];
  return typeof key === 'string' ? key : null;
}
