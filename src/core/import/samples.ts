/** A few values of a column, so that a person recognises it. */
import { textOf } from '../text/clean.ts';
import type { Cell } from '../text/cell.ts';

/** Rows at the beginning of a file that are looked at for values. */
export const SAMPLE_ROWS = 200;
const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

/** What stands in a cell, as one short text. */
export const sampleText = (cell: unknown): string =>
  (typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : textOf(cell as Cell)).slice(
    0,
    SAMPLE_LENGTH,
  );

/** The first different texts among the cells; blank ones are passed over. */
export function samplesOf(cells: Iterable<unknown>): string[] {
  const found = new Set<string>();
  for (const cell of cells) {
    const text = sampleText(cell);
    if (text !== '') found.add(text);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}
