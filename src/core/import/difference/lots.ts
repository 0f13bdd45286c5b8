/**
 * A stock list held against the register: which depot a row speaks of, and which of its lots. Nothing is guessed: a depot
 * that is not known, or not the only one of its name, is for a person to settle.
 */
import { foldTitle } from '../../text/fold.ts';
import type { Fault, FieldValue, PlannedRecord } from '../types.ts';
import { placeRecord } from './place-records.ts';
import type { PlacedRecord, StoredItem } from './place-records.ts';

export interface KnownDepot {
  id: string;
  name: string;
  districtCode: string;
}

/** What a person said of the names of depots: the depot's id, or `new` for one that is to be made. */
export type Settled = Readonly<Record<string, string>>;
export const MAKE_DEPOT = 'new';

/** A name of a depot in the file that a person has to settle; '' = the file names none. */
export interface OpenDepot {
  name: string;
  rows: number;
  why: 'unknown' | 'ambiguous' | 'unnamed';
  /** The likeliest first. */
  candidates: readonly KnownDepot[];
}

interface LotsOptions<Item extends StoredItem> {
  depots: readonly KnownDepot[];
  /** Stored lots, archived ones among them. */
  lots: readonly Item[];
  settled: Settled;
  /** Where a new depot is made. */
  district: string;
  newId: () => string;
}

interface PlacedLots<Item extends StoredItem> {
  placed: PlacedRecord<Item>[];
  open: OpenDepot[];
  faults: Map<number, Fault>;
  /** Depots to be made, by the name in the file; a row that needs each. */
  made: readonly { depot: KnownDepot; row: number }[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const MOST_CANDIDATES = 200;

/** How much two folded names share from either end, for the order of candidates alone. */
function likeness(a: string, b: string): number {
  if (a === b) return Infinity;
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) * 2;
  let shared = 0;
  for (const character of new Set(a)) if (b.includes(character)) shared++;
  return shared;
}

/** What tells lots of one depot apart, besides the item; a part the file leaves open is null. */
const PARTS = ['spec', 'batch', 'expiresOn', 'unit'] as const;
const partOf = (fields: Readonly<Record<string, unknown>>, part: string): string | null => {
  const value = fields[part];
  return value === null || value === undefined || value === '' ? null : foldTitle(String(value));
};

/** Whether a stored lot may be the one a row speaks of; `exact` when all that tells lots apart is the same. */
function fit(record: PlannedRecord, item: StoredItem): 'exact' | 'open' | 'no' {
  if (foldTitle(record.name) !== foldTitle(item.name ?? '')) return 'no';
  let exact = true;
  for (const part of PARTS) {
    const said = record.madeUp.includes(part) ? null : partOf(record.fields, part);
    const stored = partOf(item.fields, part);
    if (said === stored) continue;
    if (said !== null && stored !== null) return 'no';
    exact = false;
  }
  return exact ? 'exact' : 'open';
}

export function placeLots<Item extends StoredItem>(
  records: readonly PlannedRecord[],
  { depots, lots, settled, district, newId }: LotsOptions<Item>,
): PlacedLots<Item> {
  const byId = new Map(depots.map((depot) => [depot.id, depot]));
  const byName = new Map<string, KnownDepot[]>();
  for (const depot of depots) {
    const key = foldTitle(depot.name);
    byName.set(key, [...(byName.get(key) ?? []), depot]);
  }
  const made = new Map<string, { depot: KnownDepot; row: number }>();
  const open = new Map<string, OpenDepot>();
  const faults = new Map<number, Fault>();

  function depotOf(record: PlannedRecord): KnownDepot | null {
    const own = byId.get(text(record.fields.depotId));
    if (own !== undefined) return own;
    const name = text(record.fields.depotName);
    const said = settled[name];
    if (said === MAKE_DEPOT && name !== '') {
      const there = made.get(name) ?? {
        depot: { id: newId(), name, districtCode: district },
        row: record.row,
      };
      made.set(name, there);
      return there.depot;
    }
    const chosen = said === undefined ? undefined : byId.get(said);
    if (chosen !== undefined) return chosen;
    const found = name === '' ? [] : (byName.get(foldTitle(name)) ?? []);
    if (found.length === 1) return found[0] ?? null;
    const unfound = found.length === 0 ? 'unknown' : 'ambiguous';
    const why = name === '' ? 'unnamed' : unfound;
    const before = open.get(name);
    if (before !== undefined) before.rows++;
    else {
      const folded = foldTitle(name);
      const ranked = [...depots].sort(
        (a, b) =>
          likeness(folded, foldTitle(b.name)) - likeness(folded, foldTitle(a.name)) ||
          (a.name < b.name ? -1 : 1),
      );
      const candidates = (why === 'ambiguous' ? found : ranked).slice(0, MOST_CANDIDATES);
      open.set(name, { name, rows: 1, why, candidates });
    }
    faults.set(record.row, { reason: 'depot_open', params: { name } });
    return null;
  }

  const inDepot = new Map<string, Item[]>();
  for (const lot of lots) {
    const depot = text(lot.fields.depotId);
    inDepot.set(depot, [...(inDepot.get(depot) ?? []), lot]);
  }
  const located: { record: PlannedRecord; depot: KnownDepot }[] = [];
  for (const record of records) {
    const depot = depotOf(record);
    if (depot !== null) located.push({ record, depot });
  }
  // Those that are surely known take their lots first, so that a looser match cannot take another's.
  const lotOf = new Map<number, Item>();
  const taken = new Set<string>();
  const take = (row: number, item: Item | undefined): void => {
    if (item === undefined || taken.has(item.id) || lotOf.has(row)) return;
    lotOf.set(row, item);
    taken.add(item.id);
  };
  for (const { record, depot } of located) {
    const there = inDepot.get(depot.id) ?? [];
    take(
      record.row,
      there.find(({ id }) => id === record.recordId) ??
        there.find(({ key }) => key === record.externalId),
    );
  }
  for (const how of ['exact', 'open'] as const)
    for (const { record, depot } of located) {
      if (lotOf.has(record.row)) continue;
      const fitting = (inDepot.get(depot.id) ?? []).filter(
        (item) => !taken.has(item.id) && fit(record, item) === how,
      );
      const current = fitting.filter(({ archived }) => !archived);
      const choice = current.length > 0 ? current : fitting;
      if (choice.length === 1 || how === 'exact') take(record.row, choice[0]);
      else if (current.length > 1)
        faults.set(record.row, {
          reason: 'lot_open',
          params: { name: record.name, count: current.length },
        });
    }
  const placed = located.flatMap(({ record, depot }) => {
    if (faults.has(record.row)) return [];
    const fields: Record<string, FieldValue> = { ...record.fields, depotId: depot.id };
    delete fields.depotName;
    const planned: PlannedRecord = { ...record, fields };
    return [
      placeRecord<Item>(planned, {
        kind: 'stock_lot',
        districtOf: () => depot.districtCode,
        storedOf: () => lotOf.get(record.row) ?? null,
        newId,
      }),
    ];
  });
  return { placed, open: [...open.values()], faults, made: [...made.values()] };
}
