/**
 * Where on an edge a closure's geometry cuts it: as shares of the edge's length, so that both sides of a cut stay usable up
 * to it. A line cuts where it crosses (or all along where it lies on the road), an area cuts what lies in it.
 */
import type { Geometry } from 'geojson';
import { flatLength, shrinkAt, stepLength } from './geometry.ts';
import type { RoadNetwork } from './network.ts';
import { outlineOf } from './outline.ts';
import type { Outline } from './outline.ts';

/** From where to where along an edge, both included, 0 to 1; the same twice = a single place. */
export type Cut = readonly [from: number, to: number];

/** Cuts of each of some edges that a geometry touches (WGS-84), in rising order and apart from each other. */
export function cutsOf(
  network: RoadNetwork,
  geometry: Geometry,
  edges: Iterable<number>,
): Map<number, Cut[]> {
  const outlines = outlineOf(geometry).map((outline) => new Sides(outline));
  const cuts = new Map<number, Cut[]>();
  for (const edge of edges) {
    const found = joined(outlines.flatMap((sides) => cutsIn(network, edge, sides)));
    // Touched at a corner that rounding loses: closed as a whole rather than left open.
    cuts.set(edge, found.length === 0 ? [[0, 1]] : found);
  }
  return cuts;
}

/** Whether two places on an edge have a cut between them, or lie in one. */
export const isCutBetween = (cuts: readonly Cut[], a: number, b: number): boolean =>
  cuts.some(([from, to]) => from <= Math.max(a, b) && to >= Math.min(a, b));

/** What of an edge is cut, as a share of it. */
export const shareCut = (cuts: readonly Cut[]): number =>
  cuts.reduce((sum, [from, to]) => sum + to - from, 0);

/** Cuts that overlap or meet as one. */
export function joined(cuts: readonly Cut[]): Cut[] {
  const rising = [...cuts].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const all: [number, number][] = [];
  for (const [from, to] of rising) {
    const last = all[all.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** The sides of an outline by strips of latitude, since a flood has tens of thousands of them. */
class Sides {
  private readonly strips: readonly number[][];
  private readonly south: number;
  private readonly height: number;

  constructor(readonly outline: Outline) {
    const { ay, by } = outline;
    let [south, north] = [Infinity, -Infinity];
    for (let s = 0; s < ay.length; s++) {
      south = Math.min(south, ay[s]!, by[s]!);
      north = Math.max(north, ay[s]!, by[s]!);
    }
    const count = Math.max(1, Math.min(4096, ay.length >> 2));
    this.south = south;
    this.height = Math.max(1, (north - south) / count);
    this.strips = Array.from({ length: count + 1 }, () => []);
    for (let s = 0; s < ay.length; s++)
      for (
        let i = this.strip(Math.min(ay[s]!, by[s]!));
        i <= this.strip(Math.max(ay[s]!, by[s]!));
        i++
      )
        this.strips[i]!.push(s);
  }

  /** Sides that may lie between two latitudes, some of them more than once. */
  *between(low: number, high: number): Generator<number> {
    for (let i = this.strip(low); i <= this.strip(high); i++) yield* this.strips[i]!;
  }

  /** Whether a place that is on no side lies inside, by the even-odd rule over all rings. */
  holds(x: number, y: number): boolean {
    const { area, ax, ay, bx, by } = this.outline;
    if (!area) return false;
    let inside = false;
    for (const s of this.strips[this.strip(y)]!) {
      const [y1, y2] = [ay[s]!, by[s]!];
      if (y1 > y === y2 > y) continue;
      if (ax[s]! + ((y - y1) / (y2 - y1)) * (bx[s]! - ax[s]!) > x) inside = !inside;
    }
    return inside;
  }

  private strip(y: number): number {
    return Math.max(
      0,
      Math.min(this.strips.length - 1, Math.floor((y - this.south) / this.height)),
    );
  }
}

function cutsIn(network: RoadNetwork, edge: number, sides: Sides): Cut[] {
  const { shape, edgeShape } = network;
  const first = edgeShape[edge]!;
  const last = edgeShape[edge + 1]! - 1;
  const shrink = shrinkAt(network, edge);
  const whole = flatLength(network, edge, shrink);
  if (whole === 0) return [[0, 1]];
  const cuts: Cut[] = [];
  let before = 0;
  for (let v = first; v < last; v++) {
    const step = stepLength(shape, v, shrink);
    const [x1, y1] = [shape[2 * v]!, shape[2 * v + 1]!];
    const [x2, y2] = [shape[2 * v + 2]!, shape[2 * v + 3]!];
    // The ends of a line are exactly 0 and 1, however the lengths of its steps are rounded.
    const share = (t: number): number => {
      if (v === first && t === 0) return 0;
      return v === last - 1 && t === 1 ? 1 : Math.min(1, (before + t * step) / whole);
    };
    for (const [from, to] of cutsOfStep(sides, x1, y1, x2, y2)) cuts.push([share(from), share(to)]);
    before += step;
  }
  return cuts;
}

/** Cuts of one straight step of an edge, as shares of that step. */
function cutsOfStep(sides: Sides, x1: number, y1: number, x2: number, y2: number): Cut[] {
  const { area, ax, ay, bx, by } = sides.outline;
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const cuts: Cut[] = [];
  const at = new Set<number>();
  for (const s of sides.between(Math.min(y1, y2), Math.max(y1, y2))) {
    const [cx, cy, ex, ey] = [ax[s]!, ay[s]!, bx[s]! - ax[s]!, by[s]! - ay[s]!];
    const turn = dx * ey - dy * ex;
    const [px, py] = [cx - x1, cy - y1];
    if (turn !== 0) {
      const t = (px * ey - py * ex) / turn;
      const u = (px * dy - py * dx) / turn;
      if (t >= 0 && t <= 1 && u >= 0 && u <= 1) at.add(t);
    } else if (px * dy === py * dx && squared > 0) {
      const a = (px * dx + py * dy) / squared;
      const b = ((px + ex) * dx + (py + ey) * dy) / squared;
      const [from, to] = [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))];
      if (from <= to) {
        cuts.push([from, to]);
        at.add(from).add(to);
      }
    }
  }
  for (const t of at) cuts.push([t, t]);
  if (!area) return cuts;
  const bounds = [...new Set([0, ...at, 1])].sort((a, b) => a - b);
  for (let i = 1; i < bounds.length; i++) {
    const middle = (bounds[i - 1]! + bounds[i]!) / 2;
    if (sides.holds(x1 + middle * dx, y1 + middle * dy)) cuts.push([bounds[i - 1]!, bounds[i]!]);
  }
  return cuts;
}
