import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '../../../src/core/roads/network.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import { driven } from '../../../src/core/roads/search/reach.ts';
import type { RoadRoute } from '../../../src/core/roads/search/route.ts';
import { routeLine } from '../../../src/core/roads/search/routes.ts';
import { layOut } from './laid.ts';
import { randomEnd, randomRoads } from './random-roads.ts';
import type { RandomRoads } from './random-roads.ts';
import { reachOf, timesAndRoutes, timesOf } from './asked.ts';

const asked = (towns: number, streets: number, turns: number) =>
  randomRoads(towns, streets, turns).chain((roads) =>
    fc.record({
      roads: fc.constant(roads),
      from: randomEnd(roads),
      to: fc.array(randomEnd(roads), { minLength: 1, maxLength: 6 }),
      closed: fc.array(fc.nat(roads.edges.length - 1), { maxLength: 3 }),
    }),
  );

/** What a route costs when every part of it is looked up in the given lists; NaN where it may not be driven. */
function costOfRoute(
  roads: RandomRoads,
  network: RoadNetwork,
  closed: ReadonlySet<number>,
  route: RoadRoute,
): number {
  const { members, start, end } = route;
  let total = 0;
  members.forEach((member, i) => {
    const origin = network.edgeOrigin[member >> 1]!;
    const given = roads.edges[origin]!;
    const against = member & 1;
    const from = i === 0 ? start : against;
    const to = i === members.length - 1 ? end : 1 - against;
    const cost = roads.cost[origin]!;
    if (
      from !== to &&
      (((against === 1 ? given.backward : given.forward) & 1) === 0 || closed.has(origin))
    )
      total = NaN;
    if (against === 1 ? from < to : from > to) total = NaN;
    total += Math.abs(Math.round(cost * to) - Math.round(cost * from));
    if (i === 0) return;
    const previous = members[i - 1]!;
    const before = roads.edges[network.edgeOrigin[previous >> 1]!]!;
    const node = against === 1 ? given.to : given.from;
    if (((previous & 1) === 1 ? before.from : before.to) !== node) total = NaN;
    const binding = roads.restrictions.filter(
      (one) =>
        one.via === node &&
        one.modes.includes('car') &&
        one.from === network.edgeOrigin[previous >> 1],
    );
    const only = binding.filter((one) => one.kind === 'only');
    if (binding.some((one) => one.kind === 'no' && one.to === origin)) total = NaN;
    if (only.length > 0 && !only.some((one) => one.to === origin)) total = NaN;
  });
  return total;
}

describe.each([
  ['streets alone', 5, 8, 0],
  ['with restricted turns and loops', 3, 8, 6],
])('%s', (_, towns, streets, turns) => {
  it('every route may be driven, hangs together and takes the time that was said', () => {
    fc.assert(
      fc.property(asked(towns, streets, turns), ({ roads, from, to, closed }) => {
        const { network, edgeOf, endOf } = layOut(roads);
        const router = makeRouter(network, EMERGENCY_CAR);
        router.close(
          'test',
          closed.map((e) => edgeOf[e]!),
        );
        for (const direction of ['away', 'towards'] as const) {
          const targets = router.targets(to.map(endOf), direction);
          const { ms, best, routes } = timesAndRoutes(router, endOf(from), targets, to.length);
          expect(best.length).toBe([...ms].filter((one) => one !== UNREACHED).length);
          routes.forEach((route, i) => {
            expect(route.ms).toBe(ms[best[i]!]);
            expect(costOfRoute(roads, network, new Set(closed), route)).toBe(route.ms);
            const seconds = router.steps(route).reduce((sum, step) => sum + step.seconds, 0);
            expect(Math.abs(seconds * 1000 - route.ms)).toBeLessThan(route.members.length + 1);
            expect(routeLine(network, route).every(([lng, lat]) => lng >= 120 && lat >= 24)).toBe(
              true,
            );
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what is reached within a time is what times say, place by place', () => {
    fc.assert(
      fc.property(
        asked(towns, streets, turns),
        fc.oneof(fc.nat(200), fc.nat(400_000)),
        (question, limit) => {
          const { roads, from, to, closed } = question;
          const { network, edgeOf, endOf } = layOut(roads);
          const router = makeRouter(network, EMERGENCY_CAR);
          router.close(
            'test',
            closed.map((e) => edgeOf[e]!),
          );
          // The place itself is reached even where no stretch begins, on a closed road.
          const same = JSON.stringify(from);
          const others = to.filter((end) => JSON.stringify(end) !== same);
          const inside = others.flatMap((end) =>
            'node' in end || end.along % 1 === 0 ? [] : [end],
          );
          for (const direction of ['away', 'towards'] as const) {
            const reach = reachOf(router, endOf(from), direction, limit);
            const times = timesOf(
              router,
              endOf(from),
              router.targets(inside.map(endOf), direction),
              limit,
            );
            inside.forEach((end, t) => {
              let best = Infinity;
              reach.edge.forEach((edge, i) => {
                const [start, heading, cost] = [reach.start[i]!, reach.heading[i]!, reach.cost[i]!];
                if (edge !== edgeOf[end.edge] || (end.along - start) * heading < 0) return;
                best = Math.min(
                  best,
                  reach.ms[i]! + Math.abs(Math.round(cost * end.along) - Math.round(cost * start)),
                );
                expect(driven(reach, i, limit)).not.toBeNull();
              });
              expect(best <= limit ? best : UNREACHED).toBe(times[t]);
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
