import type { Axis, CoordinateToken, Hemisphere } from './coordinate-tokens.ts';

/** One angle in degrees, and the axis it named, if any. */
export interface Angle {
  degrees: number;
  axis: Axis | null;
}

/** Why something that looks like a coordinate is not a place on earth. A closed list; the screen says each in words. */
export type CoordinateRefusal =
  | 'one-number'
  | 'too-many-numbers'
  | 'minutes-over-59'
  | 'seconds-over-59'
  | 'fraction-inside'
  | 'same-axis-twice'
  | 'sign-and-letter'
  | 'latitude-out-of-range'
  | 'longitude-out-of-range'
  | 'out-of-range'
  | 'projected-metres'
  | 'not-readable';

type AngleResult = { ok: true; angle: Angle } | { ok: false; why: CoordinateRefusal };

const refuse = (why: CoordinateRefusal): AngleResult => ({ ok: false, why });
const axisOf = (hemisphere: Hemisphere): Axis =>
  hemisphere === 'N' || hemisphere === 'S' ? 'lat' : 'lng';
const UNIT_ORDER = ['degree', 'minute', 'second'] as const;

type NumberToken = Extract<CoordinateToken, { tag: 'number' }>;

/**
 * Read one angle: up to three numbers (degrees, minutes, seconds), with or without their units, a hemisphere or an
 * axis name before or after. Only the last number may have decimals.
 */
export function readAngle(tokens: readonly CoordinateToken[]): AngleResult {
  const parts = partsOf(tokens);
  if (parts === null) return refuse('not-readable');
  const { numbers, hemisphere, axis, negative } = parts;
  if (negative && hemisphere !== null) return refuse('sign-and-letter');
  const size = readSize(numbers, hemisphere === null ? null : axis);
  if (typeof size === 'string') return refuse(size);
  const isTurned = negative || hemisphere === 'S' || hemisphere === 'W';
  return { ok: true, angle: { degrees: isTurned ? -size : size, axis } };
}

interface AngleParts {
  numbers: readonly NumberToken[];
  hemisphere: Hemisphere | null;
  axis: Axis | null;
  negative: boolean;
}

/** The tokens of one angle by what they say; null where they stand in an order that no angle has. */
function partsOf(tokens: readonly CoordinateToken[]): AngleParts | null {
  const numbers: NumberToken[] = [];
  const hemispheres = new Set<Hemisphere>();
  const axes = new Set<Axis>();
  let negative = false;
  let letterAfterNumber = false;
  for (const token of tokens) {
    switch (token.tag) {
      case 'number':
        if (letterAfterNumber) return null;
        numbers.push(token);
        break;
      case 'sign':
        if (numbers.length > 0 || negative) return null;
        negative = true;
        break;
      case 'unit':
        if (token.unit !== UNIT_ORDER[numbers.length - 1]) return null;
        break;
      case 'hemisphere':
        hemispheres.add(token.hemisphere);
        axes.add(axisOf(token.hemisphere));
        letterAfterNumber = numbers.length > 0;
        break;
      case 'axis':
        axes.add(token.axis);
        letterAfterNumber = numbers.length > 0;
    }
  }
  if (axes.size > 1 || hemispheres.size > 1) return null;
  const [hemisphere = null] = hemispheres;
  const [axis = null] = axes;
  return { numbers, hemisphere, axis, negative };
}

/** Degrees from one to three numbers; `lettered` = the axis when a hemisphere letter stands beside them. */
function readSize(
  numbers: readonly NumberToken[],
  lettered: Axis | null,
): number | CoordinateRefusal {
  const [first, second, third, fourth] = numbers;
  if (first === undefined) return 'not-readable';
  if (fourth !== undefined) return 'too-many-numbers';
  if (second === undefined) return lettered === null ? first.value : readCompact(first, lettered);
  if (first.fraction || (third !== undefined && second.fraction)) return 'fraction-inside';
  if (second.value >= 60) return 'minutes-over-59';
  if (third !== undefined && third.value >= 60) return 'seconds-over-59';
  return first.value + second.value / 60 + (third?.value ?? 0) / 3600;
}

/**
 * A single number with a letter beside it: `29.37N`, or the compact forms receivers print, `2922.2N` (ddmm.mm) and
 * `292212N` (ddmmss), with three digits of degrees for longitudes.
 */
function readCompact(number: NumberToken, axis: Axis): number | CoordinateRefusal {
  const whole = number.text.split('.')[0] ?? '';
  const degreeDigits = axis === 'lat' ? 2 : 3;
  if (whole.length !== degreeDigits + 2 && whole.length !== degreeDigits + 4) return number.value;
  const degrees = Number(whole.slice(0, degreeDigits));
  const minutes = Number(whole.slice(degreeDigits, degreeDigits + 2));
  const tail = number.text.slice(whole.length);
  if (whole.length === degreeDigits + 2) {
    const withTail = minutes + Number(`0${tail}`);
    return withTail >= 60 ? 'minutes-over-59' : degrees + withTail / 60;
  }
  const seconds = Number(whole.slice(degreeDigits + 2)) + Number(`0${tail}`);
  if (minutes >= 60) return 'minutes-over-59';
  if (seconds >= 60) return 'seconds-over-59';
  return degrees + minutes / 60 + seconds / 3600;
}
