/** Between a place and its road may lie water, rails, a wall or a motorway: another road is taken, or it is said. */
import { describe, expect, it } from 'vitest';
import { reachTable } from '../../../src/core/arrival/reach-table.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import type { ByRoad } from '../../../src/core/ranking/roads.ts';
import type { BarrierInput } from '../../../src/core/roads/barriers/kinds.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

/** Metres east and north of 113° E, 29° N. */
const at = (east: number, north: number): LngLat => [
  113 + east / (111_195 * Math.cos((29 * Math.PI) / 180)),
  29 + north / 111_195,
];
type Node = [key: number, east: number, north: number];
const road = (from: Node, to: Node, more: Partial<RoadEdgeInput> = {}): RoadEdgeInput =>
  roadEdge(from[0], to[0], [at(from[1], from[2]), at(to[1], to[2])], more);
const lying = (kind: BarrierInput['kind'], ...places: [number, number][]): BarrierInput => ({
  kind,
  lines: [places.map(([east, north]) => at(east, north))],
  isArea: false,
});

/** A street along 0 north, one along 130 north, and a link in the west. */
const SW: Node = [1, -900, 0];
const SE: Node = [2, 900, 0];
const NW: Node = [3, -900, 130];
const NE: Node = [4, 900, 130];
const south = road(SW, SE);
const streets = [south, road(NW, NE), road(SW, NW)];
const river = lying('water', [-500, 10], [500, 10]);
const team = at(-880, 0);

function ask(
  edges: RoadEdgeInput[],
  barriers: BarrierInput[] | undefined,
  place: LngLat,
  ...others: LngLat[]
): (ByRoad & { tag: 'reached' })[] {
  const input = {
    edges,
    restrictions: [],
    source: 'test',
    ...(barriers === undefined ? {} : { barriers }),
  };
  const service = new RouterService(buildNetwork(input));
  const times = service.times({
    by: 'emergency-car',
    place,
    others: Float64Array.from(others.flat()),
  });
  return times.map((time) => {
    if (time.tag !== 'reached') throw new Error('not reached');
    return time;
  });
}

describe('an incident with something between it and its nearest road', () => {
  it('is come to over another road within 150 m with nothing between, and that is said', () => {
    const [time] = ask(streets, [river], at(0, 30), team);
    expect(time!.offRoad).toBeCloseTo(100, 0);
    expect(time!.remarks).toEqual([{ tag: 'passed-over', at: 'incident', what: ['water'] }]);
  });

  it('keeps the nearest where there is none, and that is said', () => {
    const everywhere = [river, lying('railway', [-500, 60], [500, 60])];
    const [time] = ask(streets, everywhere, at(0, 30), team);
    expect(time!.offRoad).toBeCloseTo(30, 0);
    expect(time!.remarks).toEqual([
      { tag: 'across', at: 'incident', what: ['water'], meters: expect.closeTo(30, 0) as number },
    ]);
  });

  it('and in a flood that closes the road, up to whose edge it is driven', () => {
    const rails = [
      lying('railway', [-500, 10], [500, 10]),
      lying('railway', [-500, 60], [500, 60]),
    ];
    const service = new RouterService(
      buildNetwork({ edges: streets, restrictions: [], barriers: rails, source: 'test' }),
    );
    const ring = [at(-300, -5), at(300, -5), at(300, 5), at(-300, 5), at(-300, -5)].map((place) => [
      ...place,
    ]);
    const geometry = { type: 'Polygon' as const, coordinates: [ring] };
    service.close([{ id: 'flood', version: 1, geometry, stops: ['emergency-car'] }]);
    const [time] = service.times({
      by: 'emergency-car',
      place: at(0, 30),
      others: Float64Array.from(team),
    });
    expect(time).toMatchObject({
      tag: 'reached',
      upTo: ['flood'],
      remarks: [{ tag: 'across', at: 'incident', what: ['railway'] }],
    });
  });

  it('keeps it where the other road is too far', () => {
    const far = [south, road([3, -900, 190], [4, 900, 190]), road(SW, [3, -900, 190])];
    const [time] = ask(far, [river], at(0, 30), team);
    expect(time!.offRoad).toBeCloseTo(30, 0);
    expect(time!.remarks).toMatchObject([{ tag: 'across', what: ['water'] }]);
  });

  it('a motorway of the network itself is not walked across either, unless it is above', () => {
    const motorway = (more: Partial<RoadEdgeInput>): RoadEdgeInput =>
      road([7, -500, 15], [8, 500, 15], { class: 'motorway', ...more });
    const [time] = ask([...streets, motorway({})], undefined, at(0, 30), team);
    expect(time!.offRoad).toBeCloseTo(100, 0);
    const [below] = ask([...streets, motorway({ bridge: true })], undefined, at(0, 30), team);
    expect(below!.offRoad).toBeCloseTo(30, 0);
  });

  it('says nothing where nothing lies between', () => {
    const [time] = ask(streets, [river], at(600, 30), team);
    expect(time).not.toHaveProperty('remarks');
  });

  describe('whose own road is joined to nothing', () => {
    const aisle = road([10, -20, 32], [11, 20, 32], { class: 'service' });

    it('takes a road with nothing between before a quicker one beyond a wall', () => {
      const [time] = ask(
        [...streets, aisle],
        [lying('wall', [-500, 10], [500, 10])],
        at(0, 30),
        team,
      );
      expect(time!.remarks).toEqual([{ tag: 'other-home' }]);
      expect(time!.offRoad).toBeCloseTo(100, 0);
    });

    it('takes one beyond a wall where there is no other, says so, and counts no more than the walk', () => {
      const walls = [lying('wall', [-500, 10], [500, 10]), lying('wall', [-500, 60], [500, 60])];
      const [time] = ask([...streets, aisle], walls, at(0, 30), team);
      expect(time!.remarks).toMatchObject([
        { tag: 'other-home' },
        { tag: 'across', at: 'incident', what: ['wall'] },
      ]);
      expect(time!.offRoad).toBeCloseTo(30, 0);
      expect(time!.seconds).toBeLessThan(300);
    });
  });
});

describe('a team with something between it and its nearest road', () => {
  it('leaves over another road, or it is said', () => {
    const incident = at(800, 0);
    const base = at(0, 30);
    const [other] = ask(streets, [river], incident, base);
    expect(other!.remarks).toEqual([{ tag: 'passed-over', at: 'candidate', what: ['water'] }]);
    const [across] = ask(streets, [river, lying('wall', [-500, 60], [500, 60])], incident, base);
    expect(across!.remarks).toMatchObject([{ tag: 'across', at: 'candidate', what: ['water'] }]);
    const [none] = ask(streets, [], incident, base);
    expect(none).not.toHaveProperty('remarks');
    // Over the northern street it is farther.
    expect(other!.seconds).toBeGreaterThan(across!.seconds);
  });
});

describe('what is known of the ground', () => {
  const lake: BarrierInput = {
    kind: 'water',
    lines: [[at(-50, 20), at(50, 20), at(50, 80), at(-50, 80), at(-50, 20)]],
    isArea: true,
  };

  it('is said once: in water, and what walks are not held against', () => {
    const service = new RouterService(
      buildNetwork({ edges: streets, restrictions: [], barriers: [lake], source: '' }),
    );
    expect(service.groundAt(at(0, 30))).toEqual({ inWater: true, unchecked: ['railway', 'wall'] });
    expect(service.groundAt(at(0, 10))).toEqual({ inWater: false, unchecked: ['railway', 'wall'] });
    const old = new RouterService(buildNetwork({ edges: streets, restrictions: [], source: '' }));
    expect(old.groundAt(at(0, 30))).toEqual({
      inWater: false,
      unchecked: ['water', 'railway', 'wall'],
    });
  });

  it('stands in the table of who reaches what first', () => {
    const service = new RouterService(
      buildNetwork({ edges: streets, restrictions: [], barriers: [lake], source: '' }),
    );
    const places = [at(0, 30), at(0, 10)].map((place, i) => ({ id: `${i}`, name: '', place }));
    const rows = reachTable(service, {
      by: 'emergency-car',
      places,
      others: [{ id: 't', name: '', place: team }],
      obstacles: [],
    });
    expect(rows.map(({ now }) => now?.across)).toEqual([['water'], []]);
  });
});
