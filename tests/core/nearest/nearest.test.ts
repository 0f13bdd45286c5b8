import KDBush from 'kdbush';
import { around } from 'geokdbush';
import { describe, expect, it } from 'vitest';
import { buildIndex, nearest, subsetOf } from '../../../src/core/nearest/index.ts';
import type { NearestIndex } from '../../../src/core/nearest/index.ts';
import {
  POINT_SETS,
  fromPairs,
  halfClustered,
  placesToAsk,
  randomNumbers,
  sortedByTurf,
  turfMeters,
} from './point-sets.ts';

const indexOf = ({ lng, lat }: { lng: Float64Array; lat: Float64Array }): NearestIndex =>
  buildIndex(lng, lat);

describe.each(Object.entries(POINT_SETS))('%s', (_, make) => {
  it.each([1, 2, 15, 16, 17, 64, 65, 300, 2000])(
    'finds what a sort by Turf finds among %i points',
    (n) => {
      const random = randomNumbers(n);
      const set = make(n, random);
      const index = indexOf(set);
      for (const [lng, lat] of placesToAsk(set, random, 12)) {
        const oracle = sortedByTurf(set, [lng, lat]);
        for (const k of [1, 10, 70]) {
          const { ids, meters } = nearest(index, lng, lat, k);
          expect(meters).toEqual(oracle.meters.slice(0, k));
          expect(ids).toEqual(oracle.ids.slice(0, k));
        }
      }
    },
  );

  it('keeps to the distance and to the filter, by predicate as by subset', () => {
    const random = randomNumbers(7);
    const set = make(1500, random);
    const index = indexOf(set);
    const every = Math.ceil(random() * 40);
    const passes = (id: number): boolean => id % every === 0;
    const subset = subsetOf(index, passes);
    for (const [lng, lat] of placesToAsk(set, random, 10)) {
      const oracle = sortedByTurf(set, [lng, lat], passes);
      // A limit that is exactly the distance of one of them: it belongs.
      const limit = oracle.meters[Math.min(20, oracle.meters.length - 1)] ?? 0;
      const within = oracle.ids.filter((_id, i) => (oracle.meters[i] ?? 0) <= limit);
      expect(nearest(index, lng, lat, Infinity, limit, passes).ids).toEqual(within);
      expect(nearest(subset, lng, lat, Infinity, limit).ids).toEqual(within);
      expect(nearest(index, lng, lat, 10, Infinity, passes).ids).toEqual(oracle.ids.slice(0, 10));
      expect(nearest(subset, lng, lat, 10).ids).toEqual(oracle.ids.slice(0, 10));
    }
  });
});

describe('against geokdbush', () => {
  it('names the same points among 50,000, with and without a predicate', () => {
    const random = randomNumbers(50);
    const set = halfClustered(50_000, random);
    const index = indexOf(set);
    const peer = new KDBush(50_000);
    set.lng.forEach((lng, i) => peer.add(lng, set.lat[i] ?? 0));
    peer.finish();
    const third = (id: number): boolean => id % 3 === 0;
    // Its ties come in any order (many points stand exactly on a pole), so that distances are compared.
    const agrees = (lng: number, lat: number, filter?: (id: number) => boolean): void => {
      const { ids, meters } = nearest(index, lng, lat, 10, Infinity, filter);
      const theirs = around(peer, lng, lat, 10, Infinity, filter);
      expect(ids).toHaveLength(10);
      theirs.forEach((id, i) => {
        expect(turfMeters([lng, lat], [set.lng[id] ?? 0, set.lat[id] ?? 0])).toBeCloseTo(
          meters[i] ?? 0,
          6,
        );
      });
    };
    for (const [lng, lat] of placesToAsk(set, random, 200).filter(([x]) => Math.abs(x) <= 180)) {
      agrees(lng, lat);
      agrees(lng, lat, third);
    }
  });
});

describe('an index', () => {
  it('of nothing finds nothing', () => {
    const index = indexOf(fromPairs([]));
    expect(nearest(index, 0, 0, 10)).toEqual({ ids: [], meters: [] });
    const none = subsetOf(index, () => true);
    expect(nearest(none, 0, 0, 10).ids).toEqual([]);
  });

  it('refuses what is no place', () => {
    expect(() =>
      indexOf(
        fromPairs([
          [0, 0],
          [NaN, 1],
        ]),
      ),
    ).toThrow(/point 1 is not a place: lng NaN, lat 1/);
    expect(() => indexOf(fromPairs([[0, NaN]]))).toThrow(RangeError);
    expect(() => indexOf(fromPairs([[0, 90.0001]]))).toThrow(RangeError);
    expect(() => indexOf(fromPairs([[Infinity, 0]]))).toThrow(RangeError);
    expect(() => buildIndex(new Float64Array(2), new Float64Array(1))).toThrow(
      /2 longitudes but 1 latitudes/,
    );
  });

  it('refuses a question that is none', () => {
    const index = indexOf(fromPairs([[0, 0]]));
    expect(() => nearest(index, NaN, 0, 1)).toThrow(RangeError);
    expect(() => nearest(index, 0, 91, 1)).toThrow(RangeError);
    expect(() => nearest(index, 0, 0, NaN)).toThrow(RangeError);
    expect(() => nearest(index, 0, 0, 1, NaN)).toThrow(RangeError);
  });

  it('gives nothing for no rows or a negative distance, and everything without limits', () => {
    const index = indexOf(
      fromPairs([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    );
    expect(nearest(index, 0, 0, 0).ids).toEqual([]);
    expect(nearest(index, 0, 0, -3).ids).toEqual([]);
    expect(nearest(index, 0, 0, 5, -1).ids).toEqual([]);
    expect(nearest(index, 0, 0, 5, 0).ids).toEqual([0, 2]);
    expect(nearest(index, 0, 0).ids).toEqual([0, 2, 1]);
  });

  it('can be asked from within a predicate', () => {
    const random = randomNumbers(3);
    const set = halfClustered(3000, random);
    const index = indexOf(set);
    const lonely = (id: number): boolean =>
      (nearest(index, set.lng[id] ?? 0, set.lat[id] ?? 0, 2).meters[1] ?? 0) > 1000;
    const oracle = sortedByTurf(set, [121.5, 25], lonely);
    expect(nearest(index, 121.5, 25, 10, Infinity, lonely).ids).toEqual(oracle.ids.slice(0, 10));
  });

  it('survives a predicate that throws', () => {
    const index = indexOf(
      fromPairs([
        [0, 0],
        [1, 1],
      ]),
    );
    const fails = (): boolean => {
      throw new Error('no');
    };
    expect(() => nearest(index, 0, 0, 1, Infinity, fails)).toThrow('no');
    expect(nearest(index, 0, 0, 1).ids).toEqual([0]);
  });
});

it('a subset is no order for other points', () => {
  const random = randomNumbers(8);
  const set = halfClustered(200, random);
  const subset = subsetOf(indexOf(set), (id) => id >= 100);
  const others = halfClustered(subset.size, random);
  const index = buildIndex(others.lng, others.lat, subset);
  expect(nearest(index, 10, 10).ids).toEqual(sortedByTurf(others, [10, 10]).ids);
});

describe('points that moved', () => {
  const moved = (by: number, n = 5000) => {
    const random = randomNumbers(11);
    const set = halfClustered(n, random);
    const before = indexOf(set);
    const after = {
      lng: set.lng.map((lng) => Math.max(-180, Math.min(180, lng + (random() - 0.5) * by))),
      lat: set.lat.map((lat) => Math.max(-90, Math.min(90, lat + (random() - 0.5) * by))),
    };
    return { before, after, index: buildIndex(after.lng, after.lat, before), random };
  };

  it.each([0.001, 0.1, 50])('are found where they are now, moved by up to %d degrees', (by) => {
    const { after, index, random } = moved(by);
    for (const [lng, lat] of placesToAsk(after, random, 20)) {
      expect(nearest(index, lng, lat, 10).ids).toEqual(
        sortedByTurf(after, [lng, lat]).ids.slice(0, 10),
      );
    }
  });

  it('keep their order after small moves and get a new one after large ones', () => {
    const small = moved(0.0001);
    expect(small.index.ids).toBe(small.before.ids);
    const large = moved(50);
    expect(large.index.ids).not.toBe(large.before.ids);
  });
});
