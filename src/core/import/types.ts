/** The words the importer's stages share. A shell (command, screen) turns codes and params into text. */
import type { Geometry } from 'geojson';
import type { Meters } from '../model/index.ts';
import type { Companion, FileFormat, LayerInfo, Params, SourceRow } from '../files/source-row.ts';
import type { RejectReason, RepairCode, WarningCode } from './codes.ts';

/** Kinds of record a file can hold. */
export const IMPORT_KINDS = [
  'district',
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'stock_lot',
  'team',
  'evacuation_route',
  'incident',
  'closure',
  'base_feature',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface Fault {
  reason: RejectReason;
  params: Params;
}

export interface Rejection extends Fault {
  row: number;
  raw: SourceRow['raw'];
}

export interface Repair {
  row: number;
  code: RepairCode;
  params: Params;
}

export interface Warning {
  code: WarningCode;
  params: Params;
  /** Rows concerned, ascending, at most a thousand. */
  rows?: readonly number[];
}

/** A district's boundary (WGS-84) that rows must lie in. */
export interface Fence {
  code: string;
  geometry: Geometry;
}

interface JoinFile {
  input: AsyncIterable<Uint8Array>;
  fileName: string;
  /** Column of the second file (name or 1-based number) that names the record. */
  key: string;
}

export interface ImportWords {
  /** Name of a record without name and address. */
  unnamed: string;
  /** Kind of a shelter or team that states none. */
  unclassified: string;
  /** Unit of a stock item that states none. */
  unitUnstated: string;
}

export interface ImportOptions {
  kind: ImportKind;
  /** Base name of the file; a hint for kinds, and the source when none is stated. */
  fileName: string;
  /** `column=field` pairs as a person wrote them; columns by name or 1-based number. */
  map?: readonly (readonly [left: string, right: string])[];
  /** What a person said of columns by their place (0-based): the field, or null for one that is not to be used. */
  columns?: Readonly<Record<number, string | null>> | undefined;
  /** Values for every row, by field. */
  set?: Readonly<Record<string, string>>;
  /** EPSG code, `gcj02` or `bd09`; otherwise what the file says, otherwise WGS-84. */
  crs?: string | undefined;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Whether the first line names the columns; detected when absent. */
  header?: boolean | undefined;
  /** Sheet or layer, by name or 1-based number; otherwise the likeliest. */
  layer?: string | undefined;
  /** Files that belong to this one by name: .dbf, .prj, .cpg, .shx of a .shp. */
  companions?: readonly Companion[] | undefined;
  /** The bytes of SQLite in WebAssembly (sql-wasm.wasm of sql.js), asked for when a GeoPackage turns up. */
  sqliteWasm?: (() => Promise<Uint8Array>) | undefined;
  join?: JoinFile | undefined;
  fence?: Fence | undefined;
  /** Rows without coordinates come in as records without a place, to be placed later; otherwise they are refused. */
  withoutPlaces?: boolean | undefined;
  /** Of Japan's two lists of designated sites, take a place that is in both only once: in the list of where to flee. */
  pairsAsOne?: boolean | undefined;
  /** Areas or lines of one id become one record. */
  joinParts?: boolean | undefined;
  /** Rows whose two coordinates fit only the other way round are taken that way; otherwise they are refused. */
  turnSwapped?: boolean | undefined;
  /** Without a fence: farthest distance from the file's median; null = anywhere. */
  radius?: Meters | null;
  /** Zone of times that state none (IANA). */
  timezone?: string;
  /** Where the facts are from; default: the file's name. */
  source?: string | undefined;
  /** Texts for what a record cannot be without and the file does not say. */
  words: ImportWords;
  /** Milliseconds since 1970; observations after it are not believed. */
  now?: number;
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  phase: 'read' | 'check' | 'write';
  /** Bytes while reading, rows later. */
  done: number;
  /** null while the end is not known. */
  total: number | null;
}

/** One item of an inventory written as text. */
export interface InventoryItem {
  item: string;
  /** null: the text names no number. */
  quantity: number | null;
  unit: string | null;
  spec: string | null;
}

export interface PlannedContact {
  name: string | null;
  phone: string | null;
  duty: string | null;
}

/** People counted in a shelter. */
export interface PlannedOccupancy {
  people: number;
  /** When they were counted; null = the file does not say. */
  at: string | null;
}

/** A record as it should stand in the register. */
export interface PlannedRecord {
  row: number;
  kind: ImportKind;
  /** The file's own id, or `key:<hash>#n` made of name, address and place. */
  externalId: string;
  /** The part of a computed key before `#`; null when the file has its own ids. */
  keyGroup: string | null;
  /** The register's own id, in a file that was exported from it: this row is that record. */
  recordId: string | null;
  /** The district the file states by code; counts where such a district is known. */
  districtCode: string | null;
  /** The district the file states by name; tells where a record without a place belongs. */
  districtName?: string | null;
  name: string;
  /** Fields (`name` among them) that the file does not give and a record cannot be without: used for a new record only. */
  madeUp: readonly string[];
  /** WGS-84; null only where a kind may do without. */
  geometry: Geometry | null;
  /** Fields the file speaks about, in the spelling of the record types; null = the file leaves it open. */
  fields: Readonly<Record<string, FieldValue>>;
  stock: readonly InventoryItem[];
  contacts: readonly PlannedContact[];
  occupancy: PlannedOccupancy | null;
}

export type FieldValue =
  string | number | boolean | null | readonly FieldValue[] | { readonly [key: string]: FieldValue };

/** What the file was understood to be. */
export interface Understanding {
  format: FileFormat;
  encoding: string;
  delimiter: string | null;
  header: boolean;
  /** Sheets or layers of the file, and the one that was read. */
  layers: readonly LayerInfo[];
  layer: string | null;
  columns: readonly string[];
  /** Columns of a second file that follow them. */
  joined: readonly string[];
  /** field → column (1-based number and name). */
  mapping: readonly { field: string; column: number; name: string }[];
  crs: string;
}

export interface ImportPlan {
  kind: ImportKind;
  understanding: Understanding;
  read: number;
  records: PlannedRecord[];
  /** Rows repeated whole; they go to the rejects file too. */
  duplicates: Rejection[];
  rejected: Rejection[];
  repaired: Repair[];
  warnings: Warning[];
  /** What keeps a real import from being written although rows are fine. */
  blockers: Warning[];
  /** A row as the file has it, to be rejected later (by what is stored already). */
  rawOf: (row: number) => SourceRow['raw'];
  /** The file's own parts around the features, for writing rejects in the same form. */
  head: Readonly<Record<string, unknown>>;
}
