import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { Answer } from '../../../src/core/ranking/types.ts';
import { DAY, NOW, SETTINGS, YEAR, ago, question, setting, tables, team } from './register.ts';

const ids = (answer: Answer): string[] => answer.ranked.map((row) => row.id);
const reasons = (answer: Answer): Record<string, unknown> =>
  Object.fromEntries(answer.leftOut.map((row) => [row.id, row.because]));
const row = (answer: Answer, id: string) => answer.ranked.find((one) => one.id === id);

describe('a list of brigades of which only the names are known', () => {
  const register = tables({
    team: [team('b', { lng: 113.02 }), team('a', { lng: 113.01 }), team('c', { lng: 113.03 })],
  });

  it('ranks by distance, whatever is asked, and says what is unknown', () => {
    const answer = rankCandidates(
      question('team', { capability: '水域救援', onlyAvailable: true }),
      register,
    );
    expect(ids(answer)).toEqual(['a', 'b', 'c']);
    expect(answer.leftOut).toEqual([]);
    expect(answer.ranked[0]?.unknowns).toEqual([
      { fact: 'availability', why: 'never-recorded' },
      { fact: 'capability', why: 'never-recorded' },
    ]);
  });

  it('explains each score by its terms: one straight line, Turf metres', () => {
    const answer = rankCandidates(question('team'), register);
    const meters = greatCircle([113, 29], [113.01, 29]);
    expect(answer.scoreUnit).toBe('meters');
    expect(answer.ranked[0]).toMatchObject({
      terms: [{ tag: 'straight-line', meters, inside: false }],
      score: meters,
      distance: meters,
      place: [113.01, 29],
      placeFrom: 'base',
      basis: { tag: 'recorded' },
    });
  });
});

describe('availability', () => {
  const register = tables({
    team: [
      team('available', { availability: 'available', availabilityAt: ago(60) }),
      team('busy', { availability: 'busy', availabilityAt: ago(60) }),
      team('busy long ago', { availability: 'busy', availabilityAt: ago(2 * YEAR) }),
      team('busy, undated', { availability: 'busy', observedAt: null }),
      team('off duty', { availability: 'off_duty', availabilityAt: ago(60) }),
      team('unknown'),
    ],
  });

  it('leaves nobody out unless asked, and is said', () => {
    const answer = rankCandidates(question('team'), register);
    expect(answer.ranked).toHaveLength(6);
    expect(row(answer, 'busy')?.facts).toContainEqual({
      tag: 'availability',
      value: 'busy',
      at: ago(60),
    });
  });

  it('leaves out only what is recorded and not too old', () => {
    const answer = rankCandidates(question('team', { onlyAvailable: true }), register);
    expect(ids(answer)).toEqual(['available', 'busy long ago', 'unknown']);
    expect(reasons(answer)).toEqual({
      busy: { reason: 'unavailable', state: 'busy', at: ago(60) },
      'busy, undated': { reason: 'unavailable', state: 'busy', at: null },
      'off duty': { reason: 'unavailable', state: 'off_duty', at: ago(60) },
    });
    expect(row(answer, 'busy long ago')?.unknowns).toEqual([
      { fact: 'availability', why: 'too-old', at: ago(2 * YEAR), seconds: 2 * YEAR },
    ]);
  });
});

describe('a team that is out, and nobody knows where', () => {
  const out = { lng: 113.001, availability: 'busy', availabilityAt: ago(60) } as const;
  const old = { positionLng: 113.2, positionLat: 29.2, positionAt: ago(7200) };
  const register = tables({
    team: [
      team('away', { ...out, ...old }),
      team('away, never seen', { ...out, lng: 113.002 }),
      team('out and seen', { ...out, positionLng: 113.05, positionLat: 29, positionAt: ago(60) }),
      team('out long ago', { ...out, lng: 113.03, availabilityAt: ago(2 * YEAR) }),
      team('at its base', { lng: 113.04 }),
    ],
  });

  it('comes after all whose place is known, and its base distance is called that', () => {
    const answer = rankCandidates(question('team'), register);
    expect(ids(answer)).toEqual([
      'out long ago',
      'at its base',
      'out and seen',
      'away',
      'away, never seen',
    ]);
    expect(row(answer, 'away')).toMatchObject({
      basis: { tag: 'away', at: ago(7200), seconds: 7200 },
      terms: [{ tag: 'base-distance' }],
    });
    expect(row(answer, 'away, never seen')?.basis).toEqual({
      tag: 'away',
      at: null,
      seconds: null,
    });
    expect(answer.leftOut).toEqual([]);
  });

  it('is never listed in place of one whose place is known, and is still counted', () => {
    const answer = rankCandidates(question('team', { count: 4 }), register);
    expect(ids(answer)).toEqual(['out long ago', 'at its base', 'out and seen', 'away']);
    expect(answer.farther).toBe(1);
  });
});

describe('capability', () => {
  const register = tables({
    team: [
      team('can', { capabilities: ['水域救援', 'ＡＢＣ'] }),
      team('cannot', { capabilities: ['森林灭火'] }),
      team('could not, long ago', { capabilities: ['森林灭火'], observedAt: ago(3 * YEAR) }),
      team('could not, but verified', {
        capabilities: ['森林灭火'],
        observedAt: ago(3 * YEAR),
        verifiedAt: ago(DAY),
      }),
    ],
  });

  it('leaves out a current list without it', () => {
    const answer = rankCandidates(question('team', { capability: '水域救援' }), register);
    expect(ids(answer)).toEqual(['can', 'could not, long ago']);
    expect(reasons(answer)).toEqual({
      cannot: { reason: 'lacks-capability', capability: '水域救援', has: ['森林灭火'] },
      'could not, but verified': {
        reason: 'lacks-capability',
        capability: '水域救援',
        has: ['森林灭火'],
      },
    });
    expect(row(answer, 'can')?.facts).toContainEqual({ tag: 'capability', capability: '水域救援' });
    expect(row(answer, 'could not, long ago')?.age).toMatchObject({ old: true, seconds: 3 * YEAR });
  });

  it('is the same word in any width and case', () => {
    expect(ids(rankCandidates(question('team', { capability: ' abc ' }), register))).toContain(
      'can',
    );
  });
});

describe('where a team is', () => {
  const there = { positionLng: 113.5, positionLat: 29 };
  const register = tables({
    team: [
      team('young position', { ...there, positionAt: ago(1800) }),
      team('old position', { ...there, positionAt: ago(1801) }),
      team('old position, no base', { ...there, lng: null, lat: null, positionAt: ago(1801) }),
      team('undated position', { ...there, positionAt: null }),
      team('undated position, no base', { ...there, lng: null, lat: null, positionAt: null }),
      team('position from a wrong clock', { ...there, positionAt: ago(-DAY) }),
      team('position, no base', { ...there, lng: null, lat: null, positionAt: ago(1) }),
      team('half a position', { positionLng: 113.5, positionAt: ago(1) }),
      team('no place', { lng: null, lat: null }),
      team('no such place', { lng: 113, lat: 129 }),
    ],
  });
  const answer = rankCandidates(question('team'), register);
  const basis = (id: string): unknown => [row(answer, id)?.placeFrom, row(answer, id)?.basis];

  it('is its position while young enough, else its base, and that is said', () => {
    const position = { tag: 'position', at: ago(1800), seconds: 1800 };
    expect(basis('young position')).toEqual(['position', position]);
    const old = { tag: 'base-position-too-old', at: ago(1801), seconds: 1801, limit: 1800 };
    expect(basis('old position')).toEqual(['base', old]);
    expect(row(answer, 'old position')?.place).toEqual([113, 29]);
    const undated = { tag: 'base-position-too-old', at: null, seconds: null, limit: 1800 };
    expect(basis('undated position')).toEqual(['base', undated]);
    expect(basis('half a position')).toEqual(['base', { tag: 'recorded' }]);
  });

  it('is not where a clock a day ahead claims', () => {
    expect(basis('position from a wrong clock')).toEqual([
      'base',
      { tag: 'base-position-too-old', at: ago(-DAY), seconds: 0, limit: 1800 },
    ]);
  });

  it('without a base is the position, even undated, unless it is too old', () => {
    expect(row(answer, 'position, no base')?.place).toEqual([113.5, 29]);
    expect(basis('undated position, no base')).toEqual(['position', { tag: 'position-undated' }]);
    expect(reasons(answer)).toEqual({
      'old position, no base': {
        reason: 'position-too-old',
        at: ago(1801),
        seconds: 1801,
        limit: 1800,
      },
      'no place': { reason: 'no-place' },
      'no such place': { reason: 'no-place' },
    });
  });

  it('changes with the clock alone', () => {
    const later = new Date(Date.parse(NOW) + 1000).toISOString();
    expect(
      row(rankCandidates({ ...question('team'), now: later }, register), 'young position')
        ?.placeFrom,
    ).toBe('base');
    expect(row(rankCandidates(question('team'), register), 'young position')?.placeFrom).toBe(
      'position',
    );
  });

  it("keeps to the limit of the team's own district", () => {
    const patient = tables({
      team: [team('young position', { ...there, positionAt: ago(3000) })],
      district_setting: [...SETTINGS, setting('4306', 'position_max_age', 3600)],
    });
    expect(rankCandidates(question('team'), patient).ranked[0]?.placeFrom).toBe('position');
  });
});

it('says how old a record is and from whom', () => {
  const register = tables({
    team: [
      team('seen', { observedAt: ago(2 * DAY), verifiedAt: ago(DAY), source: '县应急局' }),
      team('undated', { observedAt: null }),
      team('nonsense', { observedAt: 'yesterday' }),
    ],
  });
  const answer = rankCandidates(question('team'), register);
  expect(row(answer, 'seen')?.age).toEqual({
    at: ago(DAY),
    seconds: DAY,
    old: false,
    source: '县应急局',
  });
  expect(row(answer, 'undated')?.age).toEqual({
    at: null,
    seconds: null,
    old: false,
    source: 'test',
  });
  expect(row(answer, 'nonsense')?.age.at).toBeNull();
});

it('refuses a clock or a place that is none', () => {
  const register = tables({ team: [team('a')] });
  expect(() => rankCandidates({ ...question('team'), now: 'soon' }, register)).toThrow(RangeError);
  expect(() => rankCandidates({ ...question('team'), place: [NaN, 29] }, register)).toThrow(
    RangeError,
  );
});
