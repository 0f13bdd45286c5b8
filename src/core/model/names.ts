/** What a record of any kind is called, and where that is written. */
import type { RecordKind } from './kinds.ts';
import type { RecordOf } from './records.ts';

type NameColumn = 'name' | 'title' | 'reason' | 'item';

const OTHER_COLUMNS: Readonly<Partial<Record<RecordKind, NameColumn>>> = {
  closure: 'reason',
  incident: 'title',
  stock_lot: 'item',
};

/** The column that holds what a record of a kind is called; the record's field has the same name. */
export const nameColumnOf = (kind: RecordKind): NameColumn => OTHER_COLUMNS[kind] ?? 'name';

/**
 * What a record is called: its name, the title of an incident, the reason of a closure, the item of a stock lot. Empty
 * where nobody wrote one; a screen then says so in the person's language.
 */
export function nameOf<K extends RecordKind>(kind: K, record: RecordOf[K]): string {
  const name = (record as Readonly<Partial<Record<NameColumn, unknown>>>)[nameColumnOf(kind)];
  return typeof name === 'string' ? name : '';
}
