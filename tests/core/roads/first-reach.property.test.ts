/** What the first of many reaches, against the least of many searches of an independent router. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMERGENCY_CAR, HEAVY_TRUCK } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { reachedAt } from '../../../src/core/roads/search/reach.ts';
import { layOut } from './laid.ts';
import { oracleTime } from './oracle.ts';
import type { OracleEnd } from './oracle.ts';
import { randomEnd, randomRoads } from './random-roads.ts';

const asked = (towns: number, streets: number, turns: number) =>
  randomRoads(towns, streets, turns).chain((roads) =>
    fc.record({
      roads: fc.constant(roads),
      starts: fc.array(
        fc.record({ end: randomEnd(roads), ms: fc.oneof(fc.nat(40), fc.nat(400_000)) }),
        {
          maxLength: 5,
        },
      ),
      places: fc.array(randomEnd(roads), { minLength: 1, maxLength: 8 }),
      closed: fc.array(fc.nat(roads.edges.length - 1), { maxLength: 4 }),
      limit: fc.oneof(fc.nat(300), fc.nat(1_000_000), fc.constant(0x3ffffffe)),
    }),
  );

/** A node as the end of one of its edges. */
const onEdge = (edges: readonly { from: number; to: number }[], end: OracleEnd) => {
  if (!('node' in end)) return end;
  const edge = edges.findIndex(({ from, to }) => from === end.node || to === end.node);
  return { edge, along: edges[edge]!.from === end.node ? 0 : 1 };
};

describe.each([
  ['streets alone', 5, 8, 0],
  ['with restricted turns', 5, 9, 6],
  ['one crossing with loops', 1, 5, 4],
  ['larger, with islands', 14, 16, 5],
])('the first of many: %s', (_, towns, streets, turns) => {
  it('is anywhere when the one with the least turn-out and route is', () => {
    fc.assert(
      fc.property(asked(towns, streets, turns), ({ roads, starts, places, closed, limit }) => {
        const { network, edgeOf, endOf } = layOut(roads);
        const shut = new Set(closed);
        const ends = places.map((place) => onEdge(roads.edges, place));
        const inNetwork = ends.map(({ edge, along }) => ({ edge: edgeOf[edge]!, along }));
        for (const profile of [EMERGENCY_CAR, HEAVY_TRUCK]) {
          const router = makeRouter(network, profile);
          router.close(
            'closed',
            [...shut].map((e) => edgeOf[e]!),
          );
          for (const direction of ['away', 'towards'] as const) {
            const reach = router.reachFrom(
              starts.map(({ end, ms }) => ({ end: endOf(end), ms })),
              direction,
              limit,
            );
            const expected = ends.map((place) => {
              const each = starts.map(({ end, ms }) => {
                const [from, to] = direction === 'away' ? [end, place] : [place, end];
                return ms + oracleTime({ ...roads, mode: profile.mode, closed: shut }, from, to);
              });
              const least = Math.min(Infinity, ...each);
              return least > limit ? Infinity : least;
            });
            expect([...reachedAt(network, reach, inNetwork)]).toEqual(expected);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
