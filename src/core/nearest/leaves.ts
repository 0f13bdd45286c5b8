/** How the points of a leaf lie in memory, and how a place becomes a unit vector. */
import { LEAF } from './order.ts';

/**
 * Numbers per leaf. All that a search reads of a leaf lies together, because far memory costs more than arithmetic: 16
 * unit vectors x, y, z, then from DEGREES on 16 pairs lng, lat as given, then from IDS on the caller's numbers.
 */
export const LEAF_NUMBERS = 6 * LEAF;
export const DEGREES = 3 * LEAF;
export const IDS = 5 * LEAF;

const RADIANS = Math.PI / 180;

/** The same longitude within ±180. */
export const wrapLng = (lng: number): number =>
  lng > 180 || lng < -180 ? lng - 360 * Math.round(lng / 360) : lng;

/**
 * The unit vector of a place (lng within ±180), about 1e-15 exact. The sine of a quarter (half) of the angle by its
 * Taylor series (|x| <= π/4, neglected terms below 1e-16), doubled: no branch, several times faster than Math.sin.
 */
export function setUnit(out: Float64Array, at: number, lng: number, lat: number): void {
  let s = sine(lng * (RADIANS / 4));
  const sinHalf = 2 * s * Math.sqrt(1 - s * s);
  const cosHalf = 1 - 2 * s * s;
  s = sine(lat * (RADIANS / 2));
  const cosLat = 1 - 2 * s * s;
  out[at] = cosLat * (1 - 2 * sinHalf * sinHalf);
  out[at + 1] = cosLat * 2 * sinHalf * cosHalf;
  out[at + 2] = 2 * s * Math.sqrt(1 - s * s);
}

/** sin x for |x| <= π/4. */
function sine(x: number): number {
  const z = x * x;
  let series = 1 / 6227020800 - z * (1 / 1307674368000);
  series = 1 / 39916800 - z * series;
  series = 1 / 362880 - z * series;
  series = 1 / 5040 - z * series;
  series = 1 / 120 - z * series;
  series = 1 / 6 - z * series;
  return x - x * z * series;
}
