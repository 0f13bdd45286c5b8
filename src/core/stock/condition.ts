/**
 * What is wrong with a lot of stock: past its date, soon past it, below its minimum. Two dimensions that are kept
 * apart: a lot can be short and expired at once. Unknown is no alarm and no all-clear: it is listed as uncounted.
 */
import type { StockLot } from '../model/index.ts';

/** The most pressing first: the order of marks and of lists. */
export const STOCK_MARKS = ['expired', 'low', 'expiring'] as const;
export type StockMark = (typeof STOCK_MARKS)[number];

export interface LotCondition {
  marks: readonly StockMark[];
  /** Whole days until the last good day; negative once it has passed, null without a date. */
  daysLeft: number | null;
  /** How much is missing to the minimum; null when enough, uncounted or without a minimum. */
  missing: number | null;
}

const DAY_MS = 86_400_000;

/** Days from one calendar day to another, both `YYYY-MM-DD`; null when either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
  return Number.isNaN(days) ? null : Math.round(days);
}

/**
 * The condition of a lot on a day of its district. `noticeDays` comes from the district's `expiry_notice`: so many
 * days before the last good day a lot counts as expiring. A lot counted as empty holds nothing that could expire.
 */
export function lotCondition(
  { quantity, minimum, expiresOn }: Pick<StockLot, 'quantity' | 'minimum' | 'expiresOn'>,
  today: string,
  noticeDays: number,
): LotCondition {
  const daysLeft = expiresOn === null ? null : daysBetween(today, expiresOn);
  const holdsSome = quantity === null || quantity > 0;
  const isLow = quantity !== null && minimum !== null && quantity < minimum;
  const is: Readonly<Record<StockMark, boolean>> = {
    // The date on the box is its last good day.
    expired: holdsSome && daysLeft !== null && daysLeft < 0,
    low: isLow,
    expiring: holdsSome && daysLeft !== null && daysLeft >= 0 && daysLeft <= noticeDays,
  };
  return {
    marks: STOCK_MARKS.filter((mark) => is[mark]),
    daysLeft,
    missing: isLow ? minimum - quantity : null,
  };
}
