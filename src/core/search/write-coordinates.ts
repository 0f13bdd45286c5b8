import type { LngLat } from '../model/index.ts';

/** Decimal degrees with six places (0.1 m), longitude first: `113.120000, 29.370000`. WGS-84. */
export function writeDecimal(place: LngLat): string {
  return `${place[0].toFixed(6)}, ${place[1].toFixed(6)}`;
}

/** Degrees, minutes, seconds with one decimal (3 m), longitude first: `113°07′12.0″E 29°22′12.0″N`. WGS-84. */
export function writeDms(place: LngLat): string {
  const [lng, lat] = place;
  return `${dms(lng)}${lng < 0 ? 'W' : 'E'} ${dms(lat)}${lat < 0 ? 'S' : 'N'}`;
}

function dms(degrees: number): string {
  // Rounded once, in tenths of a second, so that 59.96″ carries instead of becoming 60.0″.
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const minutes = Math.floor(tenths / 600) % 60;
  const seconds = (tenths % 600) / 10;
  const two = (value: number, digits = 0): string =>
    value.toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, '0');
  return `${Math.floor(tenths / 36_000)}°${two(minutes)}′${two(seconds, 1)}″`;
}
