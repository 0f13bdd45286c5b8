import type { Companion, FileFormat, FileNote, LayerInfo, SourceRow } from './source-row.ts';

/** What a reader may be given, and what it needs from outside. */
export interface ReadOptions {
  fileName: string;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  header?: boolean | undefined;
  /** Sheet or layer, by name or 1-based number. */
  layer?: string | undefined;
  /** Files that belong to this one (.dbf, .prj, .cpg of a .shp). */
  companions?: readonly Companion[] | undefined;
  /** The bytes of SQLite in WebAssembly, for GeoPackage. */
  sqliteWasm?: (() => Promise<Uint8Array>) | undefined;
  /** How many cells of a line are column titles the importer knows. */
  knownTitles: (cells: readonly string[]) => number;
  /** How well a layer of this name fits what is asked for: 1 well, 0 not known, -1 it is something else. */
  fitOfName?: ((name: string) => number) | undefined;
  onBytes?: ((done: number) => void) | undefined;
}

/** A file being read. What is learnt on the way is complete once the last batch was taken. */
export interface RowSource {
  readonly format: FileFormat;
  readonly columns: string[];
  /** 0-based columns whose titles fill all the room the format has, so that their ends may be lost. */
  readonly cutTitles?: ReadonlySet<number>;
  readonly delimiter: string | null;
  /** Whether the file names its columns. */
  readonly header: boolean;
  /** Lines above the header that hold no data. */
  readonly titleLines: number;
  /** What lines outside the table say, above and below it: titles, dates, notes, who filled it in. */
  readonly asides?: readonly string[];
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
  /** Sheets or layers of the file; empty where the format has none. */
  readonly layers: readonly LayerInfo[];
  /** The one being read. */
  readonly layer: string | null;
  /** What the reader has to say. */
  readonly notes: FileNote[];
  readonly batches: AsyncIterable<readonly SourceRow[]>;
}

/** Rows, and the encoding they are in. */
export interface OpenedFile {
  source: RowSource;
  encoding: string;
  /** What the bytes surely are, when another encoding was stated. */
  seems?: string | null;
  /** false: the encoding is the likeliest of several. */
  sure: boolean;
}

/** The columns a rejects file has in addition, in this order. */
export const REJECTS_COLUMNS = ['reason', 'row'] as const;
