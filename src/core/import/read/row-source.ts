import type { FileFormat, SourceRow } from '../types.ts';

/** A file being read. What is learnt on the way is complete once the last batch was taken. */
export interface RowSource {
  readonly format: FileFormat;
  readonly columns: string[];
  readonly delimiter: string | null;
  /** Whether the file names its columns. */
  readonly header: boolean;
  /** Lines above the header that hold no data. */
  readonly titleLines: number;
  /** Rows that were cut at another delimiter than the rest. */
  readonly mixedDelimiters: number[];
  /** Rows that held NaN or Infinity. */
  readonly nanRows: number[];
  /** The text ended in the middle of a list. */
  truncated: boolean;
  /** This file is one that the importer wrote: its reason and row columns are not data. */
  isRejectsFile: boolean;
  /** Members of a GeoJSON collection other than its features. */
  readonly head: Record<string, unknown>;
  readonly batches: AsyncIterable<readonly SourceRow[]>;
}

/** The columns a rejects file has in addition, in this order. */
export const REJECTS_COLUMNS = ['reason', 'row'] as const;
