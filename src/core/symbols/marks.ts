/** Which marks a record's symbol carries: disputed, overdue, and the most pressing state of a depot's stock. */
import type { Depot, Hazard } from '../model/index.ts';
import { todayByDistrict } from '../time/zones.ts';
import { isOverdue } from '../rectification/index.ts';
import { watchStock } from '../stock/index.ts';
import type { WatchTables } from '../stock/index.ts';
import type { RecordOfSymbol } from './symbol-of.ts';
import type { SymbolKind, SymbolMark } from './symbol-state.ts';

export type Marker = <K extends SymbolKind>(
  kind: K,
  record: RecordOfSymbol[K],
) => readonly SymbolMark[];

const isDisputed = (record: object): boolean =>
  'disputedAt' in record && record.disputedAt !== null;

const NONE: readonly SymbolMark[] = [];
const DISPUTED: readonly SymbolMark[] = ['disputed'];

/** Marks that a record carries by itself, whatever the day and its stock. */
export const ownMarks: Marker = (_, record) => (isDisputed(record) ? DISPUTED : NONE);

const UNUSABLE: readonly SymbolMark[] = ['unusable'];

/** A marker that also marks the shelters that are none now. */
export function withUnusable(marker: Marker, ids: ReadonlySet<string>): Marker {
  if (ids.size === 0) return marker;
  return (kind, record) => {
    const own = marker(kind, record);
    if (kind !== 'shelter' || !ids.has(record.id)) return own;
    return own.length === 0 ? UNUSABLE : [...UNUSABLE, ...own];
  };
}

/** Days change at midnight of some zone, and every zone is a multiple of a quarter of an hour off. */
const QUARTER_MS = 15 * 60_000;

interface Remembered {
  district: unknown;
  setting: unknown;
  quarter: number;
  marker: Marker;
}
const remembered = new WeakMap<WatchTables['stock_lot'], Remembered>();

/** The marker for some tables now (server clock, ms): the same function while the tables and the day are the same. */
export function markerFor(tables: WatchTables, now: number): Marker {
  const quarter = Math.floor(now / QUARTER_MS);
  const { district, district_setting: setting } = tables;
  const known = remembered.get(tables.stock_lot);
  if (known?.district === district && known.setting === setting && known.quarter === quarter)
    return known.marker;
  const marker = makeMarker(tables, now);
  remembered.set(tables.stock_lot, { district, setting, quarter, marker });
  return marker;
}

function makeMarker(tables: WatchTables, now: number): Marker {
  const at = new Date(now).toISOString();
  const today = todayByDistrict(tables.district, at);
  const { depots } = watchStock(tables, at);
  return (kind, record) => {
    const own = ownMarks(kind, record);
    if (kind === 'hazard') {
      const hazard = record as Hazard;
      return isOverdue(hazard, today(hazard.districtCode)) ? [...own, 'overdue'] : own;
    }
    const worst = kind === 'depot' ? depots.get((record as Depot).id)?.[0] : undefined;
    return worst === undefined ? own : [...own, worst];
  };
}
