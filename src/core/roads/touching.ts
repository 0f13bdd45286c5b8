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
import { FANOUT, levelsOf } from './build/boxes.ts';
import type { RoadNetwork } from './network.ts';
import { outlineOf } from './outline.ts';
import type { Outline } from './outline.ts';

/** Edges that `geometry` (WGS-84) touches, in rising order. */
export function edgesTouching(network: RoadNetwork, geometry: Geometry): Uint32Array {
  const found = new Set<number>();
  for (const outline of outlineOf(geometry)) search(network, outline, found);
  return Uint32Array.from(found).sort();
}

const CROSSED = 0;
const INSIDE = 1;
const OUTSIDE = 2;

function search(network: RoadNetwork, outline: Outline, found: Set<number>): void {
  const { boxes } = network;
  const levels = levelsOf(network.edges);
  const visit = (level: number, box: number, sides: Int32Array): void => {
    const b = 4 * box;
    const [west, south, east, north] = [boxes[b]!, boxes[b + 1]!, boxes[b + 2]!, boxes[b + 3]!];
    const near = sidesTouching(outline, sides, west, south, east, north);
    const lies = near.length > 0 ? CROSSED : holds(outline, west, south) ? INSIDE : OUTSIDE;
    if (lies === OUTSIDE) return;
    if (level === 0) {
      if (lies === INSIDE || edgeTouches(network, box, outline, near)) found.add(box);
      return;
    }
    if (lies === INSIDE) {
      const width = FANOUT ** level;
      const first = (box - levels[level]!) * width;
      for (let e = first; e < Math.min(network.edges, first + width); e++) found.add(e);
      return;
    }
    const below = levels[level - 1]!;
    const first = below + (box - levels[level]!) * FANOUT;
    for (let child = first; child < Math.min(levels[level]!, first + FANOUT); child++) visit(level - 1, child, near);
  };
  if (network.edges === 0) return;
  visit(levels.length - 2, levels[levels.length - 2]!, Int32Array.from(outline.ax.keys()));
}

/** Of the given sides those that may touch a box (all that do are among them). */
function sidesTouching(
  { ax, ay, bx, by }: Outline,
  sides: Int32Array,
  west: number,
  south: number,
  east: number,
  north: number,
): Int32Array {
  const near = new Int32Array(sides.length);
  let count = 0;
  for (let i = 0; i < sides.length; i++) {
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
    near[count++] = s;
  }
  return near.subarray(0, count);
}

/** Twice the area of a, b, c: positive where c lies to the left of the line from a to b. */
const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

function edgeTouches(network: RoadNetwork, edge: number, outline: Outline, sides: Int32Array): boolean {
  const { shape, edgeShape } = network;
  const { ax, ay, bx, by } = outline;
  const first = edgeShape[edge]!;
  const last = edgeShape[edge + 1]! - 1;
  for (let v = first; v < last; v++) {
    const x1 = shape[2 * v]!;
    const y1 = shape[2 * v + 1]!;
    const x2 = shape[2 * v + 2]!;
    const y2 = shape[2 * v + 3]!;
    for (let i = 0; i < sides.length; i++) {
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
  if ((ax < cx && ax < dx && bx < cx && bx < dx) || (ax > cx && ax > dx && bx > cx && bx > dx)) return false;
  if ((ay < cy && ay < dy && by < cy && by < dy) || (ay > cy && ay > dy && by > cy && by > dy)) return false;
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
