/**
 * Rings that touch in corners can describe the same ground in several ways, of which one is valid: every connected piece
 * of ground a polygon of its own, every ring passing each corner once. The clipping library mostly returns that; here
 * the boundaries are traced anew, so that it always holds.
 */
import type { Position } from 'geojson';
import { ringHolds } from './contacts.ts';

type Ring = Position[];
type Polygons = Ring[][];

/** Twice the signed planar area, measured from the first corner so that small rings keep their digits; its sign is the direction. */
function direction(ring: Ring): number {
  const [x = 0, y = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    sum += (ax - x) * (by - y) - (bx - x) * (ay - y);
  }
  return sum;
}

const keyOf = ([x, y]: Position): string => `${x},${y}`;

/** Outer rings counter-clockwise, holes clockwise: the ground is always to the left. */
const withGroundLeft = (rings: Ring[]): Ring[] =>
  rings.map((ring, i) => (direction(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));

/**
 * The boundary of each connected piece of ground: at a corner where several edges leave, the way goes along the first
 * one clockwise from where it came, which keeps the same ground to the left.
 */
function traceBoundaries(rings: Ring[]): Ring[] {
  const leaving = new Map<string, { to: Position; used: boolean }[]>();
  for (const ring of withGroundLeft(rings))
    for (let i = 1; i < ring.length; i++) {
      const [from = [], to = []] = [ring[i - 1], ring[i]];
      if (keyOf(from) === keyOf(to)) continue;
      const edges = leaving.get(keyOf(from));
      if (edges === undefined) leaving.set(keyOf(from), [{ to, used: false }]);
      else edges.push({ to, used: false });
    }
  const next = (from: Position, at: Position): { to: Position; used: boolean } | undefined => {
    const free = leaving.get(keyOf(at))?.filter(({ used }) => !used) ?? [];
    if (free.length < 2) return free[0];
    const angle = (to: Position): number =>
      Math.atan2((to[1] ?? 0) - (at[1] ?? 0), (to[0] ?? 0) - (at[0] ?? 0));
    const back = angle(from);
    const clockwise = (to: Position): number =>
      (back - angle(to) + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
    return free.reduce((best, edge) => (clockwise(edge.to) < clockwise(best.to) ? edge : best));
  };
  const boundaries: Ring[] = [];
  for (const [start, edges] of leaving)
    for (const first of edges) {
      if (first.used) continue;
      const origin = start.split(',').map(Number);
      const boundary: Ring = [origin];
      let [from, edge]: [Position, typeof first | undefined] = [origin, first];
      while (edge !== undefined) {
        edge.used = true;
        boundary.push(edge.to);
        if (edge.to[0] === origin[0] && edge.to[1] === origin[1]) break;
        const at: Position = edge.to;
        edge = next(from, at);
        from = at;
      }
      boundaries.push(boundary);
    }
  return boundaries;
}

/** The closed ring as loops that pass every corner once. */
function loopsOf(ring: Ring): Ring[] {
  const loops: Ring[] = [];
  const path: Ring = [];
  const at = new Map<string, number>();
  for (const position of ring) {
    const place = `${position[0]},${position[1]}`;
    const before = at.get(place);
    if (before !== undefined) {
      const loop = path.splice(before);
      for (const gone of loop) at.delete(`${gone[0]},${gone[1]}`);
      if (loop.length > 2) loops.push([...loop, position]);
    }
    at.set(place, path.length);
    path.push(position);
  }
  return loops.filter((loop) => direction(loop) !== 0);
}

const middle = ([first = [], second = []]: Ring): Position => [
  ((first[0] ?? 0) + (second[0] ?? 0)) / 2,
  ((first[1] ?? 0) + (second[1] ?? 0)) / 2,
];

/** The same ground, validly: one polygon per connected piece, rings that pass every corner once. */
export function splitTouches(polygons: Polygons): Polygons {
  return polygons.flatMap((rings) => {
    const loops = traceBoundaries(rings).flatMap(loopsOf);
    const parts = loops
      .filter((loop) => direction(loop) > 0)
      .sort((a, b) => direction(a) - direction(b))
      .map((outer) => [outer]);
    for (const hole of loops.filter((loop) => direction(loop) < 0))
      parts.find(([outer = []]) => ringHolds(outer, middle(hole)))?.push(hole);
    return parts;
  });
}
