/** Boxes in longitude and latitude over leaves, and over boxes up to one root; rounded outwards to float32. */
import { DEGREES, LEAF_NUMBERS, wrapLng } from './leaves.ts';
import { FANOUT, LEAF } from './order.ts';

/** Numbers per box: west, east, south, north in radians and the smallest cosine of latitude. */
export const BOX = 5;

/** More than half a step of float32 at π, so that a box rounded to float32 still holds its points (about 1 m). */
const OUTWARDS = 3e-7;
const RADIANS = Math.PI / 180;

interface Tree {
  boxes: Float32Array;
  levelStart: Int32Array;
  levelSize: Int32Array;
  /** Sum of the half perimeters of the leaves in degrees: how good their order is. */
  spread: number;
}

/** The boxes over `n` points in leaves. */
export function boxAll(leaves: Float64Array, n: number): Tree {
  const levelStart: number[] = [];
  const levelSize: number[] = [];
  let count = 0;
  for (let size = Math.ceil(n / LEAF); size > 0; size = size > 1 ? Math.ceil(size / FANOUT) : 0) {
    levelStart.push(count);
    levelSize.push(size);
    count += size;
  }
  const boxes = new Float32Array(BOX * count);
  const spread = boxLeaves(boxes, leaves, n);
  for (let level = 1; level < levelSize.length; level++) {
    boxParents(
      boxes,
      levelStart[level - 1]!,
      levelSize[level - 1]!,
      levelStart[level]!,
      levelSize[level]!,
    );
  }
  return {
    boxes,
    levelStart: Int32Array.from(levelStart),
    levelSize: Int32Array.from(levelSize),
    spread,
  };
}

function boxLeaves(boxes: Float32Array, leaves: Float64Array, n: number): number {
  let spread = 0;
  for (
    let first = 0, leaf = DEGREES, box = 0;
    first < n;
    first += LEAF, leaf += LEAF_NUMBERS, box += BOX
  ) {
    let west = Infinity;
    let east = -Infinity;
    let south = Infinity;
    let north = -Infinity;
    const end = leaf + 2 * (first + LEAF < n ? LEAF : n - first);
    for (let at = leaf; at < end; at += 2) {
      const x = wrapLng(leaves[at]!);
      const y = leaves[at + 1]!;
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

function boxParents(
  boxes: Float32Array,
  start: number,
  size: number,
  parentStart: number,
  parentSize: number,
): void {
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
