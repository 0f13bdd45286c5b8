/** Lines in the plane: drawing them smoothly, thinning them, measuring along and away from them. Metres throughout. */
import { between, distanceBetween } from './plane.ts';
import type { PlanePoint } from './plane.ts';

/** A Catmull-Rom curve through the points, with a vertex about every `step` metres; first and last point stay. */
export function curveThrough(points: readonly PlanePoint[], step: number): PlanePoint[] {
  const at = (i: number): PlanePoint =>
    points[Math.max(0, Math.min(points.length - 1, i))] as PlanePoint;
  const curve: PlanePoint[] = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const pieces = Math.max(1, Math.round(distanceBetween(b, c) / step));
    for (let k = 0; k < pieces; k += 1) {
      const t = k / pieces;
      const along = (axis: 0 | 1): number =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
      curve.push([along(0), along(1)]);
    }
  }
  curve.push(at(points.length - 1));
  return curve;
}

/** Pulls every inner point towards its neighbours' middle, `rounds` times; the ends stay. */
export function relaxed(points: readonly PlanePoint[], rounds: number): PlanePoint[] {
  let line = [...points];
  for (let round = 0; round < rounds; round += 1) {
    line = line.map((point, i) => {
      const before = line[i - 1];
      const after = line[i + 1];
      return before && after ? between(point, between(before, after, 0.5), 0.5) : point;
    });
  }
  return line;
}

/** Chaikin's corner cutting, once; the ends stay (for a closed ring given open, pass `closed`). */
export function cornersCut(points: readonly PlanePoint[], closed = false): PlanePoint[] {
  const cut: PlanePoint[] = [];
  const count = points.length;
  for (let i = 0; i + (closed ? 0 : 1) < count; i += 1) {
    const a = points[i] as PlanePoint;
    const b = points[(i + 1) % count] as PlanePoint;
    if (closed || i > 0) cut.push(between(a, b, 0.25));
    else cut.push(a);
    if (closed || i + 2 < count) cut.push(between(a, b, 0.75));
    else cut.push(b);
  }
  return cut;
}

/** Distance from a point to a segment, and how far along the segment (0..1) the nearest place lies. */
function toSegment(
  point: PlanePoint,
  a: PlanePoint,
  b: PlanePoint,
): { distance: number; share: number } {
  const east = b[0] - a[0];
  const north = b[1] - a[1];
  const squared = east * east + north * north;
  const raw = squared === 0 ? 0 : ((point[0] - a[0]) * east + (point[1] - a[1]) * north) / squared;
  const share = Math.max(0, Math.min(1, raw));
  return {
    distance: Math.hypot(point[0] - a[0] - share * east, point[1] - a[1] - share * north),
    share,
  };
}

/** Douglas-Peucker: leaves out what lies within `tolerance` metres of the thinned line; the ends stay. */
export function thinned(points: readonly PlanePoint[], tolerance: number): PlanePoint[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return [...points];
  let worst = 0;
  let at = 0;
  for (let i = 1; i + 1 < points.length; i += 1) {
    const { distance } = toSegment(points[i] as PlanePoint, first, last);
    if (distance > worst) [worst, at] = [distance, i];
  }
  if (worst <= tolerance) return [first, last];
  return [
    ...thinned(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...thinned(points.slice(at), tolerance),
  ];
}

export function lengthOf(points: readonly PlanePoint[]): number {
  return points.reduce(
    (sum, point, i) => sum + (i ? distanceBetween(points[i - 1] as PlanePoint, point) : 0),
    0,
  );
}

/** Where two segments cross, as shares along each; null when they do not (touching ends included as 0 or 1). */
export function crossing(
  a: PlanePoint,
  b: PlanePoint,
  c: PlanePoint,
  d: PlanePoint,
): { ofFirst: number; ofSecond: number } | null {
  const [abE, abN, cdE, cdN] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const turn = abE * cdN - abN * cdE;
  if (Math.abs(turn) < 1e-9) return null;
  const [acE, acN] = [c[0] - a[0], c[1] - a[1]];
  const ofFirst = (acE * cdN - acN * cdE) / turn;
  const ofSecond = (acE * abN - acN * abE) / turn;
  // A hair of tolerance: a crossing in a shared vertex of the second line must not slip between its two segments.
  const isWithin = (share: number): boolean => share >= -1e-9 && share <= 1 + 1e-9;
  return isWithin(ofFirst) && isWithin(ofSecond) ? { ofFirst, ofSecond } : null;
}

/** Whether a point lies inside a ring (given open), by the even-odd rule. */
export function isInside(point: PlanePoint, ring: readonly PlanePoint[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[i] as PlanePoint, ring[j] as PlanePoint];
    if (
      a[1] > point[1] !== b[1] > point[1] &&
      point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]
    )
      inside = !inside;
  }
  return inside;
}

/** Signed area of a ring given open; positive when it runs counter-clockwise. */
export function areaOf(ring: readonly PlanePoint[]): number {
  return (
    ring.reduce((sum, a, i) => {
      const b = ring[(i + 1) % ring.length] as PlanePoint;
      return sum + a[0] * b[1] - b[0] * a[1];
    }, 0) / 2
  );
}
