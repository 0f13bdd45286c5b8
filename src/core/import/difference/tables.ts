/** How each kind of record lies in its table. */
import { uuidOf } from '../identity/hash.ts';
import type { FieldValue, ImportKind, PlannedRecord } from '../types.ts';

export type StoredKind = ImportKind;

interface Table {
  /** Whether rows are found by external_id; otherwise their id is made from the key. */
  external: boolean;
  /** Planned fields that are no columns: they are resolved first. */
  references: readonly string[];
}

const REGISTERED: Table = { external: true, references: [] };

export const TABLES: Readonly<Record<StoredKind, Table>> = {
  settlement: REGISTERED,
  hazard: REGISTERED,
  shelter: REGISTERED,
  depot: REGISTERED,
  stock_lot: { external: true, references: [] },
  team: REGISTERED,
  evacuation_route: { ...REGISTERED, references: ['settlementName', 'shelterName'] },
  incident: { external: false, references: [] },
  closure: { external: false, references: [] },
  base_feature: REGISTERED,
  // Found by its code.
  district: { external: false, references: ['parentName'] },
};

/** A database row as JSON. */
export type JsonRow = Record<string, FieldValue>;

/** The id of a record in a table without external ids: the same file gives the same ids everywhere. */
export const idOf = ({ kind, externalId }: PlannedRecord): string =>
  uuidOf(`${kind}\u001f${externalId}`);
