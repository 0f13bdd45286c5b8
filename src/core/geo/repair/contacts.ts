/**
 * Whether a polygon is surely simple: no edge meets another except its neighbours in their common corner, holes lie in
 * their outer ring, and no polygon lies in another. Anything doubtful answers false and is left to the clipping library.
 */
import type { Position } from 'geojson';
import { exactTurn } from './exact-turn.ts';

interface Edges {
  ax: Float64Array;
  ay: Float64Array;
  bx: Float64Array;
  by: Float64Array;
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
  const total = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const edges: Edges = {
    ax: new Float64Array(total),
    ay: new Float64Array(total),
    bx: new Float64Array(total),
    by: new Float64Array(total),
    ring: new Int32Array(total),
    at: new Int32Array(total),
    of: new Int32Array(total),
    order: new Uint32Array(total),
  };
  let n = 0;
  rings.forEach((ring, r) => {
    for (let i = 0; i + 1 < ring.length; i++) {
      edges.ax[n] = ring[i]?.[0] ?? 0;
      edges.ay[n] = ring[i]?.[1] ?? 0;
      edges.bx[n] = ring[i + 1]?.[0] ?? 0;
      edges.by[n] = ring[i + 1]?.[1] ?? 0;
      edges.ring[n] = r;
      edges.at[n] = i;
      edges.of[n] = ring.length - 1;
      edges.order[n] = n;
      n++;
    }
  });
  const west = (i: number): number => Math.min(edges.ax[i] ?? 0, edges.bx[i] ?? 0);
  edges.order.sort((a, b) => west(a) - west(b));
  return edges;
}

/** Sign of the turn a-b-c; worked out exactly where rounding would leave it in doubt. */
function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (bx - ax) * (cy - ay);
  const right = (by - ay) * (cx - ax);
  const doubt = (Math.abs(left) + Math.abs(right)) * 1e-12;
  if (left - right > doubt) return 1;
  if (right - left > doubt) return -1;
  return exactTurn(ax, ay, bx, by, cx, cy);
}

/** Whether two edges have a point in common. */
function meet(e: Edges, i: number, j: number): boolean {
  const [ax = 0, ay = 0, bx = 0, by = 0] = [e.ax[i], e.ay[i], e.bx[i], e.by[i]];
  const [cx = 0, cy = 0, dx = 0, dy = 0] = [e.ax[j], e.ay[j], e.bx[j], e.by[j]];
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  return (
    turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) <= 0 &&
    turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) <= 0
  );
}

/** Neighbours meet in their common corner; they are fine unless the second turns straight back over the first. */
function neighboursFold(e: Edges, i: number, j: number): boolean {
  const [first, second] = ((e.at[i] ?? 0) + 1) % (e.of[i] ?? 1) === e.at[j] ? [i, j] : [j, i];
  const [ax = 0, ay = 0, bx = 0, by = 0] = [e.ax[first], e.ay[first], e.bx[first], e.by[first]];
  const [cx = 0, cy = 0] = [e.bx[second], e.by[second]];
  return turn(ax, ay, bx, by, cx, cy) === 0 && (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0;
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
    const east = Math.max(e.ax[i] ?? 0, e.bx[i] ?? 0);
    for (let q = p + 1; q < n; q++) {
      const j = e.order[q] ?? 0;
      if (Math.min(e.ax[j] ?? 0, e.bx[j] ?? 0) > east) break;
      if (test(i, j)) return true;
    }
  }
  return false;
}

const anyContact = (e: Edges): boolean =>
  anyPair(e, (i, j) => (areNeighbours(e, i, j) ? neighboursFold(e, i, j) : meet(e, i, j)));

const shareCorner = (e: Edges, i: number, j: number): boolean =>
  (e.ax[i] === e.ax[j] && e.ay[i] === e.ay[j]) ||
  (e.ax[i] === e.bx[j] && e.ay[i] === e.by[j]) ||
  (e.bx[i] === e.ax[j] && e.by[i] === e.ay[j]) ||
  (e.bx[i] === e.bx[j] && e.by[i] === e.by[j]);

/** Whether two edges run over one another from a common corner. */
function overlapFromCorner(e: Edges, i: number, j: number): boolean {
  const [ax = 0, ay = 0, bx = 0, by = 0] = [e.ax[i], e.ay[i], e.bx[i], e.by[i]];
  const [cx = 0, cy = 0, dx = 0, dy = 0] = [e.ax[j], e.ay[j], e.bx[j], e.by[j]];
  if (turn(ax, ay, bx, by, cx, cy) !== 0 || turn(ax, ay, bx, by, dx, dy) !== 0) return false;
  const flip = (ax === cx && ay === cy) || (bx === dx && by === dy) ? 1 : -1;
  return flip * ((bx - ax) * (dx - cx) + (by - ay) * (dy - cy)) > 0;
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
