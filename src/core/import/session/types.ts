/** What an import screen asks of a file and what it is answered, in plain data that crosses to a worker and back. */
import type { FeatureCollection } from 'geojson';
import type { District, LngLat, RecordKind } from '../../model/index.ts';
import type { RejectReason } from '../codes.ts';
import type { FailureCode } from '../../files/failure.ts';
import type { OpenDepot } from '../difference/lots.ts';
import type { JsonRow, StoredKind } from '../difference/tables.ts';
import type { Fault, FieldValue, ImportWords, Progress, Understanding, Warning } from '../types.ts';

/** How a person wants a file to be read; null = as the file says or as it looks. */
export interface ImportSettings {
  kind: StoredKind | null;
  /** Code of the district the file is about. */
  district: string;
  /** A sheet or a layer of the file. */
  layer: string | null;
  encoding: string | null;
  crs: string | null;
  header: boolean | null;
  /** 0-based column → field, or null for a column that is not to be used. */
  columns: Readonly<Record<number, string | null>>;
  /** The same value for every row, by field. */
  set: Readonly<Record<string, string>>;
  source: string | null;
  /** A second file, by its name among those beside, and the column of it that names the record. */
  join?: { file: string; key: string } | null;
  /** Rows without coordinates come in as records without a place. */
  withoutPlaces?: boolean;
  /** Rows whose coordinates are exchanged are taken the other way round. */
  turnSwapped?: boolean;
  /** A place of both lists of designated sites comes in once, from the list of where to flee. */
  pairsAsOne?: boolean;
  /** Areas or lines of one id become one record. */
  joinParts?: boolean;
}

/** What the register says around a file. */
export interface ImportContext {
  fileName: string;
  /** Kinds this person may import. */
  kinds: readonly StoredKind[];
  /** Tried first when the file does not look like any kind. */
  likelyKind: StoredKind;
  districts: readonly Pick<District, 'code' | 'path' | 'name' | 'geometry' | 'timezone'>[];
  words: ImportWords;
  /** Milliseconds since 1970. */
  now: number;
}

export interface ColumnSeen {
  /** 0-based. */
  index: number;
  title: string;
  samples: readonly string[];
  field: string | null;
  by: 'person' | 'guess' | null;
  /** From the second file: the rows of this one do not hold it. */
  joined: boolean;
}

/** What was understood of a file, before it is compared with anything. */
export interface Understood {
  kind: StoredKind;
  /** Something in the file points to this kind, or a person said it; otherwise it is only what was likely. */
  kindSeen: boolean;
  understanding: Understanding;
  columns: readonly ColumnSeen[];
  /** Names of the fields that a column can fill, and of those that can be set for every row. */
  fields: readonly string[];
  settable: readonly string[];
  /** Tells files of the same make: the same columns in the same order. */
  fingerprint: string;
  counts: { read: number; usable: number; duplicates: number; rejected: number; repaired: number };
  warnings: readonly Warning[];
  /** Why nothing can be imported as long as it stands. */
  blockers: readonly Warning[];
  /** The first rows that cannot be taken, with why. */
  refused: readonly ({ row: number; text: string } & Fault)[];
  /** How many rows are refused for which reason. */
  refusedBy: Readonly<Partial<Record<RejectReason, number>>>;
  /** Records of this kind may come in without a place and be placed later. */
  mayLackPlace: boolean;
  /** Some of the rows on the map, WGS-84, and around all of them `[west, south, east, north]`. */
  sample: FeatureCollection;
  bounds: readonly [number, number, number, number] | null;
  /** What has to be brought from the register before comparing. */
  needs: readonly RecordKind[];
}

export type ReadResult =
  | { tag: 'understood'; understood: Understood }
  | { tag: 'failed'; code: FailureCode; params: Readonly<Record<string, string | number>> };

/** What stands in a difference, in the order a person wants to see it. */
export const DIFFERENCE_GROUPS = [
  'alike',
  'changed',
  'new',
  'missing',
  'rejected',
  'repeated',
  'unchanged',
] as const;
export type DifferenceGroup = (typeof DIFFERENCE_GROUPS)[number];

/** `same`: not a new record but the stored one it resembles. */
export type Decision = 'take' | 'leave' | 'same';

export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** One line of the difference as it is shown. */
export interface DifferenceRow {
  /** Names the line when it is decided about. */
  index: number;
  group: DifferenceGroup;
  /** 1-based row of the file; null for what only the register has. */
  row: number | null;
  name: string;
  decision: Decision;
  changes: readonly FieldChange[];
  /** What a new or a rejected row says. */
  facts: readonly { field: string; value: FieldValue }[];
  place: LngLat | null;
  fault: Fault | null;
  /** The stored record a new row resembles; metres apart where both have a place. */
  like: { id: string; name: string; meters: number | null } | null;
}

/** read = accepted + unchanged + duplicates + rejected, always; `leftOut` are those of the rejected a person left out. */
export interface Totals {
  read: number;
  accepted: number;
  unchanged: number;
  duplicates: number;
  rejected: number;
  leftOut: number;
  created: number;
  changed: number;
  /** Records missing from the file that a person wants archived. */
  archived: number;
}

export interface Difference {
  groups: Readonly<Record<DifferenceGroup, number>>;
  totals: Totals;
  /** What arose while comparing. */
  warnings: readonly Warning[];
  /** Names of depots in a stock list that a person has to settle; their rows stand among the rejected until then. */
  open: readonly OpenDepot[];
}

/** One row to be written; in this order. */
export interface Write {
  seq: number;
  /** Row of the file; null for what only the register has. */
  row: number | null;
  kind: RecordKind | 'stock_movement' | 'occupancy_movement';
  id: string;
  /** Version the change is based on; null = a new record. */
  version: number | null;
  change: JsonRow;
}

/** A row the register did not take. */
export interface RefusedRow extends Fault {
  row: number;
}

export type OnProgress = (progress: Progress) => void;
