/** Clock times in a district's zone and "how long ago" by the server's clock. */
import { t } from '../../messages/index.ts';
import type { Instant } from '../../core/model/index.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

interface ClockParts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

/** The wall clock of a zone at a moment (milliseconds since 1970). */
export function clockParts(ms: number, zone: string): ClockParts {
  const parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const { type, value } of formatterOf(zone).formatToParts(ms))
    if (type in parts) parts[type as keyof ClockParts] = value;
  return parts;
}

/** `14:05` today, `11-22 14:05` this year, `2023-11-22` before; `now` decides what today is. */
export function formatClock(at: Instant, now: number, zone: string): string {
  const then = clockParts(Date.parse(at), zone);
  const today = clockParts(now, zone);
  if (then.year !== today.year) return `${then.year}-${then.month}-${then.day}`;
  const time = `${then.hour}:${then.minute}`;
  return then.month === today.month && then.day === today.day
    ? time
    : `${then.month}-${then.day} ${time}`;
}

/** `2026-11-22 14:05`, whole, for prints and titles. */
export function formatFullClock(at: Instant | number, zone: string): string {
  const { year, month, day, hour, minute } = clockParts(
    typeof at === 'number' ? at : Date.parse(at),
    zone,
  );
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** From the least size on, in seconds, ages are told in this unit. */
const UNITS = [
  { from: 2 * YEAR, unit: 'years', length: YEAR },
  { from: 2 * MONTH, unit: 'months', length: MONTH },
  { from: DAY, unit: 'days', length: DAY },
  { from: HOUR, unit: 'hours', length: HOUR },
] as const;
const MINUTES = { unit: 'minutes', length: MINUTE } as const;

/** `3 小时前`, or `2 天后` for what lies ahead; below a minute it is now. */
export function formatAgo(at: Instant, now: number): string {
  const seconds = (now - Date.parse(at)) / 1000;
  const size = Math.abs(seconds);
  if (size < MINUTE) return t('units.ago.now');
  const { unit, length } = UNITS.find(({ from }) => size >= from) ?? MINUTES;
  const value = Math.floor(size / length);
  return seconds >= 0 ? t(`units.ago.${unit}`, { value }) : t(`units.ahead.${unit}`, { value });
}

/** `3 小时前 · 11-22 14:05`; an unknown time says that it is unknown. */
export function formatAge(at: Instant | null, now: number, zone: string): string {
  if (at === null) return t('units.ageUnknown');
  return t('units.age', { ago: formatAgo(at, now), clock: formatClock(at, now, zone) });
}
