/** Some of an index's points (those with one capability, those that qualify now), marked in every box that holds one. */
import type { NearestIndex } from './build.ts';
import { FANOUT, LEAF } from './order.ts';

export interface Subset {
  readonly index: NearestIndex;
  /** How many points it holds. */
  readonly size: number;
  /** Per box: in a leaf a mask of its 16 points, above it 1 where any point below belongs; 0 = a search need not enter. */
  readonly holds: Uint16Array;
}

/** The points whose number passes. One call per point, in the order of the leaves: build it once, ask it often. */
export function subsetOf(index: NearestIndex, passes: (id: number) => boolean): Subset {
  const { ids, size: n, levelStart, levelSize } = index;
  const levels = levelSize.length;
  const holds = new Uint16Array(levels === 0 ? 0 : levelStart[levels - 1]! + levelSize[levels - 1]!);
  let size = 0;
  for (let p = 0; p < n; p++) {
    if (!passes(ids[p]!)) continue;
    holds[Math.floor(p / LEAF)]! |= 1 << (p % LEAF);
    size++;
  }
  for (let level = 1; level < levels; level++) {
    const below = levelStart[level - 1]!;
    const here = levelStart[level]!;
    for (let child = 0; child < levelSize[level - 1]!; child++) {
      if (holds[below + child] !== 0) holds[here + Math.floor(child / FANOUT)] = 1;
    }
  }
  return { index, size, holds };
}
