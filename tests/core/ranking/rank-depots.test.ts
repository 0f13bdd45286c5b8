import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { StockLot } from '../../../src/core/model/index.ts';
import { DAY, DISTRICTS, YEAR, ago, depot, district, lot, question, tables } from './register.ts';

const ITEM = '救生衣';

/** The one depot's row or the reason why it is none, for lots given as differences from 50 件 counted yesterday. */
function asked(
  itemQuantity: number | null,
  lots: readonly Partial<StockLot>[],
  inventoryText: string | null = null,
) {
  const register = tables({
    depot: [depot('d', { inventoryText })],
    stock_lot: lots.map((given, i) => lot(`lot ${i}`, 'd', given)),
  });
  const answer = rankCandidates(question('depot', { item: ITEM, itemQuantity }), register);
  return { row: answer.ranked[0] ?? null, because: answer.leftOut[0]?.because ?? null };
}

describe('an item and a quantity', () => {
  it('counts all lots of the item together', () => {
    const { row } = asked(90, [
      {},
      { quantity: 40, quantityAt: ago(60) },
      { item: '帐篷', quantity: 900 },
    ]);
    const sums = [{ unit: '件', quantity: 90 }];
    expect(row?.facts).toEqual([
      { tag: 'stock', item: ITEM, items: [ITEM], quantity: 90, unit: '件', sums, at: ago(60) },
    ]);
    expect(row?.unknowns).toEqual([]);
  });

  it('leaves out what is recorded as less', () => {
    expect(asked(91, [{}, { quantity: 40 }]).because).toEqual({
      reason: 'stock-short',
      item: ITEM,
      asked: 91,
      has: 90,
      unit: '件',
      expired: 0,
    });
  });

  it('takes any amount when none is asked, but not zero', () => {
    expect(asked(null, [{ quantity: 1 }]).row).not.toBeNull();
    expect(asked(null, [{ quantity: 0 }]).because).toMatchObject({
      reason: 'stock-short',
      asked: null,
      has: 0,
    });
  });

  it('is recognised in full-width letters and other case', () => {
    const register = tables({
      depot: [depot('d')],
      stock_lot: [lot('l', 'd', { item: 'ＰＣ-300 ' })],
    });
    const answer = rankCandidates(question('depot', { item: 'pc-300', itemQuantity: 1 }), register);
    expect(answer.ranked).toHaveLength(1);
  });
});

describe('lots past their date', () => {
  it('do not count, and that is said', () => {
    const { row } = asked(50, [{}, { quantity: 30, expiresOn: '2026-11-21' }]);
    expect(row?.facts).toContainEqual({
      tag: 'expired-stock',
      item: ITEM,
      lots: 1,
      quantity: 30,
      unit: '件',
    });
    expect(asked(60, [{}, { quantity: 30, expiresOn: '2026-11-21' }]).because).toMatchObject({
      has: 50,
      expired: 30,
    });
  });

  it('alone leave a depot with nothing', () => {
    expect(asked(1, [{ expiresOn: '2020-01-01' }]).because).toMatchObject({
      reason: 'stock-short',
      has: 0,
      expired: 50,
    });
  });

  it('are good through the last day, by the day of their district', () => {
    expect(asked(50, [{ expiresOn: '2026-11-22' }]).row).not.toBeNull();
    // NOW is 04:00 UTC on the 22nd: noon in Shanghai, still the 21st in Honolulu.
    const register = (timezone: string) =>
      tables({
        depot: [depot('d')],
        stock_lot: [lot('l', 'd', { expiresOn: '2026-11-21' })],
        district: [
          ...DISTRICTS.filter(({ code }) => code !== '430611'),
          district('430611', '4306', timezone),
        ],
      });
    const ask = question('depot', { item: ITEM });
    expect(rankCandidates(ask, register('Asia/Shanghai')).ranked).toHaveLength(0);
    expect(rankCandidates(ask, register('Pacific/Honolulu')).ranked).toHaveLength(1);
    expect(rankCandidates(ask, register('Not/AZone')).ranked).toHaveLength(0);
  });
});

describe('unknown stock ranks and is said', () => {
  const unknown = (...why: Parameters<typeof asked>) => asked(...why).row?.unknowns;

  it('when nothing is recorded at all', () => {
    expect(unknown(10, [])).toEqual([{ fact: 'stock', why: 'never-recorded' }]);
  });

  it('when a lot was never counted, unless the others are enough', () => {
    expect(unknown(60, [{}, { quantity: null }])).toEqual([
      { fact: 'stock', why: 'never-recorded' },
    ]);
    expect(unknown(50, [{}, { quantity: null }])).toEqual([]);
  });

  it('when the count is too old', () => {
    const old = { quantityAt: ago(2 * YEAR), observedAt: ago(3 * YEAR) };
    const why = { fact: 'stock', why: 'too-old', at: ago(2 * YEAR), seconds: 2 * YEAR };
    expect(unknown(10, [old])).toEqual([why]);
    expect(unknown(10, [{ ...old, item: '帐篷' }])).toEqual([why]);
    expect(unknown(10, [{ ...old, verifiedAt: ago(DAY) }])).toEqual([]);
  });

  it('when the lots are in units that cannot be added', () => {
    expect(unknown(60, [{}, { unit: '箱', quantity: 20 }])).toEqual([
      { fact: 'stock', why: 'units-differ' },
    ]);
    expect(asked(50, [{}, { unit: '箱', quantity: 20 }]).row?.facts).toMatchObject([
      { quantity: 50, unit: '件' },
    ]);
  });

  it('when only the text of the inventory names it', () => {
    expect(unknown(10, [{ item: '帐篷' }], '帐篷20顶、救生衣若干')).toEqual([
      { fact: 'stock', why: 'only-in-text' },
    ]);
  });

  it('but a current list without the item is a recorded negative, as long as another list bears the word', () => {
    const elsewhere = { depotId: 'far', quantity: 0 };
    expect(asked(10, [{ item: '帐篷' }, elsewhere]).because).toMatchObject({
      reason: 'stock-short',
      has: 0,
      unit: null,
    });
  });
});

it('asks nothing of a depot when no item is asked', () => {
  const register = tables({ depot: [depot('b'), depot('a')] });
  const answer = rankCandidates(question('depot'), register);
  expect(answer.ranked.map(({ id, facts, unknowns }) => [id, facts, unknowns])).toEqual([
    ['a', [], []],
    ['b', [], []],
  ]);
});
