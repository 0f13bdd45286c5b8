/** Counts, areas, lengths and durations in their units. */
import { plainDigits } from './plain-digits.ts';
import { readQuantity } from './quantity.ts';

export { canonicalDecimal, plainDecimal, plainDigits } from './plain-digits.ts';

/** The one number of a text, whatever its unit; null when there is none, or more than one. */
export const readNumber = (text: string): number | null => readQuantity(text)?.value ?? null;

/** What counts people, households and things; `50%` or `3吨` is no count. */
const COUNT_UNITS =
  /^(?:人|人员|人口|人数|名|名队员|队员|口|位|个|個|箇|户|戶|戸|户人家|世帯|世带|家|处|處|床|张|張|张床|头|people|persons?|pax|members?|households?|inhabitants|residents|beds?)$/i;

/** A count of people or things: a whole number not below zero. */
export function readCount(text: string): number | null {
  const read = readQuantity(text);
  if (read === null || (read.unit !== null && !COUNT_UNITS.test(read.unit))) return null;
  return read.value < 0 || read.value > 2_147_483_647 ? null : Math.round(read.value);
}

type Units = readonly (readonly [RegExp, number])[];

const AREA_UNITS: Units = [
  [/^(?:公顷|公頃|ha|hm²|ヘクタール|hectares?)$/i, 10_000],
  [/^(?:平方公里|平方千米|km²|sq\.? ?km)$/i, 1_000_000],
  // 1 亩 = 2000/3 m².
  [/^(?:市?亩|畝|mu)$/i, 2000 / 3],
  // 1 坪 = 400/121 m².
  [/^(?:坪)$/, 400 / 121],
  // 1 international foot = 0.3048 m; an acre is 43,560 square feet.
  [/^(?:平方英尺|ft²|sq\.? ?ft)$/i, 0.09290304],
  [/^(?:英亩|acres?)$/i, 4046.8564224],
  [/^(?:平方米|平方公尺|平方メートル|平方|平米|平|方|m²|sq\.? ?m|sqm)$/i, 1],
];
const LENGTH_UNITS: Units = [
  [/^(?:公里|千米|km|キロ|キロメートル)$/i, 1000],
  [/^(?:厘米|公分|cm|センチ)$/i, 0.01],
  [/^(?:毫米|公厘|mm)$/i, 0.001],
  [/^(?:英尺|ft|feet|foot)$/i, 0.3048],
  [/^(?:米|公尺|m|メートル|met(?:re|er)s?)$/i, 1],
];

/** A unit in the brackets of a title, or behind its last words: 面积(坪), 有效面积（亩）, area_ha. */
const unitInTitle = (title: string): string =>
  /[([（【]([^)\]）】]+)[)\]）】]/
    .exec(title.normalize('NFKC'))?.[1]
    ?.trim()
    .replace(/m\^?2$/i, 'm²') ??
  /_([a-z]+2?)$/i.exec(title)?.[1]?.replace(/m2$/i, 'm²') ??
  '';

/** A measure of at least zero; a unit that is not understood makes it unknown. */
function readMeasure(text: string, title: string, units: Units): number | null {
  const read = readQuantity(text);
  if (read === null || read.value < 0) return null;
  const sizeOf = (unit: string): number | undefined =>
    units.find(([pattern]) => pattern.test(unit))?.[1];
  const size = read.unit === null ? (sizeOf(unitInTitle(title)) ?? 1) : sizeOf(read.unit);
  return size === undefined ? null : read.value * size;
}

/** An area in m²; without a unit in the cell or the title m² is meant. Negative is refused. */
export const readArea = (text: string, title = ''): number | null =>
  readMeasure(text, title, AREA_UNITS);

/** A length in metres; without a unit in the cell or the title metres are meant. */
export const readLength = (text: string, title = ''): number | null =>
  readMeasure(text, title, LENGTH_UNITS);

/** From the least to the greatest, in metres; null = the text leaves it open. */
interface LengthRange {
  min: number | null;
  max: number | null;
}

const LESS =
  /^(?:[<≤＜〈]|低于|少于|小于|不足|不到|under|below|less than|up to)|(?:以下|以内|以內|未满|未滿|未満|not more)$/i;
const MORE = /^(?:[>≥＞]|高于|超过|超過|大于|over|above|more than|at least)|(?:以上|\+)$/i;

/** A class of lengths as maps give them: `0.30 m ~ 1.0 m`, `0.5-1米`, `<0.3`, `2米以上`; a plain length is both ends. */
export function readLengthRange(text: string): LengthRange | null {
  const plain = plainDigits(text).trim();
  const parts = plain.split(/\s*(?:~|～|〜|至|到|–|—|-(?=\s*[\d.])|\bto\b)\s*/i);
  if (parts.length === 2) {
    const max = readLength(parts[1] ?? '');
    // A unit behind the last number is that of both.
    const unit = /[^\d.\s].*$/.exec(parts[1] ?? '')?.[0] ?? '';
    const min = readLength(
      /[^\d.\s]/.test(parts[0] ?? '') ? (parts[0] ?? '') : `${parts[0] ?? ''}${unit}`,
    );
    return min === null || max === null || min > max ? null : { min, max };
  }
  if (parts.length > 2) return null;
  const bare = plain.replace(LESS, '').replace(MORE, '').trim();
  const value = readLength(bare);
  if (value === null) return null;
  if (LESS.test(plain)) return { min: null, max: value };
  return { min: value, max: MORE.test(plain) ? null : value };
}

const HOURS = /^(?:小时|小時|個小時|个小时|時間|时|時|hours?|hrs?|h)$/i;
const MINUTES = /^(?:分钟|分鐘|分|minutes?|mins?|m)$/i;
const SECONDS = /^(?:秒钟|秒|seconds?|secs?|s)$/i;
const AROUND = /^(?:约|約|大约|大概|≈|~|about|approx\.?)\s*|\s*(?:左右|以内|以內|内)$/gi;

/** Seconds in a unit of time; NaN when it is none. */
function secondsOf(unit: string): number {
  if (HOURS.test(unit)) return 3600;
  if (MINUTES.test(unit)) return 60;
  return SECONDS.test(unit) ? 1 : NaN;
}

/** A duration in seconds; a bare number means minutes, as registers give mobilisation times. */
export function readDuration(text: string): number | null {
  const plain = plainDigits(text)
    .trim()
    .replace(AROUND, '')
    .replace(/半(?=小时|小時|個小時|个小时|時間)/, '0.5');
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain) * 60;
  if (!/^(?:\d+(?:\.\d+)?\s*[^\d\s.]+\s*)+$/.test(plain)) return null;
  let seconds = 0;
  for (const [, number, unit = ''] of plain.matchAll(/(\d+(?:\.\d+)?)\s*([^\d\s.]+)/g)) {
    seconds += Number(number) * secondsOf(unit);
  }
  return Number.isFinite(seconds) ? Math.round(seconds) : null;
}
