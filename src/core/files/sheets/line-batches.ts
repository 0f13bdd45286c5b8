import type { SheetLine } from './workbook.ts';

/** The first items of many. */
export function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  if (left > 0)
    for (const item of items) {
      yield item;
      if (--left === 0) return;
    }
}

/** Lines in batches of a few hundred. */
export async function* batches(lines: Iterable<SheetLine>): AsyncGenerator<SheetLine[]> {
  let batch: SheetLine[] = [];
  for (const line of lines) {
    batch.push(line);
    if (batch.length === 512) {
      yield batch;
      batch = [];
      await Promise.resolve();
    }
  }
  if (batch.length > 0) yield batch;
}
