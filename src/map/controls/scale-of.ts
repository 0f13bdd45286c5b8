import { EARTH_RADIUS } from '../../core/geo/distance.ts';
import type { Meters } from '../../core/model/index.ts';

export interface Scale {
  meters: Meters;
  pixels: number;
}

/** Width of the world in CSS pixels at zoom 0 (MapLibre's tiles are 512 px). */
const WORLD = 512;
const LONGEST = 104;

/** The longest 1, 2 or 5 × 10ⁿ metres that fits, for Web Mercator at a latitude. */
export function scaleOf(lat: number, zoom: number): Scale {
  const metersPerPixel =
    (2 * Math.PI * EARTH_RADIUS * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom);
  const most = LONGEST * metersPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const digit = [5, 2, 1].find((round) => round * power <= most) ?? 1;
  return { meters: digit * power, pixels: (digit * power) / metersPerPixel };
}
