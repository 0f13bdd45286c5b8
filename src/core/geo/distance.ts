/**
 * Great-circle distance on the sphere, WGS-84 degrees, longitude first. The formula and its order of operations are
 * those of @turf/distance (haversine, mean radius IUGG R1), so that every value is bit for bit the one Turf gives;
 * tests hold it to that. Turf itself builds an object per call, which an inner loop cannot afford.
 */
import type { LngLat, Meters } from '../model/index.ts';

/** Mean earth radius R1 in metres, as in @turf/helpers `earthRadius`. */
export const EARTH_RADIUS: Meters = 6371008.8;

// Turf takes whole turns off first; the remainder of a smaller number is itself, and `%` costs more than all the rest.
const radians = (degrees: number): number =>
  ((degrees > -360 && degrees < 360 ? degrees : degrees % 360) * Math.PI) / 180;

/** Great-circle distance of two places given as four numbers; NaN in gives NaN out. */
export const haversine = (lngA: number, latA: number, lngB: number, latB: number): Meters =>
  haversineFrom(lngA, latA, cosine(latA), lngB, latB);

/** The cosine of a latitude in degrees as `haversineFrom` wants it. */
export const cosine = (lat: number): number => Math.cos(radians(lat));

/** The same for one place asked against many: `cosLatA` is `cosine(latA)`. */
export function haversineFrom(
  lngA: number,
  latA: number,
  cosLatA: number,
  lngB: number,
  latB: number,
): Meters {
  const sinLat = Math.sin(radians(latB - latA) / 2);
  const sinLng = Math.sin(radians(lngB - lngA) / 2);
  const a = sinLat * sinLat + sinLng * sinLng * cosLatA * Math.cos(radians(latB));
  // Near the antipode rounding can push `a` past 1, where Turf answers NaN; half the circumference is meant.
  return 2 * Math.atan2(Math.sqrt(a), Math.sqrt(a > 1 ? 0 : 1 - a)) * EARTH_RADIUS;
}

/** Great-circle distance of two places in metres; safe across the antimeridian and at the poles. */
export const greatCircle = (a: LngLat, b: LngLat): Meters => haversine(a[0], a[1], b[0], b[1]);

/** Longitudes are accepted beyond ±180, as a map that shows the world more than once gives them. */
const MAX_LNG = 540;

/** Whether two numbers are a place on earth: latitude within ±90, longitude within ±540 (it wraps around). */
export const isPlace = (lng: number | null, lat: number | null): boolean =>
  lng !== null && lat !== null && Math.abs(lng) <= MAX_LNG && Math.abs(lat) <= 90;
