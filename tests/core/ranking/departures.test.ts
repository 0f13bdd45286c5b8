import { describe, expect, it } from 'vitest';
import { departures } from '../../../src/core/ranking/departures.ts';
import type { Baseline } from '../../../src/core/ranking/departures.ts';
import type { Answer } from '../../../src/core/ranking/types.ts';

const team = (id: string, given: object = {}) => ({
  id,
  name: id,
  availability: 'available',
  availabilityAt: null,
  positionLng: null,
  positionLat: null,
  positionAt: null,
  lng: 113,
  lat: 29,
  source: '登记',
  updatedAt: '2026-11-29T00:00:00Z',
  ...given,
});
type Made = ReturnType<typeof team>;

/** An answer that lists teams in this order, made from these records. */
const read = (listed: string[], teams: readonly Made[], leftOut: object[] = []): Baseline => ({
  answer: {
    ranked: listed.map((id) => ({ kind: 'team', id, name: id })),
    leftOut,
  } as unknown as Answer,
  tables: { team: new Map(teams.map((one) => [one.id, one])) } as unknown as Baseline['tables'],
});

const [a, b, c] = [team('a'), team('b'), team('c')];
const before = read(['a', 'b'], [a, b, c]);
const leftNow = (now: Baseline, elsewhere: string[] = []) =>
  departures(before, now, new Set(elsewhere)).map(({ id, before: was, now: is, cause }) => [
    id,
    was,
    is,
    cause,
  ]);

describe('who left the top of an answer', () => {
  it('says nothing while the same ones are listed and the first is first', () => {
    expect(leftNow(read(['a', 'c', 'b'], [a, b, c]))).toEqual([]);
  });

  it.each([
    [
      'another availability, also where that is what left it out',
      read(
        ['b', 'c'],
        [team('a', { availability: 'busy', availabilityAt: '2026-11-29T01:00:00Z' }), b, c],
        [{ id: 'a', because: { reason: 'unavailable', state: 'busy', at: null } }],
      ),
      { tag: 'availability', value: 'busy', at: '2026-11-29T01:00:00Z' },
    ],
    [
      'another reported position',
      read(
        ['b', 'c'],
        [
          team('a', { positionLng: 114, positionLat: 29, positionAt: '2026-11-29T02:00:00Z' }),
          b,
          c,
        ],
      ),
      { tag: 'moved', at: '2026-11-29T02:00:00Z' },
    ],
    [
      'another base',
      read(['b', 'c'], [team('a', { lng: 114 }), b, c]),
      { tag: 'moved', at: '2026-11-29T00:00:00Z' },
    ],
    ['being archived', read(['b', 'c'], [b, c]), { tag: 'gone' }],
    [
      'a condition it does not meet any more',
      read(
        ['b', 'c'],
        [team('a', { capabilities: [] }), b, c],
        [{ id: 'a', because: { reason: 'lacks-capability', capability: '破拆', has: [] } }],
      ),
      { tag: 'left-out', because: { reason: 'lacks-capability', capability: '破拆', has: [] } },
    ],
    [
      'anything else written about it',
      read(['b', 'c'], [team('a', { mobilisationDayS: 900 }), b, c]),
      { tag: 'changed', at: '2026-11-29T00:00:00Z' },
    ],
  ])('tells %s', (_, now, cause) => {
    expect(leftNow(now)).toEqual([['a', 1, null, cause]]);
  });

  it('tells who overtook: the first and whoever fell off the end', () => {
    const overtaken = { tag: 'overtaken', by: ['n'] };
    expect(leftNow(read(['n', 'a'], [a, b, c, team('n')]))).toEqual([
      ['a', 1, 2, overtaken],
      ['b', 2, null, { tag: 'overtaken', by: ['n'] }],
    ]);
  });

  it('tells of the first that is listed farther down, and of no other that is', () => {
    const now = read(['b', 'a'], [team('a', { availability: 'busy' }), b, c]);
    expect(leftNow(now)).toEqual([['a', 1, 2, { tag: 'availability', value: 'busy', at: null }]]);
  });

  it('leaves to the roads what the roads did', () => {
    expect(leftNow(read(['b', 'c'], [a, b, c]), ['a'])).toEqual([]);
  });
});
