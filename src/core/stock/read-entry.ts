/** A movement as a person typed it, checked before it is sent. The database decides again and in the end. */

export const STOCK_ACTS = ['in', 'out', 'count', 'transfer'] as const;
export type StockAct = (typeof STOCK_ACTS)[number];

/** What stands in the form. */
export interface MovementEntry {
  act: StockAct;
  amount: string;
  reason: string;
  /** Transfer: the depot it goes to. */
  toDepotId: string | null;
}

/** What the entry is about: a lot, or the people in a shelter. */
export interface MovementSubject {
  /** What there is now; null = never counted. */
  has: number | null;
  /** Whether only whole numbers are accepted, as for people. */
  wholeOnly: boolean;
  /** Transfer: where the lot is now. */
  depotId: string | null;
}

export type EntryFault =
  | { tag: 'amount-missing' }
  | { tag: 'amount-unreadable' }
  | { tag: 'amount-not-positive' }
  | { tag: 'amount-not-whole' }
  /** More is taken out than there is. */
  | { tag: 'beyond'; asked: number; has: number }
  /** Nobody knows what there is: it must be counted before anything can leave. */
  | { tag: 'never-counted' }
  | { tag: 'reason-missing' }
  | { tag: 'depot-missing' };

export type ReadEntry =
  | { tag: 'ok'; act: StockAct; amount: number; reason: string | null; toDepotId: string | null }
  | { tag: 'faulty'; faults: EntryFault[] };

/** A number as people type it: full-width digits, grouping commas, spaces; null = no number. */
export function readAmount(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，]/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Leaving stock needs a reason; a count is a reason of its own. */
export const needsReason = (act: StockAct): boolean => act !== 'count';
const leaves = (act: StockAct): boolean => act === 'out' || act === 'transfer';

function amountFaults(entry: MovementEntry, { has, wholeOnly }: MovementSubject): EntryFault[] {
  if (entry.amount.trim() === '') return [{ tag: 'amount-missing' }];
  const amount = readAmount(entry.amount);
  if (amount === null) return [{ tag: 'amount-unreadable' }];
  if (amount < 0 || (amount === 0 && entry.act !== 'count'))
    return [{ tag: 'amount-not-positive' }];
  if (wholeOnly && !Number.isInteger(amount)) return [{ tag: 'amount-not-whole' }];
  if (!leaves(entry.act)) return [];
  if (has === null) return [{ tag: 'never-counted' }];
  return amount > has ? [{ tag: 'beyond', asked: amount, has }] : [];
}

/** Reads an entry; every fault is named at once. */
export function readEntry(entry: MovementEntry, subject: MovementSubject): ReadEntry {
  const faults = amountFaults(entry, subject);
  const reason = entry.reason.trim();
  if (needsReason(entry.act) && reason === '') faults.push({ tag: 'reason-missing' });
  const { toDepotId } = entry;
  if (entry.act === 'transfer' && (toDepotId === null || toDepotId === subject.depotId)) {
    faults.push({ tag: 'depot-missing' });
  }
  const amount = readAmount(entry.amount);
  if (faults.length > 0 || amount === null) return { tag: 'faulty', faults };
  return { tag: 'ok', act: entry.act, amount, reason: reason === '' ? null : reason, toDepotId };
}
