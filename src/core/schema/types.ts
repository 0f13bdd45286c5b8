/**
 * What the database accepts, as data: the columns of each table with their types, ranges, words and units, the rules
 * between columns, and who may write. The files in `tables/` are written by `npm run schema` from the database's own
 * catalogue; a test writes them again and compares, so that a form cannot promise what the database refuses.
 */
import type { Role } from '../model/index.ts';

/** Kinds that have a table in the register. */
export const TABLE_KINDS = [
  'hazard',
  'shelter',
  'depot',
  'stock_lot',
  'team',
  'evacuation_route',
  'settlement',
  'closure',
  'incident',
] as const;

/** Every kind a person keeps by hand; districts have a screen of their own, for admins. */
export const REGISTER_KINDS = [...TABLE_KINDS, 'district'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export type ColumnType =
  | 'text'
  | 'texts'
  | 'integer'
  | 'number'
  | 'date'
  | 'instant'
  | 'uuid'
  | 'boolean'
  | 'json'
  | 'geometry';

export type ColumnUnit = 'person' | 'household' | 'second' | 'metre' | 'square_metre';

export interface ColumnSpec {
  /** As in the database: snake_case. */
  name: string;
  type: ColumnType;
  /** Never null. Without `default` a person has to say it. */
  required: boolean;
  /** What stands there when nobody says anything, as text. */
  default?: string;
  unit?: ColumnUnit;
  /** Text (or each text of a list): so many characters at most. */
  longest?: number;
  /** Numbers: allowed ends, included … */
  least?: number;
  most?: number;
  /** … or excluded. */
  above?: number;
  below?: number;
  /** Dates and moments: allowed ends, included, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  /** A time that cannot lie more than a day ahead of the server's clock. */
  notAhead?: true;
  /** A regular expression that the whole text has to match. */
  pattern?: string;
  /** The only words allowed. */
  words?: readonly string[];
  /** GeoJSON types allowed; any when absent. */
  shapes?: readonly string[];
  /** What a `json` column holds, or what a text has to be beyond its words. */
  form?: 'suitability' | 'equipment' | 'event-kind' | 'event-class' | 'timezone';
  /** The table whose key this is. */
  refers?: string;
}

/** A rule between two columns of one row; it says nothing where either is unknown. */
export type RowRule =
  | { tag: 'not-more-than'; column: string; than: string }
  | { tag: 'after'; column: string; than: string; orSame: boolean }
  | { tag: 'kind-of-class' }
  | { tag: 'known-together'; column: string; with: string };

export interface TableSpec {
  kind: RegisterKind;
  columns: readonly ColumnSpec[];
  rules: readonly RowRule[];
  /** Who may make one, and who may change one, within the own district and below. */
  insert: readonly Role[];
  update: readonly Role[];
  /** Roles that may change only some columns of it. */
  limits: readonly { roles: readonly Role[]; columns: readonly string[] }[];
}
