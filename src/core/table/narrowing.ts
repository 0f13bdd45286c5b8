import type { TableColumn } from './column.ts';
import { filterRows, searchWords } from './filter-rows.ts';

type Search<Row> = (row: Row, words: readonly string[]) => boolean;

/** Whether whatever the new search finds, the old one found too: every old word is a part of a new one. */
const isNarrower = (text: string, before: string): boolean => {
  const words = searchWords(text);
  return searchWords(before).every((old) => words.some((word) => word.includes(old)));
};

/**
 * `filterRows` that remembers what it found last: one more letter is looked for only among those. Rows, columns and
 * filters that are another reference begin anew.
 */
export function createNarrowing<Row extends object>(): (
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  filters: Readonly<Record<string, string>>,
  text: string,
  search: Search<Row>,
) => readonly Row[] {
  let last: {
    rows: readonly Row[];
    columns: unknown;
    filters: unknown;
    text: string;
    found: readonly Row[];
  } | null = null;
  return (rows, columns, filters, text, search) => {
    const before = last;
    const same =
      before !== null &&
      before.rows === rows &&
      before.columns === columns &&
      before.filters === filters;
    const among = same && isNarrower(text, before.text) ? before.found : rows;
    const found = filterRows(among, columns, filters, text, search);
    last = { rows, columns, filters, text, found };
    return found;
  };
}
