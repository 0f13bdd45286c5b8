import { describe, expect, it } from 'vitest';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { edgesTouching } from '../../../src/core/roads/touching.ts';
import { PlainDijkstra, plainGraph } from '../../bench/roads/plain.ts';
import { seattleGround, someNodes } from '../../bench/roads/questions.ts';
import type { Ground } from '../../bench/roads/questions.ts';
import { PLAIN_CAR, hasSeattle } from '../../bench/roads/seattle.ts';
import { oneToMany, timesOf } from './asked.ts';

const plainWithout = ({ city, ms }: Ground, closed: ReadonlySet<number>): PlainDijkstra => {
  const open = city.edges.map((_, e) => e).filter((e) => !closed.has(e));
  const column = (value: (e: number) => number): number[] => open.map(value);
  const graph = plainGraph(
    city.nodes,
    column((e) => city.edges[e]!.from),
    column((e) => city.edges[e]!.to),
    column((e) => ms[e]!),
  );
  return new PlainDijkstra(graph);
};

describe.skipIf(!hasSeattle)('Seattle (147,063 nodes)', () => {
  it('times are those of a plain search: all open, an area and a tenth of all roads closed, and open again', () => {
    const ground = seattleGround();
    const { city, network, router, end } = ground;
    expect([network.nodes, network.edges]).toEqual([147_063, 171_851]);
    const targets = someNodes(city.nodes, 300, 21);
    const prepared = router.targets(targets.map(end), 'away');
    const towards = router.targets(targets.map(end), 'towards');
    const check = (closed: ReadonlySet<number>): void => {
      const plain = plainWithout(ground, closed);
      for (const source of someNodes(city.nodes, 3, 22)) {
        plain.run(source, null);
        const expected = targets.map((node) =>
          plain.best[node] === Infinity ? -1 : plain.best[node]!,
        );
        expect([...timesOf(router, end(source), prepared)]).toEqual(expected);
        // Every road may be driven both ways here.
        expect([...timesOf(router, end(source), towards)]).toEqual(expected);
      }
    };
    check(new Set());
    const [middle] = someNodes(city.nodes, 1, 23);
    const [lng, lat] = [city.lng[middle!]!, city.lat[middle!]!];
    const ring = [
      [lng - 0.01, lat - 0.01],
      [lng + 0.012, lat - 0.008],
      [lng, lat + 0.012],
      [lng - 0.01, lat - 0.01],
    ];
    const area = edgesTouching(network, { type: 'Polygon', coordinates: [ring] });
    expect(area.length).toBeGreaterThan(100);
    router.close('area', area);
    const origins = (edges: Iterable<number>): number[] =>
      [...edges].map((e) => network.edgeOrigin[e]!);
    check(new Set(origins(area)));
    const tenth = someNodes(network.edges, network.edges / 10, 24);
    router.close('tenth', tenth);
    check(new Set(origins([...area, ...tenth])));
    router.open('area');
    check(new Set(origins(tenth)));
    router.open('tenth');
    check(new Set());
    expect([...oneToMany(makeRouter(network, PLAIN_CAR), end(5), [end(6)])]).toEqual([
      ...oneToMany(router, end(5), [end(6)]),
    ]);
  }, 120_000);
});
