/** The calendar day and the hour somewhere: a lot expires by the day of its own district, and night falls by its clock. */
import type { District, Instant, Seconds } from '../model/index.ts';
import { districtChain } from '../districts/chain.ts';

/** YYYY-MM-DD in a time zone; UTC where the zone is not one the machine knows. */
export function dayIn(timezone: string, now: Instant): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: timezone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(new Date(now));
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  } catch {
    return new Date(now).toISOString().slice(0, 10);
  }
}

/** The day now in each district; a district that is not loaded takes the one above it. */
export function todayByDistrict(
  districts: ReadonlyMap<string, District>,
  now: Instant,
): (code: string) => string {
  const days = new Map<string, string>();
  return (code) => {
    let day = days.get(code);
    if (day === undefined) {
      day = dayIn(zoneOf(districts, code), now);
      days.set(code, day);
    }
    return day;
  };
}

/** Seconds since midnight in a time zone; in UTC where the zone is not one the machine knows. */
export function secondOfDayIn(timezone: string, now: Instant): Seconds {
  const at = new Date(now);
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: timezone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }).formatToParts(at);
    const part = (type: string): number =>
      Number(parts.find((one) => one.type === type)?.value ?? 0);
    return part('hour') * 3600 + part('minute') * 60 + part('second');
  } catch {
    return at.getUTCHours() * 3600 + at.getUTCMinutes() * 60 + at.getUTCSeconds();
  }
}

/** The time zone of a district, or of the nearest one above it that is loaded. */
export const zoneOf = (districts: ReadonlyMap<string, District>, code: string | null): string =>
  districtChain(districts, code)
    .map((at) => districts.get(at)?.timezone)
    .find((zone) => zone !== undefined) ?? 'UTC';
