/**
 * Boxes over edges in a packed tree without pointers: edge boxes, then one per run of 16, up to a single one. The idea
 * is that of flatbush (Agafonkin; packed R-trees, Kamel & Faloutsos 1993); ours is in the network's own buffer, needs no
 * list of ids because edges are numbered in its order, and is whole-number, so that boxes are exact.
 */

/** Children of a box. */
export const FANOUT = 16;

/** First box of each level, the edges' level first; one more entry for the end. */
export function levelsOf(edges: number): number[] {
  const starts = [0];
  for (let count = edges, at = 0; ; count = Math.ceil(count / FANOUT)) {
    at += count;
    starts.push(at);
    if (count <= 1) return starts;
  }
}

/** West, south, east, north of all levels, from the vertices of each edge. */
export function boxesOf(edgeShape: Uint32Array, shape: Int32Array): Int32Array {
  const edges = edgeShape.length - 1;
  const levels = levelsOf(edges);
  const boxes = new Int32Array(4 * levels[levels.length - 1]!);
  for (let e = 0; e < edges; e++) {
    empty(boxes, e);
    for (let v = edgeShape[e]!; v < edgeShape[e + 1]!; v++) {
      grow(boxes, e, shape, 2 * v, 2 * v);
    }
  }
  for (let level = 1; level + 1 < levels.length; level++) {
    const first = levels[level - 1]!;
    const start = levels[level]!;
    for (let box = start; box < levels[level + 1]!; box++) empty(boxes, box);
    for (let child = first; child < start; child++) {
      const box = start + Math.floor((child - first) / FANOUT);
      grow(boxes, box, boxes, 4 * child, 4 * child + 2);
    }
  }
  return boxes;
}

/** Calls `visit` for each box of the lowest level (an edge, a piece) that touches a box, edges included. */
export function visitBoxes(
  boxes: Int32Array,
  count: number,
  [west, south, east, north]: readonly [west: number, south: number, east: number, north: number],
  visit: (lowest: number) => void,
): void {
  if (count === 0) return;
  const levels = levelsOf(count);
  const down = (level: number, box: number): void => {
    const at = 4 * box;
    if (
      boxes[at]! > east ||
      boxes[at + 1]! > north ||
      boxes[at + 2]! < west ||
      boxes[at + 3]! < south
    )
      return;
    if (level === 0) return visit(box);
    const below = levels[level - 1]!;
    const first = below + (box - levels[level]!) * FANOUT;
    const end = Math.min(levels[level]!, first + FANOUT);
    for (let child = first; child < end; child++) down(level - 1, child);
  };
  down(levels.length - 2, levels[levels.length - 2]!);
}

function empty(boxes: Int32Array, box: number): void {
  boxes.fill(0x7fffffff, 4 * box, 4 * box + 2);
  boxes.fill(-0x80000000, 4 * box + 2, 4 * box + 4);
}

/** @param least where the south-west corner of what a box is to hold stands in `from`, and `most` the north-east one */
function grow(boxes: Int32Array, box: number, from: Int32Array, least: number, most: number): void {
  const at = 4 * box;
  const west = from[least]!;
  const south = from[least + 1]!;
  const east = from[most]!;
  const north = from[most + 1]!;
  if (west < boxes[at]!) boxes[at] = west;
  if (south < boxes[at + 1]!) boxes[at + 1] = south;
  if (east > boxes[at + 2]!) boxes[at + 2] = east;
  if (north > boxes[at + 3]!) boxes[at + 3] = north;
}
