/** Whether a depot has what is asked for, and what is known and unknown about its stock. */
import type { Depot, StockLot } from '../model/index.ts';
import type { Ages } from './ages.ts';
import { nothingAgainst } from './assessment.ts';
import type { Assessment } from './assessment.ts';
import { foldName, sameName } from './names.ts';
import type { Filters, RankingTables, StockSum, UnknownWhy } from './types.ts';

const lotsByTable = new WeakMap<RankingTables['stock_lot'], ReadonlyMap<string, readonly StockLot[]>>();

/** The lots of each depot; remembered per table, since tables are replaced and never changed. */
export function lotsByDepot(lots: RankingTables['stock_lot']): ReadonlyMap<string, readonly StockLot[]> {
  const known = lotsByTable.get(lots);
  if (known !== undefined) return known;
  const byDepot = new Map<string, StockLot[]>();
  for (const lot of lots.values()) {
    const siblings = byDepot.get(lot.depotId);
    if (siblings === undefined) byDepot.set(lot.depotId, [lot]);
    else siblings.push(lot);
  }
  lotsByTable.set(lots, byDepot);
  return byDepot;
}

/** What the lots of one item come to. */
interface Tally {
  sums: StockSum[];
  /** Lots whose quantity nobody counted, or too long ago. */
  uncounted: UnknownWhy | null;
  expiredLots: number;
  /** null = no expired lot was ever counted. */
  expired: number | null;
  /** Whether any lot of the depot, of whatever item, is a record that still counts; and why one does not. */
  anyCurrent: boolean;
  anyOld: UnknownWhy | null;
  latest: string | null;
}

/**
 * Lots past their date do not count, and that is said. Lots in different units are summed apart; when no unit alone is
 * enough, nobody can say whether the depot has enough: unknown. A depot with a current list of stock that lacks the
 * item has none of it; a depot without any list is unknown.
 */
export function assessDepot(
  depot: Depot,
  { item, itemQuantity }: Filters,
  lots: readonly StockLot[],
  today: string,
  ages: Ages,
): Assessment {
  const result = nothingAgainst();
  if (item === null) return result;
  const tally = tallyOf(lots, item, today, ages);
  const most = tally.sums.reduce<StockSum | null>(
    (best, sum) => (best && best.quantity >= sum.quantity ? best : sum),
    null,
  );
  const has = most?.quantity ?? 0;
  const unit = most?.unit ?? null;
  if (tally.sums.length > 0) {
    result.facts.push({ tag: 'stock', item, quantity: has, unit, sums: tally.sums, at: tally.latest });
  }
  if (tally.expiredLots > 0) {
    const { expiredLots, expired } = tally;
    result.facts.push({
      tag: 'expired-stock',
      item,
      lots: expiredLots,
      quantity: expired,
      unit: expiredUnit(lots, item),
    });
  }
  const enough = itemQuantity === null || itemQuantity <= 0 ? has > 0 : has >= itemQuantity;
  if (enough) return result;
  const why = unknownBecause(depot, item, tally);
  if (why !== null) result.unknowns.push({ fact: 'stock', ...why });
  else result.against = { reason: 'stock-short', item, asked: itemQuantity, has, unit, expired: tally.expired ?? 0 };
  return result;
}

function unknownBecause(depot: Depot, item: string, tally: Tally): UnknownWhy | null {
  if (tally.uncounted !== null) return tally.uncounted;
  if (tally.sums.filter((sum) => sum.quantity > 0).length > 1) return { why: 'units-differ' };
  if (tally.sums.length > 0) return null;
  if (foldName(depot.inventoryText ?? '').includes(foldName(item))) return { why: 'only-in-text' };
  if (tally.anyCurrent || tally.expiredLots > 0) return null;
  return tally.anyOld ?? { why: 'never-recorded' };
}

const expiredUnit = (lots: readonly StockLot[], item: string): string | null =>
  lots.find((lot) => lot.expiresOn !== null && sameName(lot.item, item))?.unit ?? null;

function tallyOf(lots: readonly StockLot[], item: string, today: string, ages: Ages): Tally {
  const sums = new Map<string, StockSum>();
  const tally: Tally = {
    sums: [],
    uncounted: null,
    expiredLots: 0,
    expired: null,
    anyCurrent: false,
    anyOld: null,
    latest: null,
  };
  for (const lot of lots) {
    const moment = ages.latest(lot.quantityAt, lot.observedAt, lot.verifiedAt);
    const old = ages.tooOld(moment, lot.districtCode);
    if (old === null) tally.anyCurrent = true;
    else tally.anyOld = old;
    if (!sameName(lot.item, item)) continue;
    // The date on the box is its last good day.
    if (lot.expiresOn !== null && lot.expiresOn < today) {
      tally.expiredLots++;
      if (lot.quantity !== null) tally.expired = (tally.expired ?? 0) + lot.quantity;
    } else if (lot.quantity === null) tally.uncounted = { why: 'never-recorded' };
    else if (old !== null) tally.uncounted ??= old;
    else {
      const sum = sums.get(lot.unit) ?? { unit: lot.unit, quantity: 0 };
      sum.quantity += lot.quantity;
      sums.set(lot.unit, sum);
      tally.latest = ages.latest(tally.latest, moment?.at ?? null)?.at ?? null;
    }
  }
  tally.sums = [...sums.values()];
  return tally;
}
