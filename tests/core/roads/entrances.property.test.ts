/** Places with several ways in: the best of all pairs, found in one search, and the route that belongs to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import type { RoadEnd } from '../../../src/core/roads/search/engine.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import { prepareTargets } from '../../../src/core/roads/search/targets.ts';
import { engineOf, nearestByRoad } from '../../bench/roads/nearest-by-road.ts';
import { layOut } from './laid.ts';
import { oracleTime } from './oracle.ts';
import type { OracleEnd } from './oracle.ts';
import { randomEnd, randomRoads } from './random-roads.ts';
import type { RandomRoads } from './random-roads.ts';

interface Gate {
  end: OracleEnd;
  ms: number;
}

const gates = (roads: RandomRoads, most: number): fc.Arbitrary<Gate[]> =>
  fc.array(
    fc.record({
      end: randomEnd(roads),
      ms: fc.oneof(fc.constant(0), fc.nat(100), fc.nat(300_000)),
    }),
    { minLength: 1, maxLength: most },
  );

const asked = (towns: number, streets: number, turns: number) =>
  randomRoads(towns, streets, turns).chain((roads) =>
    fc.record({
      roads: fc.constant(roads),
      home: gates(roads, 4),
      others: fc.array(gates(roads, 3), { minLength: 1, maxLength: 6 }),
      closed: fc.array(fc.nat(roads.edges.length - 1), { maxLength: 3 }),
    }),
  );

describe.each([
  ['streets alone', 5, 8, 0],
  ['with restricted turns', 4, 9, 6],
  ['larger, with islands', 14, 16, 5],
])('several ways in: %s', (_, towns, streets, turns) => {
  it('take the best pair, and the route is that of the pair', () => {
    fc.assert(
      fc.property(asked(towns, streets, turns), ({ roads, home, others, closed }) => {
        const { network, edgeOf, endOf } = layOut(roads);
        const router = makeRouter(network, EMERGENCY_CAR);
        const closedEdges = closed.map((e) => edgeOf[e]!);
        router.close('test', closedEdges);
        const engine = engineOf(network, EMERGENCY_CAR, closedEdges);
        const world = { ...roads, mode: 'car', closed: new Set(closed) } as const;
        const asEnd = (list: readonly Gate[]): RoadEnd => ({
          entrances: list.map(({ end, ms }) => ({ end: endOf(end), ms })),
        });
        const between = (a: Gate, b: Gate, away: boolean): number =>
          away ? oracleTime(world, a.end, b.end) : oracleTime(world, b.end, a.end);
        for (const direction of ['away', 'towards'] as const) {
          const away = direction === 'away';
          const wanted = others.map((list) =>
            Math.min(...home.flatMap((a) => list.map((b) => a.ms + between(a, b, away) + b.ms))),
          );
          const targets = router.targets(others.map(asEnd), direction);
          const found = router.search(asEnd(home), targets);
          expect([...found.ms]).toEqual(wanted.map((ms) => (ms === Infinity ? UNREACHED : ms)));
          wanted.forEach((ms, t) => {
            const route = found.route(t);
            if (ms === Infinity) return expect(route).toBeNull();
            const [a, b] = away
              ? [home[route!.from]!, others[t]![route!.to]!]
              : [home[route!.to]!, others[t]![route!.from]!];
            expect(route!.ms).toBe(between(a, b, away));
            expect(a.ms + route!.ms + b.ms).toBe(ms);
          });
          const order = wanted
            .flatMap((ms, t) => (ms === Infinity ? [] : [{ ms, t }]))
            .sort((a, b) => a.ms - b.ms || a.t - b.t)
            .slice(0, 3);
          const nearest = nearestByRoad(
            engine,
            asEnd(home),
            prepareTargets(engine, others.map(asEnd), direction),
            3,
          );
          expect(nearest.targets).toEqual(order.map(({ t }) => t));
        }
      }),
      { numRuns: 300 },
    );
  });
});
