/** The ground: height rises away from running water, more in the north and south-west, with noise for ridges. */
import { gridOf, valueAt } from '../geometry/contours.ts';
import type { Grid } from '../geometry/contours.ts';
import { hills } from '../geometry/noise.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { dammed, mainRiver, tributaries } from './rivers.ts';

/** What is drawn and walked on, in metres around the middle: a little more than the county. */
export const EXTENT = { west: -30_000, south: -23_000, east: 30_000, north: 24_000 } as const;
const STEP = 400;

const TOWN: PlanePoint = [900, -900];

/** How far the nearest tributary is, counted farther towards its source: valleys are narrow and high up there. */
function tributaryDistance(point: PlanePoint): number {
  let least = Infinity;
  for (const { course } of tributaries) {
    const { distance, along } = course.nearest(point);
    const upstream = 1 - along / course.length;
    least = Math.min(least, distance * (1 + 0.5 * upstream) + 1700 * upstream * upstream);
  }
  return least;
}

function elevation([east, north]: PlanePoint): number {
  // Bending the place before measuring keeps slopes from running parallel to the water.
  const point: PlanePoint = [
    east + 2600 * (hills(east, north, 4200, 45, 3) - 0.5),
    north + 2600 * (hills(east, north, 4200, 46, 3) - 0.5),
  ];
  const valley = Math.min(
    mainRiver.nearest(point).distance * 0.72,
    tributaryDistance(point) * 1.1 + 200,
  );
  const rise = 1 - Math.exp(-valley / 2800);
  const ridge = 1 - Math.abs(2 * hills(east, north, 5200, 41, 5) - 1);
  const rough = 0.75 * hills(east, north, 8200, 43, 5) + 0.35 * (ridge - 0.55);
  const farFromMiddle = Math.hypot(east / 24_000, north / 19_000);
  const upland =
    Math.max(0, farFromMiddle - 0.25) * (north > 0 ? 1.05 : 0.8) +
    Math.max(0, (-east - 6000) / 40_000);
  const basin = Math.min(1, Math.hypot(east - TOWN[0], (north - TOWN[1]) * 1.3) / 7000);
  return (
    58 + 1150 * rise * (0.1 + 0.75 * rough * rough + 0.9 * upland * rough) * (0.2 + 0.8 * basin)
  );
}

let ground: Grid | undefined;

/** Heights on a grid over EXTENT, metres above the sea; computed once. */
function heights(): Grid {
  ground ??= gridOf(EXTENT, STEP, elevation);
  return ground;
}

/** Height at a place, metres above the sea. */
export const heightAt = (point: PlanePoint): number => valueAt(heights(), point);

/** How far inside the reservoir a place lies, in metres; negative outside. The arms reach into the side valleys. */
export function depthInReservoir(point: PlanePoint): number {
  const { distance, along } = dammed.course.nearest(point);
  if (along > dammed.dam || along < dammed.tail) return -500;
  const filled = (along - dammed.tail) / (dammed.dam - dammed.tail);
  const arms = 620 * Math.max(0, hills(point[0], point[1], 1500, 44, 2) - 0.38);
  return 90 + 340 * filled + 2.4 * arms * filled - distance;
}

/** Places under standing water, where nothing is built. */
export const isReservoir = (point: PlanePoint): boolean => depthInReservoir(point) > -140;
