import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMERGENCY_CAR, ON_FOOT } from '../../../src/core/roads/profiles.ts';
import type { RoadProfile } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { layOut } from './laid.ts';
import { oracleTime } from './oracle.ts';
import type { OracleEnd } from './oracle.ts';
import { randomEnd, randomRoads } from './random-roads.ts';
import type { RandomRoads } from './random-roads.ts';
import { timesToAll, UNREACHED } from '../../../src/core/roads/search/many.ts';
import { prepareTargets } from '../../../src/core/roads/search/targets.ts';
import { engineOf, nearestByRoad } from '../../bench/roads/nearest-by-road.ts';
import { manyToOne, oneToMany, timesOf } from './asked.ts';

const asked = (towns: number, streets: number, turns: number) =>
  randomRoads(towns, streets, turns).chain((roads) =>
    fc.record({
      roads: fc.constant(roads),
      from: randomEnd(roads),
      to: fc.array(randomEnd(roads), { minLength: 1, maxLength: 8 }),
      steps: fc.array(fc.array(fc.nat(roads.edges.length - 1), { maxLength: 4 }), { maxLength: 5 }),
    }),
  );

const expected = (
  roads: RandomRoads,
  profile: RoadProfile,
  closed: ReadonlySet<number>,
  from: OracleEnd,
  to: OracleEnd,
) => {
  const restrictions = profile.obeysTurns ? roads.restrictions : [];
  // Where a turn is restricted for someone, the node counts as a junction for everyone; turning back only ever helps those it binds.
  const ms = oracleTime({ ...roads, restrictions, mode: profile.mode, closed }, from, to);
  return ms === Infinity ? UNREACHED : ms;
};

describe.each([
  ['streets alone', 5, 8, 0],
  ['with restricted turns', 5, 9, 6],
  ['one crossing with loops', 1, 5, 4],
  ['larger, with islands', 14, 16, 5],
])('%s', (_, towns, streets, turns) => {
  it('times are those of a search over edges, after any sequence of closing and opening', () => {
    fc.assert(
      fc.property(asked(towns, streets, turns), ({ roads, from, to, steps }) => {
        const { network, edgeOf, endOf } = layOut(roads);
        for (const profile of [EMERGENCY_CAR, ON_FOOT]) {
          const router = makeRouter(network, profile);
          const away = router.targets(to.map(endOf), 'away');
          const towards = router.targets(to.map(endOf), 'towards');
          const check = (closed: ReadonlySet<number>): void => {
            const there = to.map((end) => expected(roads, profile, closed, from, end));
            const back = to.map((end) => expected(roads, profile, closed, end, from));
            expect([...timesOf(router, endOf(from), away)]).toEqual(there);
            expect([...timesOf(router, endOf(from), towards)]).toEqual(back);
            expect([...oneToMany(router, endOf(from), to.map(endOf))]).toEqual(there);
            expect([...manyToOne(router, to.map(endOf), endOf(from))]).toEqual(back);
          };
          check(new Set());
          // Each step closes a set under a name of its own or opens it again.
          const held = new Map<string, readonly number[]>();
          steps.forEach((edges, i) => {
            const name = `closure ${i % 3}`;
            if (held.has(name)) {
              held.delete(name);
              router.open(name);
            } else {
              held.set(name, edges);
              router.close(
                name,
                edges.map((e) => edgeOf[e]!),
              );
            }
            check(new Set([...held.values()].flat()));
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the k nearest', () => {
  it('are the head of all times sorted, with a filter and a limit', () => {
    fc.assert(
      fc.property(
        asked(10, 16, 4),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        fc.oneof(fc.constant(Infinity), fc.nat(300), fc.nat(300_000)),
        ({ roads, from, to, steps }, k, nth, limit) => {
          const { network, edgeOf, endOf } = layOut(roads);
          const closed = steps.flat().map((e) => edgeOf[e]!);
          const engine = engineOf(network, EMERGENCY_CAR, closed);
          const passes = (t: number): boolean => t % nth === 0;
          for (const direction of ['away', 'towards'] as const) {
            const targets = prepareTargets(engine, to.map(endOf), direction);
            const all = [...timesToAll(engine, endOf(from), targets)];
            const order = all
              .map((ms, t) => ({ ms, t }))
              .filter(({ ms, t }) => ms !== UNREACHED && ms <= limit && passes(t))
              .sort((a, b) => a.ms - b.ms || a.t - b.t)
              .slice(0, k);
            const found = nearestByRoad(engine, endOf(from), targets, k, {
              passes,
              limitMs: limit,
            });
            expect(found.targets).toEqual(order.map(({ t }) => t));
            expect(found.ms).toEqual(order.map(({ ms }) => ms));
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
