/**
 * Whether a polygon is surely simple: no edge meets another except its neighbours in their common corner, holes lie in
 * their outer ring, and no polygon lies in another. Anything doubtful answers false and is left to the clipping library.
 */
import type { Position } from 'geojson';
import { exactTurn } from './exact-turn.ts';

interface Edges {
  /** Longitude and latitude of one corner after the other. */
  corners: Float64Array;
  /** Number of the corner where an edge begins; it ends at the next one. */
  start: Int32Array;
  ring: Int32Array;
  /** Position within its ring, and the number of edges that ring has. */
  at: Int32Array;
  of: Int32Array;
  order: Uint32Array;
}

/** Rings without places repeated one after the other. */
function tidyRing(ring: readonly Position[]): Position[] {
  return ring.filter(
    (position, i) =>
      i === 0 || position[0] !== ring[i - 1]?.[0] || position[1] !== ring[i - 1]?.[1],
  );
}

function edgesOf(rings: readonly (readonly Position[])[]): Edges {
  const total = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  const edges: Edges = {
    corners: new Float64Array(2 * rings.reduce((sum, ring) => sum + ring.length, 0)),
    start: new Int32Array(total),
    ring: new Int32Array(total),
    at: new Int32Array(total),
    of: new Int32Array(total),
    order: new Uint32Array(total),
  };
  let n = 0;
  let corner = 0;
  rings.forEach((ring, r) =>
    ring.forEach(([x = 0, y = 0], i) => {
      edges.corners[2 * corner] = x;
      edges.corners[2 * corner + 1] = y;
      if (i + 1 < ring.length) {
        edges.start[n] = corner;
        edges.ring[n] = r;
        edges.at[n] = i;
        edges.of[n] = ring.length - 1;
        edges.order[n] = n;
        n++;
      }
      corner++;
    }),
  );
  edges.order.sort((a, b) => west(edges, a) - west(edges, b));
  return edges;
}

const west = ({ corners, start }: Edges, i: number): number =>
  Math.min(corners[2 * start[i]!]!, corners[2 * start[i]! + 2]!);
const east = ({ corners, start }: Edges, i: number): number =>
  Math.max(corners[2 * start[i]!]!, corners[2 * start[i]! + 2]!);

/** Sign of the turn of three corners; worked out exactly where rounding would leave it in doubt. */
function turn(corners: Float64Array, a: number, b: number, c: number): number {
  const [ax, ay] = [corners[2 * a]!, corners[2 * a + 1]!];
  const left = (corners[2 * b]! - ax) * (corners[2 * c + 1]! - ay);
  const right = (corners[2 * b + 1]! - ay) * (corners[2 * c]! - ax);
  const doubt = (Math.abs(left) + Math.abs(right)) * 1e-12;
  if (left - right > doubt) return 1;
  if (right - left > doubt) return -1;
  return exactTurn(corners, a, b, c);
}

/** Above 0 where the step between two corners goes on in the direction from a to b, below 0 where it turns back. */
function onwards(corners: Float64Array, a: number, b: number, from: number, to: number): number {
  const along = (axis: 0 | 1): number =>
    (corners[2 * b + axis]! - corners[2 * a + axis]!) *
    (corners[2 * to + axis]! - corners[2 * from + axis]!);
  return along(0) + along(1);
}

/** Whether the extents of two edges, by the corners they begin at, have no value in common. */
function areApart(corners: Float64Array, a: number, c: number, axis: 0 | 1): boolean {
  const [from, to] = [corners[2 * a + axis]!, corners[2 * a + 2 + axis]!];
  const [other, end] = [corners[2 * c + axis]!, corners[2 * c + 2 + axis]!];
  return Math.max(from, to) < Math.min(other, end) || Math.max(other, end) < Math.min(from, to);
}

/** Whether two edges have a point in common. */
function meet({ corners, start }: Edges, i: number, j: number): boolean {
  const [a, c] = [start[i]!, start[j]!];
  if (areApart(corners, a, c, 1) || areApart(corners, a, c, 0)) return false;
  const [b, d] = [a + 1, c + 1];
  return (
    turn(corners, a, b, c) * turn(corners, a, b, d) <= 0 &&
    turn(corners, c, d, a) * turn(corners, c, d, b) <= 0
  );
}

/** Neighbours meet in their common corner; they are fine unless the second turns straight back over the first. */
function neighboursFold(e: Edges, i: number, j: number): boolean {
  const { corners, start } = e;
  const [first, second] = ((e.at[i] ?? 0) + 1) % (e.of[i] ?? 1) === e.at[j] ? [i, j] : [j, i];
  const a = start[first]!;
  const end = start[second]! + 1;
  return turn(corners, a, a + 1, end) === 0 && onwards(corners, a, a + 1, a + 1, end) < 0;
}

function areNeighbours(e: Edges, i: number, j: number): boolean {
  if (e.ring[i] !== e.ring[j]) return false;
  const n = e.of[i] ?? 1;
  const step = Math.abs((e.at[i] ?? 0) - (e.at[j] ?? 0));
  return step === 1 || step === n - 1;
}

/** Whether any two edges whose longitudes overlap are a pair that `test` looks for. */
function anyPair(e: Edges, test: (i: number, j: number) => boolean): boolean {
  const n = e.order.length;
  for (let p = 0; p < n; p++) {
    const i = e.order[p] ?? 0;
    const end = east(e, i);
    for (let q = p + 1; q < n; q++) {
      const j = e.order[q] ?? 0;
      if (west(e, j) > end) break;
      if (test(i, j)) return true;
    }
  }
  return false;
}

const anyContact = (e: Edges): boolean =>
  anyPair(e, (i, j) => (areNeighbours(e, i, j) ? neighboursFold(e, i, j) : meet(e, i, j)));

const isSame = (corners: Float64Array, a: number, b: number): boolean =>
  corners[2 * a] === corners[2 * b] && corners[2 * a + 1] === corners[2 * b + 1];

function shareCorner({ corners, start }: Edges, i: number, j: number): boolean {
  const [a, c] = [start[i]!, start[j]!];
  return (
    isSame(corners, a, c) ||
    isSame(corners, a, c + 1) ||
    isSame(corners, a + 1, c) ||
    isSame(corners, a + 1, c + 1)
  );
}

/** Whether two edges run over one another from a common corner. */
function overlapFromCorner({ corners, start }: Edges, i: number, j: number): boolean {
  const [a, c] = [start[i]!, start[j]!];
  const [b, d] = [a + 1, c + 1];
  if (turn(corners, a, b, c) !== 0 || turn(corners, a, b, d) !== 0) return false;
  const flip = isSame(corners, a, c) || isSame(corners, b, d) ? 1 : -1;
  return flip * onwards(corners, a, b, c, d) > 0;
}

/**
 * Whether edges meet anywhere but corner to corner. What a clipping library returns touches
 * itself in corners only; anything else came from rounding.
 */
export function meetsOutsideCorners(
  polygons: readonly (readonly (readonly Position[])[])[],
): boolean {
  const e = edgesOf(polygons.flat());
  return anyPair(e, (i, j) => (shareCorner(e, i, j) ? overlapFromCorner(e, i, j) : meet(e, i, j)));
}

/** Even-odd, for a place that is known not to lie on the ring. */
export function ringHolds(ring: readonly Position[], [x = NaN, y = NaN]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Whether a multipolygon (rings closed, at least four places each) is surely valid as it is. */
export function isSurelySimple(polygons: readonly (readonly (readonly Position[])[])[]): boolean {
  const tidy = polygons.map((rings) => rings.map(tidyRing));
  if (tidy.some((rings) => rings.some((ring) => ring.length < 4))) return false;
  if (anyContact(edgesOf(tidy.flat()))) return false;
  return tidy.every((rings, p) => {
    const [outer = [], ...holes] = rings;
    const inOrder = holes.every(
      (hole, h) =>
        ringHolds(outer, hole[0] ?? []) &&
        !holes.some((other, o) => o !== h && ringHolds(other, hole[0] ?? [])),
    );
    return inOrder && !tidy.some((other, o) => o !== p && isWithin(outer[0] ?? [], other));
  });
}

function isWithin(
  place: Position,
  [outer = [], ...holes]: readonly (readonly Position[])[],
): boolean {
  return ringHolds(outer, place) && !holes.some((hole) => ringHolds(hole, place));
}
