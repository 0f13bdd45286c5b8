/** What every kind of spreadsheet is reduced to before its rows are understood. */

/** A range of cells shown as one; 0-based, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A line of a sheet: cells as text, trailing blank ones left out. */
export interface SheetLine {
  /** 0-based line in the sheet; merges refer to it. */
  index: number;
  cells: string[];
}

export interface SheetInfo {
  name: string;
  hidden: boolean;
}

export interface Workbook {
  format: 'xlsx' | 'xls' | 'ods';
  sheets: readonly SheetInfo[];
  /** The first `most` lines that hold anything, for choosing a sheet. */
  peek: (sheet: number, most: number) => Promise<SheetLine[]>;
  merges: (sheet: number) => readonly Merge[];
  lines: (sheet: number) => AsyncIterable<readonly SheetLine[]>;
}
