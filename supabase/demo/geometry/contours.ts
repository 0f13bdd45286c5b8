/**
 * Outlines of "where a value is above a threshold" on a grid (marching squares): rings run with the high ground on
 * their left, so outer rings are counter-clockwise and holes clockwise. The grid's border counts as low.
 */
import type { PlanePoint } from './plane.ts';
import { areaOf, cornersCut, isInside } from './lines.ts';

export interface Grid {
  readonly west: number;
  readonly south: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Fills a grid of points `step` metres apart with a function of the place. */
export function gridOf(
  { west, south, east, north }: Extent,
  step: number,
  value: (point: PlanePoint) => number,
): Grid {
  const columns = Math.ceil((east - west) / step) + 1;
  const rows = Math.ceil((north - south) / step) + 1;
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      values[row * columns + column] = value([west + column * step, south + row * step]);
  return { west, south, step, columns, rows, values };
}

/** The value between grid points, by bilinear interpolation; outside, that of the nearest edge. */
export function valueAt(grid: Grid, [east, north]: PlanePoint): number {
  const x = Math.max(0, Math.min(grid.columns - 1.001, (east - grid.west) / grid.step));
  const y = Math.max(0, Math.min(grid.rows - 1.001, (north - grid.south) / grid.step));
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - column, y - row];
  const corner = (c: number, r: number): number => grid.values[r * grid.columns + c] ?? 0;
  return (
    (corner(column, row) * (1 - u) + corner(column + 1, row) * u) * (1 - v) +
    (corner(column, row + 1) * (1 - u) + corner(column + 1, row + 1) * u) * v
  );
}

/** The sides of a cell, 0 south, 1 east, 2 north, 3 west: columns and rows from its south-west corner to both ends. */
const ENDS = [
  [
    [0, 0],
    [1, 0],
  ],
  [
    [1, 0],
    [1, 1],
  ],
  [
    [0, 1],
    [1, 1],
  ],
  [
    [0, 0],
    [0, 1],
  ],
] as const;

/** For each pattern of high corners the sides by which outlines run through a cell, as [enters, leaves] pairs. */
const WALKS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];

function ringsAbove(grid: Grid, threshold: number): PlanePoint[][] {
  const { columns, rows } = grid;
  const high = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= columns || r >= rows
      ? -1e6
      : (grid.values[r * columns + c] ?? 0) - threshold;
  const next = new Map<string, string>();
  const places = new Map<string, PlanePoint>();
  const mark = (c: number, r: number, side: number): string => {
    const [from, to] = ENDS[side] as (typeof ENDS)[number];
    const [c1, r1] = [c + from[0], r + from[1]];
    const [c2, r2] = [c + to[0], r + to[1]];
    const key = `${c1},${r1},${c2 - c1}`;
    if (!places.has(key)) {
      const [a, b] = [high(c1, r1), high(c2, r2)];
      const share = Math.max(0.02, Math.min(0.98, a / (a - b)));
      places.set(key, [
        grid.west + (c1 + (c2 - c1) * share) * grid.step,
        grid.south + (r1 + (r2 - r1) * share) * grid.step,
      ]);
    }
    return key;
  };
  for (let r = -1; r < rows; r += 1)
    for (let c = -1; c < columns; c += 1) {
      const pattern =
        (high(c, r) > 0 ? 1 : 0) |
        (high(c + 1, r) > 0 ? 2 : 0) |
        (high(c + 1, r + 1) > 0 ? 4 : 0) |
        (high(c, r + 1) > 0 ? 8 : 0);
      for (const [enters, leaves] of WALKS[pattern] ?? [])
        next.set(mark(c, r, enters), mark(c, r, leaves));
    }
  const rings: PlanePoint[][] = [];
  for (const start of next.keys()) {
    const ring: PlanePoint[] = [];
    for (let key: string | undefined = start; key !== undefined;) {
      const following: string | undefined = next.get(key);
      const place = places.get(key);
      if (following === undefined || !place) break;
      ring.push(place);
      next.delete(key);
      key = following;
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}

/** Areas above the threshold: each an outer ring followed by its holes, all given open; smaller ones are left out. */
export function areasAbove(grid: Grid, threshold: number, smallest: number): PlanePoint[][][] {
  const rings = ringsAbove(grid, threshold)
    .filter((ring) => Math.abs(areaOf(ring)) >= smallest)
    .map((ring) => cornersCut(ring, true));
  const outer = rings.filter((ring) => areaOf(ring) > 0).sort((a, b) => areaOf(a) - areaOf(b));
  const areas = outer.map((ring) => [ring]);
  for (const hole of rings.filter((ring) => areaOf(ring) < 0)) {
    const home = areas.find(([ring]) => ring && hole[0] && isInside(hole[0], ring));
    home?.push(hole);
  }
  return areas;
}
