/**
 * What lies between places beside the roads: looked up in the barriers that are kept with a network, and in its motorways.
 * A network without barriers knows nothing of them, and says so.
 */
import { greatCircle } from '../../geo/distance.ts';
import type { LngLat, Meters } from '../../model/index.ts';
import { boxesOf, visitBoxes } from '../build/boxes.ts';
import { UNITS_PER_DEGREE } from '../layout.ts';
import { isShutOffFromFoot } from '../network.ts';
import type { RoadNetwork } from '../network.ts';
import { GROUND_BARRIERS, WALK_BARRIERS } from './kinds.ts';
import type { GroundBarrier, WalkBarrier } from './kinds.ts';
import { unpackBarriers } from './pack.ts';
import type { BarrierPieces } from './pack.ts';

/**
 * A walk ends so far before the middle line of its road: what shares that line, or stands closer to it, is the road's own
 * edge. Half of a narrow lane; product default.
 */
const ROADSIDE: Meters = 1;

/** What a file has mapped of one of these tells that the others of its kind would be mapped too. */
const THEMES: readonly GroundBarrier[] = ['water', 'railway', 'wall'];

type Box = [west: number, south: number, east: number, north: number];

interface Area {
  from: number;
  to: number;
  box: Box;
}

export class WalkGround {
  private laid:
    { pieces: BarrierPieces; boxes: Int32Array; waters: readonly Area[] } | null | undefined;

  private missing: readonly GroundBarrier[] | null = null;

  constructor(private readonly network: RoadNetwork) {}

  /** What walks are not held against, because the roads came without any of it. */
  get unchecked(): readonly GroundBarrier[] {
    if (this.missing === null) {
      const pieces = this.lay()?.pieces;
      this.missing = THEMES.filter(
        (theme) => pieces?.kind.includes(GROUND_BARRIERS.indexOf(theme)) !== true,
      );
    }
    return this.missing;
  }

  /** Whether walks are held against water. */
  get knowsWater(): boolean {
    return !this.unchecked.includes('water');
  }

  /** What the straight line from a place to one on a road crosses, each kind once. */
  across(from: LngLat, road: LngLat): WalkBarrier[] {
    const meters = greatCircle(from, road);
    if (meters <= ROADSIDE) return [];
    const share = 1 - ROADSIDE / meters;
    const units = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE);
    const [x1, y1] = [units(from[0]), units(from[1])];
    const [x2, y2] = [
      units(from[0] + share * (road[0] - from[0])),
      units(from[1] + share * (road[1] - from[1])),
    ];
    const box: Box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
    const found = new Set<WalkBarrier>();
    const laid = this.lay();
    if (laid !== null) {
      const { start, shape, kind } = laid.pieces;
      visitBoxes(laid.boxes, kind.length, box, (piece) => {
        const name = GROUND_BARRIERS[kind[piece]!];
        if (name === undefined || found.has(name)) return;
        if (crosses(shape, start[piece]!, start[piece + 1]!, x1, y1, x2, y2)) found.add(name);
      });
    }
    const { network } = this;
    visitBoxes(network.boxes, network.edges, box, (edge) => {
      if (found.has('motorway') || !isShutOffFromFoot(network, edge)) return;
      const { shape, edgeShape } = network;
      if (crosses(shape, edgeShape[edge]!, edgeShape[edge + 1]!, x1, y1, x2, y2))
        found.add('motorway');
    });
    return WALK_BARRIERS.filter((name) => found.has(name));
  }

  /** Whether a place lies in mapped water: a lake, a reservoir, a river that is drawn with its banks. */
  isInWater([lng, lat]: LngLat): boolean {
    const laid = this.lay();
    if (laid === null) return false;
    const [x, y] = [Math.round(lng * UNITS_PER_DEGREE), Math.round(lat * UNITS_PER_DEGREE)];
    return laid.waters.some(
      ({ from, to, box: [west, south, east, north] }) =>
        x >= west && x <= east && y >= south && y <= north && holds(laid.pieces, from, to, x, y),
    );
  }

  /** Laid out when it is asked first. */
  private lay(): NonNullable<typeof this.laid> | null {
    if (this.laid !== undefined) return this.laid;
    const pieces = unpackBarriers(this.network.barriers);
    const water = GROUND_BARRIERS.indexOf('water');
    return (this.laid =
      pieces === null
        ? null
        : {
            pieces,
            boxes: boxesOf(pieces.start, pieces.shape),
            waters: pieces.areas
              .filter(({ kind }) => kind === water)
              .map(({ from, to }) => ({ from, to, box: boxOf(pieces, from, to) })),
          });
  }
}

function boxOf({ start, shape }: BarrierPieces, from: number, to: number): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = start[from]!; v < start[to]!; v++) {
    box[0] = Math.min(box[0], shape[2 * v]!);
    box[1] = Math.min(box[1], shape[2 * v + 1]!);
    box[2] = Math.max(box[2], shape[2 * v]!);
    box[3] = Math.max(box[3], shape[2 * v + 1]!);
  }
  return box;
}

/** Twice the area of a, b, c: positive where c lies to the left of the line from a to b. Exact in whole units. */
const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/**
 * Whether a walk goes from one side of a line to the other. A walk that only touches it with an end does not; one through a
 * vertex does, once.
 */
function crosses(
  shape: Int32Array,
  first: number,
  end: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): boolean {
  for (let v = first; v < end - 1; v++) {
    const [ax, ay, bx, by] = [
      shape[2 * v]!,
      shape[2 * v + 1]!,
      shape[2 * v + 2]!,
      shape[2 * v + 3]!,
    ];
    if (side(x1, y1, x2, y2, ax, ay) >= 0 === side(x1, y1, x2, y2, bx, by) >= 0) continue;
    const before = side(ax, ay, bx, by, x1, y1);
    const after = side(ax, ay, bx, by, x2, y2);
    if ((before > 0 && after < 0) || (before < 0 && after > 0)) return true;
  }
  return false;
}

/** Whether an odd number of rings holds a place. */
function holds(
  { start, shape }: BarrierPieces,
  from: number,
  to: number,
  x: number,
  y: number,
): boolean {
  let inside = false;
  for (let piece = from; piece < to; piece++) {
    for (let v = start[piece]!; v < start[piece + 1]! - 1; v++) {
      const [ax, ay, bx, by] = [
        shape[2 * v]!,
        shape[2 * v + 1]!,
        shape[2 * v + 2]!,
        shape[2 * v + 3]!,
      ];
      if (ay > y === by > y) continue;
      const turn = side(ax, ay, bx, by, x, y);
      if (by > ay ? turn > 0 : turn < 0) inside = !inside;
    }
  }
  return inside;
}
