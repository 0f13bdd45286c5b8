/** Whoever comes nowhere from the nearest road may use another one next to it: compared with a search over edges, pair by pair. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reaching } from '../../../src/core/arrival/reaching.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { WalkGround } from '../../../src/core/roads/barriers/walk-ground.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import { packBarriers } from '../../../src/core/roads/barriers/pack.ts';
import { layOut } from '../roads/laid.ts';
import { oracleTime } from '../roads/oracle.ts';
import { randomEnd, randomRoads } from '../roads/random-roads.ts';

const place: fc.Arbitrary<LngLat> = fc.tuple(
  fc.double({ min: 121, max: 121.004, noNaN: true }),
  fc.double({ min: 25, max: 25.003, noNaN: true }),
);

/** Longer than this, and the own road is left for another one right beside it. */
const DETOUR_MS = 300_000;

/** Water is known then, though it lies between nothing. */
const RIVER_FAR_OFF = packBarriers([
  {
    kind: 'water',
    lines: [
      [
        [0, 0],
        [0, 1],
      ],
    ],
    isArea: false,
  },
]);

const asked = randomRoads(8, 12, 3).chain((roads) =>
  fc.record({
    roads: fc.constant(roads),
    from: randomEnd(roads),
    places: fc.array(place, { minLength: 1, maxLength: 8 }),
    closed: fc.array(fc.nat(roads.edges.length - 1), { maxLength: 6 }),
    isMapped: fc.boolean(),
  }),
);

describe('who is reached', () => {
  it('is by the nearest road first, and only else, or where that is a long detour, by the best of the others next to it', () => {
    const seen = { other: 0, nowhere: 0, detour: 0 };
    fc.assert(
      fc.property(asked, ({ roads: laid, from, places, closed, isMapped }) => {
        const { network, edgeOf, endOf } = layOut(laid);
        const router = makeRouter(network, EMERGENCY_CAR);
        router.close(
          'test',
          closed.map((e) => edgeOf[e]!),
        );
        const world = { ...laid, mode: 'car', closed: new Set(closed) } as const;
        const ends = places.map((at) => router.snap(at, 500)[0] ?? null);
        const roads = ends.map((end) => end && { end, across: [], on: null, passedOver: [] });
        for (const direction of ['away', 'towards'] as const) {
          const targets = router.targets(ends, direction);
          const reaching = new Reaching(router, { end: endOf(from) }, targets, roads, {
            walks: new WalkGround(isMapped ? { ...network, barriers: RIVER_FAR_OFF } : network),
            placeOf: (i) => places[i]!,
            isClear: (_, [lng]) => lng < 121.003,
          });
          places.forEach((at, i) => {
            const nearest = ends[i] ?? null;
            const timeFrom = ({ edge, along }: { edge: number; along: number }): number => {
              const there = { edge: network.edgeOrigin[edge]!, along };
              return direction === 'away'
                ? oracleTime(world, from, there)
                : oracleTime(world, there, from);
            };
            if (nearest === null) return expect(reaching.ms[i]).toBe(UNREACHED);
            const own = timeFrom(nearest);
            const othersIn = (isNear: boolean): number[] =>
              router
                .snap(at, isNear ? nearest.meters + 30 : Math.max(150, nearest.meters + 30), {
                  count: 65,
                  openOnly: true,
                })
                .filter(({ edge }) => edge !== nearest.edge)
                .slice(0, isNear ? 16 : 64)
                .filter(({ place: [lng] }) => lng < 121.003)
                .map(
                  (road) =>
                    timeFrom(road) +
                    Math.round(((road.meters - nearest.meters) / (4 / 3.6)) * 1000),
                );
            const isNear =
              !isMapped || router.wouldBeJoined(nearest, direction === 'away' ? 'towards' : 'away');
            const isDetour = own < Infinity && Math.min(...othersIn(true)) + DETOUR_MS < own;
            const isByOwn = own < Infinity && !isDetour;
            const wanted = isByOwn ? own : Math.min(own, ...othersIn(isNear));
            expect(reaching.ms[i]).toBe(wanted === Infinity ? UNREACHED : wanted);
            if (wanted === Infinity) seen.nowhere++;
            expect(reaching.route(i) === null).toBe(wanted === Infinity);
            if (wanted === Infinity) return;
            const { isOwn, meters: farther } = reaching.roadOf(i);
            expect(isOwn).toBe(isByOwn);
            expect(reaching.seconds(i)).toBe(reaching.route(i)!.ms / 1000);
            if (!isOwn) {
              seen.other++;
              if (isDetour) seen.detour++;
              expect(farther).toBeGreaterThanOrEqual(0);
              expect(farther).toBeLessThanOrEqual(isNear ? 30 : 150);
              expect(reaching.route(i)!.ms + Math.round((farther / (4 / 3.6)) * 1000)).toBe(wanted);
            }
          });
        }
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.other, seen.nowhere)).toBeGreaterThan(20);
    expect(seen.detour).toBeGreaterThan(0);
  });
});
