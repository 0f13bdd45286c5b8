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
  厘米: 0.01,
  公分: 0.01,
  km: 1000,
  mi: MILE * 1000,
  ft: FOOT,
  foot: FOOT,
  feet: FOOT,
  "'": FOOT,
  in: INCH,
  inch: INCH,
  inches: INCH,
  '"': INCH,
};

/** Tonnes. A `st` is a short ton of 2,000 pounds, an `lt` a long one; a plain `ton` is taken for a tonne. */
const WEIGHT_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  t: 1,
  吨: 1,
  公吨: 1,
  ton: 1,
  tons: 1,
  tonne: 1,
  tonnes: 1,
  mt: 1,
  kg: 0.001,
  kgs: 0.001,
  公斤: 0.001,
  千克: 0.001,
  st: 0.90718474,
  lt: 1.0160469088,
  lb: 0.00045359237,
  lbs: 0.00045359237,
  pounds: 0.00045359237,
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

/** Units so small that three digits behind a comma or point can only be thousands: no road is limited to `10.000 kg` = 10 kg. */
const SMALL_UNITS: ReadonlySet<string> = new Set([
  'kg',
  'kgs',
  '公斤',
  '千克',
  'lb',
  'lbs',
  'pounds',
]);

/** Digits with a point, or with a comma where it cannot part thousands: `3.5`, `3,5`. */
const NUMBER = /^(?:~|ca\.?\s*|[<≤]=?\s*)?(\d+(?:[.,]\d+)*)\s*(\D*)$/;

function measured(text: string, units: Readonly<Record<string, number>>): number | null {
  const [, digits = '', rest = ''] = NUMBER.exec(text.trim()) ?? [];
  const unit = rest.trim();
  const factor = units[unit];
  if (digits === '' || factor === undefined) return null;
  const plain = plainDigits(digits, SMALL_UNITS.has(unit));
  const value = plain === null ? 0 : Number(plain) * factor;
  return value > 0 ? value : null;
}

function plainDigits(digits: string, small: boolean): string | null {
  if (small && /^\d{1,3}([.,]\d{3})+$/.test(digits)) return digits.replace(/[.,]/g, '');
  return /^\d+(?:[.,]\d{1,2}|\.\d+)?$/.test(digits) ? digits.replace(',', '.') : null;
}

/** Which limit a text may name itself, as signs in Chinese do: 限高3.5米. */
type NamedLimit = 'height' | 'width' | 'weight';

const LIMIT_NAMES: Readonly<Record<NamedLimit, RegExp>> = {
  height: /^(?:限制?|净|最大?)?高度?(?:限制)?[:为]?\s*/,
  width: /^(?:限制?|净|最大?)?宽度?(?:限制)?[:为]?\s*/,
  weight: /^(?:限制?|最大?|总)?(?:重量?|载重?|质量)(?:限制)?[:为]?\s*/,
};

/** One spelling of quotes, wide digits and the traditional forms of the signs; two single marks are inches too. */
const spelled = (text: string): string =>
  text
    .replace(/[’′‘]/g, "'")
    .replace(/[”″“]|''/g, '"')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/淨/g, '净')
    .replace(/寬/g, '宽')
    .replace(/載/g, '载')
    .replace(/噸/g, '吨')
    .trim();

/**
 * Metres: `4`, `4.2 m`, `13'6"`, `11 ft 6 in`, `80 in`; of `3.5;4` and of `3.5-4 m` the lower.
 *
 * @param of the limit whose name may stand before the number, as in 限高3.5米; a text that names another limit says nothing
 */
export const lengthIn = (text: string | undefined, of?: 'height' | 'width'): Meters | null =>
  smallest(text, (part) => lowerOf(bare(part, of), lengthOf));

/** Feet with inches behind them, 3米5 for 3.5 m, else a number with one unit. */
function lengthOf(part: string): Meters | null {
  const [, feet, inches] = FEET_AND_INCHES.exec(part) ?? [];
  if (feet !== undefined) {
    const value = Number(feet) * FOOT + Number(inches) * INCH;
    return value > 0 ? value : null;
  }
  return measured(part.replace(/^(\d+)米(\d{1,2})$/, '$1.$2'), LENGTH_UNITS);
}

const FEET_AND_INCHES =
  /^(\d+)\s*(?:'|ft\.?|feet|foot)\s*-?\s*(\d+(?:\.\d+)?)\s*(?:"|in\.?|inch|inches)?$/;

/** Tonnes: `7.5`, `3.5 t`, `34000 lbs`, `10 st`, 限重10吨; of several and of a range the lowest. */
export const weightIn = (text: string | undefined): number | null =>
  smallest(text, (part) => lowerOf(bare(part, 'weight'), (one) => measured(one, WEIGHT_UNITS)));

/** A part without the name of its limit and without "and below". */
const bare = (part: string, of: NamedLimit | undefined): string =>
  (of === undefined ? part : part.replace(LIMIT_NAMES[of], '')).replace(/(?:及?以下|以内)$/, '');

/** `3.5-4 m`, `3米至4米`: low end, its unit, high end with its unit. */
const RANGE = /^(\d+(?:[.,]\d+)?)\s*([^\d\s~–—至到-]*)\s*(?:[~–—至到-]|to)\s*(\d.*)$/;

/** A quantity, or the lower end of a range that rises; the unit may stand behind its higher end alone. */
function lowerOf(part: string, read: (one: string) => number | null): number | null {
  const whole = read(part);
  const [, low = '', unit = '', high = ''] = RANGE.exec(part) ?? [];
  if (whole !== null || low === '') return whole;
  const most = read(high);
  const least = read(`${low}${unit === '' ? high.replace(/^[\d.,]+/, '') : unit}`);
  return least !== null && most !== null && least <= most ? least : null;
}

/** Kilometres per hour: `50`, `30 mph`, `10 knots`; of `30;50` the lower. */
export const speedIn = (text: string | undefined): number | null =>
  smallest(text, (part) => measured(part, SPEED_UNITS));

/** The lowest of what stands in a list; parts that cannot be read say nothing. */
function smallest(text: string | undefined, read: (part: string) => number | null): number | null {
  if (text === undefined) return null;
  const values = spelled(text)
    .split(/[;|、]|,(?!\d)/)
    .map((part) => part.trim())
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
  if (clock !== null)
    seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  else if (iso !== null) {
    const [, days, hours, minutes, rest] = iso.map((part) => Number(part));
    seconds = whole(days) * 86400 + whole(hours) * 3600 + whole(minutes) * 60 + whole(rest);
  } else if (/^\d+(\.\d+)?$/.test(plain)) seconds = Number(plain) * 60;
  return seconds > 0 ? seconds : null;
}

const whole = (value: number | undefined): number =>
  value === undefined || Number.isNaN(value) ? 0 : value;
