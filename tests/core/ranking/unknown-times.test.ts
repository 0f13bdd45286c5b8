/** What nobody has recorded never looks like an advantage: ranges, near ties, and paces that were measured. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { ByRoad, RoadTimes } from '../../../src/core/ranking/roads.ts';
import type { Team } from '../../../src/core/model/index.ts';
import { SETTINGS, ago, question, setting, shelter, tables, team } from './register.ts';

const NOON = '2026-11-22T04:00:00Z';
const NIGHT = '2026-11-22T12:00:00Z';
const RULES = [
  ...SETTINGS,
  setting('0', 'mobilisation_default', 1800),
  setting('0', 'mobilisation_fast', 600),
  setting('0', 'mobilisation_manned', 300),
  setting('0', 'mobilisation_manned_fast', 60),
  setting('0', 'near_tie', 120),
  setting('0', 'night_begins', 72_000),
  setting('0', 'night_ends', 21_600),
  setting('0', 'night_road_factor', 1),
  setting('0', 'pace_slow', 2),
  setting('0', 'pace_ordinary', 2.5),
  setting('0', 'pace_team', 4),
  setting('0', 'pace_night_factor', 0.8),
];
const reached = (seconds: number, offRoad = 0): ByRoad => ({
  tag: 'reached',
  seconds,
  meters: seconds * 10,
  offRoad,
});
const roads = (
  times: Record<string, ByRoad>,
  by: RoadTimes['by'] = 'emergency-car',
): RoadTimes => ({
  by,
  times: new Map(Object.entries(times)),
});
const known = (id: string, seconds: number, more: Partial<Team> = {}): Team =>
  team(id, {
    mobilisationDayS: seconds,
    mobilisationNightS: seconds,
    availability: 'available',
    availabilityAt: ago(60),
    ...more,
  });
const asked = question('team', {}, { now: NOON });

describe('a team without a turn-out time', () => {
  const turnOutOf = (unknown: Team, others: readonly Team[]) => {
    const register = tables({ district_setting: RULES, team: [unknown, ...others] });
    return rankCandidates(asked, register, roads({ [unknown.id]: reached(60) })).ranked[0]
      ?.terms[0];
  };
  const militia = [300, 900, 1200, 1800, 2400].map((seconds, i) =>
    known(`m${i}`, seconds, { kind: '应急民兵' }),
  );

  it('takes the quartiles of its own kind, where enough of them recorded theirs', () => {
    expect(turnOutOf(team('x', { kind: '应急民兵' }), militia)).toEqual({
      tag: 'mobilisation',
      seconds: 1800,
      assumed: { fast: 900, from: { by: 'kind', kind: '应急民兵', teams: 5 } },
    });
  });

  it('takes the rule for stations manned day and night, in the words of several languages', () => {
    for (const kind of ['消防救援', '医疗急救', '消防署', '救急隊', 'fire station', 'EMS'])
      expect(turnOutOf(team('x', { kind }), militia), kind).toMatchObject({
        seconds: 300,
        assumed: { fast: 60 },
      });
    for (const kind of [
      '森林消防',
      '志愿消防队',
      '微型消防站',
      '消防団',
      'volunteer fire brigade',
      '排水队',
    ])
      expect(turnOutOf(team('x', { kind }), militia), kind).toMatchObject({
        seconds: 1800,
        assumed: { fast: 600 },
      });
  });

  it('takes all recorded times where there are enough of them, else the district’s rule', () => {
    const more = [...militia, known('a', 60), known('b', 120), known('c', 180)];
    expect(turnOutOf(team('x', { kind: '排水队' }), more)).toEqual({
      tag: 'mobilisation',
      seconds: 1200,
      assumed: { fast: 120, from: { by: 'register', teams: 8 } },
    });
    expect(turnOutOf(team('x', { kind: '排水队' }), [])).toEqual({
      tag: 'mobilisation',
      seconds: 1800,
      assumed: { fast: 600, from: { by: 'rule', source: 'test' } },
    });
  });
});

describe('the order', () => {
  it('puts a known team before an unknown one that is not clearly sooner, and shows its range', () => {
    const register = tables({
      district_setting: RULES,
      team: [
        known('fire', 60),
        team('new', { kind: '消防救援' }),
        team('other', { kind: '排水队' }),
      ],
    });
    const order = (times: Record<string, ByRoad>) =>
      rankCandidates(asked, register, roads(times)).ranked;
    const near = order({ fire: reached(600), new: reached(301), other: reached(10) });
    // 660 recorded; 301 + 60…300, that is 361–601, unknown and within two minutes; 610–1810.
    expect(near.map(({ id, score, fastest }) => [id, score, fastest])).toEqual([
      ['fire', 660, null],
      ['new', 601, 361],
      ['other', 1810, 610],
    ]);
    expect(
      order({ fire: reached(600), new: reached(200), other: reached(10) }).map(({ id }) => id),
    ).toEqual(['new', 'fire', 'other']);
  });

  it('holds for whatever is unknown, not for the turn-out alone', () => {
    const register = tables({
      district_setting: RULES,
      team: [known('a', 60, { availability: 'unknown' }), known('b', 60)],
    });
    const order = (first: number) =>
      rankCandidates(asked, register, roads({ a: reached(first), b: reached(600) })).ranked.map(
        ({ id }) => id,
      );
    expect(order(590)).toEqual(['b', 'a']);
    expect(order(400)).toEqual(['a', 'b']);
  });

  it('holds for a walk across something between a team and its road', () => {
    const register = tables({ district_setting: RULES, team: [known('a', 60), known('b', 60)] });
    const across: ByRoad = {
      tag: 'reached',
      seconds: 60,
      meters: 600,
      offRoad: 0,
      remarks: [{ tag: 'across', at: 'candidate', what: ['water'], meters: 20 }],
    };
    const order = (seconds: number): string[] =>
      rankCandidates(asked, register, roads({ a: across, b: reached(seconds) })).ranked.map(
        ({ id }) => id,
      );
    expect([order(170), order(190)]).toEqual([
      ['b', 'a'],
      ['a', 'b'],
    ]);
  });

  it('never puts an unknown row before a known one that it does not beat by its slow end and the tie', () => {
    const one = fc.record({
      road: fc.integer({ min: 0, max: 4000 }),
      turnOut: fc.option(fc.integer({ min: 0, max: 4000 })),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), (all) => {
        const teams = all.map(({ turnOut }, i) =>
          turnOut === null
            ? team(`t${i}`, { availability: 'available', availabilityAt: ago(60) })
            : known(`t${i}`, turnOut),
        );
        const times = Object.fromEntries(all.map(({ road }, i) => [`t${i}`, reached(road)]));
        const { ranked } = rankCandidates(
          { ...asked, filters: { ...asked.filters, count: 100 } },
          tables({ district_setting: RULES, team: teams }),
          roads(times),
        );
        expect(ranked).toHaveLength(teams.length);
        ranked.forEach((row, i) => {
          if (row.fastest === null) return;
          for (const later of ranked.slice(i + 1))
            if (later.fastest === null) expect(later.score - row.score).toBeGreaterThanOrEqual(120);
        });
      }),
    );
  });
});

describe('residents on their way to a shelter', () => {
  const register = tables({ district_setting: RULES, shelter: [shelter('s', { state: 'open' })] });
  const terms = (now: string) =>
    rankCandidates(
      question('shelter', {}, { now }),
      register,
      roads({ s: reached(720, 200) }, 'foot'),
    ).ranked[0]?.terms;

  it('walk at the slow pace, with the ordinary one beside it: 1 km on the road and 200 m off it', () => {
    expect(terms(NOON)).toEqual([
      {
        tag: 'road',
        by: 'foot',
        seconds: 1800,
        meters: 7200,
        factor: 1,
        walk: { slowKmh: 2, ordinaryKmh: 2.5, ordinary: 1440 },
      },
      {
        tag: 'off-road',
        seconds: 360,
        meters: 200,
        walk: { slowKmh: 2, ordinaryKmh: 2.5, ordinary: 288 },
      },
    ]);
  });

  it('are slower at night, on the road and off it', () => {
    expect(terms(NIGHT)).toMatchObject([
      { seconds: 2250, factor: 1.25, walk: { ordinary: 1800 } },
      { seconds: 450, walk: { ordinary: 360 } },
    ]);
  });

  it('say where the pace of the night is from', () => {
    const { slowed } = rankCandidates(
      question('shelter', {}, { now: NIGHT }),
      register,
      roads({ s: reached(720) }, 'foot'),
    );
    expect(slowed).toEqual([{ cause: 'night', factor: 1.25, source: 'test', clause: null }]);
  });
});

it('rescuers who leave the road walk at their own pace, by night as by day', () => {
  const register = tables({ district_setting: RULES, team: [known('t', 60)] });
  for (const now of [NOON, NIGHT]) {
    const { ranked } = rankCandidates(
      question('team', {}, { now }),
      register,
      roads({ t: reached(60, 400) }),
    );
    expect(ranked[0]?.terms[2]).toEqual({ tag: 'off-road', seconds: 360, meters: 400 });
  }
});
