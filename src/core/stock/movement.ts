/** Movements read as a ledger: a stock or an occupancy is their sum and never an editable cell. */
import type { Instant, Movement, OccupancyMovement, StockMovement } from '../model/index.ts';

/** One movement, of a lot or of the people in a shelter. */
export interface LedgerEntry {
  id: string;
  movement: Movement;
  /** In the lot's unit, or people. */
  quantity: number;
  at: Instant;
  reason: string | null;
  /** null = an import or a tool. */
  byName: string | null;
  /** Nobody knows when it was counted; `at` is when it was entered. */
  undated: boolean;
  /** One half of a transfer between depots. */
  isTransfer: boolean;
}

export interface LedgerLine extends LedgerEntry {
  /** What there was afterwards; null = not known from the movements at hand. */
  after: number | null;
  /** For a count: how far it was from what the movements said; null = there was nothing to compare with. */
  difference: number | null;
}

export const stockEntry = ({ transferId, ...one }: StockMovement): LedgerEntry => ({
  ...one,
  isTransfer: transferId !== null,
});

export const occupancyEntry = ({ people, ...one }: OccupancyMovement): LedgerEntry => ({
  ...one,
  quantity: people,
  isTransfer: false,
});

/** 0.1 + 0.2 is 0.3: sums of decimals are kept to the millionth. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * Running sums for a list, newest first. `complete` = the list goes back to the first movement; otherwise sums are
 * unknown before the oldest count in it, and only what follows that count is summed.
 */
export function ledger(newestFirst: readonly LedgerEntry[], complete: boolean): LedgerLine[] {
  let sum: number | null = complete ? 0 : null;
  const lines = [...newestFirst].reverse().map((one, i): LedgerLine => {
    const before = i === 0 ? null : sum;
    if (one.movement === 'count') sum = one.quantity;
    else if (sum !== null) sum = tidy(sum + (one.movement === 'in' ? one.quantity : -one.quantity));
    const difference =
      one.movement === 'count' && before !== null ? tidy(one.quantity - before) : null;
    return { ...one, after: sum, difference };
  });
  return lines.reverse();
}
