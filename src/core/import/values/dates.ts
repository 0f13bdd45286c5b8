/** Dates and times as registers write them: ISO, 年月日, 民國, 令和, slashes, compact digits, epochs. */

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Minutes east of Greenwich when the text states a zone. */
  offset: number | null;
}

/** First Gregorian year of an era minus one. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(?:民國|民国|中華民國)\s*/, 1911],
  [/^(?:令和|r)\s*(?=[\d元])/i, 2018],
  [/^(?:平成|h)\s*(?=[\d元])/i, 1988],
  [/^(?:昭和|s)\s*(?=[\d元])/i, 1925],
];

function yearOf(digits: string, eraStart: number | null): number {
  const value = Number(digits);
  if (eraStart !== null) return eraStart + value;
  // Three digits are a year of the Republic, as Taiwanese registers write it (113/01/08).
  return digits.length === 3 ? 1911 + value : value;
}

/** How much of a date a text states; the rest is taken as the first of it. */
type DatePrecision = 'day' | 'month' | 'year';

interface Stated extends Parts {
  precision: DatePrecision;
}

const BEFORE_NOON = '上午|午前|早上|早|凌晨|am';
const AFTER_NOON = '下午|午後|午后|晚上|晚|pm';
const ZONE =
  'z|(?:utc|gmt)?\\s*[-+]\\d{1,2}(?::?\\d{2})?|utc|gmt|jst|北京时间|北京時間|beijing time';
const TIME =
  `(?:[T\\s_,(]*(?:(?<am>${BEFORE_NOON})|(?<pm>${AFTER_NOON}))?\\s*(?<hour>\\d{1,2})\\s*(?:(?=[ap]m)|[:时時点點]\\s*(?<minute>\\d{1,2})?\\s*(?:[:分]\\s*(?<second>\\d{1,2}(?:\\.\\d+)?)?\\s*秒?)?)` +
  `\\s*(?:(?<am2>am)|(?<pm2>pm))?)?\\s*(?<zone>${ZONE})?[)]?$`;
const dated = (date: string): RegExp => new RegExp(`^${date}${TIME}`, 'i');

/** Year first, then day or month first; months by name. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[T\s]?(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2}))?)?$/,
  dated(
    '(?<year>\\d{1,4})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*(?:[-/.月]\\s*(?:(?<day>\\d{1,2})\\s*[日号號]?)?)?',
  ),
  dated('(?<first>\\d{1,2})[-/.](?<other>\\d{1,2})[-/.](?<year>\\d{4})'),
  dated('(?<day>\\d{1,2})(?:st|nd|rd|th)?[-\\s]+(?<name>[a-z]{3,9})\\.?[-\\s,]+(?<year>\\d{4})'),
  dated('(?<name>[a-z]{3,9})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})'),
  /^(?<year>\d{1,4})\s*年?$/,
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sept|[a-z]{3})$/i;
const WEEKDAY =
  /[(（]?(?:(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|(?<=[(（])[月火水木金土日一二三四五六](?=[)）]))[)）]?/;

/** Month and day where neither is named: null when both orders could be meant (5/1/2023). */
function inOrder(first: number, other: number): { month: number; day: number } | null {
  if (first === other || (other > 12 && first <= 12)) return { month: first, day: other };
  return first > 12 && other <= 12 ? { month: other, day: first } : null;
}

function monthAndDay(
  groups: Readonly<Record<string, string | undefined>>,
): { month: number; day: number } | null {
  const { name, first, other, month, day } = groups;
  if (first !== undefined) return inOrder(Number(first), Number(other));
  if (name !== undefined) {
    const at = LONG_MONTHS.test(name) ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) : -1;
    return at < 0 ? null : { month: at + 1, day: Number(day) };
  }
  return { month: Number(month ?? 1), day: Number(day ?? 1) };
}

/** Beijing's time is so many minutes ahead of UTC. */
const BEIJING_MINUTES = 480;

/** The era that a text begins with, and the year before its first. */
function eraOf(plain: string): { text: string; start: number } | null {
  for (const [pattern, start] of ERAS) {
    const match = pattern.exec(plain);
    if (match !== null) return { text: match[0], start };
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function minuteAndSecond({
  minute = '0',
  second = '0',
}: Groups): Pick<Stated, 'minute' | 'second' | 'millisecond'> {
  const [, fraction = ''] = /\.(\d{1,3})/.exec(second) ?? [];
  return {
    minute: Number(minute),
    second: Math.floor(Number(second)),
    millisecond: Number(fraction.padEnd(3, '0')),
  };
}

const precisionOf = ({ day, first }: Groups): 'month' | 'day' =>
  day === undefined && first === undefined ? 'month' : 'day';

function split(text: string): Stated | null {
  let plain = text
    .normalize('NFKC')
    .trim()
    .replace(WEEKDAY, '')
    .replace(/([点點时時])半/, '$130分');
  const inBeijing = /^(?:北京时间|北京時間)\s*/.exec(plain);
  if (inBeijing !== null) plain = plain.slice(inBeijing[0].length);
  const era = eraOf(plain);
  if (era !== null) plain = plain.slice(era.text.length).replace(/^元/, '1');
  const eraStart = era?.start ?? null;
  for (const form of FORMS) {
    const groups = form.exec(plain)?.groups;
    if (groups?.year === undefined) continue;
    // A year alone says so (年, an era), or has four digits.
    const { year, hour, zone } = groups;
    const isYear = form === FORMS.at(-1);
    if (isYear && eraStart === null && year.length !== 4) return null;
    const date = monthAndDay(groups);
    if (date === null) return null;
    const otherwise = inBeijing === null ? null : BEIJING_MINUTES;
    const parts: Stated = {
      year: yearOf(year, eraStart),
      ...date,
      hour: hourOf(Number(hour ?? 0), groups),
      ...minuteAndSecond(groups),
      offset: zone === undefined ? otherwise : offsetOf(zone),
      precision: isYear ? 'year' : precisionOf(groups),
    };
    return isReal(parts) ? parts : null;
  }
  return null;
}

/** 12 am is midnight, 12 pm noon. */
function hourOf(
  hour: number,
  { am, pm, am2, pm2 }: Readonly<Record<string, string | undefined>>,
): number {
  if ((pm ?? pm2) !== undefined) return hour < 12 ? hour + 12 : hour;
  return (am ?? am2) !== undefined && hour === 12 ? 0 : hour;
}

/** Minutes east of Greenwich of a zone as written. */
function offsetOf(zone: string): number {
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0;
  if (/^jst$/i.test(zone)) return 540;
  const [, sign, hours, minutes] = /([-+])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 480;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

function isReal({ year, month, day, hour, minute, second }: Parts): boolean {
  if (year < 1868 || year > 2200 || hour > 24 || minute > 59 || second > 60) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of Greenwich of a zone at a moment. */
function zoneOffset(at: number, timezone: string): number {
  let format = formats.get(timezone);
  if (format === undefined) {
    const options = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: timezone, hourCycle: 'h23' });
    formats.set(timezone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const local = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
  return Math.round((local - Math.floor(at / 1000) * 1000) / 60_000);
}

/**
 * A moment as ISO 8601 in UTC. Times without a zone are in `timezone` (IANA). A number is an epoch in milliseconds or
 * seconds. null when the text is no date.
 */
export function readInstant(value: string | number, timezone: string): string | null {
  const serial = serialText(value);
  if (serial !== null) return readInstant(serial, timezone);
  if (typeof value === 'number' || /^\d{10}(\d{3})?$/.test(value.trim())) {
    const number = Number(value);
    if (!(number > 1e8)) return null;
    const ms = number > 1e11 ? number : number * 1000;
    return ms < 4.2e12 ? new Date(ms).toISOString() : null;
  }
  const parts = split(value);
  if (parts === null) return null;
  const { year, month, day, hour, minute, second, millisecond, offset } = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  // Twice: the first guess may fall on the other side of a change of clocks.
  const first = offset ?? zoneOffset(asUtc, timezone);
  const minutes = offset ?? zoneOffset(asUtc - first * 60_000, timezone);
  return new Date(asUtc - minutes * 60_000).toISOString();
}

/** Day 1 of spreadsheets is 1900-01-01, with a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** The date that the number of a spreadsheet's day means (45047 is 2023-05-01), between 1954 and 2119; null for any other text. */
function serialText(value: string | number): string | null {
  const text = String(value).trim();
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  const days = Number(text);
  if (days < 20_000 || days > 80_000) return null;
  return new Date(DAY_ZERO + Math.round(days * 86_400) * 1000).toISOString().slice(0, 19);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A calendar day as `YYYY-MM-DD`, or null. */
export function readDate(value: string): string | null {
  const parts = split(serialText(value) ?? value);
  return parts === null ? null : `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
}

/**
 * What was assumed in reading a date, for people: only a month or a year is stated and its first day was taken, or the
 * cell holds the number of a day. null where nothing was.
 */
export function assumedIn(value: string): 'serial' | 'month' | 'year' | null {
  const text = value.trim();
  if (serialText(text) !== null) return 'serial';
  const precision = /^\d{4}-\d{2}-\d{2}/.test(text) ? 'day' : (split(text)?.precision ?? 'day');
  return precision === 'day' ? null : precision;
}
