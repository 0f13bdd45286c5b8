import type { TableColumn } from './column.ts';
import { sortKeys } from './sort-keys.ts';
import { compareTexts } from '../text/compare-texts.ts';

/**
 * Rows ordered by one column; what is unknown comes last either way up, and equal rows keep the order they came in.
 * `locale` is the language whose dictionary orders texts.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  column: TableColumn<Row>,
  down: boolean,
  locale: string,
): readonly Row[] {
  const values = rows.map((row) =>
    column.value === undefined ? column.text(row) : column.value(row),
  );
  const texts = values.map((value) => (typeof value === 'string' ? value : ''));
  const keys = texts.some((text) => text !== '') ? sortKeys(texts, locale) : texts;
  const known: number[] = [];
  const unknown: number[] = [];
  for (const [i, value] of values.entries())
    (value === null || value === '' ? unknown : known).push(i);
  const sign = down ? -1 : 1;
  known.sort((a, b) => {
    const [first, second] = [values[a], values[b]];
    if (typeof first === 'number' && typeof second === 'number')
      return sign * (first - second) || a - b;
    const [one = '', two = ''] = [keys[a], keys[b]];
    return sign * compareTexts(one, two) || a - b;
  });
  return [...known, ...unknown].flatMap((i) => rows[i] ?? []);
}
