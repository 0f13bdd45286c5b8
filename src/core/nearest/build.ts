/** An index over points on the globe: leaves of 16 neighbours, and boxes over them in a tree without pointers. */
import { isPlace } from '../geo/index.ts';
import { FANOUT, LEAF, spatialOrder } from './order.ts';

/** Numbers per box: west, east, south, north in radians and the smallest cosine of latitude; rounded outwards. */
export const BOX = 5;

/** Numbers per point. */
export const POINT = 5;

export interface NearestIndex {
  /** Number of points. */
  readonly size: number;
  /** The caller's number of the point at each place. */
  readonly ids: Uint32Array;
  /** By place p, from POINT * p on: the unit vector x, y, z and the degrees as given, lng, lat; together, because a search that reads one soon reads the other. */
  readonly points: Float64Array;
  /** Boxes of all levels, the leaves first, the root last. */
  readonly boxes: Float32Array;
  /** First box of each level, and how many it has. */
  readonly levelStart: Int32Array;
  readonly levelSize: Int32Array;
  /** How widely the leaves spread when their order was last made; see `previous` of buildIndex. */
  readonly spreadWhenOrdered: number;
}

/** An order is kept while its leaves spread at most so much more than when it was made. */
const STILL_GOOD = 1.5;

/** More than half a step of float32 at π, so that a box rounded to float32 still holds its points (about 1 m). */
const OUTWARDS = 3e-7;
const RADIANS = Math.PI / 180;

/**
 * Indexes n points given as columns of WGS-84 degrees; some ten milliseconds per 1e5 points. `previous` is an index of
 * the same points at earlier places: its order is taken over where they moved little, which halves the time and
 * changes no answer.
 * @throws RangeError when the columns differ in length or a number is not a place (NaN, latitude beyond ±90, longitude beyond ±540).
 */
export function buildIndex(lng: Float64Array, lat: Float64Array, previous: NearestIndex | null = null): NearestIndex {
  const n = lng.length;
  if (lat.length !== n) throw new RangeError(`${n} longitudes but ${lat.length} latitudes`);
  const wrapped = wrap(lng, lat);
  const { levelStart, levelSize, boxCount } = levelsFor(n);
  const boxes = new Float32Array(BOX * boxCount);
  let ids = previous?.size === n ? previous.ids : spatialOrder(wrapped, lat);
  let spread = boxLeaves(boxes, ids, wrapped, lat);
  let spreadWhenOrdered = spread;
  if (previous?.size === n) {
    if (spread <= previous.spreadWhenOrdered * STILL_GOOD) {
      spreadWhenOrdered = previous.spreadWhenOrdered;
    } else {
      ids = spatialOrder(wrapped, lat);
      spread = spreadWhenOrdered = boxLeaves(boxes, ids, wrapped, lat);
    }
  }
  for (let level = 1; level < levelSize.length; level++) {
    boxParents(boxes, levelStart[level - 1]!, levelSize[level - 1]!, levelStart[level]!, levelSize[level]!);
  }
  return {
    size: n,
    ids,
    points: pointsInOrder(ids, lng, lat, wrapped),
    boxes,
    levelStart,
    levelSize,
    spreadWhenOrdered,
  };
}

function levelsFor(n: number): { levelStart: Int32Array; levelSize: Int32Array; boxCount: number } {
  const levelStart: number[] = [];
  const levelSize: number[] = [];
  let boxCount = 0;
  for (let size = Math.ceil(n / LEAF); size > 0; size = size > 1 ? Math.ceil(size / FANOUT) : 0) {
    levelStart.push(boxCount);
    levelSize.push(size);
    boxCount += size;
  }
  return { levelStart: Int32Array.from(levelStart), levelSize: Int32Array.from(levelSize), boxCount };
}

function pointsInOrder(ids: Uint32Array, lng: Float64Array, lat: Float64Array, wrapped: Float64Array): Float64Array {
  const points = new Float64Array(POINT * ids.length);
  for (let p = 0, at = 0; p < ids.length; p++, at += POINT) {
    const id = ids[p]!;
    const y = lat[id]!;
    setUnit(points, at, wrapped[id]!, y);
    points[at + 3] = lng[id]!;
    points[at + 4] = y;
  }
  return points;
}

/** Refuses what is no place; longitudes within ±180 come back as the same array. */
function wrap(lng: Float64Array, lat: Float64Array): Float64Array {
  let beyond = false;
  for (let i = 0; i < lng.length; i++) {
    const x = lng[i]!;
    const y = lat[i]!;
    if (!isPlace(x, y)) {
      throw new RangeError(`point ${i} is not a place: lng ${x}, lat ${y}`);
    }
    if (x > 180 || x < -180) beyond = true;
  }
  return beyond ? lng.map(wrapLng) : lng;
}

/** The same longitude within ±180. */
export const wrapLng = (lng: number): number => (lng > 180 || lng < -180 ? lng - 360 * Math.round(lng / 360) : lng);

/**
 * The unit vector of a place, about 1e-15 exact. The sine of a quarter (half) of the angle by its Taylor series
 * (|x| <= π/4, neglected terms below 1e-16), doubled: no branch, several times faster than Math.sin and Math.cos.
 */
export function setUnit(out: Float64Array, at: number, lng: number, lat: number): void {
  let s = sine(lng * (RADIANS / 4));
  const sinHalf = 2 * s * Math.sqrt(1 - s * s);
  const cosHalf = 1 - 2 * s * s;
  s = sine(lat * (RADIANS / 2));
  const cosLat = 1 - 2 * s * s;
  out[at] = cosLat * (1 - 2 * sinHalf * sinHalf);
  out[at + 1] = cosLat * 2 * sinHalf * cosHalf;
  out[at + 2] = 2 * s * Math.sqrt(1 - s * s);
}

/** sin x for |x| <= π/4. */
function sine(x: number): number {
  const z = x * x;
  let series = 1 / 6227020800 - z * (1 / 1307674368000);
  series = 1 / 39916800 - z * series;
  series = 1 / 362880 - z * series;
  series = 1 / 5040 - z * series;
  series = 1 / 120 - z * series;
  series = 1 / 6 - z * series;
  return x - x * z * series;
}

/** Writes the boxes of all leaves; returns the sum of their half perimeters in degrees, a measure of how good the order is. */
function boxLeaves(boxes: Float32Array, ids: Uint32Array, wrapped: Float64Array, lat: Float64Array): number {
  const n = ids.length;
  const leaf = LEAF;
  let spread = 0;
  for (let from = 0, box = 0; from < n; from += leaf, box += 5) {
    let west = Infinity;
    let east = -Infinity;
    let south = Infinity;
    let north = -Infinity;
    const to = from + leaf < n ? from + leaf : n;
    for (let p = from; p < to; p++) {
      const id = ids[p]!;
      const x = wrapped[id]!;
      const y = lat[id]!;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    const cosLat = Math.cos((north > -south ? north : -south) * RADIANS);
    spread += (east - west) * cosLat + north - south;
    boxes[box] = west * RADIANS - OUTWARDS;
    boxes[box + 1] = east * RADIANS + OUTWARDS;
    boxes[box + 2] = south * RADIANS - OUTWARDS;
    boxes[box + 3] = north * RADIANS + OUTWARDS;
    boxes[box + 4] = cosLat > OUTWARDS ? cosLat - OUTWARDS : 0;
  }
  return spread;
}

function boxParents(boxes: Float32Array, start: number, size: number, parentStart: number, parentSize: number): void {
  for (let parent = 0; parent < parentSize; parent++) {
    const out = BOX * (parentStart + parent);
    const first = parent * FANOUT;
    const end = Math.min(size, first + FANOUT);
    for (let field = 0; field < BOX; field++) {
      const wantsMost = field === 1 || field === 3;
      let value = boxes[BOX * (start + first) + field]!;
      for (let child = first + 1; child < end; child++) {
        const other = boxes[BOX * (start + child) + field]!;
        if (wantsMost ? other > value : other < value) value = other;
      }
      boxes[out + field] = value;
    }
  }
}
