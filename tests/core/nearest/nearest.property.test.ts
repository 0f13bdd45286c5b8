import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, nearest, subsetOf } from '../../../src/core/nearest/index.ts';
import { fromPairs, sortedByTurf } from './point-sets.ts';

/** Mostly ordinary coordinates, with many of the values where something could break. */
const lng = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.constantFrom(-180, 180, 0, -0, 179.9999999, -179.9999999, 90, -90),
  fc.double({ min: 121.5, max: 121.5000001, noNaN: true }),
);
const lat = fc.oneof(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.constantFrom(-90, 90, 0, -0, 89.9999999, -89.9999999),
  fc.double({ min: 25, max: 25.0000001, noNaN: true }),
);
const place = fc.tuple(lng, lat);
const places = fc.array(place, { maxLength: 200 });

describe('for any points, place, count, distance and filter', () => {
  it('the answer is the head of the list sorted by Turf', () => {
    fc.assert(
      fc.property(
        places,
        place,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (pairs, from, k, nth) => {
          const set = fromPairs(pairs);
          const index = buildIndex(set.lng, set.lat);
          const passes = (id: number): boolean => id % nth === 0;
          const oracle = sortedByTurf(set, from, passes);
          const limit = oracle.meters[Math.floor(oracle.meters.length / 2)] ?? 0;
          const within = oracle.meters.filter((meters) => meters <= limit).length;
          const byPredicate = nearest(index, from[0], from[1], k, limit, passes);
          expect(byPredicate.ids).toEqual(oracle.ids.slice(0, Math.min(k, within)));
          expect(byPredicate.meters).toEqual(oracle.meters.slice(0, Math.min(k, within)));
          expect(nearest(subsetOf(index, passes), from[0], from[1], k, limit)).toEqual(byPredicate);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('the order in which points are given decides ties only', () => {
    fc.assert(
      fc.property(places, place, (pairs, from) => {
        const there = fromPairs(pairs);
        const back = fromPairs([...pairs].reverse());
        const forward = nearest(buildIndex(there.lng, there.lat), from[0], from[1], 8).meters;
        expect(nearest(buildIndex(back.lng, back.lat), from[0], from[1], 8).meters).toEqual(
          forward,
        );
      }),
      { numRuns: 300 },
    );
  });
});
