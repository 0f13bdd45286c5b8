/** The stock that needs somebody: lists over all lots, and marks for each depot. */
import type { District, Threshold, Instant, Seconds, StockLot } from '../model/index.ts';
import { todayByDistrict } from '../time/zones.ts';
import { thresholdByDistrict } from '../thresholds/index.ts';
import { lotCondition, STOCK_MARKS } from './condition.ts';
import type { LotCondition, StockMark } from './condition.ts';

export interface WatchTables {
  readonly stock_lot: ReadonlyMap<string, StockLot>;
  readonly district: ReadonlyMap<string, District>;
  readonly district_setting: ReadonlyMap<string, Threshold>;
}

export interface WatchedLot {
  lot: StockLot;
  condition: LotCondition;
}

export interface StockWatch {
  /** Every lot, in the order of the table. */
  all: readonly WatchedLot[];
  /** Below the minimum, the largest gap in proportion first. */
  low: WatchedLot[];
  /** Past the last good day, the longest first. */
  expired: WatchedLot[];
  /** Soon past it, the soonest first. */
  expiring: WatchedLot[];
  /** Never counted: nobody knows whether there is enough. */
  uncounted: WatchedLot[];
  /** Marks by depot, the most pressing first. */
  depots: ReadonlyMap<string, readonly StockMark[]>;
}

const DAY_SECONDS = 86_400;
/** `expiry_notice` in whole days. No setting in the district or above: nothing is called expiring, only expired. */
const daysOf = (notice: Seconds): number =>
  Number.isFinite(notice) ? Math.floor(notice / DAY_SECONDS) : -1;

const byDays = (a: WatchedLot, b: WatchedLot): number =>
  (a.condition.daysLeft ?? 0) - (b.condition.daysLeft ?? 0);
/** 0 = nothing left, 1 = just the minimum. */
const share = ({ lot }: WatchedLot): number => (lot.quantity ?? 0) / (lot.minimum ?? 1);
const byId = (a: WatchedLot, b: WatchedLot): number => (a.lot.id < b.lot.id ? -1 : 1);

/** Looks at every lot by the calendar and the settings of its own district. */
export function watchStock(tables: WatchTables, now: Instant): StockWatch {
  const today = todayByDistrict(tables.district, now);
  const notice = thresholdByDistrict(tables, 'expiry_notice');
  const watched = [...tables.stock_lot.values()].map((lot) => ({
    lot,
    condition: lotCondition(lot, today(lot.districtCode), daysOf(notice(lot.districtCode))),
  }));
  const marked = (mark: StockMark) =>
    watched.filter(({ condition }) => condition.marks.includes(mark));
  return {
    all: watched,
    low: marked('low').sort((a, b) => share(a) - share(b) || byId(a, b)),
    expired: marked('expired').sort((a, b) => byDays(a, b) || byId(a, b)),
    expiring: marked('expiring').sort((a, b) => byDays(a, b) || byId(a, b)),
    uncounted: watched.filter(({ lot }) => lot.quantity === null).sort(byId),
    depots: depotMarks(watched),
  };
}

function depotMarks(watched: readonly WatchedLot[]): ReadonlyMap<string, readonly StockMark[]> {
  const found = new Map<string, Set<StockMark>>();
  for (const { lot, condition } of watched) {
    if (condition.marks.length === 0) continue;
    const marks = found.get(lot.depotId) ?? new Set<StockMark>();
    condition.marks.forEach((mark) => marks.add(mark));
    found.set(lot.depotId, marks);
  }
  return new Map(
    [...found].map(([id, marks]) => [id, STOCK_MARKS.filter((mark) => marks.has(mark))]),
  );
}
