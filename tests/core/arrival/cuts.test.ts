/** A closure cuts the road where it is: both sides stay usable up to it, and nobody gets across. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry } from 'geojson';
import type { Obstacle } from '../../../src/core/arrival/obstacle.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';
import { oneToMany, reachOf, routeBetween } from '../roads/asked.ts';

/** One road of 10 km from west to east without a junction, and no other. */
const WEST: LngLat = [113, 29];
const EAST: LngLat = [113.1028, 29];
const graph = buildNetwork({
  edges: [roadEdge(1, 2, [WEST, [113.03, 29], EAST])],
  restrictions: [],
  source: 'test',
});
const at = (km: number): LngLat => [113 + km * 0.01028, 29];
const cut = (geometry: Geometry, stops?: Obstacle['stops']): Obstacle => ({
  id: 'cut',
  version: 1,
  geometry,
  ...(stops === undefined ? {} : { stops }),
});
const ask = (obstacles: readonly Obstacle[], place: LngLat, ...others: LngLat[]) => {
  const service = new RouterService(graph.slice(0));
  service.close(obstacles);
  return {
    service,
    times: service.times({ by: 'emergency-car', place, others: Float64Array.from(others.flat()) }),
  };
};
const tags = (times: ReturnType<typeof ask>['times']): string[] => times.map(({ tag }) => tag);

describe('a cut in the middle of a 10 km stretch', () => {
  const point: Geometry = { type: 'Point', coordinates: [...at(5)] };
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [at(5)[0], 28.999],
      [at(5)[0], 29.001],
    ],
  };

  it.each([
    ['a point', point],
    ['a line', line],
  ] as const)('leaves both its sides reachable: %s', (_, geometry) => {
    expect(tags(ask([cut(geometry)], at(2), at(0.5), at(4.9), at(5.1), at(9)).times)).toEqual([
      'reached',
      'reached',
      'unreached',
      'unreached',
    ]);
    expect(tags(ask([cut(geometry)], at(8), at(4.9), at(5.1), at(9.9)).times)).toEqual([
      'unreached',
      'reached',
      'reached',
    ]);
  });

  it('is not walked past, to the other side of a slide', () => {
    expect(tags(ask([cut(point)], at(4.98), at(9)).times)).toEqual(['unreached']);
    expect(tags(ask([cut(point)], at(5.02), at(9)).times)).toEqual(['reached']);
  });

  it('says what it is that is in the way', () => {
    const { times } = ask([cut(point)], at(2), at(9));
    expect(times).toEqual([{ tag: 'unreached', because: { reason: 'closed', closures: ['cut'] } }]);
  });

  it('at a crossing closes every road there', () => {
    const middle: LngLat = [113.01, 29];
    const cross = buildNetwork({
      edges: [
        roadEdge(1, 3, [[113, 29], middle]),
        roadEdge(3, 2, [middle, [113.02, 29]]),
        roadEdge(4, 3, [[113.01, 28.99], middle]),
        roadEdge(3, 5, [middle, [113.01, 29.01]]),
      ],
      restrictions: [],
      source: 'test',
    });
    const service = new RouterService(cross);
    const arms: LngLat[] = [
      [113.002, 29],
      [113.018, 29],
      [113.01, 28.992],
      [113.01, 29.008],
    ];
    const all = (): string[][] =>
      arms.map((place) =>
        tags(service.times({ by: 'emergency-car', place, others: Float64Array.from(arms.flat()) })),
      );
    const open = arms.map(() => arms.map(() => 'reached'));
    expect(all()).toEqual(open);
    service.close([cut({ type: 'Point', coordinates: [...middle] })]);
    expect(all()).toEqual(
      arms.map((_, i) => arms.map((__, k) => (i === k ? 'reached' : 'unreached'))),
    );
    service.close([]);
    expect(all()).toEqual(open);
  });

  it('takes the time and the route of the open road on either side', () => {
    const open = ask([], at(2), at(0.5)).times;
    const { service, times } = ask([cut(point)], at(2), at(0.5));
    expect(times).toEqual(open);
    const [route] = service.routes(
      { by: 'emergency-car', place: at(2), others: Float64Array.from(at(0.5)) },
      [0],
    );
    expect(route?.meters).toBeCloseTo(1500, -1);
  });

  it('is itself reached from neither side', () => {
    expect(tags(ask([cut(point)], at(5), at(2), at(8)).times)).toEqual(['unreached', 'unreached']);
  });
});

describe('an area', () => {
  const box = (from: number, to: number): Geometry => {
    const [west, east] = [at(from)[0], at(to)[0]];
    return {
      type: 'Polygon',
      coordinates: [
        [
          [west, 28.99],
          [east, 28.99],
          [east, 29.01],
          [west, 29.01],
          [west, 28.99],
        ],
      ],
    };
  };

  it('cuts what lies in it, and tells so many metres', () => {
    const flood = cut(box(4, 6), ['emergency-car']);
    const { service, times } = ask([flood], at(2), at(1), at(3.9), at(6.1));
    expect(tags(times)).toEqual(['reached', 'reached', 'unreached']);
    const [effect] = service.effects([flood]);
    expect(effect?.meters).toBeGreaterThan(1990);
    expect(effect?.meters).toBeLessThan(2010);
    const [drawn] = service.closedLines([flood]).inForce;
    expect(drawn?.[0]?.[0]).toBeCloseTo(at(4)[0], 5);
    expect(drawn?.at(-1)?.[0]).toBeCloseTo(at(6)[0], 5);
  });

  it('ends the route to an incident in it where the road goes under, with the metres that are left', () => {
    const { times } = ask([cut(box(4, 6), ['emergency-car'])], at(4.5), at(1), at(9));
    const [west, east] = times;
    if (west?.tag !== 'reached' || east?.tag !== 'reached') throw new Error('not reached');
    expect([west.upTo, east.upTo]).toEqual([['cut'], ['cut']]);
    expect(west.offRoad).toBeCloseTo(500, -1);
    expect(east.offRoad).toBeCloseTo(1500, -1);
  });

  it('with a hole leaves the road in the hole to itself', () => {
    const ring = (from: number, to: number, half: number): number[][] => [
      [at(from)[0], 29 - half],
      [at(to)[0], 29 - half],
      [at(to)[0], 29 + half],
      [at(from)[0], 29 + half],
      [at(from)[0], 29 - half],
    ];
    const atoll = cut({ type: 'Polygon', coordinates: [ring(3, 7, 0.01), ring(4, 6, 0.005)] });
    expect(tags(ask([atoll], at(5), at(4.2), at(5.8), at(2), at(8)).times)).toEqual([
      'reached',
      'reached',
      'unreached',
      'unreached',
    ]);
  });
});

describe('a road with cuts', () => {
  it('is reached from a place exactly as far as no cut lies between, on whichever edges', () => {
    const where = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000);
    fc.assert(
      fc.property(
        fc.uniqueArray(where, { minLength: 0, maxLength: 5 }),
        fc.uniqueArray(where, { minLength: 0, maxLength: 4 }),
        where,
        where,
        (joints, cuts, from, to) => {
          // Which of two edges is cut where they meet is nobody's to say; a slide at a crossing has a test of its own.
          fc.pre(!cuts.some((share) => joints.includes(share)));
          // The same line in pieces, some drawn the other way round.
          const bounds = [0, ...joints.sort((a, b) => a - b), 1];
          const lng = (share: number): number => 113 + share * 0.1;
          const edges = bounds.slice(1).map((end, i) => {
            const line: LngLat[] = [
              [lng(bounds[i]!), 29],
              [lng(end), 29],
            ];
            return i % 2 === 0 ? roadEdge(i, i + 1, line) : roadEdge(i + 1, i, [...line].reverse());
          });
          const network = openNetwork(buildNetwork({ edges, restrictions: [], source: 'test' }));
          const router = makeRouter(network, EMERGENCY_CAR);
          const spot = (share: number) => router.snap([lng(share), 29], 1)[0]!;
          cuts.forEach((share, i) => {
            const { edge, along } = spot(share);
            router.close(`cut ${i}`, [edge], new Map([[edge, [[along, along]]]]));
          });
          const [low, high] = [Math.min(from, to), Math.max(from, to)];
          const isFree = from === to || !cuts.some((share) => share >= low && share <= high);
          const [ms] = oneToMany(router, spot(from), [spot(to)]);
          expect(ms !== UNREACHED).toBe(isFree);
          if (isFree) {
            const whole = oneToMany(makeRouter(network, EMERGENCY_CAR), spot(from), [spot(to)])[0];
            expect(ms).toBe(whole);
            expect(routeBetween(router, spot(from), spot(to))?.ms).toBe(ms);
          }
          const reach = reachOf(router, spot(from), 'away', 1e8);
          const beyond = cuts.filter((share) => share > from);
          const farthest = Math.max(
            from,
            ...Array.from(reach.edge, (edge, i) => {
              const e = network.edgeOrigin[edge]!;
              const along = e % 2 === 0 ? reach.end[i]! : 1 - reach.end[i]!;
              return bounds[e]! + along * (bounds[e + 1]! - bounds[e]!);
            }),
          );
          if (!cuts.includes(from)) expect(farthest).toBeCloseTo(Math.min(1, ...beyond), 5);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('opens again without a trace', () => {
    const network = openNetwork(graph.slice(0));
    const router = makeRouter(network, EMERGENCY_CAR);
    const [a, b] = [router.snap(at(2), 1)[0]!, router.snap(at(8), 1)[0]!];
    const before = oneToMany(router, a, [b]);
    router.close('x', [0], new Map([[0, [[0.5, 0.5]]]]));
    router.close('y', [0]);
    expect(oneToMany(router, a, [router.snap(at(3), 1)[0]!])[0]).toBe(UNREACHED);
    router.open('y');
    expect(oneToMany(router, a, [router.snap(at(3), 1)[0]!])[0]).not.toBe(UNREACHED);
    router.open('x');
    expect(oneToMany(router, a, [b])).toEqual(before);
  });
});
