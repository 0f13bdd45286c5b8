import { describe, expect, it } from 'vitest';
import type { Shelter } from '../../../src/core/model/index.ts';
import { trustOf, verificationQueue } from '../../../src/core/trust/index.ts';
import type { QueueFilter, QueueTables } from '../../../src/core/trust/index.ts';
import { ago, DAY, district, NOW, setting, shelter, team, YEAR } from '../ranking/register.ts';

const now = Date.parse(NOW);
const complete: Partial<Shelter> = {
  state: 'standby',
  capacity: 100,
  suitability: { flood: 'yes' },
};
const sure = (id: string, given: Partial<Shelter> = {}): Shelter =>
  shelter(id, {
    ...complete,
    observedAt: ago(5 * DAY),
    verifiedAt: ago(DAY),
    verifiedBy: 'me',
    ...given,
  });

const tables = (shelters: readonly Shelter[]): QueueTables => ({
  shelter: new Map(shelters.map((one) => [one.id, one])),
  team: new Map(),
  depot: new Map(),
  stock_lot: new Map(),
  hazard: new Map(),
  evacuation_route: new Map(),
  settlement: new Map(),
  district: new Map(
    [
      { ...district('0', null), path: '/0/' },
      { ...district('43', '0'), path: '/0/43/' },
      { ...district('4306', '43'), path: '/0/43/4306/' },
      { ...district('44', '0'), path: '/0/44/' },
    ].map((one) => [one.code, one]),
  ),
  district_setting: new Map([['s', setting('0', 'fact_max_age', YEAR)]]),
});
const all: QueueFilter = { districtCode: null, userId: null, kind: null };
const ids = (shelters: readonly Shelter[], filter = all) =>
  verificationQueue(tables(shelters), filter, now).items.map(({ id }) => id);

describe('the order of trust', () => {
  it('is disputed, never verified, too old, incomplete; the current are not in the queue', () => {
    const queue = [
      sure('current'),
      sure('incomplete', { capacity: null }),
      sure('old', { observedAt: ago(3 * YEAR), verifiedAt: ago(2 * YEAR) }),
      sure('never', { verifiedAt: null }),
      sure('disputed', { disputedAt: ago(DAY), disputeReason: '已拆' }),
    ];
    expect(ids(queue)).toEqual(['disputed', 'never', 'old', 'incomplete']);
    // One class alone; the counts stay those of all, so that what is left out is seen.
    expect(ids(queue, { ...all, trustClass: 'too-old' })).toEqual(['old']);
    expect(verificationQueue(tables(queue), { ...all, trustClass: 'too-old' }, now).counts).toEqual(
      {
        disputed: 1,
        'never-verified': 1,
        'too-old': 1,
        incomplete: 1,
        current: 1,
      },
    );
  });

  it('puts within a class those without a date first, then the oldest, then the id', () => {
    const never = (id: string, observedAt: string | null) =>
      sure(id, { verifiedAt: null, observedAt });
    expect(
      ids([never('b', ago(DAY)), never('a', ago(DAY)), never('c', ago(9 * DAY)), never('d', null)]),
    ).toEqual(['d', 'c', 'a', 'b']);
  });

  it('puts the oldest dispute first, whatever was verified when', () => {
    const disputed = (id: string, days: number) =>
      sure(id, { disputedAt: ago(days * DAY), disputeReason: 'x' });
    expect(ids([disputed('new', 1), disputed('old', 8)])).toEqual(['old', 'new']);
  });

  it('of the same age asks first about the one that knows least', () => {
    const at = ago(2 * YEAR);
    const old = (id: string, given: Partial<Shelter>) =>
      sure(id, { observedAt: at, verifiedAt: at, ...given });
    expect(ids([old('a', {}), old('b', { capacity: null, state: 'unknown' })])).toEqual(['b', 'a']);
  });
});

describe('the queue', () => {
  const never = (id: string, given: Partial<Shelter>) =>
    sure(id, { verifiedAt: null, verifiedBy: null, ...given });

  it('is of a district and everything below it', () => {
    const register = [
      never('in', { districtCode: '4306' }),
      never('at', { districtCode: '43' }),
      never('out', { districtCode: '44' }),
    ];
    expect(ids(register, { ...all, districtCode: '43' }).sort()).toEqual(['at', 'in']);
  });

  it('is of one person: what that person last confirmed or changed', () => {
    const register = [never('mine', { updatedBy: 'me' }), never('other', { updatedBy: 'you' })];
    expect(ids(register, { ...all, userId: 'me' })).toEqual(['mine']);
  });

  it('names the unknown facts rankings depend on', () => {
    expect(trustOf('team', team('t'), YEAR, now).unknowns).toEqual([
      'availability',
      'capability',
      'mobilisation',
    ]);
    expect(
      trustOf('shelter', sure('s', { state: 'open', occupancy: null }), YEAR, now).unknowns,
    ).toEqual(['occupancy']);
  });
});
