import { describe, expect, it } from 'vitest';
import { lotCondition, watchStock } from '../../../src/core/stock/index.ts';
import { district, lot, NOW, setting } from '../ranking/register.ts';

const TODAY = '2026-11-22';
const of = (given: Parameters<typeof lot>[2], notice = 30) =>
  lotCondition(lot('l', 'd', given), TODAY, notice);

describe('the condition of a lot', () => {
  it('takes the date on the box as the last good day', () => {
    expect(of({ quantity: 5, expiresOn: '2026-11-21' })).toMatchObject({
      marks: ['expired'],
      daysLeft: -1,
    });
    expect(of({ quantity: 5, expiresOn: TODAY })).toMatchObject({
      marks: ['expiring'],
      daysLeft: 0,
    });
    expect(of({ quantity: 5, expiresOn: '2026-12-22' }).marks).toEqual(['expiring']);
    expect(of({ quantity: 5, expiresOn: '2026-12-23' }).marks).toEqual([]);
  });

  it('keeps short and expired apart, the most pressing first', () => {
    expect(of({ quantity: 5, minimum: 20, expiresOn: '2026-01-01' })).toMatchObject({
      marks: ['expired', 'low'],
      missing: 15,
    });
    expect(of({ quantity: 20, minimum: 20 })).toMatchObject({ marks: [], missing: null });
  });

  it('raises no alarm and no all-clear where nobody counted', () => {
    expect(of({ quantity: null, minimum: 20 })).toMatchObject({ marks: [], missing: null });
    expect(of({ quantity: null, expiresOn: '2026-01-01' }).marks).toEqual(['expired']);
  });

  it('lets an empty lot expire unsaid, because nothing is left to throw away', () => {
    expect(of({ quantity: 0, minimum: 1, expiresOn: '2026-01-01' }).marks).toEqual(['low']);
  });

  it('warns of nothing ahead where no district has said how long before', () => {
    expect(of({ quantity: 5, expiresOn: '2026-11-23' }, -1).marks).toEqual([]);
  });
});

describe('the watch over all stock', () => {
  const districts = new Map(
    [district('0', null), district('43', '0'), district('44', '0')].map((one) => [one.code, one]),
  );
  const settings = [
    setting('0', 'expiry_notice', 10 * 86_400),
    setting('43', 'expiry_notice', 60 * 86_400),
  ];
  const lots = [
    lot('a', 'd1', { districtCode: '43', quantity: 5, expiresOn: '2027-01-10' }),
    lot('b', 'd2', { districtCode: '44', quantity: 5, expiresOn: '2027-01-10' }),
    lot('c', 'd2', { districtCode: '44', quantity: 1, minimum: 10 }),
    lot('d', 'd2', { districtCode: '44', quantity: 9, minimum: 10, expiresOn: '2026-01-01' }),
    lot('e', 'd3', { districtCode: '44', quantity: null }),
  ];
  const watch = watchStock(
    {
      stock_lot: new Map(lots.map((one) => [one.id, one])),
      district: districts,
      district_setting: new Map(settings.map((one) => [one.id, one])),
    },
    NOW,
  );
  const ids = (list: readonly { lot: { id: string } }[]) => list.map((one) => one.lot.id);

  it("goes by each district's own notice", () => expect(ids(watch.expiring)).toEqual(['a']));
  it('puts the largest gap first', () => expect(ids(watch.low)).toEqual(['c', 'd']));
  it('lists what nobody counted apart', () => expect(ids(watch.uncounted)).toEqual(['e']));
  it('gives each depot its marks, the most pressing first', () => {
    expect(watch.depots.get('d1')).toEqual(['expiring']);
    expect(watch.depots.get('d2')).toEqual(['expired', 'low']);
    expect(watch.depots.has('d3')).toBe(false);
  });
});
