/** Cells of the data that are shown as one (a township over its villages) hold the same value. */
import type { Merge } from './workbook.ts';

export interface MergedCells {
  /** Fill what a line shows through merged cells; returns how many cells were filled. Lines come in order. */
  fill: (index: number, cells: string[]) => number;
}

/** Merges that may run through one line; a sheet with more is drawn, not kept. */
const MOST_OPEN = 512;

/** @param width columns of the table; cells beyond it are left alone. */
export function mergedCells(merges: readonly Merge[], from: number, width: number): MergedCells {
  const byTop = merges
    .filter(({ top, bottom, left }) => bottom > top && left < width && bottom >= from)
    .sort((a, b) => a.top - b.top);
  let next = 0;
  let open: { merge: Merge; text: string | null }[] = [];
  const fill = (index: number, cells: string[]): number => {
    while (next < byTop.length && (byTop[next]?.top ?? 0) <= index) {
      const merge = byTop[next++];
      if (merge !== undefined && open.length < MOST_OPEN)
        open.push({ merge, text: merge.top === index ? (cells[merge.left] ?? '') : null });
    }
    if (open.length === 0) return 0;
    open = open.filter(({ merge }) => merge.bottom >= index);
    let filled = 0;
    for (const { merge, text } of open) {
      if (text === null || text === '' || merge.top === index) continue;
      for (let column = merge.left; column <= Math.min(merge.right, width - 1); column++) {
        if (column > merge.left || (cells[column] ?? '') !== '') continue;
        while (cells.length <= column) cells.push('');
        cells[column] = text;
        filled++;
      }
    }
    return filled;
  };
  return { fill };
}
