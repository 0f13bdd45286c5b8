/** Roads end at the edge of an area: which edge that is, by the roads and never across what lies between them. */
import { describe, expect, it } from 'vitest';
import type { RoadQuestion } from '../../../src/core/arrival/asked.ts';
import type { Obstacle } from '../../../src/core/arrival/obstacle.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import type { Vehicle } from '../../../src/core/ranking/types.ts';
import { roadEdge } from '../roads/road-edge.ts';

/** Degrees of a metre north and east at 29° N, near enough: the lengths below are in hundreds of metres. */
const NORTH = 100 / 111_195;
const EAST = NORTH / Math.cos((29 * Math.PI) / 180);
const at = (east: number, north: number): LngLat => [113 + east * EAST, 29 + north * NORTH];

type Node = readonly [east: number, north: number];
const nodes = new Map<string, number>();
const numberOf = (node: Node): number => {
  const key = node.join();
  if (!nodes.has(key)) nodes.set(key, nodes.size);
  return nodes.get(key)!;
};
const road = (from: Node, to: Node, given: Partial<RoadEdgeInput> = {}): RoadEdgeInput =>
  roadEdge(numberOf(from), numberOf(to), [at(...from), at(...to)], { class: 'primary', ...given });

const serviceOf = (...edges: RoadEdgeInput[]): RouterService =>
  new RouterService(buildNetwork({ edges, restrictions: [], source: 'test' }));

/** A square of water, or what else lies there. */
function over([west, south]: Node, [east, north]: Node, given: Partial<Obstacle> = {}): Obstacle {
  const ring = [
    at(west, south),
    at(east, south),
    at(east, north),
    at(west, north),
    at(west, south),
  ];
  const geometry: Obstacle['geometry'] = {
    type: 'Polygon',
    coordinates: [ring.map((place) => [...place])],
  };
  return {
    id: 'flood',
    version: 1,
    stops: ['emergency-car', 'heavy-truck', 'foot'],
    geometry,
    ...given,
  };
}

function asked(place: Node, others: Node[], by: Vehicle = 'emergency-car'): RoadQuestion {
  return {
    by,
    place: at(...place),
    others: Float64Array.from(others.flatMap((node) => [...at(...node)])),
  };
}

/** [metres left along the closed road, areas] of each, or why not. */
function rests(service: RouterService, question: RoadQuestion) {
  return service
    .times(question)
    .map((time) =>
      time.tag === 'reached'
        ? ([Math.round(time.offRoad), time.upTo ?? []] as const)
        : time.because.reason,
    );
}

/** A street from west to east in stretches of 200 m, and another one across a river 100 m north of it. */
const STREET = [0, 2, 4, 6, 8, 10].map((east) => road([east, 0], [east + 2, 0]));
const OTHER_BANK = road([-4, 1], [12, 1]);
const WEST: Node = [0, 0];

describe('the edge of an area', () => {
  it('is where the road comes out of it, not a road across the river', () => {
    const service = serviceOf(...STREET, OTHER_BANK);
    service.close([over([2.5, -0.5], [12, 0.5])]);
    const question = asked([11.9, 0], [WEST, [-4, 1]]);
    expect(rests(service, question)).toEqual([[940, ['flood']], 'island']);
    const [route] = service.routes(question, [0]);
    expect(route!.meters).toBeCloseTo(250, 0);
    // From where the driving ends to the incident, on the street.
    expect(route!.rest!.map(([lng]) => Math.round((10 * (lng - 113)) / EAST) / 10)).toEqual([
      2.5, 4, 6, 8, 10, 11.9,
    ]);
    expect(route!.rest!.every(([, lat]) => lat === 29)).toBe(true);
  });

  it('is none when no open road is connected within two kilometres, and the reason is the area', () => {
    const service = serviceOf(...STREET, OTHER_BANK, road([12, 0], [30, 0]));
    service.close([over([2.5, -0.5], [40, 0.5])]);
    expect(service.times(asked([29.9, 0], [WEST]))).toEqual([
      { tag: 'unreached', because: { reason: 'closed', closures: ['flood'] } },
    ]);
  });

  it('is another one for those who come from the other side, unless the way round is worth it', () => {
    const service = serviceOf(...STREET);
    service.close([over([4.5, -0.5], [9.5, 0.5])]);
    // Under water from 450 to 950 m, the incident at 600 m.
    expect(rests(service, asked([6, 0], [WEST, [12, 0]]))).toEqual([
      [150, ['flood']],
      [350, ['flood']],
    ]);
    // With a bridge those in the east drive round to the nearer edge, as long as it is no longer than the walk it saves.
    const round = serviceOf(
      ...STREET,
      road(WEST, [0, -1]),
      road([0, -1], [12, -1]),
      road([12, -1], [12, 0]),
    );
    round.close([over([4.5, -0.5], [9.5, 0.5])]);
    expect(rests(round, asked([6, 0], [[12, 0]]))).toEqual([[150, ['flood']]]);
    const slow = serviceOf(
      ...STREET,
      road(WEST, [0, -1], { seconds: 800 }),
      road([0, -1], [12, -1]),
      road([12, -1], [12, 0]),
    );
    slow.close([over([4.5, -0.5], [9.5, 0.5])]);
    expect(rests(slow, asked([6, 0], [[12, 0]]))).toEqual([[350, ['flood']]]);
  });

  it('goes on over a dry stretch that nobody reaches, and stops at one that somebody does', () => {
    const service = serviceOf(...STREET);
    const [near, far] = [
      over([2.5, -0.5], [3.5, 0.5], { id: 'west' }),
      over([6.5, -0.5], [12, 0.5], { id: 'east' }),
    ];
    service.close([near, far]);
    // Dry from 350 to 650 m, where a car stands; then somebody else has to come from the west.
    expect(rests(service, asked([9, 0], [[5, 0], WEST]))).toEqual([[250, ['east']], 'closed']);
    expect(rests(service, asked([9, 0], [WEST]))).toEqual([[650, ['west']]]);
    const [route] = service.routes(asked([9, 0], [WEST]), [0]);
    expect(route!.rest).toHaveLength(5);
  });

  it('goes out over a dry one-way street that nobody may come in by', () => {
    const oneWay = road([2, 0], [4, 0], { forward: 0 });
    const service = serviceOf(STREET[0]!, oneWay, STREET[2]!, STREET[3]!);
    service.close([over([4.5, -0.5], [12, 0.5])]);
    expect(rests(service, asked([7, 0], [WEST]))).toEqual([[500, ['flood']]]);
  });

  it('does not go along what a closure closes too, nor what this traveller may never use', () => {
    const slide = over([8.8, -0.5], [9.2, 0.5], { id: 'slide', stops: undefined });
    const service = serviceOf(...STREET);
    service.close([over([2.5, -0.5], [12, 0.5]), slide]);
    expect(service.times(asked([11, 0], [WEST]))).toEqual([
      {
        tag: 'unreached',
        because: {
          reason: 'closed',
          closures: expect.arrayContaining(['flood', 'slide']) as string[],
        },
      },
    ]);
    const path = road([10, 0], [10, -1], { class: 'path' });
    const lane = road([10, -1], [0, -1]);
    const up = road([0, -1], WEST);
    const withPath = serviceOf(...STREET, path, lane, up);
    withPath.close([over([2.5, -0.5], [12, 0.5])]);
    // On foot the path leads out of the water; no car is sent along it, nor left at its end.
    expect(rests(withPath, asked([11, 0], [WEST]))).toEqual([[850, ['flood']]]);
    expect(rests(withPath, asked([11, 0], [WEST], 'foot'))).toEqual([[150, ['flood']]]);
  });

  it('may be come to against a one-way street under water, but not driven against one that is open', () => {
    const closedOneWay = serviceOf(
      STREET[0]!,
      STREET[1]!,
      road([4, 0], [6, 0], { backward: 0 }),
      STREET[3]!,
    );
    closedOneWay.close([over([4.5, -0.5], [5.5, 0.5])]);
    expect(rests(closedOneWay, asked([5, 0], [[8, 0], WEST]))).toEqual([
      [100, ['flood']],
      [50, ['flood']],
    ]);
    const openOneWay = serviceOf(
      STREET[0]!,
      STREET[1]!,
      STREET[2]!,
      road([6, 0], [8, 0], { backward: 0 }),
    );
    openOneWay.close([over([4.5, -0.5], [5.5, 0.5])]);
    expect(rests(openOneWay, asked([5, 0], [[8, 0], WEST]))).toEqual(['barred', [50, ['flood']]]);
  });

  it('follows the areas of the whole way out, not only that around the incident', () => {
    const service = serviceOf(...STREET);
    service.close([
      over([2.5, -0.5], [7.9, 0.5], { id: 'deep' }),
      over([8.1, -0.5], [12, 0.5], { id: 'shallow' }),
    ]);
    expect(rests(service, asked([11, 0], [WEST]))).toEqual([[850, ['deep']]]);
  });

  it('is not asked for where an open road lies beside the incident', () => {
    const lane = road([0, 0.2], [12, 0.2]);
    const service = serviceOf(...STREET, lane, road(WEST, [0, 0.2]));
    service.close([over([2.5, -0.5], [12, 0.1])]);
    // 20 m from the other lane, 0 m from the flooded one.
    expect(rests(service, asked([11, 0], [WEST]))).toEqual([[20, []]]);
    service.close([over([2.5, -0.5], [12, 0.5], { version: 2 })]);
    expect(rests(service, asked([11, 0], [WEST]))).toEqual([[850, ['flood']]]);
    service.close([]);
    expect(rests(service, asked([11, 0], [WEST]))).toEqual([[0, []]]);
  });
});
