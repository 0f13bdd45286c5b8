/** What becomes of every planned record: a new one, a change of a stored one, or nothing. */
import { toEwkt } from '../../geo/ewkt.ts';
import { columnNameOf, nameColumnOf } from '../../model/index.ts';
import { idKey } from '../plan/build-records.ts';
import { changesOf } from '../plan/compare.ts';
import type { Changes, StoredRecord } from '../plan/compare.ts';
import type { PlannedRecord } from '../types.ts';
import { TABLES, idOf } from './tables.ts';
import type { JsonRow, StoredKind } from './tables.ts';

/** A record as it is stored now. */
export interface StoredItem extends StoredRecord {
  id: string;
  /** Its external id, or its id where a table has none. */
  key: string | null;
  districtCode: string;
  archived: boolean;
}

/** A planned record and what becomes of it. */
export interface PlacedRecord<Item extends StoredItem = StoredItem> {
  record: PlannedRecord;
  district: string;
  id: string;
  /** The record it is about; null = there is none yet. */
  stored: Item | null;
  changes: Changes | null;
  /** Whether it would lie in another district than now. */
  moved: boolean;
}

interface PlaceOptions<Item extends StoredItem> {
  kind: StoredKind;
  /** The district of a planned record. */
  districtOf: (record: PlannedRecord) => string;
  /** The stored record a planned one is about, or null. */
  storedOf: (record: PlannedRecord) => Item | null;
  /** Makes an id for a new record. */
  newId: () => string;
}

/** Says for one planned record what becomes of it. */
export function placeRecord<Item extends StoredItem>(
  record: PlannedRecord,
  options: PlaceOptions<Item>,
): PlacedRecord<Item> {
  const { kind, districtOf, storedOf, newId } = options;
  const stored = storedOf(record);
  const district = districtOf(record);
  return {
    record,
    district,
    id: stored?.id ?? record.recordId ?? (TABLES[kind].external ? newId() : idOf(record)),
    stored,
    changes: stored === null ? null : changesOf(record, stored),
    moved: stored !== null && stored.districtCode !== district,
  };
}

export const isChanged = ({ stored, changes, moved }: PlacedRecord): boolean =>
  stored === null || changes !== null || moved;

/** The columns of a new record, its id among them. */
export function rowOfNew({ record, id, district }: PlacedRecord, kind: StoredKind): JsonRow {
  const { external } = TABLES[kind];
  const row: JsonRow = kind === 'district' ? { id } : { id, district_code: district };
  // Drawing data needs no name.
  row[nameColumnOf(kind)] =
    kind === 'base_feature' && record.madeUp.includes('name') ? null : record.name;
  const own = record.recordId === null || record.externalId !== idKey(record.recordId);
  if (external) row.external_id = own ? record.externalId : null;
  // A lot is where its depot is.
  if (kind !== 'stock_lot') row.geom = record.geometry === null ? null : toEwkt(record.geometry);
  for (const [field, value] of Object.entries(record.fields)) row[columnNameOf(field)] = value;
  return row;
}

/** The columns of a stored record that change, its id among them. */
export function rowOfChange(
  { id, district, changes, moved }: PlacedRecord,
  kind: StoredKind,
): JsonRow {
  const row: JsonRow = { id };
  if (moved) row.district_code = district;
  if (changes?.name !== undefined) row[nameColumnOf(kind)] = changes.name;
  if (changes?.geometry != null) row.geom = toEwkt(changes.geometry);
  for (const [field, value] of Object.entries(changes?.fields ?? {}))
    row[columnNameOf(field)] = value;
  return row;
}
