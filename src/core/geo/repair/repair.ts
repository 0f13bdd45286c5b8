/** Invalid polygons become valid ones that cover the same ground, and the change of area is reported. */
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { union } from 'polyclip-ts';
import { polygonsArea, ringArea } from './area.ts';
import { meetsOutsideCorners, isSurelySimple } from './contacts.ts';
import { splitTouches } from './split-touches.ts';

type Repaired =
  | { tag: 'valid' }
  | { tag: 'repaired'; geometry: Polygon | MultiPolygon; areaBefore: number; areaAfter: number }
  | { tag: 'hopeless' };

type Polygons = Position[][][];

const polygonsOf = (geometry: Polygon | MultiPolygon): Polygons =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** The ground that polygons cover, in rings that pass every corner once; null when the library cannot say. */
export function unionOf(polygons: Polygons): Polygons | null {
  try {
    return splitTouches(union(polygons as [number, number][][][]));
  } catch {
    return null;
  }
}

const onGrid = (polygons: Polygons, digits: number): Polygons =>
  polygons.map((rings) =>
    rings.map((ring) =>
      ring.map(([x = 0, y = 0]) => [Number(x.toFixed(digits)), Number(y.toFixed(digits))]),
    ),
  );

/** The same number of polygons and the same rings, compared by their areas. */
function isSameShape(a: Polygons, b: Polygons): boolean {
  if (a.length !== b.length) return false;
  const areas = (polygons: Polygons): number[] =>
    polygons
      .flat()
      .map(ringArea)
      .sort((x, y) => x - y);
  const [ringsA, ringsB] = [areas(a), areas(b)];
  return (
    ringsA.length === ringsB.length &&
    ringsA.every((size, i) => Math.abs(size - (ringsB[i] ?? 0)) <= 1e-9 * size)
  );
}

/** A ring that passes one place twice is not simple, even when it covers the same ground as two rings would. */
function touchesItself(ring: readonly Position[]): boolean {
  const places = new Set<string>();
  return ring.some((position, i) => {
    const place = `${position[0]},${position[1]}`;
    const before = ring[i - 1];
    if (before !== undefined && before[0] === position[0] && before[1] === position[1])
      return false;
    if (i === ring.length - 1) return false;
    return places.size === places.add(place).size;
  });
}

/** An edge that turns straight back has no area and vanishes without a trace in the counts above. */
function hasSpike(ring: readonly Position[]): boolean {
  const n = ring.length - 1;
  for (let i = 0; i < n; i++) {
    const [ax = 0, ay = 0] = ring[(i + n - 1) % n] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    const [cx = 0, cy = 0] = ring[(i + 1) % n] ?? [];
    const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
    if (
      ux * vx + uy * vy < 0 &&
      Math.abs(ux * vy - uy * vx) <= 1e-12 * (Math.abs(ux * vy) + Math.abs(uy * vx))
    )
      return true;
  }
  return false;
}

/**
 * Make a polygon valid in the sense of OGC simple features. Crossing rings are taken even-odd, overlapping parts are
 * joined, holes beyond the outer ring are dropped: what polygon clipping calls the union of the polygon with nothing.
 */
export function repairPolygon(geometry: Polygon | MultiPolygon): Repaired {
  const before = polygonsOf(geometry);
  if (isSurelySimple(before)) return { tag: 'valid' };
  let after = unionOf(before);
  if (after === null || after.length === 0) return { tag: 'hopeless' };
  if (
    isSameShape(before, after) &&
    !before.flat().some((ring) => hasSpike(ring) || touchesItself(ring))
  )
    return { tag: 'valid' };
  // Crossings are rounded to doubles, which may make a new one. Coarser and coarser grids (1e-13 to 1e-9 degrees, at most
  // 0.1 mm) bring what almost touches together, until nothing crosses any more.
  for (let digits = 13; digits >= 9 && meetsOutsideCorners(after); digits--) {
    const again = unionOf(onGrid(after, digits));
    if (again === null || again.length === 0) return { tag: 'hopeless' };
    after = again;
  }
  if (meetsOutsideCorners(after)) return { tag: 'hopeless' };
  const [only] = after;
  if (only === undefined) return { tag: 'hopeless' };
  const single = after.length === 1 && geometry.type === 'Polygon';
  return {
    tag: 'repaired',
    geometry: single
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: after },
    areaBefore: polygonsArea(before),
    areaAfter: polygonsArea(after),
  };
}

export const isArea = (geometry: Geometry): geometry is Polygon | MultiPolygon =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
