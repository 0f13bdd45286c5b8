/**
 * Numbers with units as OpenStreetMap writes them (OSM wiki "Map features/Units"): a plain number is in the key's own
 * unit, others follow the number. `null` = nothing that can be read as a number: unknown, never zero.
 */
import type { Meters } from '../../../model/index.ts';

const FOOT = 0.3048;
const INCH = 0.0254;
/** Kilometres per mile, and per nautical mile. */
const MILE = 1.609344;
const KNOT = 1.852;

const LENGTH_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  米: 1,
  metre: 1,
  meter: 1,
  metres: 1,
  meters: 1,
  cm: 0.01,
  km: 1000,
  mi: MILE * 1000,
  ft: FOOT,
  feet: FOOT,
  "'": FOOT,
  in: INCH,
  '"': INCH,
};

/** Tonnes. A `st` is a short ton of 2,000 pounds, an `lt` a long one. */
const WEIGHT_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  t: 1,
  吨: 1,
  ton: 1,
  tonne: 1,
  tonnes: 1,
  mt: 1,
  kg: 0.001,
  st: 0.90718474,
  lt: 1.0160469088,
  lb: 0.00045359237,
  lbs: 0.00045359237,
  cwt: 0.05080234544,
};

const SPEED_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  'km/h': 1,
  kmh: 1,
  kph: 1,
  '公里/小时': 1,
  mph: MILE,
  knots: KNOT,
  knot: KNOT,
  kn: KNOT,
};

/** Digits with a point, or with a comma where it cannot part thousands: `3.5`, `3,5`. */
const NUMBER = /^(?:~|ca\.?\s*)?(\d+(?:[.,]\d{1,2}|\.\d+)?)\s*(\D*)$/;

function measured(text: string, units: Readonly<Record<string, number>>): number | null {
  const [, digits, unit] = NUMBER.exec(text.trim().toLowerCase()) ?? [];
  const factor = units[(unit ?? '').trim()];
  if (digits === undefined || factor === undefined) return null;
  const value = Number(digits.replace(',', '.')) * factor;
  return value > 0 ? value : null;
}

/** Metres: `4`, `4.2 m`, `13'6"`, `14 ft`, `80 in`. */
export function lengthIn(text: string | undefined): Meters | null {
  if (text === undefined) return null;
  const [, feet, inches] = /^(\d+)'\s*(\d+(?:\.\d+)?)"?$/.exec(text.replace(/[’′]/g, "'").replace(/[”″]/g, '"')) ?? [];
  if (feet !== undefined) return Number(feet) * FOOT + Number(inches ?? 0) * INCH;
  return smallest(text, (part) => measured(part.replace(/[’′]/g, "'"), LENGTH_UNITS));
}

/** Tonnes: `7.5`, `3.5 t`, `34000 lbs`, `10 st`. */
export const weightIn = (text: string | undefined): number | null =>
  text === undefined ? null : smallest(text, (part) => measured(part, WEIGHT_UNITS));

/** Kilometres per hour: `50`, `30 mph`, `10 knots`; of `30;50` the lower. */
export const speedIn = (text: string | undefined): number | null =>
  text === undefined ? null : smallest(text, (part) => measured(part, SPEED_UNITS));

function smallest(text: string, read: (part: string) => number | null): number | null {
  const values = text
    .split(/[;|]/)
    .map(read)
    .filter((value) => value !== null);
  return values.length === 0 ? null : Math.min(...values);
}

/**
 * Seconds of a `duration` (OSM wiki "Key:duration"): `00:20`, `1:05:30`, minutes as a plain number, or ISO 8601 `PT1H20M`.
 */
export function durationIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const plain = text.trim();
  const clock = /^(\d+):([0-5]?\d)(?::([0-5]?\d))?$/.exec(plain);
  const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i.exec(plain);
  let seconds = 0;
  if (clock !== null) seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  else if (iso !== null) {
    const [, days, hours, minutes, rest] = iso.map((part) => Number(part));
    seconds = whole(days) * 86400 + whole(hours) * 3600 + whole(minutes) * 60 + whole(rest);
  } else if (/^\d+(\.\d+)?$/.test(plain)) seconds = Number(plain) * 60;
  return seconds > 0 ? seconds : null;
}

const whole = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);
