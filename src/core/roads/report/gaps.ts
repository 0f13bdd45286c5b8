/** Dead ends that nearly touch: most often one road that was drawn in two pieces. */
import { greatCircle } from '../../geo/distance.ts';
import type { LngLat, Meters } from '../../model/index.ts';
import type { Gap } from '../incoming.ts';

/** Metres of a degree of latitude, a little less than the smallest on the ellipsoid, so that no neighbour is missed. */
const DEGREE = 110_000;

/**
 * Pairs of places within `within` metres of each other, nearest first.
 * @param joined whether two of them (by number) are the ends of one road, which is no gap.
 */
export function findGaps(
  ends: readonly LngLat[],
  within: Meters,
  joined: (a: number, b: number) => boolean,
): Gap[] {
  const height = within / DEGREE;
  const rowOf = (lat: number): number => Math.floor((lat + 90) / height);
  // Cells of a row are as wide as they are high on its side towards the pole.
  const widthOf = (row: number): number => {
    const lat = Math.min(
      89.9,
      Math.max(Math.abs(row * height - 90), Math.abs((row + 1) * height - 90)),
    );
    return height / Math.cos((lat * Math.PI) / 180);
  };
  const columnOf = (lng: number, row: number): number => Math.floor((lng + 180) / widthOf(row));
  const cells = new Map<string, number[]>();
  for (const [i, [lng, lat]] of ends.entries()) {
    const row = rowOf(lat);
    const key = `${row} ${columnOf(lng, row)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [i]);
    else cell.push(i);
  }
  const gaps: Gap[] = [];
  for (const [i, a] of ends.entries()) {
    const row = rowOf(a[1]);
    for (let r = row - 1; r <= row + 1; r++) {
      const column = columnOf(a[0], r);
      for (let c = column - 1; c <= column + 1; c++)
        for (const j of cells.get(`${r} ${c}`) ?? []) {
          const b = ends[j];
          if (j <= i || b === undefined) continue;
          const distance = greatCircle(a, b);
          if (distance <= within && !joined(i, j)) gaps.push({ a, b, distance });
        }
    }
  }
  return gaps.sort((x, y) => x.distance - y.distance || x.a[0] - y.a[0] || x.a[1] - y.a[1]);
}
