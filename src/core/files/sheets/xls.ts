/** XLS (Excel 97 to 2003) through hucre. */
import { readXls } from 'hucre/xlsx';
import { FileFailure } from '../failure.ts';
import { UNCALCULATED } from './cell-text.ts';
import { batches, take } from './line-batches.ts';
import { lineOf } from './line-of.ts';
import { needsPassword } from './ole.ts';
import type { SheetLine, Workbook } from './workbook.ts';
import { uncalculatedInXls } from './xls-formulas.ts';

/** Open a workbook. @throws FileFailure workbook_damaged, workbook_old, workbook_encrypted */
export async function openXls(bytes: Uint8Array): Promise<Workbook> {
  if (needsPassword(bytes)) throw new FileFailure('workbook_encrypted');
  let book: Awaited<ReturnType<typeof readXls>>;
  try {
    book = await readXls(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (/Unsupported XLS version/.test(reason)) throw new FileFailure('workbook_old');
    throw new FileFailure('workbook_damaged');
  }
  const sheets = book.sheets.map(({ name, rows, merges = [] }) => ({
    name,
    rows,
    merges: merges.map(({ startRow, endRow, startCol, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  }));
  const uncalculated = uncalculatedInXls(bytes);
  function* all(sheet: number): Generator<SheetLine> {
    const rows = sheets[sheet]?.rows ?? [];
    const missing = uncalculated[sheet];
    const last = Math.max(rows.length - 1, ...(missing?.keys() ?? []));
    for (let index = 0; index <= last; index++) {
      // Rows between two cells may be missing altogether.
      const cells = lineOf(rows[index] ?? []);
      for (const column of missing?.get(index) ?? []) {
        while (cells.length <= column) cells.push('');
        cells[column] = UNCALCULATED;
      }
      if (cells.length > 0) yield { index, cells };
    }
  }
  return {
    format: 'xls',
    sheets: sheets.map(({ name }) => ({ name, hidden: false })),
    merges: (sheet) => sheets[sheet]?.merges ?? [],
    peek: (sheet, most) => Promise.resolve([...take(all(sheet), most)]),
    lines: (sheet) => batches(all(sheet)),
  };
}
