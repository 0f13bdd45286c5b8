/** The lines of a difference, and how each is shown. */
import { greatCircle } from '../../geo/distance.ts';
import { changesOf } from '../plan/compare.ts';
import type { LngLat } from '../../model/index.ts';
import type { PlacedRecord } from '../difference/place-records.ts';
import type { VersionedItem } from '../difference/stored-item.ts';
import type { JsonRow } from '../difference/tables.ts';
import { anchorOf } from '../../geo/positions.ts';
import type { Fault, FieldValue } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import type { Like } from './likeness.ts';
import type { Decision, DifferenceGroup, DifferenceRow, FieldChange } from './types.ts';
import { rowText } from './understand.ts';

export interface Entry {
  group: DifferenceGroup;
  row: number | null;
  decision: Decision;
  /** A row of the file that can become a record. */
  placed: PlacedRecord<VersionedItem> | null;
  /** What only the register has. */
  stored: VersionedItem | null;
  like: Like | null;
  fault: Fault | null;
  raw: SourceRow['raw'] | null;
  /** Things of the record in other tables: people to call, stock. */
  belongings: FieldChange[];
}

export const blank: Entry = {
  group: 'new',
  row: null,
  decision: 'take',
  placed: null,
  stored: null,
  like: null,
  fault: null,
  raw: null,
  belongings: [],
};

/** A row of the file that is to become a record, or to change one. */
export const entryOf = (placed: PlacedRecord<VersionedItem>): Entry => ({
  ...blank,
  group: placed.stored === null ? 'new' : 'changed',
  row: placed.record.row,
  placed,
});

const FACTS = 6;
/** Facts that say little at a glance. */
const DULL = new Set(['source', 'observedAt', 'class', 'externalId', 'districtCode', 'verifiedAt']);

const placeOf = (placed: PlacedRecord<VersionedItem>): LngLat | null =>
  placed.record.geometry === null ? null : anchorOf(placed.record.geometry);

/** The fields a change concerns, old and new. */
function fieldChanges(placed: PlacedRecord<VersionedItem>, stored: VersionedItem): FieldChange[] {
  const changes = stored === placed.stored ? placed.changes : changesOf(placed.record, stored);
  const shown: FieldChange[] = [];
  if (stored.archived)
    shown.push({ field: 'archivedAt', from: stored.fields.archivedAt, to: null });
  if (changes?.name !== undefined)
    shown.push({ field: 'name', from: stored.name, to: changes.name });
  if (changes?.geometry != null) {
    const [from, to] = [stored.place, anchorOf(changes.geometry)];
    const meters = from === null ? null : greatCircle(from, to);
    shown.push({ field: 'place', from, to: { place: to, meters, shape: changes.geometry.type } });
  }
  for (const [field, to] of Object.entries(changes?.fields ?? {}))
    shown.push({ field, from: stored.fields[field] ?? null, to });
  if (stored.districtCode !== placed.district)
    shown.push({ field: 'districtCode', from: stored.districtCode, to: placed.district });
  return shown;
}

function factsOf({ record }: PlacedRecord<VersionedItem>): { field: string; value: FieldValue }[] {
  return Object.entries(record.fields)
    .filter(
      ([field, value]) => value !== null && !DULL.has(field) && !record.madeUp.includes(field),
    )
    .filter(([, value]) => typeof value !== 'object' || Object.keys(value as object).length > 0)
    .slice(0, FACTS)
    .map(([field, value]) => ({ field, value }));
}

/** An entry as a person sees it. */
export function shownEntry(entry: Entry, index: number): DifferenceRow {
  const { group, row, decision, placed, stored, like, fault, raw, belongings } = entry;
  const common = { index, group, row, decision, fault };
  const likeShown =
    like === null ? null : { id: like.item.id, name: like.item.name ?? '', meters: like.meters };
  if (placed !== null) {
    const about = decision === 'same' && like !== null ? like.item : placed.stored;
    return {
      ...common,
      name: placed.record.name,
      changes: [...(about === null ? [] : fieldChanges(placed, about)), ...belongings],
      facts: about === null ? factsOf(placed) : [],
      place: placeOf(placed),
      like: likeShown,
    };
  }
  const name = stored?.name ?? (raw === null ? '' : rowText(raw));
  return { ...common, name, changes: [], facts: [], place: stored?.place ?? null, like: null };
}

/** A planned row joined to the stored record it resembles. */
export function joined(
  placed: PlacedRecord<VersionedItem>,
  item: VersionedItem,
): PlacedRecord<VersionedItem> {
  return {
    ...placed,
    id: item.id,
    stored: item,
    changes: changesOf(placed.record, item),
    moved: item.districtCode !== placed.district,
  };
}

/** A computed key may be replaced by the file's; an office's own number may not. */
export const keyOfJoined = ({ stored, record }: PlacedRecord<VersionedItem>): JsonRow =>
  stored?.key == null || stored.key.startsWith('key:') ? { external_id: record.externalId } : {};
