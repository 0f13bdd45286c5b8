/** "Close this road" closes that stretch from junction to junction, and nothing that meets or crosses it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchAt } from '../../../src/core/arrival/stretch.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { buildNetwork, edgesTouching, openNetwork } from '../../../src/core/roads/index.ts';
import type { RoadEdgeInput, RoadNetwork } from '../../../src/core/roads/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

const network = (edges: readonly RoadEdgeInput[]): RoadNetwork =>
  openNetwork(buildNetwork({ edges, restrictions: [], source: 'test' }));

/** Places in steps of about a hundred metres. */
const at = (x: number, y: number): LngLat => [113 + x / 1000, 29 + y / 1000];
const key = (x: number, y: number): number => (x + 500) * 1000 + y + 500;
const road = (
  line: readonly (readonly [number, number])[],
  given: Partial<RoadEdgeInput> = {},
): RoadEdgeInput => {
  const [first, last] = [line[0]!, line.at(-1)!];
  return roadEdge(key(...first), key(...last), line.map(([x, y]) => at(x, y)), given); // prettier-ignore
};

const namesTouched = (
  roads: RoadNetwork,
  geometry: Parameters<typeof edgesTouching>[1],
): number[] => [...edgesTouching(roads, geometry)];

describe('the stretch at a place', () => {
  /** A main road in two pieces that meet where nothing else does, cross roads at both ends, a flyover over the middle. */
  const town = network([
    road(
      [
        [0, 0],
        [5, 0],
      ],
      { name: '大桥路' },
    ),
    road(
      [
        [5, 0],
        [10, 0],
      ],
      { name: '大桥' },
    ),
    road([
      [0, -5],
      [0, 0],
    ]),
    road([
      [0, 0],
      [0, 5],
    ]),
    road([
      [10, -5],
      [10, 0],
    ]),
    road([
      [10, 0],
      [10, 5],
    ]),
    road(
      [
        [3, -5],
        [3, 5],
      ],
      { name: '高架', layer: 1 },
    ),
  ]);
  const stretch = stretchAt(town, at(7, 0.01), 20);

  it('runs from junction to junction over all its pieces, with their names', () => {
    expect(stretch?.names).toEqual(['大桥路', '大桥']);
    expect(stretch?.line).toEqual(
      [at(0, 0), at(5, 0), at(10, 0)].map((place) =>
        place.map((n) => expect.closeTo(n, 6) as number),
      ),
    );
    expect(stretch?.meters).toBeCloseTo(972.5, 0);
  });

  it('is closed by a line that touches neither the roads at its ends nor the one above it', () => {
    if (stretch === null) throw new Error('no stretch');
    expect(
      namesTouched(town, {
        type: 'LineString',
        coordinates: stretch.line.map((place) => [...place]),
      }),
    ).toHaveLength(7);
    expect(namesTouched(town, stretch.closureLine)).toHaveLength(2);
    expect(stretch.closureLine.type).toBe('MultiLineString');
  });

  it('is only taken from so many metres', () => {
    expect(stretchAt(town, at(7, 0.5), 20)).toBeNull();
    expect(stretchAt(town, at(7, 0.5), 60)).not.toBeNull();
  });

  it('is closed and nothing else is, for any road of any grid however short', () => {
    const grid = fc.record({
      size: fc.integer({ min: 2, max: 5 }),
      step: fc.integer({ min: 4, max: 300 }),
      pick: fc.nat(),
      share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    });
    fc.assert(
      fc.property(grid, ({ size, step, pick, share }) => {
        // Steps of one to a hundred metres.
        const place = (x: number, y: number): LngLat => [
          113 + (x * step * 3) / 1e6,
          29 + (y * step * 3) / 1e6,
        ];
        const edges: RoadEdgeInput[] = [];
        for (let x = 0; x < size; x++)
          for (let y = 0; y < size; y++) {
            if (x + 1 < size)
              edges.push(roadEdge(key(x, y), key(x + 1, y), [place(x, y), place(x + 1, y)]));
            if (y + 1 < size)
              edges.push(roadEdge(key(x, y), key(x, y + 1), [place(x, y), place(x, y + 1)]));
          }
        const roads = network(edges);
        const { line } = edges[pick % edges.length]!;
        const [a, b] = [line[0]!, line[1]!];
        const on: LngLat = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
        const found = stretchAt(roads, on, 1);
        if (found === null) throw new Error('no stretch');
        const ends = found.line.map((end) => end.join());
        // As many pieces as the stretch has places less one, all of them its own.
        const touched = [...edgesTouching(roads, found.closureLine)];
        expect(touched).toHaveLength(ends.length - 1);
      }),
      { numRuns: 300 },
    );
  });
});
