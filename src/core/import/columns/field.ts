/** What a field of an imported record is: its name, its type, the titles that mean it. */
import type { CellType, ColumnType } from '../../kinds/index.ts';

export type FieldType = ColumnType | CellType;

export interface Field {
  /** In the spelling of the record types; `--map` and `--set` also take it with underscores. */
  name: string;
  type: FieldType;
  words: readonly string[];
}

/** @param words titles between blanks */
export const field = (name: string, type: FieldType, words: string): Field => ({
  name,
  type,
  words: words.split(' '),
});
