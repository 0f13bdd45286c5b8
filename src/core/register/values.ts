/** Columns of a record as the database takes them back. */
import { fieldOf } from '../model/index.ts';
import type { RecordOf } from '../model/index.ts';
import { columnOf } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';
import { geometryOf } from './inputs.ts';

/** What a record holds in a column; geometry as GeoJSON. */
export function valueOf<K extends RegisterKind>(
  kind: K,
  record: RecordOf[K],
  column: string,
): unknown {
  if (columnOf(kind, column)?.type === 'geometry')
    return geometryOf(record as unknown as Readonly<Record<string, unknown>>);
  return (record as unknown as Readonly<Record<string, unknown>>)[fieldOf(column)] ?? null;
}
