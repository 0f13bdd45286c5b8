/** An index over points on the globe: leaves of 16 neighbours, and boxes over them in a tree without pointers. */
import { isPlace } from '../geo/distance.ts';
import { boxAll } from './boxes.ts';
import { DEGREES, IDS, LEAF_NUMBERS, setUnit, wrapLng } from './leaves.ts';
import { LEAF, spatialOrder } from './order.ts';

export interface NearestIndex {
  /** Number of points. */
  readonly size: number;
  /** The caller's numbers of the points, in the order of the leaves. */
  readonly ids: Uint32Array;
  /** The points by leaf, see leaves.ts; the last leaf may be partly empty. */
  readonly leaves: Float64Array;
  /** Boxes of all levels, see boxes.ts: the leaves first, the root last. */
  readonly boxes: Float32Array;
  /** First box of each level, and how many it has. */
  readonly levelStart: Int32Array;
  readonly levelSize: Int32Array;
  /** How widely the leaves spread when their order was last made; null for a subset. See `previous` of buildIndex. */
  readonly spreadWhenOrdered: number | null;
}

/** An order is kept while its leaves spread at most so much more than when it was made. */
const STILL_GOOD = 1.5;

/**
 * Indexes n points given as columns of WGS-84 degrees; some ten milliseconds per 1e5 points. `previous` is an index of
 * the same points at earlier places: its order is taken over where they moved little, which takes half the time and
 * changes no answer.
 * @throws RangeError when the columns differ in length or a number is not a place (NaN, latitude beyond ±90, longitude beyond ±540).
 */
export function buildIndex(
  lng: Float64Array,
  lat: Float64Array,
  previous: NearestIndex | null = null,
): NearestIndex {
  const n = lng.length;
  if (lat.length !== n) throw new RangeError(`${n} longitudes but ${lat.length} latitudes`);
  const wrapped = wrap(lng, lat);
  if (previous?.size === n && previous.spreadWhenOrdered !== null) {
    const { ids, spreadWhenOrdered } = previous;
    const leaves = fillLeaves(ids, lng, lat, wrapped);
    const { spread, ...tree } = boxAll(leaves, n);
    if (spread <= spreadWhenOrdered * STILL_GOOD)
      return { size: n, ids, leaves, ...tree, spreadWhenOrdered };
  }
  const ids = spatialOrder(wrapped, lat);
  const leaves = fillLeaves(ids, lng, lat, wrapped);
  const { spread, ...tree } = boxAll(leaves, n);
  return { size: n, ids, leaves, ...tree, spreadWhenOrdered: spread };
}

/**
 * The index of those points whose number passes (those with one capability), with the same numbers: a search in it
 * never meets the others, however few pass. Where many pass or few questions come, give `nearest` a predicate instead.
 */
export function subsetOf(index: NearestIndex, passes: (id: number) => boolean): NearestIndex {
  const lng: number[] = [];
  const lat: number[] = [];
  const numbers: number[] = [];
  for (let place = 0; place < index.size; place++) {
    const id = index.ids[place]!;
    if (!passes(id)) continue;
    const inLeaf = place % LEAF;
    const at = ((place - inLeaf) / LEAF) * LEAF_NUMBERS + DEGREES + 2 * inLeaf;
    lng.push(index.leaves[at]!);
    lat.push(index.leaves[at + 1]!);
    numbers.push(id);
  }
  const subset = buildIndex(Float64Array.from(lng), Float64Array.from(lat));
  for (let place = 0; place < subset.size; place++) {
    const inLeaf = place % LEAF;
    const id = numbers[subset.ids[place]!]!;
    subset.ids[place] = id;
    subset.leaves[((place - inLeaf) / LEAF) * LEAF_NUMBERS + IDS + inLeaf] = id;
  }
  return { ...subset, spreadWhenOrdered: null };
}

/** Refuses what is no place; longitudes within ±180 come back as the same array. */
function wrap(lng: Float64Array, lat: Float64Array): Float64Array {
  let beyond = false;
  for (let i = 0; i < lng.length; i++) {
    const x = lng[i]!;
    const y = lat[i]!;
    if (!isPlace(x, y)) throw new RangeError(`point ${i} is not a place: lng ${x}, lat ${y}`);
    if (x > 180 || x < -180) beyond = true;
  }
  return beyond ? lng.map(wrapLng) : lng;
}

function fillLeaves(
  ids: Uint32Array,
  lng: Float64Array,
  lat: Float64Array,
  wrapped: Float64Array,
): Float64Array {
  const n = ids.length;
  const size = LEAF;
  const leafNumbers = LEAF_NUMBERS;
  const leaves = new Float64Array(leafNumbers * Math.ceil(n / size));
  for (let leaf = 0, first = 0; first < n; leaf += leafNumbers, first += size) {
    const end = first + size < n ? size : n - first;
    for (let i = 0; i < end; i++) {
      const id = ids[first + i]!;
      const y = lat[id]!;
      setUnit(leaves, leaf + 3 * i, wrapped[id]!, y);
      leaves[leaf + DEGREES + 2 * i] = lng[id]!;
      leaves[leaf + DEGREES + 2 * i + 1] = y;
      leaves[leaf + IDS + i] = id;
    }
  }
  return leaves;
}
