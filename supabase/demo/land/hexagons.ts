/**
 * A net of hexagons whose corners are nudged by noise. Three cells meet at every corner, so that areas made of cells
 * never touch in a single point and their borders are always clean rings.
 */
import { noise } from '../geometry/noise.ts';
import type { PlanePoint } from '../geometry/plane.ts';

const SIDE = 560;
const WIDE = SIDE * Math.sqrt(3);

export interface Cell {
  key: string;
  middle: PlanePoint;
  /** Corner keys, counter-clockwise. */
  corners: string[];
  /** The neighbour across the side from corner i to corner i + 1. */
  neighbours: string[];
}

export interface Hexagons {
  cells: ReadonlyMap<string, Cell>;
  corners: ReadonlyMap<string, PlanePoint>;
}

/** Steps to the six neighbours, in the order of the sides (east of corner 5→0 first, counter-clockwise). */
const SIDES = [
  [1, 0],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
] as const;

/** Cells within a half-width and half-height of the middle. */
export function hexagons(halfWidth: number, halfHeight: number): Hexagons {
  const cells = new Map<string, Cell>();
  const corners = new Map<string, PlanePoint>();
  const middleOf = (q: number, r: number): PlanePoint => [WIDE * (q + r / 2), SIDE * 1.5 * r];
  const rows = Math.ceil(halfHeight / (SIDE * 1.5));
  const columns = Math.ceil(halfWidth / WIDE);
  for (let r = -rows; r <= rows; r += 1)
    for (let q = -columns - Math.ceil(r / 2); q <= columns - Math.ceil(r / 2); q += 1) {
      const middle = middleOf(q, r);
      const keys = SIDES.map((_, i) => {
        // Corner i lies between side i - 1 and side i: at 30° below the side's direction.
        const turn = ((i * 60 - 30) * Math.PI) / 180;
        const exact: PlanePoint = [
          middle[0] + SIDE * Math.cos(turn),
          middle[1] + SIDE * Math.sin(turn),
        ];
        const key = `${Math.round(exact[0])},${Math.round(exact[1])}`;
        if (!corners.has(key))
          corners.set(key, [
            exact[0] + (noise(exact[0] / 410, exact[1] / 410, 51) - 0.5) * SIDE * 0.75,
            exact[1] + (noise(exact[0] / 410, exact[1] / 410, 52) - 0.5) * SIDE * 0.75,
          ]);
        return key;
      });
      cells.set(`${q},${r}`, {
        key: `${q},${r}`,
        middle,
        corners: keys,
        neighbours: SIDES.map(([dq, dr]) => `${q + dq},${r + dr}`),
      });
    }
  return { cells, corners };
}
