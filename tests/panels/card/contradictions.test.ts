import { describe, expect, it } from 'vitest';
import type { Closure, EvacuationRoute } from '../../../src/core/model/index.ts';
import { contradictionsOf } from '../../../src/panels/card/contradictions.ts';
import type { ContradictionTables } from '../../../src/panels/card/contradictions.ts';
import { ago, hazard, NOW, setting, shelter, tables, team } from '../../core/ranking/register.ts';
import type { Register } from '../../core/ranking/register.ts';

const now = Date.parse(NOW);
const all = (register: Register, closures: readonly Closure[] = []): ContradictionTables => ({
  ...tables(register),
  evacuation_route: new Map(),
  settlement: new Map(),
  closure: new Map(closures.map((closure) => [closure.id, closure])),
});
const tags = (found: readonly { tag: string }[]): string[] => found.map(({ tag }) => tag);
const area = (half: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [113 - half, 29 - half],
      [113 + half, 29 - half],
      [113 + half, 29 + half],
      [113 - half, 29 + half],
      [113 - half, 29 - half],
    ],
  ],
});

describe('the thresholds', () => {
  const near = (register: Register) =>
    tags(contradictionsOf('team', team('a', { name: '城东救援队' }), all(register), now));
  const twin = team('b', { name: '城东救援队', lat: 29.0015 });

  it('are settings: what counts as close is what the district says', () => {
    const district = [setting('0', 'twin_distance', 200), setting('0', 'twin_likeness', 0.7)];
    expect(near({ team: [twin] })).toEqual([]);
    expect(near({ team: [twin], district_setting: district })).toEqual(['twin']);
  });

  it('tell no doubt where nobody has set one', () => {
    expect(near({ team: [{ ...twin, lat: 29 }], district_setting: [] })).toEqual([]);
    expect(near({ team: [{ ...twin, lat: 29 }] })).toEqual(['twin']);
  });
});

describe('what is doubtful about a shelter', () => {
  it('more people than it holds, people in a closed one, parts that do not add up', () => {
    const one = shelter('s', {
      capacity: 100,
      capacityIndoor: 30,
      capacityOutdoor: 60,
      occupancy: 120,
      state: 'closed',
    });
    expect(tags(contradictionsOf('shelter', one, all({}), now))).toEqual([
      'occupancyOverCapacity',
      'closedButOccupied',
      'partsDiffer',
    ]);
  });

  it('nothing, where something is merely unknown', () => {
    const one = shelter('s', {
      capacity: null,
      capacityIndoor: 30,
      occupancy: 120,
      state: 'unknown',
    });
    expect(contradictionsOf('shelter', one, all({}), now)).toEqual([]);
  });

  it('called suitable for the very event whose area it lies in', () => {
    const flood = hazard('h', { name: '低洼区', geometry: area(0.01) });
    const fit = shelter('s', { suitability: { flood: 'yes', landslide: 'yes' } });
    expect(contradictionsOf('shelter', fit, all({ hazard: [flood] }), now)).toEqual([
      { tag: 'suitableInsideHazard', event: 'flood', hazard: '低洼区' },
    ]);
    const outside = shelter('s', { lng: 113.5, suitability: { flood: 'yes' } });
    expect(contradictionsOf('shelter', outside, all({ hazard: [flood] }), now)).toEqual([]);
    const closed = hazard('h', { geometry: area(0.01), rectificationState: 'closed' });
    expect(contradictionsOf('shelter', fit, all({ hazard: [closed] }), now)).toEqual([]);
  });
});

describe('twins', () => {
  const here = shelter('1', { name: '望渡镇中学操场' });
  const found = (name: string, lng: number) =>
    contradictionsOf('shelter', here, all({ shelter: [here, shelter('2', { name, lng })] }), now);

  it('are near and called nearly the same', () => {
    expect(found('望渡中学运动场', 113.0004)).toMatchObject([
      { tag: 'twin', id: '2', name: '望渡中学运动场' },
    ]);
  });
  it('are not: far, or called otherwise, or with another number', () => {
    expect(found('望渡中学运动场', 113.01)).toEqual([]);
    expect(found('县人民医院', 113.0004)).toEqual([]);
    const first = shelter('1', { name: '安居小区3号楼' });
    const second = shelter('2', { name: '安居小区4号楼' });
    expect(contradictionsOf('shelter', first, all({ shelter: [first, second] }), now)).toEqual([]);
  });
});

describe('routes and teams', () => {
  const line = {
    type: 'LineString' as const,
    coordinates: [
      [113, 29],
      [113.1, 29],
    ],
  };
  const route = {
    ...shelter('r'),
    geometry: line,
    settlementId: null,
    shelterId: 's',
    widthM: null,
    state: 'open',
  } as unknown as EvacuationRoute;
  const closure = (given: Partial<Closure> = {}): Closure => ({
    ...shelter('c'),
    lng: 113.05,
    lat: 29.0001,
    reason: '塌方',
    fromAt: ago(3600),
    untilAt: null,
    liftedAt: null,
    ...given,
  });

  it('a route called passable with a closure on it, or to a closed shelter', () => {
    const register = { shelter: [shelter('s', { name: '甲', state: 'closed' })] };
    expect(contradictionsOf('evacuation_route', route, all(register, [closure()]), now)).toEqual([
      { tag: 'routeToClosed', shelter: '甲' },
      { tag: 'routeThroughClosure', reason: '塌方' },
    ]);
  });

  it('not when the closure is elsewhere, lifted or yet to come', () => {
    for (const other of [
      closure({ lat: 29.01 }),
      closure({ liftedAt: ago(60) }),
      closure({ fromAt: ago(-3600) }),
    ])
      expect(contradictionsOf('evacuation_route', route, all({}, [other]), now)).toEqual([]);
  });

  it('a team ready with nobody, and a record from the future', () => {
    const one = team('t', { availability: 'available', people: 0, observedAt: ago(-7200) });
    expect(tags(contradictionsOf('team', one, all({}), now))).toEqual([
      'availableWithoutPeople',
      'observedInFuture',
    ]);
    expect(
      contradictionsOf('team', team('t', { availability: 'available' }), all({}), now),
    ).toEqual([]);
  });
});
