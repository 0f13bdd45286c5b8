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

function split(text: string): Parts | null {
  let plain = text.normalize('NFKC').trim();
  let eraStart: number | null = null;
  for (const [pattern, start] of ERAS) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    eraStart = start;
    plain = plain.slice(match[0].length).replace(/^元/, '1');
    break;
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?$/.exec(plain);
  const spaced =
    /^(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?)?(?:[T\s_,(（]*(?:上午|午前)?(下午|午後|pm)?\s*(\d{1,2})\s*[:時时]\s*(\d{1,2})?\s*(?:[:分]\s*(\d{1,2}(?:\.\d+)?)?\s*秒?)?)?\s*(z|[-+]\d{2}:?\d{2})?[)）]?$/i.exec(
      plain,
    );
  const [year, month, day, hour, minute, second] = compact
    ? compact.slice(1)
    : spaced
      ? [spaced[1], spaced[2], spaced[3], spaced[5], spaced[6], spaced[7]]
      : [];
  if (year === undefined || month === undefined) return null;
  const afternoon = spaced?.[4] !== undefined && Number(hour) < 12 ? 12 : 0;
  const zone = compact ? undefined : spaced?.[8];
  const parts = {
    year: yearOf(year, eraStart),
    month: Number(month),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0) + afternoon,
    minute: Number(minute ?? 0),
    second: Math.floor(Number(second ?? 0)),
    millisecond: Math.floor(Number(/\.(\d{1,3})/.exec(second ?? '')?.[1]?.padEnd(3, '0') ?? 0)),
    offset: zone === undefined ? null : offsetOf(zone),
  };
  return isReal(parts) ? parts : null;
}

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
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
  if (typeof value === 'number' || /^\d{10}(\d{3})?$/.test(value.trim())) {
    const number = Number(value);
    const ms = number > 1e11 ? number : number > 1e8 ? number * 1000 : NaN;
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

/** A calendar day as `YYYY-MM-DD`, or null. */
export function readDate(value: string): string | null {
  const parts = split(value);
  if (parts === null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
}
