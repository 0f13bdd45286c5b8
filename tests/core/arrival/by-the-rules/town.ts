/** Random little towns as OpenStreetMap elements: streets, estates behind gates, islands, one-way streets, tunnels, slides. */
import fc from 'fast-check';
import type { LngLat } from '../../../../src/core/model/index.ts';
import { node, osm, way } from '../../roads/osm/support.ts';

export interface TownNode {
  id: number;
  at: LngLat;
  /** What stands on the road there. */
  barrier: 'gate' | 'bollard' | null;
}

export interface TownWay {
  id: number;
  refs: readonly number[];
  highway: 'residential' | 'service' | 'motorway' | 'footway';
  oneway: boolean;
  structure: 'tunnel' | 'bridge' | null;
}

/** A slide (a point on a road) or a fence across it (a line). */
export type TownClosure = { point: LngLat } | { line: readonly [LngLat, LngLat] };

export interface Town {
  nodes: ReadonlyMap<number, TownNode>;
  ways: readonly TownWay[];
  closures: readonly TownClosure[];
  /** Whether the file holds water, far outside: then a walk is known to cross none. */
  hasWater: boolean;
}

/** Metres per degree around the town; the equator, where both are the same. */
const METERS_PER_DEGREE = 111_195.08;
const SPACING = 80;

/** Of metres east and north. */
export const placeAt = (x: number, y: number): LngLat => [
  110 + x / METERS_PER_DEGREE,
  y / METERS_PER_DEGREE,
];
export const metersAt = ([lng, lat]: LngLat): [number, number] => [
  (lng - 110) * METERS_PER_DEGREE,
  lat * METERS_PER_DEGREE,
];

const chance = (percent: number): fc.Arbitrary<boolean> =>
  fc.nat(99).map((n) => n >= 100 - percent);
const share = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);

/** An estate: a loop of four nodes tied to a crossing of the town, or to nothing. */
const estate = fc.record({
  at: fc.nat(),
  x: share,
  y: share,
  tie: fc.constantFrom('none', 'gate', 'bollard', 'in', 'out', 'street'),
  highway: fc.constantFrom('service', 'residential', 'footway'),
});
/** A road that goes far around and ends beside a crossing. */
const hairpin = fc.record({ from: fc.nat(), to: fc.nat(), x: share, y: share });
const through = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  structure: fc.constantFrom('tunnel', 'bridge', 'motorway'),
});

/** A town of columns × rows crossings some 80 m apart. */
export const town: fc.Arbitrary<Town> = fc
  .record({ columns: fc.integer({ min: 4, max: 6 }), rows: fc.integer({ min: 4, max: 5 }) })
  .chain(({ columns, rows }) => {
    const crossings = columns * rows;
    return fc.record({
      columns: fc.constant(columns),
      hasWater: fc.boolean(),
      shifts: fc.array(fc.tuple(share, share), { minLength: crossings, maxLength: crossings }),
      streets: fc.array(
        fc.record({
          missing: chance(12),
          oneway: chance(20),
          turned: fc.boolean(),
          bollard: chance(6),
        }),
        {
          minLength: 2 * crossings,
          maxLength: 2 * crossings,
        },
      ),
      estates: fc.array(estate, { maxLength: 4 }),
      hairpins: fc.array(hairpin, { maxLength: 2 }),
      throughs: fc.array(through, { maxLength: 2 }),
      closures: fc.array(
        fc.record({ street: fc.nat(), along: share, off: share, isLine: fc.boolean() }),
        {
          maxLength: 4,
        },
      ),
    });
  })
  .map(laidOut);

interface Drawn {
  hasWater: boolean;
  columns: number;
  shifts: readonly (readonly [number, number])[];
  streets: readonly { missing: boolean; oneway: boolean; turned: boolean; bollard: boolean }[];
  estates: readonly {
    at: number;
    x: number;
    y: number;
    tie: 'none' | 'gate' | 'bollard' | 'in' | 'out' | 'street';
    highway: 'service' | 'residential' | 'footway';
  }[];
  hairpins: readonly { from: number; to: number; x: number; y: number }[];
  throughs: readonly { from: number; to: number; structure: 'tunnel' | 'bridge' | 'motorway' }[];
  closures: readonly { street: number; along: number; off: number; isLine: boolean }[];
}

function laidOut({
  hasWater,
  columns,
  shifts,
  streets,
  estates,
  hairpins,
  throughs,
  closures,
}: Drawn): Town {
  const nodes = new Map<number, TownNode>();
  const ways: TownWay[] = [];
  const put = (x: number, y: number, barrier: TownNode['barrier'] = null): number => {
    const id = nodes.size + 1;
    nodes.set(id, { id, at: placeAt(x, y), barrier });
    return id;
  };
  const draw = (refs: readonly number[], more: Partial<TownWay> = {}): void => {
    ways.push({
      id: ways.length + 1,
      refs,
      highway: 'residential',
      oneway: false,
      structure: null,
      ...more,
    });
  };
  const xy = (id: number): [number, number] => metersAt(nodes.get(id)!.at);
  const crossings = shifts.map(([dx, dy], i) =>
    put((i % columns) * SPACING + dx * 30, Math.floor(i / columns) * SPACING + dy * 30),
  );
  crossings.forEach((from, i) => {
    const east = (i + 1) % columns === 0 ? undefined : crossings[i + 1];
    [east, crossings[i + columns]].forEach((to, k) => {
      const { missing, oneway, turned, bollard } = streets[2 * i + k]!;
      if (to === undefined || missing) return;
      const [a, b] = turned ? [to, from] : [from, to];
      const [[ax, ay], [bx, by]] = [xy(a), xy(b)];
      // A bend in the middle, so that a road is more than a straight line.
      const middle = put(
        (ax + bx) / 2 + (ay - by) / 8,
        (ay + by) / 2 + (bx - ax) / 8,
        bollard ? 'bollard' : null,
      );
      draw([a, middle, b], { oneway });
    });
  });
  for (const { at, x, y, tie, highway } of estates) {
    const crossing = crossings[at % crossings.length]!;
    const [cx, cy] = xy(crossing);
    const [left, low] = [cx + 12 + 30 * x, cy + 12 + 30 * y];
    const ring = [
      put(left, low),
      put(left + 25, low),
      put(left + 25, low + 20),
      put(left, low + 20),
    ];
    draw([...ring, ring[0]!], { highway });
    if (tie === 'none') continue;
    const middle = put(
      (cx + left) / 2,
      (cy + low) / 2,
      tie === 'gate' || tie === 'bollard' ? tie : null,
    );
    draw(tie === 'out' ? [ring[0]!, middle, crossing] : [crossing, middle, ring[0]!], {
      highway: 'service',
      oneway: tie === 'in' || tie === 'out',
    });
  }
  for (const { from, to, x, y } of hairpins) {
    const [start, [ex, ey]] = [
      crossings[from % crossings.length]!,
      xy(crossings[to % crossings.length]!),
    ];
    draw([start, put(-1500, -900), put(-1500, -950), put(ex - 10 - 10 * x, ey - 10 - 10 * y)]);
  }
  for (const { from, to, structure } of throughs) {
    const [a, b] = [crossings[from % crossings.length]!, crossings[to % crossings.length]!];
    if (a === b) continue;
    if (structure === 'motorway') draw([a, b], { highway: 'motorway' });
    else draw([a, b], { structure });
  }
  return { nodes, ways, closures: closuresOn(ways, xy, closures), hasWater };
}

function closuresOn(
  ways: readonly TownWay[],
  xy: (id: number) => [number, number],
  drawn: Drawn['closures'],
): TownClosure[] {
  return drawn.flatMap(({ street, along, off, isLine }): TownClosure[] => {
    const { refs } = ways[street % Math.max(1, ways.length)] ?? { refs: [] };
    if (refs.length < 2) return [];
    const [[ax, ay], [bx, by]] = [xy(refs[0]!), xy(refs[1]!)];
    const at = 0.15 + 0.7 * along;
    const [x, y] = [ax + at * (bx - ax), ay + at * (by - ay)];
    if (!isLine) return [{ point: placeAt(x + off, y + off) }];
    const length = Math.hypot(bx - ax, by - ay);
    const [nx, ny] = [(ay - by) / length, (bx - ax) / length];
    const reach = 2 + 12 * off;
    return [
      { line: [placeAt(x - nx * reach, y - ny * reach), placeAt(x + nx * reach, y + ny * reach)] },
    ];
  });
}

const POND = [
  [5000, 5000],
  [5100, 5000],
  [5100, 5100],
] as const;

/** The town as a file. */
export function asOsm({ nodes, ways, hasWater }: Town): string {
  const pond = POND.map(([x, y], i) => ({ id: 1_000_000 + i, at: placeAt(x, y) }));
  return osm(
    ...[...nodes.values()].map(({ id, at, barrier }) =>
      node(id, at[0], at[1], barrier === null ? {} : { barrier }),
    ),
    ...pond.map(({ id, at }) => node(id, at[0], at[1])),
    ...ways.map(({ id, refs, highway, oneway, structure }) =>
      way(id, refs, {
        highway,
        // A motorway is one-way by itself, unless it says that it is not.
        oneway: oneway ? 'yes' : 'no',
        ...(structure === null
          ? {}
          : { [structure]: 'yes', layer: structure === 'tunnel' ? '-1' : '1' }),
      }),
    ),
    ...(hasWater
      ? [way(1_000_000, [...pond.map(({ id }) => id), pond[0]!.id], { natural: 'water' })]
      : []),
  );
}
