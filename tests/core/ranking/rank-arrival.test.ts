/** Minutes, not metres: who is there first by road, who cannot be, and what was assumed. */
import { describe, expect, it } from 'vitest';
import { placesToReach, rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { ByRoad, RoadTimes } from '../../../src/core/ranking/roads.ts';
import { SETTINGS, ago, depot, question, setting, shelter, tables, team } from './register.ts';

const roads = (
  times: Record<string, ByRoad>,
  by: RoadTimes['by'] = 'emergency-car',
): RoadTimes => ({
  by,
  times: new Map(Object.entries(times)),
});
const reached = (seconds: number, offRoad = 0): ByRoad => ({
  tag: 'reached',
  seconds,
  meters: seconds * 10,
  offRoad,
});
const WITH_DEFAULTS = [
  ...SETTINGS,
  setting('0', 'mobilisation_default', 300),
  setting('0', 'loading_default', 900),
  setting('0', 'night_begins', 72_000),
  setting('0', 'night_ends', 21_600),
  setting('0', 'night_road_factor', 1.5),
  setting('0', 'rain_road_factor', 1.2),
];
/** 20:00 and 12:00 in Shanghai. */
const NIGHT = '2026-11-22T12:00:00Z';
const NOON = '2026-11-22T04:00:00Z';

describe('teams by arrival', () => {
  const register = tables({
    district_setting: WITH_DEFAULTS,
    team: [
      team('near', { lng: 113.01, mobilisationDayS: 60, mobilisationNightS: 240 }),
      team('far', { lng: 113.05, mobilisationDayS: 120, mobilisationNightS: 120 }),
      team('unknown', { lng: 113.02 }),
      team('island', { lng: 113.001 }),
      team('away', { lng: 113.0001, availability: 'busy', availabilityAt: ago(60) }),
    ],
  });
  const times = roads({
    near: reached(600),
    far: reached(300),
    unknown: reached(100),
    island: { tag: 'unreached', because: { reason: 'island' } },
  });

  it('rank by turn-out and road, then those that are away', () => {
    const answer = rankCandidates(question('team', {}, { now: NOON }), register, times);
    expect(answer.scoreUnit).toBe('seconds');
    expect(answer.ranked.map(({ id, score }) => [id, score]).slice(0, 3)).toEqual([
      ['unknown', 400],
      ['far', 420],
      ['near', 660],
    ]);
    expect(answer.ranked.map(({ id }) => id).slice(3)).toEqual(['away']);
    expect(answer.ranked.map(({ straightRank }) => straightRank)).toEqual([3, 4, 2, null]);
  });

  it('say what is assumed', () => {
    const answer = rankCandidates(question('team', {}, { now: NOON }), register, times);
    const row = (id: string) => answer.ranked.find((one) => one.id === id);
    expect(row('unknown')?.terms).toEqual([
      {
        tag: 'mobilisation',
        seconds: 300,
        assumed: { fast: 300, from: { by: 'rule', source: 'test' } },
      },
      { tag: 'road', by: 'emergency-car', seconds: 100, meters: 1000, factor: 1 },
    ]);
    expect(row('near')?.terms[0]).toEqual({ tag: 'mobilisation', seconds: 60, assumed: null });
    expect(row('away')).toMatchObject({ unreached: null, terms: [{ tag: 'base-distance' }] });
  });

  it('keep those without a route apart, all of them whatever the count, by the straight line and with its place in it', () => {
    const answer = rankCandidates(question('team', { count: 1 }, { now: NOON }), register, times);
    expect(answer.ranked.map(({ id }) => id)).toEqual(['unknown']);
    const [island, ...others] = answer.unreachable;
    expect(others).toEqual([]);
    expect(island).toMatchObject({
      id: 'island',
      unreached: { reason: 'island' },
      terms: [{ tag: 'straight-line' }],
      straightRank: 1,
    });
    expect(island?.score).toBe(island?.distance);
    expect(answer.ranked.length + answer.unreachable.length + answer.farther).toBe(answer.total);
  });

  it('name what lengthens the routes, by whom it was set, and what nobody has set', () => {
    const at = (now: string, rain: boolean) =>
      rankCandidates(question('team', {}, { now, rain }), register, times).slowed;
    expect(at(NOON, false)).toEqual([]);
    expect(at(NIGHT, true)).toMatchObject([
      { cause: 'night', factor: 1.5, source: 'test' },
      { cause: 'rain', factor: 1.2 },
    ]);
    const bare = { ...register, district_setting: new Map() };
    expect(
      rankCandidates(question('team', {}, { now: NOON, rain: true }), bare, times).slowed,
    ).toEqual([{ cause: 'rain', factor: null, source: null, clause: null }]);
    expect(
      rankCandidates(question('team', {}, { now: NIGHT, rain: true }), register, null).slowed,
    ).toEqual([]);
  });

  it('take the night of the district’s own clock, its turn-out and its slower roads, and rain', () => {
    const atNight = rankCandidates(
      question('team', {}, { now: NIGHT, rain: true }),
      register,
      times,
    );
    const near = atNight.ranked.find(({ id }) => id === 'near');
    expect(near?.terms[0]).toEqual({ tag: 'mobilisation', seconds: 240, assumed: null });
    expect(near?.terms[1]).toMatchObject({ seconds: 600 * 1.5 * 1.2, meters: 6000 });
    expect(near?.score).toBe(240 + 600 * 1.5 * 1.2);
  });

  it('walk from the road to an incident that lies off it', () => {
    const answer = rankCandidates(
      question('team', {}, { now: NOON }),
      register,
      roads({ far: reached(300, 400) }),
    );
    expect(answer.ranked[0]?.terms[2]).toEqual({ tag: 'off-road', seconds: 360, meters: 400 });
    expect(answer.ranked[0]?.score).toBeCloseTo(120 + 300 + 360, 6);
  });

  it('to the edge of an area: told without the closed road, which weighs in the order all the same', () => {
    const upTo = (seconds: number, offRoad: number): ByRoad => ({
      tag: 'reached',
      seconds,
      meters: null,
      offRoad,
      upTo: ['flood'],
    });
    const edges = roads({ near: upTo(60, 500), far: upTo(300, 20), unknown: upTo(0, 900) });
    const answer = rankCandidates(question('team', {}, { now: NOON }), register, edges);
    expect(
      answer.ranked.slice(0, 3).map(({ id, score, upTo: areas }) => [id, score, areas]),
    ).toEqual([
      ['far', 120 + 300, ['flood']],
      ['near', 60 + 60, ['flood']],
      ['unknown', 300, ['flood']],
    ]);
    expect(answer.ranked[0]?.terms.at(-1)).toEqual({ tag: 'closed-road', meters: 20 });
    expect(answer.ranked[1]?.terms.map(({ tag }) => tag)).toEqual([
      'mobilisation',
      'road',
      'closed-road',
    ]);
  });

  it('rank by the straight line where nobody has a route, and say so row by row', () => {
    const lost: ByRoad = {
      tag: 'unreached',
      because: { reason: 'no-road', end: 'incident', limit: 2000 },
    };
    const answer = rankCandidates(
      question('team', {}, { now: NOON }),
      register,
      roads({ near: lost, far: lost }),
    );
    expect(answer.scoreUnit).toBe('meters');
    expect(answer.unreachable).toEqual([]);
    expect(answer.ranked.find(({ id }) => id === 'near')?.unreached).toEqual(lost.because);
  });

  it('are cut at the count, and the rest is counted', () => {
    const answer = rankCandidates(question('team', { count: 2 }, { now: NOON }), register, times);
    expect(answer.ranked.map(({ id }) => id)).toEqual(['unknown', 'far']);
    expect(answer.farther).toBe(2);
    expect(answer.unreachable).toHaveLength(1);
  });

  it('ask the roads about those that qualify and are where they are measured to', () => {
    const { ids, places } = placesToReach(question('team', {}, { now: NOON }), register);
    expect(ids).toEqual(['far', 'island', 'near', 'unknown']);
    expect([...places.slice(0, 2)]).toEqual([113.05, 29]);
    expect(places).toHaveLength(8);
  });

  it('that the roads were not asked about stand by their straight line, after those that were', () => {
    const answer = rankCandidates(
      question('team', {}, { now: NOON }),
      register,
      roads({ far: reached(300) }),
    );
    expect(answer.ranked.map(({ id }) => id)).toEqual(['far', 'island', 'near', 'unknown', 'away']);
    expect(answer.ranked[1]).toMatchObject({ unreached: null, terms: [{ tag: 'straight-line' }] });
  });
});

describe('depots and shelters', () => {
  it('a depot loads a truck, by the district’s default; to a shelter people walk at once', () => {
    const register = tables({
      district_setting: WITH_DEFAULTS,
      depot: [depot('d')],
      shelter: [shelter('s')],
    });
    const asked = { now: NOON };
    const byTruck = rankCandidates(
      question('depot', {}, asked),
      register,
      roads({ d: reached(100) }, 'heavy-truck'),
    );
    expect(byTruck.ranked[0]?.terms).toEqual([
      {
        tag: 'loading',
        seconds: 900,
        assumed: { fast: 900, from: { by: 'rule', source: 'test' } },
      },
      { tag: 'road', by: 'heavy-truck', seconds: 100, meters: 1000, factor: 1 },
    ]);
    const onFoot = rankCandidates(
      question('shelter', {}, asked),
      register,
      roads({ s: reached(100) }, 'foot'),
    );
    expect(onFoot.ranked[0]?.terms).toEqual([
      { tag: 'road', by: 'foot', seconds: 100, meters: 1000, factor: 1 },
    ]);
  });
});
