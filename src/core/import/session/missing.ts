/** Records of the register that a file could have named and does not. */
import type { PlacedRecord } from '../difference/place-records.ts';
import type { VersionedItem } from '../difference/stored-item.ts';
import { anchorOf } from '../../geo/positions.ts';

/** Ids of the stored records that rows are about. */
export function idsOfStored(placed: readonly PlacedRecord<VersionedItem>[]): Set<string> {
  const ids = new Set<string>();
  for (const { stored } of placed) if (stored !== null) ids.add(stored.id);
  return ids;
}

/**
 * Current records that no row is about, as far as the file can be expected to know them: they are from the same source,
 * or lie within the box around the file's own rows. They are shown, and archived only when a person says so.
 */
export function missingFrom(
  items: readonly VersionedItem[],
  placed: readonly PlacedRecord<VersionedItem>[],
): VersionedItem[] {
  const about = idsOfStored(placed);
  const sources = new Set<unknown>();
  for (const { record } of placed) sources.add(record.fields.source);
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const { record } of placed) {
    if (record.geometry === null) continue;
    const [lng, lat] = anchorOf(record.geometry);
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return items.filter(({ id, archived, place, fields }) => {
    if (archived || about.has(id)) return false;
    if (sources.has(fields.source)) return true;
    if (place === null) return false;
    const [lng, lat] = place;
    return lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
  });
}
