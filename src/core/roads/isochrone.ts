/**
 * Areas reached within given times: everything within `radius` metres of a road that is driven by then. The distance to
 * the driven roads is laid out on a raster of a third of the radius, and its contour at the radius (marching squares
 * with interpolation, d3-contour) is the outline, so that it keeps close to the streets and has holes where there are
 * none.
 */
import { contours } from 'd3-contour';
import type { MultiPolygon, Position } from 'geojson';
import type { Meters } from '../model/index.ts';
import { flatLength, shrinkAt, stepLength } from './geometry.ts';
import { UNITS_PER_DEGREE } from './layout.ts';
import type { RoadNetwork } from './network.ts';
import { driven } from './search/reach.ts';
import type { RoadReach } from './search/reach.ts';

/** Product default: a street's own houses. */
export const STREET_RADIUS: Meters = 75;
const CELLS_PER_RADIUS = 3;
/** A raster never has more cells than this; a larger area gets larger cells and, where need be, a larger radius. */
const MOST_CELLS = 4_000_000;

const UNITS_PER_METER = UNITS_PER_DEGREE / 111_195;

/** An area per limit, in the order of `limitsMs`; what `reach` was searched for is the largest that makes sense. */
export function isochronesOf(
  network: RoadNetwork,
  reach: RoadReach,
  limitsMs: readonly number[],
  radius: Meters = STREET_RADIUS,
): MultiPolygon[] {
  const pieces = limitsMs.map((limit) => piecesOf(network, reach, limit));
  const raster = Raster.around(pieces, radius);
  if (raster === null) return limitsMs.map(() => ({ type: 'MultiPolygon', coordinates: [] }));
  const byTime = limitsMs.map((_, i) => i).sort((a, b) => limitsMs[a]! - limitsMs[b]!);
  const areas: MultiPolygon[] = [];
  // What is reached early is reached later too: the raster is carried on from band to band.
  for (const i of byTime) {
    raster.draw(pieces[i]!);
    areas[i] = raster.outline();
  }
  return areas;
}

/** Areas that do not overlap: where one is by each limit and was not by the one before, and where one is not by the last. */
interface ReachBands {
  /** In the order of the limits. */
  bands: MultiPolygon[];
  /** Within `radius` of a road that may be used, but of none that is driven within the last limit. */
  beyond: MultiPolygon;
}

/** `limitsMs` rise. `usable` tells which edges count as road at all: what lies far from every one of them is in no area. */
export function bandsOf(
  network: RoadNetwork,
  reach: RoadReach,
  limitsMs: readonly number[],
  radius: Meters,
  usable: (edge: number) => boolean,
): ReachBands {
  const raster = Raster.over(network, usable, radius);
  const none: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };
  if (raster === null) return { bands: limitsMs.map(() => none), beyond: none };
  // A road driven from one end to the other is drawn once, though it is driven the other way too.
  const drawn = new Uint8Array(network.edges);
  const bands = limitsMs.map((limit, i) => {
    const before = i === 0 ? null : raster.copy();
    raster.draw(piecesOf(network, reach, limit, limitsMs[i - 1], drawn));
    return raster.outline(before);
  });
  const reached = raster.copy();
  raster.draw(allPieces(network, (edge) => drawn[edge] === 0 && usable(edge)));
  return { bands, beyond: raster.outline(reached) };
}

function allPieces(
  { edges, shape, edgeShape }: RoadNetwork,
  usable: (edge: number) => boolean,
): number[] {
  const pieces: number[] = [];
  for (let edge = 0; edge < edges; edge++) {
    if (!usable(edge)) continue;
    for (let v = edgeShape[edge]!; v < edgeShape[edge + 1]! - 1; v++) {
      pieces.push(shape[2 * v]!, shape[2 * v + 1]!, shape[2 * v + 2]!, shape[2 * v + 3]!);
    }
  }
  return pieces;
}

/**
 * Driven pieces of road as x1, y1, x2, y2 in units of 1e-7 degree, longitude not yet shrunk; with `afterMs` only what is
 * driven after that time, with `drawn` no edge that is marked there: those driven from end to end are marked.
 */
export function piecesOf(
  network: RoadNetwork,
  reach: RoadReach,
  limitMs: number,
  afterMs = -1,
  drawn: Uint8Array | null = null,
): number[] {
  const { shape, edgeShape } = network;
  const pieces: number[] = [];
  for (let i = 0; i < reach.edge.length; i++) {
    const part = driven(reach, i, limitMs);
    if (part === null) continue;
    const edge = reach.edge[i]!;
    if (drawn !== null) {
      if (drawn[edge] === 1) continue;
      if (Math.abs(part.to - part.from) === 1) drawn[edge] = 1;
    }
    const from = driven(reach, i, afterMs)?.to ?? part.from;
    if (from === part.to && from !== part.from) continue;
    const low = Math.min(from, part.to);
    const high = Math.max(from, part.to);
    const first = edgeShape[edge]!;
    const last = edgeShape[edge + 1]! - 1;
    if (low === 0 && high === 1) {
      for (let v = first; v < last; v++) {
        pieces.push(shape[2 * v]!, shape[2 * v + 1]!, shape[2 * v + 2]!, shape[2 * v + 3]!);
      }
      continue;
    }
    const shrink = shrinkAt(network, edge);
    const whole = flatLength(network, edge, shrink);
    let before = 0;
    for (let v = first; v < last; v++) {
      const step = stepLength(shape, v, shrink);
      const a = step > 0 ? Math.max(0, (low * whole - before) / step) : 0;
      const b = step > 0 ? Math.min(1, (high * whole - before) / step) : 1;
      before += step;
      if (a > b) continue;
      const [x, y] = [shape[2 * v]!, shape[2 * v + 1]!];
      const [dx, dy] = [shape[2 * v + 2]! - x, shape[2 * v + 3]! - y];
      pieces.push(x + a * dx, y + a * dy, x + b * dx, y + b * dy);
    }
  }
  return pieces;
}

class Raster {
  private readonly values: Float32Array;
  private readonly width: number;
  private readonly height: number;
  private readonly west: number;
  private readonly south: number;
  private readonly shrink: number;
  /** Cell size and radius in units of latitude. */
  private readonly cell: number;
  private readonly radius: number;

  private constructor(west: number, south: number, east: number, north: number, radius: Meters) {
    this.shrink = Math.cos((((south + north) / 2 / UNITS_PER_DEGREE) * Math.PI) / 180);
    const asked = radius * UNITS_PER_METER;
    const across = (east - west) * this.shrink + 4 * asked;
    const up = north - south + 4 * asked;
    this.cell = Math.max(asked / CELLS_PER_RADIUS, Math.sqrt((across * up) / MOST_CELLS));
    this.radius = Math.max(asked, this.cell);
    this.west = west * this.shrink - 2 * this.radius;
    this.south = south - 2 * this.radius;
    this.width = Math.ceil(((east - west) * this.shrink + 4 * this.radius) / this.cell) + 1;
    this.height = Math.ceil((north - south + 4 * this.radius) / this.cell) + 1;
    // Distances are negative, so that more is nearer, as contours want it.
    this.values = new Float32Array(this.width * this.height).fill(-2 * this.radius);
  }

  static around(pieces: readonly (readonly number[])[], radius: Meters): Raster | null {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const list of pieces) {
      for (let i = 0; i < list.length; i += 2) {
        west = Math.min(west, list[i]!);
        east = Math.max(east, list[i]!);
        south = Math.min(south, list[i + 1]!);
        north = Math.max(north, list[i + 1]!);
      }
    }
    return west <= east ? new Raster(west, south, east, north, radius) : null;
  }

  static over(
    { edges, shape, edgeShape }: RoadNetwork,
    usable: (edge: number) => boolean,
    radius: Meters,
  ): Raster | null {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let edge = 0; edge < edges; edge++) {
      if (!usable(edge)) continue;
      for (let v = edgeShape[edge]!; v < edgeShape[edge + 1]!; v++) {
        west = Math.min(west, shape[2 * v]!);
        east = Math.max(east, shape[2 * v]!);
        south = Math.min(south, shape[2 * v + 1]!);
        north = Math.max(north, shape[2 * v + 1]!);
      }
    }
    return west <= east ? new Raster(west, south, east, north, radius) : null;
  }

  /** Lowers the distance of every cell near a piece. */
  draw(pieces: readonly number[]): void {
    const { values, width, cell, radius } = this;
    const reach = radius + 1.5 * cell;
    for (let i = 0; i < pieces.length; i += 4) {
      const ax = pieces[i]! * this.shrink - this.west;
      const ay = pieces[i + 1]! - this.south;
      const dx = pieces[i + 2]! * this.shrink - this.west - ax;
      const dy = pieces[i + 3]! - this.south - ay;
      const length = dx * dx + dy * dy;
      const left = Math.max(0, Math.floor((Math.min(ax, ax + dx) - reach) / cell));
      const right = Math.min(width - 1, Math.ceil((Math.max(ax, ax + dx) + reach) / cell));
      const low = Math.max(0, Math.floor((Math.min(ay, ay + dy) - reach) / cell));
      const high = Math.min(this.height - 1, Math.ceil((Math.max(ay, ay + dy) + reach) / cell));
      for (let row = low; row <= high; row++) {
        const py = row * cell - ay;
        for (let column = left; column <= right; column++) {
          const px = column * cell - ax;
          const along = length > 0 ? (px * dx + py * dy) / length : 0;
          const share = Math.min(1, Math.max(0, along));
          const ex = px - share * dx;
          const ey = py - share * dy;
          const distance = Math.sqrt(ex * ex + ey * ey);
          const at = row * width + column;
          if (-distance > values[at]!) values[at] = -distance;
        }
      }
    }
  }

  copy(): Float32Array {
    return this.values.slice();
  }

  /** Of what is drawn; of what was not in `before` (an earlier copy), when that is given. */
  outline(before: Float32Array | null = null): MultiPolygon {
    const { values, radius } = this;
    const trace = contours().size([this.width, this.height]);
    const only =
      before === null
        ? values
        : values.map((value, i) => Math.min(value, -2 * radius - before[i]!));
    const { coordinates } = trace.contour(only as unknown as number[], -radius);
    // d3-contour puts the value of a cell at its middle, half a cell from its corner.
    const place = ([x, y]: Position): Position => [
      (this.west + (x! - 0.5) * this.cell) / this.shrink / UNITS_PER_DEGREE,
      (this.south + (y! - 0.5) * this.cell) / UNITS_PER_DEGREE,
    ];
    // Rows go north here and south there, so that its rings come out clockwise: turned round for GeoJSON.
    const rings = (one: Position[][]): Position[][] => one.map((ring) => ring.map(place).reverse());
    return { type: 'MultiPolygon', coordinates: coordinates.map(rings) };
  }
}
