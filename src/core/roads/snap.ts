/**
 * The nearest places on the network's edges to a place on the map, through the box tree. Distances are measured flat at
 * the asked latitude, which orders edges rightly within some kilometres; the metres returned are great-circle ones.
 */
import { greatCircle } from '../geo/distance.ts';
import type { LngLat, Meters } from '../model/index.ts';
import { FANOUT, levelsOf } from './build/boxes.ts';
import { flatLength, placeOn, shrinkAt, stepLength } from './geometry.ts';
import { UNITS_PER_DEGREE } from './layout.ts';
import type { RoadNetwork, RoadPlace } from './network.ts';

export interface RoadSnap extends RoadPlace {
  /** Where on the edge, and how far from the asked place. */
  place: LngLat;
  meters: Meters;
}

interface Candidate {
  edge: number;
  /** Vertex before the nearest place, and the share of the way to the next. */
  vertex: number;
  share: number;
  /** Square of the flat distance in units. */
  squared: number;
}

const METERS_PER_UNIT = 111_195 / UNITS_PER_DEGREE;

/**
 * The `count` nearest edges within `limit` metres that pass, nearest first, each with its nearest place; equal distances
 * by edge. `along` is exactly 0 or 1 where that place is the edge's end, which then stands for the node.
 */
export function snapToRoads(
  network: RoadNetwork,
  [lng, lat]: LngLat,
  limit: Meters,
  count = 1,
  passes: ((edge: number) => boolean) | null = null,
): RoadSnap[] {
  if (network.edges === 0 || count < 1) return [];
  const { boxes, shape, edgeShape } = network;
  const shrink = Math.cos((lat * Math.PI) / 180);
  const x = lng * UNITS_PER_DEGREE;
  const y = lat * UNITS_PER_DEGREE;
  const levels = levelsOf(network.edges);
  const found: Candidate[] = [];
  // A little more than the limit: the great circle decides in the end.
  let reach = ((limit / METERS_PER_UNIT) * 1.01) ** 2;

  const squaredToBox = (box: number): number => {
    const dx = Math.max(boxes[4 * box]! - x, 0, x - boxes[4 * box + 2]!) * shrink;
    const dy = Math.max(boxes[4 * box + 1]! - y, 0, y - boxes[4 * box + 3]!);
    return dx * dx + dy * dy;
  };
  const take = (candidate: Candidate): void => {
    let at = found.length;
    while (at > 0 && comesBefore(candidate, found[at - 1]!)) at--;
    found.splice(at, 0, candidate);
    if (found.length > count) found.pop();
    if (found.length === count) reach = Math.min(reach, found[count - 1]!.squared);
  };
  const lookAt = (edge: number): void => {
    let best: Candidate | null = null;
    for (let v = edgeShape[edge]!; v < edgeShape[edge + 1]! - 1; v++) {
      const dx = (shape[2 * v + 2]! - shape[2 * v]!) * shrink;
      const dy = shape[2 * v + 3]! - shape[2 * v + 1]!;
      const px = (x - shape[2 * v]!) * shrink;
      const py = y - shape[2 * v + 1]!;
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const squared = (px - share * dx) ** 2 + (py - share * dy) ** 2;
      if (squared <= reach && (best === null || squared < best.squared))
        best = { edge, vertex: v, share, squared };
    }
    if (best !== null && (passes === null || passes(edge))) take(best);
  };
  const visit = (level: number, box: number): void => {
    if (level === 0) return lookAt(box);
    const below = levels[level - 1]!;
    const first = below + (box - levels[level]!) * FANOUT;
    const end = Math.min(levels[level]!, first + FANOUT);
    const children: { child: number; squared: number }[] = [];
    for (let child = first; child < end; child++) {
      const squared = squaredToBox(child);
      if (squared <= reach) children.push({ child, squared });
    }
    children.sort((a, b) => a.squared - b.squared || a.child - b.child);
    for (const { child, squared } of children) if (squared <= reach) visit(level - 1, child);
  };
  visit(levels.length - 2, levels[levels.length - 2]!);
  return found
    .map((candidate) => snapOf(network, [lng, lat], candidate))
    .filter((snap) => snap.meters <= limit);
}

const comesBefore = (a: Candidate, b: Candidate): boolean =>
  a.squared < b.squared || (a.squared === b.squared && a.edge < b.edge);

function snapOf(network: RoadNetwork, from: LngLat, { edge, vertex, share }: Candidate): RoadSnap {
  const { edgeShape, shape } = network;
  const shrink = shrinkAt(network, edge);
  const whole = flatLength(network, edge, shrink);
  let before = share * stepLength(shape, vertex, shrink);
  for (let v = edgeShape[edge]!; v < vertex; v++) before += stepLength(shape, v, shrink);
  const atStart = vertex === edgeShape[edge]! && share === 0;
  const atEnd = vertex === edgeShape[edge + 1]! - 2 && share === 1;
  // Inside a line, rounding must not turn a place into its node, nor a node into a place beside it.
  let along = Math.min(1 - 1e-9, Math.max(1e-9, before / whole));
  if (atStart || whole === 0) along = 0;
  else if (atEnd) along = 1;
  const place = placeOn(network, { edge, along });
  return { edge, along, place, meters: greatCircle(from, place) };
}
