/** Whether two geometries say the same place, whichever format carried them. */
import type { Geometry, Position } from 'geojson';

/**
 * Degrees; half a unit of the seventh decimal, with which lines and areas travel to a console: at most 7 mm on the
 * ground, far below what any register can tell.
 */
const SAME_PLACE = 6e-8;

type Rings = readonly (readonly Position[])[];

const near = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  Math.abs((a[0] ?? NaN) - (b[0] ?? NaN)) <= SAME_PLACE &&
  Math.abs((a[1] ?? NaN) - (b[1] ?? NaN)) <= SAME_PLACE;

const sameLine = (a: readonly Position[], b: readonly Position[]): boolean =>
  a.length === b.length && a.every((position, i) => near(position, b[i]));

/** Formats differ in where a ring begins and which way round it goes; the area is the same. */
function sameRing(a: readonly Position[], b: readonly Position[]): boolean {
  if (a.length !== b.length) return false;
  if (sameLine(a, b)) return true;
  const n = a.length - 1;
  for (let start = 0; start < n; start++) {
    if (!near(a[0], b[start])) continue;
    for (const step of [1, n - 1]) {
      let at = 0;
      while (at < n && near(a[at], b[(start + at * step) % n])) at++;
      if (at === n) return true;
    }
  }
  return false;
}

/** Every part of one list has a partner of its own in the other. */
function samePartsAnyOrder<T>(
  a: readonly T[],
  b: readonly T[],
  same: (x: T, y: T) => boolean,
): boolean {
  if (a.length !== b.length) return false;
  const taken = new Set<number>();
  return a.every((part, i) => {
    const partner = b[i];
    const at =
      partner !== undefined && !taken.has(i) && same(part, partner)
        ? i
        : b.findIndex((other, j) => !taken.has(j) && same(part, other));
    if (at < 0) return false;
    taken.add(at);
    return true;
  });
}

const samePolygon = (a: Rings, b: Rings): boolean =>
  a.length === b.length &&
  sameRing(a[0] ?? [], b[0] ?? []) &&
  samePartsAnyOrder(a.slice(1), b.slice(1), sameRing);

type Parts =
  | { dimension: 0; parts: readonly Position[] }
  | { dimension: 1; parts: Rings }
  | { dimension: 2; parts: readonly Rings[] };

/** A part alone is the same as a collection of one. */
function partsOf(geometry: Geometry): Parts | null {
  switch (geometry.type) {
    case 'Point':
      return { dimension: 0, parts: [geometry.coordinates] };
    case 'MultiPoint':
      return { dimension: 0, parts: geometry.coordinates };
    case 'LineString':
      return { dimension: 1, parts: [geometry.coordinates] };
    case 'MultiLineString':
      return { dimension: 1, parts: geometry.coordinates };
    case 'Polygon':
      return { dimension: 2, parts: [geometry.coordinates] };
    case 'MultiPolygon':
      return { dimension: 2, parts: geometry.coordinates };
    default:
      return null;
  }
}

/** The same places in the same order; the start and direction of rings and the order of areas do not count. */
export function sameGeometry(a: Geometry | null, b: Geometry | null): boolean {
  if (a === null || b === null) return a === b;
  const [first, second] = [partsOf(a), partsOf(b)];
  if (first === null || second === null) return false;
  if (first.dimension === 0 && second.dimension === 0)
    return (
      first.parts.length === second.parts.length &&
      first.parts.every((place, i) => near(place, second.parts[i]))
    );
  if (first.dimension === 1 && second.dimension === 1)
    return (
      first.parts.length === second.parts.length &&
      first.parts.every((line, i) => sameLine(line, second.parts[i] ?? []))
    );
  return (
    first.dimension === 2 &&
    second.dimension === 2 &&
    samePartsAnyOrder(first.parts, second.parts, samePolygon)
  );
}
