import { nearestPointOnLine } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { lineOf } from '../../../src/core/roads/network.ts';
import { EMERGENCY_CAR, HEAVY_TRUCK } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { snapToRoads } from '../../../src/core/roads/snap.ts';
import { layOut } from './laid.ts';
import { roadEdge } from './road-edge.ts';

const degrees = (low: number) =>
  fc.integer({ min: low * 1e7, max: low * 1e7 + 300_000 }).map((units) => units / 1e7);
const place = fc.tuple(degrees(121), degrees(25)) as fc.Arbitrary<LngLat>;

describe('snapping', () => {
  it('finds the edges that a look at all of them finds, nearest first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 80 }),
        place,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4000 }),
        (lines, from, count, limit) => {
          const edges = lines.map((line, i) => roadEdge(2 * i, 2 * i + 1, line));
          const { network } = layOut({ edges, restrictions: [] });
          const all = Array.from({ length: network.edges }, (_, e) => {
            const coordinates = lineOf(network, e).map((one) => [...one]);
            const on = nearestPointOnLine({ type: 'LineString', coordinates }, [...from]);
            return greatCircle(from, on.geometry.coordinates as unknown as LngLat);
          }).sort((a, b) => a - b);
          const found = snapToRoads(network, from, limit, count);
          const expected = all.filter((meters) => meters <= limit).slice(0, count);
          // A line that is straight in degrees leaves the great circle by some centimetres; at the limit either may be right.
          if (all.some((meters) => Math.abs(meters - limit) < 0.2)) return;
          expect(found.length).toBe(expected.length);
          found.forEach((snap, i) =>
            expect(Math.abs(snap.meters - expected[i]!)).toBeLessThan(0.2),
          );
          for (const snap of found) expect(greatCircle(from, snap.place)).toBe(snap.meters);
        },
      ),
      { numRuns: 200 },
    );
  });

  const street: LngLat[] = [
    [121, 25],
    [121.01, 25],
  ];
  const alley: LngLat[] = [
    [121, 25.001],
    [121.005, 25.001],
    [121.01, 25.001],
  ];
  const { network, edgeOf } = layOut({
    edges: [
      roadEdge(1, 2, street),
      roadEdge(3, 4, alley, { widthM: 2.5, forward: 4, backward: 7 }),
    ],
    restrictions: [],
  });

  it('says where along the edge, and that an end is an end', () => {
    const router = makeRouter(network, EMERGENCY_CAR);
    const [snap] = router.snap([121.0025, 25.0011], 100);
    expect(snap?.edge).toBe(edgeOf[1]);
    expect(snap?.along).toBeCloseTo(0.25, 6);
    expect(snap?.meters).toBeCloseTo(11.1, 1);
    expect(router.snap([120.9999, 25], 100)[0]).toMatchObject({ edge: edgeOf[0], along: 0 });
    expect(router.snap([121.0101, 25], 100)[0]).toMatchObject({ edge: edgeOf[0], along: 1 });
    expect(router.snap([121.005, 25.01], 100)).toEqual([]);
  });

  it('leaves out what the profile may never use, and closed roads when told', () => {
    const truck = makeRouter(network, HEAVY_TRUCK);
    expect(truck.snap([121.0025, 25.0011], 200)[0]?.edge).toBe(edgeOf[0]);
    const car = makeRouter(network, EMERGENCY_CAR);
    car.close('works', [edgeOf[1]!]);
    expect(car.snap([121.0025, 25.0011], 200)[0]?.edge).toBe(edgeOf[1]);
    expect(car.snap([121.0025, 25.0011], 200, { openOnly: true })[0]?.edge).toBe(edgeOf[0]);
  });
});
