/** Whether a depot has what is asked for, and what is known and unknown about its stock. */
import type { Depot, Instant, StockLot } from '../model/index.ts';
import { recordedAt } from '../trust/index.ts';
import { later } from '../time/instants.ts';
import type { Ages } from '../trust/index.ts';
import type { Notes } from './assessment.ts';
import { bearsWord, namesAlike } from './names.ts';
import type {
  Fact,
  Filters,
  LeftOutBecause,
  RankingTables,
  StockSum,
  UnheardItem,
  UnknownWhy,
} from './types.ts';

const lotsByTable = new WeakMap<
  RankingTables['stock_lot'],
  ReadonlyMap<string, readonly StockLot[]>
>();

/** The lots of each depot; remembered per table, since tables are replaced and never changed. */
export function lotsByDepot(
  lots: RankingTables['stock_lot'],
): ReadonlyMap<string, readonly StockLot[]> {
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

const ALIKE_NAMED = 5;

/**
 * The item asked for, when no lot and no inventory text bears the word: then lists of stock say nothing about it, and
 * nobody may be left out for it. Null when some do, when nothing was asked, or when there are no lists at all.
 */
export function unheardItem(
  { item }: Filters,
  tables: Pick<RankingTables, 'depot' | 'stock_lot'>,
): UnheardItem | null {
  if (item === null || tables.stock_lot.size === 0) return null;
  for (const lot of tables.stock_lot.values()) if (bearsWord(lot.item, item)) return null;
  for (const { inventoryText } of tables.depot.values())
    if (inventoryText !== null && bearsWord(inventoryText, item)) return null;
  const names = [...tables.stock_lot.values()].map((lot) => lot.item);
  return { item, alike: namesAlike(item, names, ALIKE_NAMED) };
}

/** What the lots of one item come to. */
interface Tally {
  /** The lots' own words, each once. */
  items: Set<string>;
  sums: StockSum[];
  /** Lots whose quantity nobody counted, or too long ago. */
  uncounted: UnknownWhy | null;
  expiredLots: number;
  /** In `expiredUnit`; null = no expired lot was ever counted. */
  expired: number | null;
  expiredUnit: string | null;
  /** When the latest of the lots that count was counted; null as soon as nobody knows that of one of them. */
  latest: Instant | null;
  undated: boolean;
}

/** What is asked of a depot, and what there is to judge it by. */
interface DepotAsked {
  depot: Depot;
  filters: Pick<Filters, 'item' | 'itemQuantity'>;
  /** The depot's own. */
  lots: readonly StockLot[];
  /** The date where the depot is. */
  today: string;
  ages: Ages;
  /** No lot and no inventory text of the register bears the word asked for. */
  isUnheard: boolean;
}

interface DepotFound extends Notes {
  /** What leaves the depot out; null = nothing. */
  because: LeftOutBecause | null;
}

const NOTHING_ASKED: DepotFound = { because: null, facts: [], unknowns: [] };

/**
 * Whether a depot has what is asked for. Lots past their date do not count, and that is said. Lots in different units
 * are summed apart; when no unit alone is enough, nobody can say whether the depot has enough: unknown. A depot with a
 * current list of stock that lacks the item has none of it; a depot without any list is unknown, and so is a disputed
 * depot or lot; so is a word unheard of everywhere.
 */
export function assessDepot(asked: DepotAsked): DepotFound {
  const { depot, lots, today, ages, isUnheard } = asked;
  const { item, itemQuantity } = asked.filters;
  if (item === null) return NOTHING_ASKED;
  const disputed = depot.disputedAt === null ? null : ages.doubted(depot, null);
  if (disputed !== null)
    return { because: null, facts: [], unknowns: [{ fact: 'stock', ...disputed }] };
  const tally = tallyOf(lots, item, today, ages);
  const most = largestOf(tally.sums);
  const has = most?.quantity ?? 0;
  const unit = most?.unit ?? null;
  const facts = factsOf(item, tally, has, unit);
  const isEnough = itemQuantity === null || itemQuantity <= 0 ? has > 0 : has >= itemQuantity;
  if (isEnough) return { because: null, facts, unknowns: [] };
  const why = unknownBecause(depot, item, tally, lots, ages) ?? (isUnheard ? WORD_UNHEARD : null);
  if (why !== null) return { because: null, facts, unknowns: [{ fact: 'stock', ...why }] };
  const expired = tally.expired ?? 0;
  const because = { reason: 'stock-short', item, asked: itemQuantity, has, unit, expired } as const;
  return { because, facts, unknowns: [] };
}

const WORD_UNHEARD: UnknownWhy = { why: 'word-unheard' };

/** The unit of which there is most; the first among equals. */
const largestOf = (sums: readonly StockSum[]): StockSum | null =>
  sums.reduce<StockSum | null>(
    (best, sum) => (best && best.quantity >= sum.quantity ? best : sum),
    null,
  );

function factsOf(item: string, tally: Tally, quantity: number, unit: string | null): Fact[] {
  const facts: Fact[] = [];
  const { items, sums, expiredLots, expired, expiredUnit } = tally;
  const at = tally.undated ? null : tally.latest;
  if (sums.length > 0)
    facts.push({ tag: 'stock', item, items: [...items], quantity, unit, sums, at });
  if (expiredLots > 0)
    facts.push({
      tag: 'expired-stock',
      item,
      lots: expiredLots,
      quantity: expired,
      unit: expiredUnit,
    });
  return facts;
}

function unknownBecause(
  depot: Depot,
  item: string,
  tally: Tally,
  lots: readonly StockLot[],
  ages: Ages,
): UnknownWhy | null {
  if (tally.uncounted !== null) return tally.uncounted;
  if (tally.sums.filter((sum) => sum.quantity > 0).length > 1) return { why: 'units-differ' };
  if (tally.sums.length > 0) return null;
  if (bearsWord(depot.inventoryText ?? '', item)) return { why: 'only-in-text' };
  return tally.expiredLots > 0 ? null : noCurrentList(lots, ages);
}

/** Null when any lot, of whatever item, is a record that still counts: then a list exists, and the item is not on it. */
function noCurrentList(lots: readonly StockLot[], ages: Ages): UnknownWhy | null {
  let why: UnknownWhy = { why: 'never-recorded' };
  for (const lot of lots) {
    const old = ages.doubted(lot, countedAt(lot));
    if (old === null) return null;
    why = old;
  }
  return why;
}

/** When somebody last counted or confirmed a lot. */
const countedAt = (lot: StockLot): Instant | null => later(lot.quantityAt, recordedAt(lot));

function tallyOf(lots: readonly StockLot[], item: string, today: string, ages: Ages): Tally {
  const tally: Tally = {
    items: new Set(),
    sums: [],
    uncounted: null,
    expiredLots: 0,
    expired: null,
    expiredUnit: null,
    latest: null,
    undated: false,
  };
  for (const lot of lots) {
    if (!bearsWord(lot.item, item)) continue;
    // The date on the box is its last good day.
    if (lot.expiresOn !== null && lot.expiresOn < today) {
      tally.expiredLots++;
      tally.expiredUnit ??= lot.unit;
      if (lot.quantity !== null && lot.unit === tally.expiredUnit) {
        tally.expired = (tally.expired ?? 0) + lot.quantity;
      }
      continue;
    }
    const at = countedAt(lot);
    const old = ages.doubted(lot, at);
    if (lot.quantity === null) tally.uncounted = { why: 'never-recorded' };
    else if (old !== null) tally.uncounted ??= old;
    else {
      tally.items.add(lot.item.trim());
      const sum = tally.sums.find(({ unit }) => unit === lot.unit);
      if (sum === undefined) tally.sums.push({ unit: lot.unit, quantity: lot.quantity });
      else sum.quantity += lot.quantity;
      if (at === null) tally.undated = true;
      tally.latest = later(tally.latest, at);
    }
  }
  return tally;
}
