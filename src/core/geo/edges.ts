/**
 * A geometry's edges as unit vectors on the sphere, cut into short runs that a search can pass over. An edge is the
 * shorter great circle between its two vertices, as in PostGIS geography (a straight line in degrees differs from it
 * by about 1 m on an edge of 10 km). Built once per geometry object: records are replaced, never mutated.
 */
import type { Geometry, Position } from 'geojson';

const RUN = 16;
const RADIANS = Math.PI / 180;

/** A line, a ring or a single point. Vertex i lies at xyz[3i..3i+2]; `lng` is unwrapped, so that steps are never over 180°. */
export interface Chain {
  xyz: Float64Array;
  lngLat: readonly Position[];
  lng: Float64Array;
  /** Per run of RUN edges: a cap that holds them (centre as unit vector, angular radius in radians). */
  caps: Float64Array;
  runs: number;
}

export interface Ring extends Chain {
  /** The ring goes around a pole, and the north pole is on its inner side. */
  holdsNorthPole: boolean;
}

interface Edges {
  chains: readonly Chain[];
  /** Rings per polygon, the outer one first. */
  polygons: readonly (readonly Ring[])[];
  /** A cap that holds the whole geometry, as those of runs are; null when it has no vertex. */
  cap: Float64Array | null;
}

const cache = new WeakMap<Geometry, Edges>();

/** Number of edges in each run of a chain. */
export const RUN_LENGTH = RUN;

export const unitX = (lng: number, lat: number): number =>
  Math.cos(lat * RADIANS) * Math.cos(lng * RADIANS);
export const unitY = (lng: number, lat: number): number =>
  Math.cos(lat * RADIANS) * Math.sin(lng * RADIANS);
export const unitZ = (lat: number): number => Math.sin(lat * RADIANS);

/**
 * Angle in radians between two unit vectors, exact also when they are close or opposite.
 * @param at where the three numbers of the other vector begin in `vectors`
 */
export function angleTo(
  x: number,
  y: number,
  z: number,
  vectors: Float64Array,
  at: number,
): number {
  const bx = vectors[at] ?? 0;
  const by = vectors[at + 1] ?? 0;
  const bz = vectors[at + 2] ?? 0;
  const apart = (x - bx) ** 2 + (y - by) ** 2 + (z - bz) ** 2;
  const together = (x + bx) ** 2 + (y + by) ** 2 + (z + bz) ** 2;
  return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together));
}

/** The edges of a geometry, remembered per object. */
export function edgesOf(geometry: Geometry): Edges {
  let edges = cache.get(geometry);
  if (edges === undefined) {
    edges = build(geometry);
    cache.set(geometry, edges);
  }
  return edges;
}

function build(geometry: Geometry): Edges {
  const chains: Chain[] = [];
  const polygons: Ring[][] = [];
  collect(geometry, chains, polygons);
  return { chains, polygons, cap: capOf(chains) };
}

function collect(geometry: Geometry, chains: Chain[], polygons: Ring[][]): void {
  const line = (positions: readonly Position[]): void => {
    if (positions.length > 0) chains.push(chainOf(positions));
  };
  const polygon = (rings: readonly (readonly Position[])[]): void => {
    const built = rings.filter((ring) => ring.length > 0).map(ringOf);
    if (built.length === 0) return;
    chains.push(...built);
    polygons.push(built);
  };
  switch (geometry.type) {
    case 'Point':
      if (geometry.coordinates.length > 0) line([geometry.coordinates]);
      return;
    case 'MultiPoint':
      for (const position of geometry.coordinates) line([position]);
      return;
    case 'LineString':
      line(geometry.coordinates);
      return;
    case 'MultiLineString':
      for (const positions of geometry.coordinates) line(positions);
      return;
    case 'Polygon':
      polygon(geometry.coordinates);
      return;
    case 'MultiPolygon':
      for (const rings of geometry.coordinates) polygon(rings);
      return;
    case 'GeometryCollection':
      for (const member of geometry.geometries) collect(member, chains, polygons);
  }
}

/** `to` shifted by whole turns so that it lies within 180° of `from`. */
export const unwrap = (to: number, from: number): number =>
  to - 360 * Math.round((to - from) / 360);

function chainOf(positions: readonly Position[]): Chain {
  const n = positions.length;
  const xyz = new Float64Array(3 * n);
  const lng = new Float64Array(n);
  positions.forEach((position, i) => {
    const [x = NaN, y = NaN] = position;
    lng[i] = i === 0 ? x : unwrap(x, lng[i - 1] ?? x);
    xyz[3 * i] = unitX(x, y);
    xyz[3 * i + 1] = unitY(x, y);
    xyz[3 * i + 2] = unitZ(y);
  });
  const runs = Math.max(1, Math.ceil((n - 1) / RUN));
  const caps = new Float64Array(4 * runs);
  for (let run = 0; run < runs; run++) {
    caps.set(capAround(xyz, run * RUN, Math.min(n - 1, (run + 1) * RUN)), 4 * run);
  }
  return { xyz, lngLat: positions, lng, caps, runs };
}

function ringOf(positions: readonly Position[]): Ring {
  const first = positions[0] ?? [];
  const last = positions[positions.length - 1] ?? [];
  const closed = first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
  const chain = chainOf(closed);
  const turned = Math.abs((chain.lng[closed.length - 1] ?? 0) - (chain.lng[0] ?? 0));
  const meanLat = closed.reduce((sum, position) => sum + (position[1] ?? 0), 0) / closed.length;
  return { ...chain, holdsNorthPole: turned > 180 && meanLat > 0 };
}

/**
 * A cap around vertices from..to (inclusive): x, y, z, radius. A cap below 90° is convex, so it holds the edges between
 * them too.
 */
function capAround(xyz: Float64Array, from: number, to: number): Float64Array {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let i = from; i <= to; i++) {
    x += xyz[3 * i] ?? 0;
    y += xyz[3 * i + 1] ?? 0;
    z += xyz[3 * i + 2] ?? 0;
  }
  const length = Math.hypot(x, y, z);
  if (!(length > 1e-9)) return Float64Array.of(1, 0, 0, Math.PI);
  x /= length;
  y /= length;
  z /= length;
  let radius = 0;
  for (let i = from; i <= to; i++) radius = Math.max(radius, angleTo(x, y, z, xyz, 3 * i));
  return Float64Array.of(x, y, z, radius < 1.5 ? radius : Math.PI);
}

function capOf(chains: readonly Chain[]): Edges['cap'] {
  if (chains.length === 0) return null;
  const all = new Float64Array(chains.reduce((sum, chain) => sum + chain.xyz.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain.xyz, at);
    at += chain.xyz.length;
  }
  return capAround(all, 0, all.length / 3 - 1);
}
