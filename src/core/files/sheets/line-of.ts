import { cellText } from './cell-text.ts';

/** Cells as text without the blank ones at the end. */
export function lineOf(values: readonly unknown[]): string[] {
  let width = values.length;
  while (
    width > 0 &&
    (values[width - 1] === null || values[width - 1] === undefined || values[width - 1] === '')
  )
    width--;
  const cells: string[] = [];
  for (let i = 0; i < width; i++) cells.push(cellText(values[i]));
  return cells;
}
