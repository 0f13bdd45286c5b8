/** The edges of areas are those that relaxing every flooded road again and again finds, at the same distance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedCut } from '../../../src/core/arrival/closed-roads.ts';
import { edgesOfAreas } from '../../../src/core/arrival/edge-of-areas.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { layOut } from '../roads/laid.ts';
import { randomRoads } from '../roads/random-roads.ts';

const asked = randomRoads(10, 16, 0).chain((roads) =>
  fc.record({
    roads: fc.constant(roads),
    home: fc.nat(roads.edges.length - 1),
    along: fc.double({ min: 0, max: 1, noNaN: true }),
    off: fc.nat(200),
    flooded: fc.array(fc.nat(roads.edges.length - 1), { maxLength: 12 }),
    slide: fc.array(fc.nat(roads.edges.length - 1), { maxLength: 2 }),
    limit: fc.integer({ min: 0, max: 1500 }),
    overDry: fc.boolean(),
  }),
);

describe('edges of areas', () => {
  it('are those of a plain relaxation, and their lines are as long', () => {
    let seen = 0;
    fc.assert(
      fc.property(asked, ({ roads, home, along, off, flooded, slide, limit, overDry }) => {
        const { network, edgeOf } = layOut(roads);
        const router = makeRouter(network, EMERGENCY_CAR);
        const closers = new Map<number, string[]>();
        for (const e of [home, ...flooded]) closers.set(edgeOf[e]!, ['flood']);
        for (const e of slide)
          closers.set(edgeOf[e]!, [...(closers.get(edgeOf[e]!) ?? []), 'slide']);
        const isArea = (name: string): boolean => name === 'flood';
        const cutsOn = (e: number): NamedCut[] =>
          (closers.get(e) ?? []).map((name) => ({ name, isArea: isArea(name), cut: [0, 1] }));
        const at = { edge: edgeOf[home]!, along, place: [121, 25] as const, meters: off };
        const found = edgesOfAreas({ router, cutsOn }, [at], limit, overDry);

        const { edgeFrom, edgeTo, edgeLength } = network;
        const usable = (e: number): boolean => router.allows(2 * e) || router.allows(2 * e + 1);
        const isFlooded = (e: number): boolean => closers.get(e)?.every(isArea) === true;
        const goesOn = (e: number): boolean =>
          usable(e) && (isFlooded(e) || (overDry && !closers.has(e)));
        const best = new Array<number>(network.nodes).fill(Infinity);
        const own = edgeLength[at.edge]!;
        if (isFlooded(at.edge)) {
          best[edgeFrom[at.edge]!] = Math.round(off * 1000 + own * along);
          best[edgeTo[at.edge]!] = Math.min(
            best[edgeTo[at.edge]!]!,
            Math.round(off * 1000 + own * (1 - along)),
          );
        }
        for (let round = 0; round < network.nodes; round++) {
          for (let e = 0; e < network.edges; e++) {
            if (!goesOn(e)) continue;
            const [a, b] = [edgeFrom[e]!, edgeTo[e]!];
            best[b] = Math.min(best[b]!, best[a]! + edgeLength[e]!);
            best[a] = Math.min(best[a]!, best[b] + edgeLength[e]!);
          }
        }
        const touches = (node: number, test: (e: number) => boolean): boolean =>
          Array.from({ length: network.edges }, (_, e) => e).some(
            (e) => (edgeFrom[e] === node || edgeTo[e] === node) && test(e),
          );
        const isOpen = (e: number): boolean => usable(e) && !closers.has(e);
        const wanted = new Map(
          best.flatMap((mm, node) =>
            mm <= limit * 1000 && touches(node, isOpen) ? [[node, mm] as const] : [],
          ),
        );
        for (const { end, meters, areas, line } of found) {
          if (!('node' in end)) throw new Error('an edge is a node here');
          expect(wanted.get(end.node)! / 1000).toBe(meters);
          expect(areas).toEqual(['flood']);
          expect(line().length).toBeGreaterThan(0);
        }
        expect(found).toHaveLength(wanted.size);
        seen += found.length;
      }),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});
