/**
 * The k nearest points in exact great-circle order. Leaves are searched nearest first by squared chord of the unit
 * sphere, which costs three multiplications; what comes within rounding of the answer is then ordered by Turf's own
 * distance, ties by the caller's number, so that the result equals a sort of all points by Turf's distance.
 */
import { EARTH_RADIUS, isPlace } from '../geo/distance.ts';
import type { Meters } from '../model/index.ts';
import { BOX } from './boxes.ts';
import type { NearestIndex } from './build.ts';
import { IDS, LEAF_NUMBERS, setUnit, wrapLng } from './leaves.ts';
import { FANOUT, LEAF } from './order.ts';
import { Finds, withRoom } from './finds.ts';

/** Whether the point with the caller's number `id` may be an answer. */
type Predicate = (id: number) => boolean;

interface Nearest {
  /** The caller's numbers of the points, nearest first, ties by number. */
  ids: number[];
  /** Their distances in metres, Turf's value. */
  meters: Meters[];
}

const RADIANS = Math.PI / 180;
const TURN = 2 * Math.PI;
/** No squared chord is longer. */
const ALL = 4.1;

/** The walk's stack: a box, its level and its lower bound. Depth is at most 3 per level of a tree of fewer than 2^32 points. */
const newStack = () => ({
  box: new Int32Array(64),
  level: new Int32Array(64),
  bound: new Float64Array(64),
});
type Stack = ReturnType<typeof newStack>;

/** Memory of finished searches; a predicate that searches itself takes another one. */
const idle: { stack: Stack; finds: Finds }[] = [];
const query = new Float64Array(3);

/**
 * The `k` points nearest to a place (WGS-84 degrees) that are not farther than `maxDistance` metres and pass the
 * predicate. Where few pass and many questions come, ask the index of those that pass: see `subsetOf`.
 * @throws RangeError when the place or a limit is NaN or the latitude is beyond ±90.
 */
export function nearest(
  index: NearestIndex,
  lng: number,
  lat: number,
  k = Infinity,
  maxDistance: Meters = Infinity,
  predicate: Predicate | null = null,
): Nearest {
  if (!isPlace(lng, lat)) throw new RangeError(`not a place: lng ${lng}, lat ${lat}`);
  if (Number.isNaN(k) || Number.isNaN(maxDistance))
    throw new RangeError('count and distance must be numbers');
  const wanted = Math.min(Math.floor(k), index.size);
  if (wanted <= 0 || maxDistance < 0) return { ids: [], meters: [] };
  const { stack, finds } = idle.pop() ?? { stack: newStack(), finds: new Finds() };
  finds.start(index, lng, lat, wanted, chord2Of(maxDistance));
  walk(index, lng, lat, predicate, stack, finds);
  const result = finds.finish(maxDistance);
  idle.push({ stack, finds });
  return result;
}

/** The squared chord of a distance, with room for rounding. */
function chord2Of(meters: Meters): number {
  const half = meters / EARTH_RADIUS / 2;
  if (!(half < Math.PI / 2)) return ALL;
  const chord = 2 * Math.sin(half);
  return withRoom(chord * chord);
}

function walk(
  index: NearestIndex,
  lng: number,
  lat: number,
  predicate: Predicate | null,
  stack: Stack,
  finds: Finds,
): void {
  const { leaves, boxes, levelStart, levelSize, size } = index;
  // Copies, because unbundled code reads an imported constant anew at every use.
  const fanout = FANOUT;
  const leaf = LEAF;
  const boxNumbers = BOX;
  const leafNumbers = LEAF_NUMBERS;
  const { box: stackBox, level: stackLevel, bound: stackBound } = stack;
  const x = wrapLng(lng) * RADIANS;
  const y = lat * RADIANS;
  const cosLat = Math.cos(y);
  setUnit(query, 0, wrapLng(lng), lat);
  const qx = query[0]!;
  const qy = query[1]!;
  const qz = query[2]!;
  let reach = finds.reach;
  let top = 1;
  stackBox[0] = 0;
  stackLevel[0] = levelStart.length - 1;
  stackBound[0] = 0;
  while (top > 0) {
    top--;
    if (stackBound[top]! > reach) continue;
    let box = stackBox[top]!;
    let level = stackLevel[top]!;
    while (level > 0 && box >= 0) {
      level--;
      const start = levelStart[level]!;
      const first = box * fanout;
      const end = Math.min(levelSize[level]!, first + fanout);
      let nearestBound = Infinity;
      box = -1;
      for (let child = first; child < end; child++) {
        const at = boxNumbers * (start + child);
        const west = boxes[at]! - x;
        const east = x - boxes[at + 1]!;
        let dx = 0;
        if (west > 0) dx = west < east + TURN ? west : east + TURN;
        else if (east > 0) dx = east < west + TURN ? east : west + TURN;
        if (dx < 0) dx = 0;
        const south = boxes[at + 2]! - y;
        const north = y - boxes[at + 3]!;
        const dy = Math.max(south, north, 0);
        const dx2 = dx * dx;
        const dy2 = dy * dy;
        // 4 sin²(d/2) >= d² - d⁴/12: never more than the squared chord to any point of the box, close to it when small.
        const bound =
          dy2 - dy2 * dy2 * (1 / 12) + cosLat * boxes[at + 4]! * (dx2 - dx2 * dx2 * (1 / 12));
        if (bound > reach) continue;
        let later = child;
        let laterBound = bound;
        if (bound < nearestBound) {
          later = box;
          laterBound = nearestBound;
          box = child;
          nearestBound = bound;
        }
        if (later < 0) continue;
        stackBox[top] = later;
        stackLevel[top] = level;
        stackBound[top++] = laterBound;
      }
    }
    if (box < 0) continue;
    const first = box * leafNumbers;
    const inLeaf = size - box * leaf < leaf ? size - box * leaf : leaf;
    for (let i = 0, at = first; i < inLeaf; i++, at += 3) {
      const dx = leaves[at]! - qx;
      const dy = leaves[at + 1]! - qy;
      const dz = leaves[at + 2]! - qz;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > reach) continue;
      if (predicate === null || predicate(leaves[first + IDS + i]!))
        reach = finds.add(box * leaf + i, chord2);
    }
  }
}
