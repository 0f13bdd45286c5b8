/**
 * The order in which an index keeps its points: near in space, near in memory. Slabs are cut alternately along the
 * wider side by counting, as in sort-tile-recursive packing, so that 1e5 moved points are ordered again in
 * milliseconds. The order decides only how fast a search is, never what it finds.
 */

/** Points per leaf. */
export const LEAF = 16;
/** Children per node. */
export const FANOUT = 4;

/** Slabs cut in one pass: two levels of the tree. */
const SLABS = FANOUT * FANOUT;
/** Whole degrees are cut into integers of 30 bits: steps of about 4 cm. */
const STEPS_PER_DEGREE = 2 ** 30 / 360;
const BINS_LOG2 = 11;

interface Columns {
  x: Int32Array;
  y: Int32Array;
  id: Int32Array;
}

const bins = new Int32Array(2 ** BINS_LOG2 + 1);
const pileOfBin = new Int32Array(2 ** BINS_LOG2 + 1);
const next = new Int32Array(4 * SLABS);
const heavyFrom = new Int32Array(2 * SLABS);
const heavyTo = new Int32Array(2 * SLABS);
let scratch: [Columns, Columns] | null = null;

const columns = (n: number): Columns => ({
  x: new Int32Array(n),
  y: new Int32Array(n),
  id: new Int32Array(n),
});

/** Two sets of columns, kept between calls because fresh memory costs as much as the ordering. */
function scratchFor(n: number): [Columns, Columns] {
  if (scratch === null || scratch[0].id.length < n) scratch = [columns(n), columns(n)];
  return scratch;
}

/** Which point stands at each place. `lng` within ±180, `lat` within ±90, degrees; every leaf but the last is full. */
export function spatialOrder(lng: Float64Array, lat: Float64Array): Uint32Array {
  const n = lng.length;
  let [from, to] = scratchFor(n);
  const { x, y, id } = from;
  for (let i = 0; i < n; i++) {
    x[i] = (lng[i]! + 180) * STEPS_PER_DEGREE;
    y[i] = (lat[i]! + 90) * STEPS_PER_DEGREE;
    id[i] = i;
  }
  let levels = 0;
  while (LEAF * FANOUT ** levels < n) levels++;
  for (let whole = LEAF * FANOUT ** levels; levels > 0;) {
    levels -= Math.min(2, levels);
    const slab = LEAF * FANOUT ** levels;
    for (let start = 0; start < n; start += whole)
      cut(from, to, start, Math.min(n, start + whole), slab);
    whole = slab;
    [from, to] = [to, from];
  }
  return new Uint32Array(from.id.buffer as ArrayBuffer, 0, n).slice();
}

/** Copies places start..end into `to`, parted into slabs of `slab` points each along the wider side. */
function cut(from: Columns, to: Columns, start: number, end: number, slab: number): void {
  let west = from.x[start]!;
  let east = west;
  let south = from.y[start]!;
  let north = south;
  const step = end - start > 256 ? (end - start) >> 7 : 1;
  for (let i = start; i < end; i += step) {
    const x = from.x[i]!;
    const y = from.y[i]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const shrink = Math.cos((((south + north) / 2 / STEPS_PER_DEGREE - 90) * Math.PI) / 180);
  if ((east - west) * shrink > north - south) {
    cutAlong(from.x, from.y, from.id, to.x, to.y, to.id, start, end, slab, west, east);
  } else {
    cutAlong(from.y, from.x, from.id, to.y, to.x, to.id, start, end, slab, south, north);
  }
}

/** How many bins, as a power of two, are worth their clearing for `n` values. */
function binsLog2(n: number): number {
  if (n > 16384) return BINS_LOG2;
  if (n > 4096) return 10;
  if (n > 1024) return 9;
  return n > 256 ? 8 : 6;
}

/**
 * Counting sort of column `a` into piles; `low`..`high` are its extremes in a sample (what lies outside counts as at the
 * end). A bin that straddles the border of two slabs is a pile of its own; when it is heavy, it is parted exactly.
 */
function cutAlong(
  a: Int32Array,
  b: Int32Array,
  id: Int32Array,
  toA: Int32Array,
  toB: Int32Array,
  toId: Int32Array,
  start: number,
  end: number,
  slab: number,
  low: number,
  high: number,
): void {
  const n = end - start;
  const log2 = binsLog2(n);
  let shift = 0;
  while (((high - low) >> shift) >> log2 > 0) shift++;
  const last = (high - low) >> shift;
  const counts = bins;
  const piles = pileOfBin;
  const free = next;
  counts.fill(0, 0, last + 1);
  for (let i = start; i < end; i++) {
    const bin = (a[i]! - low) >> shift;
    counts[Math.min(last, Math.max(0, bin))]!++;
  }
  const heavy = pile(last, start, slab);
  for (let i = start; i < end; i++) {
    const value = a[i]!;
    const bin = (value - low) >> shift;
    const at = free[piles[Math.min(last, Math.max(0, bin))]!]!++;
    toA[at] = value;
    toB[at] = b[i]!;
    toId[at] = id[i]!;
  }
  for (let h = 0; h < heavy; h++) {
    let from = heavyFrom[h]!;
    const to = heavyTo[h]!;
    for (
      let border = start + (Math.floor((from - start) / slab) + 1) * slab;
      border < to;
      border += slab
    ) {
      select(toA, toB, toId, border, from, to - 1);
      from = border;
    }
  }
}

/** Gives each bin its pile and each pile its first place; returns how many heavy piles there are. */
function pile(last: number, start: number, slab: number): number {
  let heavy = 0;
  let count = 0;
  let seen = 0;
  let border = slab;
  let open = true;
  next[0] = start;
  for (let bin = 0; bin <= last; bin++) {
    const size = bins[bin]!;
    const until = seen + size;
    const straddles = size > 0 && until > border;
    if (straddles || (!open && size > 0)) next[++count] = start + seen;
    pileOfBin[bin] = count;
    if (size === 0) continue;
    open = !straddles;
    if (straddles && size > slab >> 1) {
      heavyFrom[heavy] = start + seen;
      heavyTo[heavy++] = start + until;
    }
    if (until >= border) {
      border += slab * (Math.floor((until - border) / slab) + 1);
      open = false;
    }
    seen = until;
  }
  return heavy;
}

/** Quickselect (Hoare): afterwards a[left..k-1] <= a[k] <= a[k+1..right]; `b` and `id` move along. */
function select(
  a: Int32Array,
  b: Int32Array,
  id: Int32Array,
  k: number,
  left: number,
  right: number,
): void {
  while (right > left) {
    const pivot = a[(left + right) >> 1]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (a[i]! < pivot) i++;
      while (a[j]! > pivot) j--;
      if (i <= j) {
        swap(a, i, j);
        swap(b, i, j);
        swap(id, i++, j--);
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function swap(column: Int32Array, i: number, j: number): void {
  const kept = column[i]!;
  column[i] = column[j]!;
  column[j] = kept;
}
