/** A record of the register as a file is compared with it, whether a console holds it or the database returned it. */
import { nameColumnOf } from '../../model/index.ts';
import type { LngLat } from '../../model/index.ts';
import type { StoredItem } from './place-records.ts';
import { TABLES } from './tables.ts';
import type { StoredKind } from './tables.ts';

/** A stored record with the version a change is based on. */
export interface VersionedItem extends StoredItem {
  version: number;
  /** Where the screen measures from how far a record moves; null = it has no point of its own. */
  place: LngLat | null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** @param record its fields as the record types spell them, with its `geometry`, or `lng` and `lat` */
export function itemOf(kind: StoredKind, record: Readonly<Record<string, unknown>>): VersionedItem {
  const { external } = TABLES[kind];
  const { lng, lat } = record;
  const place: LngLat | null =
    typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
  const geometry = (record.geometry ?? null) as StoredItem['geometry'];
  return {
    id: String(record.id),
    key: external
      ? textOrNull(record.externalId)
      : String(kind === 'district' ? record.code : record.id),
    name: textOrNull(record[nameColumnOf(kind)]),
    districtCode: String(record.districtCode),
    archived: record.archivedAt != null,
    version: Number(record.version),
    geometry: geometry ?? (place === null ? null : { type: 'Point', coordinates: [...place] }),
    place,
    fields: record,
  };
}
