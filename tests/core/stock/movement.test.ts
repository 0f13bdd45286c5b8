import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledger, readAmount, readEntry } from '../../../src/core/stock/index.ts';
import type { LedgerEntry, MovementEntry, MovementSubject } from '../../../src/core/stock/index.ts';

let id = 0;
const move = (movement: LedgerEntry['movement'], quantity: number): LedgerEntry => ({
  id: String(id++),
  movement,
  quantity,
  at: '2026-11-22T00:00:00Z',
  reason: null,
  byName: null,
  undated: false,
  isTransfer: false,
});
const oldestFirst = (...moves: LedgerEntry[]): LedgerEntry[] => moves.reverse();

describe('a ledger', () => {
  it('says what there was after each movement, and how far a count was from the books', () => {
    const lines = ledger(
      oldestFirst(move('in', 100), move('out', 30), move('count', 68), move('out', 8)),
      true,
    );
    expect(lines.map(({ after }) => after)).toEqual([60, 68, 70, 100]);
    expect(lines.map(({ difference }) => difference)).toEqual([null, -2, null, null]);
  });

  it('knows no sum before the oldest count of a list that does not go back to the beginning', () => {
    const lines = ledger(oldestFirst(move('out', 5), move('count', 40), move('in', 2)), false);
    expect(lines.map(({ after }) => after)).toEqual([42, 40, null]);
    expect(lines.map(({ difference }) => difference)).toEqual([null, null, null]);
  });

  it('keeps sums of decimals exact', () => {
    expect(ledger(oldestFirst(move('in', 0.1), move('in', 0.2)), true)[0]?.after).toBe(0.3);
  });

  it('ends at the last count plus what came and minus what went after it, for any history', () => {
    const any = fc.array(
      fc.record({ movement: fc.constantFrom('in', 'out', 'count'), quantity: fc.nat(1000) }),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(any, (history) => {
        const moves = history.map(({ movement, quantity }) => move(movement as 'in', quantity));
        const last = moves.findLastIndex((one) => one.movement === 'count');
        const after = moves
          .slice(last + 1)
          .reduce((sum, one) => sum + (one.movement === 'in' ? 1 : -1) * one.quantity, 0);
        const start = last === -1 ? 0 : (moves[last]?.quantity ?? 0);
        expect(ledger([...moves].reverse(), true)[0]?.after).toBe(start + after);
      }),
    );
  });
});

describe('an entry', () => {
  const subject: MovementSubject = { has: 50, wholeOnly: false, depotId: 'here' };
  const entry = (given: Partial<MovementEntry>): MovementEntry => ({
    act: 'out',
    amount: '10',
    reason: '防汛领用',
    toDepotId: null,
    ...given,
  });
  const faults = (given: Partial<MovementEntry>, about: Partial<MovementSubject> = {}) => {
    const read = readEntry(entry(given), { ...subject, ...about });
    return read.tag === 'faulty' ? read.faults : [];
  };

  it('reads numbers as people type them', () => {
    expect(['１２', ' 1,200 ', '3.5', '－1', '', '12个', '1e3', '0x10'].map(readAmount)).toEqual([
      12,
      1200,
      3.5,
      -1,
      null,
      null,
      null,
      null,
    ]);
  });

  it('refuses to take out more than there is, with both numbers', () => {
    expect(faults({ amount: '51' })).toEqual([{ tag: 'beyond', asked: 51, has: 50 }]);
    expect(faults({ amount: '50' })).toEqual([]);
    expect(faults({ amount: '51', act: 'in' })).toEqual([]);
    expect(faults({ act: 'transfer', amount: '51', toDepotId: 'there' })).toEqual([
      { tag: 'beyond', asked: 51, has: 50 },
    ]);
  });

  it('lets nothing leave a stock nobody counted: unknown is not nothing, and not enough either', () => {
    expect(faults({}, { has: null })).toEqual([{ tag: 'never-counted' }]);
    expect(faults({ act: 'count', amount: '0' }, { has: null })).toEqual([]);
  });

  it('asks why, except for a count', () => {
    expect(faults({ reason: ' ' })).toEqual([{ tag: 'reason-missing' }]);
    expect(readEntry(entry({ act: 'count', reason: ' ' }), subject)).toMatchObject({
      tag: 'ok',
      reason: null,
    });
  });

  it('takes 0 for a count alone, and people in whole numbers', () => {
    expect(faults({ amount: '0' })).toEqual([{ tag: 'amount-not-positive' }]);
    expect(faults({ amount: '-1', act: 'count' })).toEqual([{ tag: 'amount-not-positive' }]);
    expect(faults({ amount: '1.5' }, { wholeOnly: true })).toEqual([{ tag: 'amount-not-whole' }]);
  });

  it('transfers to another depot only', () => {
    expect(faults({ act: 'transfer' })).toEqual([{ tag: 'depot-missing' }]);
    expect(faults({ act: 'transfer', toDepotId: 'here' })).toEqual([{ tag: 'depot-missing' }]);
  });
});
