import { booleanIntersects, booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, LineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/core/roads/network.ts';
import { edgesTouching } from '../../../src/core/roads/touching.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { layOut } from './laid.ts';
import { roadEdge } from './road-edge.ts';

/** Steps of 2^-7 degree are whole both in binary and in units of 1e-7, so that Turf decides touches exactly too. */
const grid = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
const onGrid = grid.map(([x, y]): LngLat => [121 + x / 128, 25 + y / 128]);
const anywhere = fc.tuple(
  fc.integer({ min: 121_000_0000, max: 121_100_0000 }),
  fc.integer({ min: 25_000_0000, max: 25_100_0000 }),
);
const loose = anywhere.map(([x, y]): LngLat => [x / 1e7, y / 1e7]);

const line = (place: fc.Arbitrary<LngLat>) => fc.array(place, { minLength: 2, maxLength: 4 });
const roads = (place: fc.Arbitrary<LngLat>) =>
  fc.array(line(place), { minLength: 1, maxLength: 60 });

/** A ring around a centre, its corners in order of angle and none twice, so that it does not cross itself. */
const ring = (place: fc.Arbitrary<LngLat>, corners: number) =>
  fc
    .uniqueArray(place, { minLength: 3, maxLength: corners, selector: (one) => one.join() })
    .map((places): Position[] => {
      const [x, y] = [0, 1].map(
        (i) => places.reduce((sum, one) => sum + one[i]!, 0) / places.length,
      ) as [number, number];
      const angle = (one: LngLat): number => Math.atan2(one[1] - y, one[0] - x);
      const angles = new Map(places.map((one) => [angle(one).toFixed(6), one]));
      const around = [...angles.values()]
        .sort((a, b) => angle(a) - angle(b))
        .map((one) => [...one]);
      return [...around, [...around[0]!]];
    })
    // A ring without area is no polygon.
    .filter((one) => one.length > 3 && Math.abs(area(one)) > 1e-9);

const area = (one: Position[]): number =>
  one.reduce((sum, [x, y], i) => {
    const [u, v] = one[(i + 1) % one.length]!;
    return sum + (x! - 121) * (v! - 25) - (u! - 121) * (y! - 25);
  }, 0);

const geometry = (place: fc.Arbitrary<LngLat>): fc.Arbitrary<Geometry> => {
  const position = place.map((one): Position => [...one]);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: ring(place, 12).map((one): Geometry => ({ type: 'Polygon', coordinates: [one] })),
    },
    fc
      .array(ring(place, 6), { minLength: 1, maxLength: 3 })
      .map((rings): Geometry => ({ type: 'MultiPolygon', coordinates: rings.map((one) => [one]) })),
    fc
      .array(position, { minLength: 2, maxLength: 5 })
      .map((places): Geometry => ({ type: 'LineString', coordinates: places })),
    position.map((one): Geometry => ({ type: 'Point', coordinates: one })),
  );
};

const setUp = (lines: LngLat[][], closure: Geometry) => {
  const edges = lines.map((one, i) => roadEdge(2 * i, 2 * i + 1, one));
  const { network } = layOut({ edges, restrictions: [] });
  const shapes = Array.from({ length: network.edges }, (_, e): LineString => ({
    type: 'LineString',
    coordinates: lineOf(network, e).map((one) => [...one]),
  }));
  const byTurf = shapes.flatMap((shape, e) => (booleanIntersects(closure, shape) ? [e] : []));
  return { shapes, byTurf, ours: [...edgesTouching(network, closure)] };
};

describe('the edges a geometry touches', () => {
  it('are those of booleanIntersects over all', () => {
    fc.assert(
      fc.property(roads(loose), geometry(loose), (lines, closure) => {
        const { byTurf, ours } = setUp(lines, closure);
        expect(ours).toEqual(byTurf);
      }),
      { numRuns: 400 },
    );
  });

  // Turf misses some pairs that merely touch (a road that runs exactly along a side) and finds a point on any segment
  // of no length in its column, so whole numbers are the judge.
  it('are right where things only touch', () => {
    fc.assert(
      fc.property(roads(onGrid), geometry(onGrid), (lines, closure) => {
        const { shapes, ours } = setUp(lines, closure);
        const exact = shapes.flatMap((shape, e) => (touchesExactly(shape, closure) ? [e] : []));
        expect(ours).toEqual(exact);
      }),
      { numRuns: 600 },
    );
  });
});

/** By whole numbers of 2^-7 degree: some segment meets some side, or the first vertex lies inside. */
function touchesExactly({ coordinates }: LineString, closure: Geometry): boolean {
  const steps = (one: Position): [number, number] => [(one[0]! - 121) * 128, (one[1]! - 25) * 128];
  const cross = (a: Position, b: Position, c: Position): number => {
    const [[ax, ay], [bx, by], [cx, cy]] = [steps(a), steps(b), steps(c)];
    return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  };
  const within = (a: Position, b: Position, c: Position): boolean =>
    [0, 1].every((i) => Math.min(a[i]!, b[i]!) <= c[i]! && c[i]! <= Math.max(a[i]!, b[i]!));
  const on = (a: Position, b: Position, c: Position): boolean =>
    cross(a, b, c) === 0 && within(a, b, c);
  const meet = (a: Position, b: Position, c: Position, d: Position): boolean =>
    on(a, b, c) ||
    on(a, b, d) ||
    on(c, d, a) ||
    on(c, d, b) ||
    (cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0);
  const sides = (one: Position[]): [Position, Position][] =>
    one.slice(1).map((end, i) => [one[i]!, end]);
  if (
    linesOf(closure)
      .flatMap(sides)
      .some(([c, d]) => sides(coordinates).some(([a, b]) => meet(a, b, c, d)))
  )
    return true;
  if (closure.type !== 'Polygon' && closure.type !== 'MultiPolygon') return false;
  return booleanPointInPolygon(coordinates[0]!, closure);
}

/** The lines and rings of a closure; a point is a line to itself. */
function linesOf(closure: Geometry): Position[][] {
  switch (closure.type) {
    case 'Polygon':
      return closure.coordinates;
    case 'MultiPolygon':
      return closure.coordinates.flat();
    case 'LineString':
      return [closure.coordinates];
    case 'Point':
      return [[closure.coordinates, closure.coordinates]];
    default:
      return [];
  }
}

describe('a geometry of its own kind', () => {
  const places: LngLat[] = [
    [121, 25],
    [121.1, 25],
  ];
  const { network } = layOut({ edges: [roadEdge(0, 1, places)], restrictions: [] });
  it('holds nothing when it is empty, and what lies in a hole stays open', () => {
    expect([...edgesTouching(network, { type: 'GeometryCollection', geometries: [] })]).toEqual([]);
    const square = (low: number, high: number): Position[] => [
      [121.05 - high, 25 - low],
      [121.05 + high, 25 - low],
      [121.05 + high, 25 + low],
      [121.05 - high, 25 + low],
      [121.05 - high, 25 - low],
    ];
    const holed: Geometry = { type: 'Polygon', coordinates: [square(1, 1), square(0.5, 0.5)] };
    expect([...edgesTouching(network, holed)]).toEqual([]);
    expect([...edgesTouching(network, { type: 'Polygon', coordinates: [square(1, 1)] })]).toEqual([
      0,
    ]);
  });
});

describe('a large area over many short roads', () => {
  const edges = Array.from({ length: 900 }, (_, i) => {
    const [lng, lat] = [121 + (i % 30) * 1e-3, 25 + Math.floor(i / 30) * 1e-3];
    return roadEdge(2 * i, 2 * i + 1, [
      [lng, lat],
      [lng + 2e-4, lat + 2e-4],
    ]);
  });
  const { network } = layOut({ edges, restrictions: [] });
  const frame = (low: number, high: number): Position[] => [
    [121 + low, 25 + low],
    [121 + high, 25 + low],
    [121 + high, 25 + high],
    [121 + low, 25 + high],
    [121 + low, 25 + low],
  ];
  const counted = (...rings: Position[][]): number[] => {
    const closure: Geometry = { type: 'Polygon', coordinates: rings };
    const { ours, byTurf } = setUp(
      edges.map(({ line }) => [...line]),
      closure,
    );
    expect(ours).toEqual(byTurf);
    expect(edgesTouching(network, closure).length).toBe(ours.length);
    return ours;
  };
  it('takes whole boxes of edges that lie inside, and none that lie outside or in a hole', () => {
    expect(counted(frame(-0.5, 0.5)).length).toBe(900);
    expect(counted(frame(0.2, 0.5)).length).toBe(0);
    expect(counted(frame(-0.5, 0.5), frame(-0.1, 0.1)).length).toBe(0);
    expect(counted(frame(0.0045, 0.0245)).length).toBe(400);
  });
});
