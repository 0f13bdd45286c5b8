/** The lines of a sheet become rows of its table, one after the other; what is worth saying of them is counted. */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { FileNote, RowFault, SourceRow } from '../source-row.ts';
import { asideText, isAside, noteLines } from '../asides.ts';
import { UNCALCULATED, isErrorCell } from './cell-text.ts';
import { mergedCells } from './merged-cells.ts';
import type { MergedCells } from './merged-cells.ts';
import { isOneText } from './sheet-shape.ts';
import type { Merge, SheetLine } from './workbook.ts';

/** So many rows are named with a warning. */
const MOST_ROWS_NAMED = 1000;

/** Where a sheet's table is, and what stands above and beside it. */
export interface SheetTable {
  /** Empty where the sheet has none, and for columns that are remarks. */
  titles: readonly string[];
  hasTitles: boolean;
  width: number;
  /** Line of the first row. */
  dataFrom: number;
  /** Columns that are remarks to whoever fills the sheet in. */
  remarks: ReadonlySet<number>;
  isRejectsFile: boolean;
}

export class SheetRows {
  /** Texts of the lines that are notes between the rows. */
  readonly asides: string[] = [];
  private readonly merged: MergedCells;
  private readonly errorRows = new Set<number>();
  private readonly uncalculatedRows = new Set<number>();
  private errors = 0;
  private uncalculated = 0;
  private filled = 0;
  private row = 0;
  private cellsRead = 0;

  constructor(
    private readonly table: SheetTable,
    private readonly merges: readonly Merge[],
  ) {
    const { dataFrom, width } = table;
    this.merged = mergedCells(
      merges.filter(({ bottom }) => bottom >= dataFrom),
      dataFrom,
      width,
    );
  }

  /** The row of a line; null for one above the table, a note, and an empty line. @throws FileFailure beyond the limits */
  rowOf({ index, cells: own }: SheetLine): SourceRow | null {
    const { titles, width, dataFrom } = this.table;
    if (index < dataFrom) return null;
    const cells = own.length > width ? own.slice(0, width) : own;
    if (width > 2 && isNote(own, titles, index, this.merges)) {
      this.asides.push(asideText(own));
      return null;
    }
    this.filled += this.merged.fill(index, cells);
    if (cells.every((cell) => cell === '' || cell.trim() === '')) return null;
    this.count(cells.length);
    const uncalculated: number[] = [];
    const tooLarge = this.clean(cells, uncalculated);
    const fault = tooLarge ?? this.beyondTable(own);
    const made: SourceRow = {
      row: this.row,
      cells,
      geometry: undefined,
      id: null,
      fault,
      raw: cells,
    };
    return uncalculated.length === 0 ? made : { ...made, uncalculated };
  }

  private count(cells: number): void {
    this.cellsRead += cells;
    if (++this.row > LIMITS.rows) throw new FileFailure('too_many_rows', { limit: LIMITS.rows });
    if (this.cellsRead > LIMITS.cells)
      throw new FileFailure('too_many_cells', { limit: LIMITS.cells });
  }

  /** Empties the cells that hold no value; those of formulas that nobody calculated are listed. */
  private clean(cells: string[], uncalculated: number[]): RowFault | null {
    let fault: RowFault | null = null;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      if (isErrorCell(cell)) {
        cells[i] = '';
        this.errors++;
        this.errorRows.add(this.row);
      } else if (cell === UNCALCULATED) {
        cells[i] = '';
        uncalculated.push(i);
        this.uncalculated++;
        this.uncalculatedRows.add(this.row);
      } else if (cell.length > LIMITS.cellCharacters)
        fault = {
          reason: 'cell_too_large',
          params: { column: this.table.titles[i] ?? i + 1, limit: LIMITS.cellCharacters },
        };
      if (this.table.remarks.has(i)) cells[i] = '';
    }
    return fault;
  }

  /** A table with titles has nothing to say beyond them. */
  private beyondTable(own: readonly string[]): RowFault | null {
    const { width, remarks, hasTitles, isRejectsFile } = this.table;
    if (own.length <= width || !hasTitles || isRejectsFile) return null;
    const isBeyond = own.some((cell, i) => i >= width && cell.trim() !== '' && !remarks.has(i));
    return isBeyond
      ? { reason: 'too_many_cells', params: { cells: own.length, columns: width } }
      : null;
  }

  /** What is to be said when all lines have been read. */
  notes(): FileNote[] {
    const notes: FileNote[] = [];
    const firstOf = (rows: ReadonlySet<number>): number[] => [...rows].slice(0, MOST_ROWS_NAMED);
    const { errors, uncalculated, filled } = this;
    if (errors > 0)
      notes.push({ code: 'error_cells', params: { count: errors }, rows: firstOf(this.errorRows) });
    if (uncalculated > 0)
      notes.push({
        code: 'uncalculated_cells',
        params: { count: uncalculated },
        rows: firstOf(this.uncalculatedRows),
      });
    if (filled > 0) notes.push({ code: 'merged_cells_filled', params: { count: filled } });
    return [...notes, ...noteLines(this.asides)];
  }
}

/** A line that is one merged text across the table, or one remark with nothing beside it. */
function isNote(
  cells: readonly string[],
  titles: readonly string[],
  index: number,
  merges: readonly Merge[],
): boolean {
  if (isAside(cells, titles)) return true;
  const said = cells.filter((cell) => cell.trim() !== '');
  const [only] = said;
  return (
    merges.length > 0 &&
    said.length === 1 &&
    isOneText(cells, [], index) &&
    merges.some(
      ({ top, bottom, left, right }) =>
        index === top && bottom === top && right - left + 1 >= 3 && cells[left] === only,
    )
  );
}
