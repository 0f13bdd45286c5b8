/**
 * Which edges a closure's geometry touches: crosses, ends on, or holds. The same set as Turf's booleanIntersects over
 * every edge, found through the network's box tree: a box that no side of the geometry touches lies inside or outside as
 * a whole.
 *
 * Everything is decided in whole units of 1e-7 degree, flat, by the sign of a cross product. It is exact while two
 * compared places lie within 9 degrees of each other (products below 2^53), and a geometry that crosses the
 * antimeridian has to be cut there first.
 */
import type { Geometry } from 'geojson';
import type { LngLat } from '../model/index.ts';
import { FANOUT, levelsOf } from './build/boxes.ts';
import { UNITS_PER_DEGREE } from './layout.ts';
import type { RoadNetwork } from './network.ts';
import { outlineOf } from './outline.ts';
import type { Outline } from './outline.ts';

/** Edges that `geometry` (WGS-84) touches, in rising order. */
export function edgesTouching(network: RoadNetwork, geometry: Geometry): Uint32Array {
  if (network.edges === 0) return new Uint32Array(0);
  const outlines = outlineOf(geometry);
  const found: number[] = [];
  for (const outline of outlines) search(network, outline, found);
  return Uint32Array.from(outlines.length > 1 ? new Set(found) : found).sort();
}

const known = new WeakMap<Geometry, readonly Outline[]>();

/** Whether a geometry touches or holds the straight line between two places, decided as for edges. */
export function touchesLine(
  geometry: Geometry,
  [lng, lat]: LngLat,
  [toLng, toLat]: LngLat,
): boolean {
  let outlines = known.get(geometry);
  if (outlines === undefined) known.set(geometry, (outlines = outlineOf(geometry)));
  const [x1, y1, x2, y2] = [lng, lat, toLng, toLat].map((degrees) =>
    Math.round(degrees * UNITS_PER_DEGREE),
  );
  return outlines.some((outline) => {
    const { ax, ay, bx, by } = outline;
    for (let s = 0; s < ax.length; s++) {
      if (segmentsTouch(x1!, y1!, x2!, y2!, ax[s]!, ay[s]!, bx[s]!, by[s]!)) return true;
    }
    return holds(outline, x1!, y1!);
  });
}

/** Goes down the boxes, with ever fewer sides that may matter; appends each edge once. */
function search(network: RoadNetwork, outline: Outline, found: number[]): void {
  const { boxes, edges } = network;
  const levels = levelsOf(edges);
  const top = levels.length - 2;
  const all = outline.ax.length;
  /** Per level, the sides that touch the box being looked at there. */
  const near = levels.map(() => new Int32Array(all));
  const everything = Int32Array.from({ length: all }, (_, s) => s);
  const visit = (level: number, box: number, sides: Int32Array, count: number): void => {
    if (level === 0) {
      if (edgeTouches(network, box, outline, sides, count)) found.push(box);
      return;
    }
    const touching = near[level]!;
    const left = sidesTouching(outline, sides, count, boxes, box, touching);
    if (left === 0) {
      if (!holds(outline, boxes[4 * box]!, boxes[4 * box + 1]!)) return;
      const width = FANOUT ** level;
      const first = (box - levels[level]!) * width;
      for (let e = first; e < Math.min(edges, first + width); e++) found.push(e);
      return;
    }
    const below = levels[level - 1]!;
    const first = below + (box - levels[level]!) * FANOUT;
    const end = Math.min(levels[level]!, first + FANOUT);
    for (let child = first; child < end; child++) visit(level - 1, child, touching, left);
  };
  visit(top, levels[top]!, everything, all);
}

/** Copies those of `count` sides to `near` that may touch a box (all that do are among them); returns how many. */
function sidesTouching(
  { ax, ay, bx, by }: Outline,
  sides: Int32Array,
  count: number,
  boxes: Int32Array,
  box: number,
  near: Int32Array,
): number {
  const west = boxes[4 * box]!;
  const south = boxes[4 * box + 1]!;
  const east = boxes[4 * box + 2]!;
  const north = boxes[4 * box + 3]!;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const s = sides[i]!;
    const x1 = ax[s]!;
    const y1 = ay[s]!;
    const x2 = bx[s]!;
    const y2 = by[s]!;
    if ((x1 < west && x2 < west) || (x1 > east && x2 > east)) continue;
    if ((y1 < south && y2 < south) || (y1 > north && y2 > north)) continue;
    // All four corners strictly on one side of the line: it passes by.
    const a = side(x1, y1, x2, y2, west, south);
    const b = side(x1, y1, x2, y2, west, north);
    const c = side(x1, y1, x2, y2, east, south);
    const d = side(x1, y1, x2, y2, east, north);
    if ((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0)) continue;
    near[left++] = s;
  }
  return left;
}

/** Twice the area of a, b, c: positive where c lies to the left of the line from a to b. */
const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

function edgeTouches(
  network: RoadNetwork,
  edge: number,
  outline: Outline,
  sides: Int32Array,
  count: number,
): boolean {
  const { shape, edgeShape } = network;
  const { ax, ay, bx, by } = outline;
  const first = edgeShape[edge]!;
  const last = edgeShape[edge + 1]! - 1;
  for (let v = first; v < last; v++) {
    const x1 = shape[2 * v]!;
    const y1 = shape[2 * v + 1]!;
    const x2 = shape[2 * v + 2]!;
    const y2 = shape[2 * v + 3]!;
    for (let i = 0; i < count; i++) {
      const s = sides[i]!;
      if (segmentsTouch(x1, y1, x2, y2, ax[s]!, ay[s]!, bx[s]!, by[s]!)) return true;
    }
  }
  // No side is touched: all of the edge lies where its first vertex does.
  return holds(outline, shape[2 * first]!, shape[2 * first + 1]!);
}

/** Whether two closed segments have a place in common; a segment may be a single place. */
function segmentsTouch(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  if ((ax < cx && ax < dx && bx < cx && bx < dx) || (ax > cx && ax > dx && bx > cx && bx > dx))
    return false;
  if ((ay < cy && ay < dy && by < cy && by < dy) || (ay > cy && ay > dy && by > cy && by > dy))
    return false;
  const c = side(ax, ay, bx, by, cx, cy);
  const d = side(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = side(cx, cy, dx, dy, ax, ay);
  const b = side(cx, cy, dx, dy, bx, by);
  // Where all four are 0 they lie on one line, and their boxes overlap: so do they.
  return !((a > 0 && b > 0) || (a < 0 && b < 0));
}

/** Whether a place that is on no side lies inside, by the even-odd rule over all rings. */
function holds({ area, ax, ay, bx, by }: Outline, x: number, y: number): boolean {
  if (!area) return false;
  let inside = false;
  for (let s = 0; s < ax.length; s++) {
    const y1 = ay[s]!;
    const y2 = by[s]!;
    if (y1 > y === y2 > y) continue;
    const turn = side(ax[s]!, y1, bx[s]!, y2, x, y);
    if (y2 > y1 ? turn > 0 : turn < 0) inside = !inside;
  }
  return inside;
}
