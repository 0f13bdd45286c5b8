/** A shelter is one only if it is suitable, outside the active areas and reachable; nothing disappears without a word. */
import { booleanIntersects, point, polygon } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { ByRoad, RoadTimes } from '../../../src/core/ranking/roads.ts';
import {
  invalidShelters,
  nextValid,
  threatTo,
} from '../../../src/core/ranking/shelter-validity.ts';
import type { ThreatArea } from '../../../src/core/ranking/types.ts';
import type { Shelter } from '../../../src/core/model/index.ts';
import { question, shelter, tables } from './register.ts';

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const area = (id: string, geometry: Polygon, given: Partial<ThreatArea> = {}): ThreatArea => ({
  of: 'hazard',
  id,
  name: `area ${id}`,
  kind: 'flood',
  geometry,
  water: { min: 0.3, max: 1 },
  threatens: true,
  ...given,
});

const roads = (times: Record<string, ByRoad>): RoadTimes => ({
  by: 'foot',
  times: new Map(Object.entries(times)),
});
const reached = (seconds: number): ByRoad => ({
  tag: 'reached',
  seconds,
  meters: seconds,
  offRoad: 0,
});
const shut = (...closures: string[]): ByRoad => ({
  tag: 'unreached',
  because: { reason: 'closed', closures },
});

const ask = (
  shelters: Shelter[],
  areas: ThreatArea[],
  times: Record<string, ByRoad> | null = null,
) =>
  rankCandidates(
    question('shelter', { radius: 1e6, count: 100 }, { eventKind: 'flood', areas }),
    tables({ shelter: shelters }),
    times === null ? null : roads(times),
  );

describe('a shelter in an active area', () => {
  const water = area('w', box(113, 29, 113.1, 29.1));

  it('is none, whether it stands in it or touches its edge; and the area is named', () => {
    const inside = shelter('in', { lng: 113.05, lat: 29.05 });
    const yard = shelter('yard', {
      lng: 113.11,
      lat: 29.05,
      geometry: box(113.1, 29.04, 113.12, 29.06),
    });
    const outside = shelter('out', { lng: 113.2, lat: 29.05 });
    const answer = ask([inside, yard, outside], [water]);
    expect(answer.ranked.map(({ id }) => id)).toEqual(['out']);
    expect(answer.leftOut.map(({ id }) => id).sort()).toEqual(['in', 'yard']);
    expect(answer.leftOut[0]?.because).toEqual({
      reason: 'in-area',
      area: { of: 'hazard', id: 'w', name: 'area w', kind: 'flood', water: { min: 0.3, max: 1 } },
    });
    expect(answer.leftOutBy['in-area']).toBe(2);
  });

  it('stays one when the area does not threaten it, or when nobody knows where it is', () => {
    const inside = shelter('in', { lng: 113.05, lat: 29.05 });
    expect(threatTo(inside, [{ ...water, threatens: false }])).toBeNull();
    expect(threatTo(shelter('s', { lng: null, lat: null }), [water])).toBeNull();
    expect(threatTo(inside, [area('far', box(10, 10, 11, 11)), water])?.id).toBe('w');
  });
});

describe('a shelter cut off', () => {
  const three = ['a', 'b', 'c'].map((id, i) => shelter(id, { lng: 113 + (i + 1) / 100 }));

  it('comes after those one can reach; the next one is offered, the nearest is named with its reason', () => {
    const answer = ask(three, [], { a: shut('bridge'), b: reached(900), c: reached(800) });
    expect(nextValid(answer)?.id).toBe('c');
    expect(invalidShelters(answer)).toMatchObject([
      { id: 'a', invalid: { reason: 'cut-off', closures: ['bridge'] } },
    ]);
  });

  it('is not what merely has no road on the map', () => {
    const island: ByRoad = { tag: 'unreached', because: { reason: 'island' } };
    expect(invalidShelters(ask(three, [], { a: island, b: reached(9), c: reached(8) }))).toEqual(
      [],
    );
  });

  it('is offered by nobody when all of them are', () => {
    const answer = ask(three, [], { a: shut('x'), b: shut('x'), c: shut('x') });
    expect(nextValid(answer)).toBeNull();
    expect(invalidShelters(answer).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('is only a shelter’s matter', () => {
    const teams = rankCandidates(question('team'), tables({}));
    expect(invalidShelters(teams)).toEqual([]);
    expect(nextValid(teams)).toBeNull();
  });
});

describe('any shelters and areas', () => {
  const degree = (from: number) => fc.integer({ min: 0, max: 40 }).map((n) => from + n / 100);
  const boxes = fc
    .tuple(
      degree(113),
      degree(29),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(([west, south, w, h]) => box(west, south, west + w / 100, south + h / 100));
  const shelters = fc
    .array(
      fc.tuple(degree(113), degree(29), fc.option(boxes), fc.constantFrom('yes', 'no', 'unknown')),
      {
        maxLength: 12,
      },
    )
    .map((all) =>
      all.map(([lng, lat, geometry, flood], i) =>
        shelter(`s${i}`, { lng, lat, geometry, suitability: { flood: flood as 'yes' } }),
      ),
    );
  const areas = fc
    .array(fc.tuple(boxes, fc.boolean()), { maxLength: 5 })
    .map((all) => all.map(([geometry, threatens], i) => area(`a${i}`, geometry, { threatens })));

  it('those valid are exactly those neither unsuitable nor touching a threat, and every one is somewhere once', () => {
    fc.assert(
      fc.property(shelters, areas, (all, threats) => {
        const answer = ask(all, threats);
        const touched = (one: Shelter): boolean =>
          threats.some(({ threatens, geometry }) => {
            if (!threatens) return false;
            const ground =
              one.geometry === null
                ? point([one.lng!, one.lat!])
                : polygon((one.geometry as Polygon).coordinates);
            return booleanIntersects(ground, geometry);
          });
        const expected = all
          .filter((one) => one.suitability.flood !== 'no' && !touched(one))
          .map(({ id }) => id);
        const shown = answer.ranked.map(({ id }) => id);
        expect(shown.length + answer.farther).toBe(expected.length);
        for (const id of shown) expect(expected).toContain(id);
        expect(
          answer.leftOut
            .map(({ id }) => id)
            .concat(expected)
            .sort(),
        ).toEqual(all.map(({ id }) => id).sort());
        expect(invalidShelters(answer).length).toBe(all.length - expected.length);
        expect(nextValid(answer)?.id ?? null).toBe(shown[0] ?? null);
      }),
      { numRuns: 200 },
    );
  });

  it('one more area never makes an invalid one valid', () => {
    fc.assert(
      fc.property(shelters, areas, boxes, (all, threats, more) => {
        const before = ask(all, threats).leftOut.map(({ id }) => id);
        const after = ask(all, [...threats, area('more', more)]).leftOut.map(({ id }) => id);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
