/** What was accepted, as rows to be written: records first, then what belongs to them. */
import type { KnownDepot } from '../difference/lots.ts';
import { isChanged, rowOfChange, rowOfNew } from '../difference/place-records.ts';
import type { PlacedRecord } from '../difference/place-records.ts';
import type { KnownLot } from '../difference/stock.ts';
import type { VersionedItem } from '../difference/stored-item.ts';
import type { JsonRow, StoredKind } from '../difference/tables.ts';
import type { FieldValue } from '../types.ts';
import type { Belongings } from './belongings.ts';
import { joined, keyOfJoined } from './entries.ts';
import type { Entry } from './entries.ts';
import type { Write } from './types.ts';

const WRITTEN = new Set<Entry['group']>(['alike', 'changed', 'new']);

const withoutId = (row: JsonRow): JsonRow =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'id'));

function recordWrite(
  placed: PlacedRecord<VersionedItem>,
  kind: StoredKind,
  extra: JsonRow,
): Omit<Write, 'seq'> | null {
  const { stored, record, id } = placed;
  if (stored === null)
    return { row: record.row, kind, id, version: null, change: withoutId(rowOfNew(placed, kind)) };
  const change: JsonRow = {
    ...(isChanged(placed) ? withoutId(rowOfChange(placed, kind)) : {}),
    ...extra,
  };
  if (stored.archived) change.archived_at = null;
  // Districts are written level by level: what hangs below a retired one comes back after it.
  if (stored.archived && kind === 'district') change.level = record.fields.level ?? null;
  return Object.keys(change).length === 0
    ? null
    : { row: record.row, kind, id, version: stored.version, change };
}

const sourceIn = (entries: readonly Entry[], row: number): FieldValue =>
  entries.find((entry) => entry.row === row)?.placed?.record.fields.source ?? null;

interface Accepted {
  entries: readonly Entry[];
  kind: StoredKind;
  belongings: Belongings;
  /** Depots that rows of a stock list need and that a person wants made, without a place yet. */
  made: readonly { depot: KnownDepot; row: number }[];
}

/** @param now ISO 8601, for records that leave the register */
export function writesOf(
  { entries, kind, belongings, made }: Accepted,
  now: string,
  newId: () => string,
): Write[] {
  const records: Omit<Write, 'seq'>[] = [];
  const others: Omit<Write, 'seq'>[] = [];
  for (const { group, decision, placed, stored, like } of entries) {
    if (decision === 'leave') continue;
    if (group === 'missing' && stored !== null)
      records.push({
        row: null,
        kind,
        id: stored.id,
        version: stored.version,
        change: { archived_at: now },
      });
    if (placed === null || !WRITTEN.has(group)) continue;
    const isSame = decision === 'same' && like !== null;
    const about = isSame ? joined(placed, like.item) : placed;
    const write = recordWrite(about, kind, isSame ? keyOfJoined(about) : {});
    if (write !== null) records.push(write);
    const { row } = placed.record;
    const own = belongings.of(placed.id);
    const add = (table: Write['kind'], part: JsonRow): void => {
      const { id, ...change } = part;
      // What was to belong to a new record belongs to the one it is the same as.
      if (isSame)
        for (const column of ['resource_id', 'depot_id', 'shelter_id'])
          if (column in change) change[column] = about.id;
      others.push({ row, kind: table, id: String(id ?? newId()), version: null, change });
    };
    const leaveOrReturn = (lots: readonly KnownLot[], archived_at: string | null): void => {
      for (const { id, version } of lots)
        others.push({ row, kind: 'stock_lot', id, version, change: { archived_at } });
    };
    leaveOrReturn(own.back, null);
    leaveOrReturn(own.gone, now);
    for (const lot of own.lots) add('stock_lot', lot);
    for (const { at, ...count } of own.counts)
      add('stock_movement', {
        ...count,
        movement: 'count',
        ...(at == null ? { undated: true } : { at }),
      });
    if (own.occupancy !== null) {
      const { at, ...count } = own.occupancy.row;
      add('occupancy_movement', {
        ...count,
        movement: 'count',
        ...(at == null ? { undated: true } : { at }),
      });
    }
    for (const contact of own.contacts) add('contact', contact);
    for (const { contact, row: change } of own.contactChanges)
      others.push({
        row,
        kind: 'contact',
        id: contact.id,
        version: contact.version,
        change: withoutId(change),
      });
  }
  const taken = new Set(records.map(({ change }) => change.depot_id));
  const depots = made
    .filter(({ depot }) => taken.has(depot.id))
    .map(({ depot: { id, name, districtCode }, row }) => ({
      row,
      kind: 'depot' as const,
      id,
      version: null,
      change: { district_code: districtCode, name, source: sourceIn(entries, row), geom: null },
    }));
  return [...depots, ...records, ...others].map((write, seq) => ({ seq, ...write }));
}
