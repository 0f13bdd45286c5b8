/** One column of a table of many rows, as far as finding and ordering need it. */
export interface TableColumn<Row> {
  name: string;
  /** What the cell shows; empty = unknown. */
  text(row: Row): string;
  /** What it is ordered and filtered by, where that is not its text; null = unknown. */
  value?(row: Row): number | string | null;
  /**
   * How it is filtered: by a part of its text, by a range of its number (in the unit it shows), or by one of a few
   * words (`value`).
   */
  filter: 'text' | 'number' | 'words';
  /** Whether a search over the whole table looks into it. */
  searched?: boolean;
}

/** Filters for "unknown", whatever the column. */
export const UNKNOWN_FILTER = '?';
