/** The calendar day somewhere: a lot expires by the day of its own district. */
import type { Instant } from '../model/index.ts';
import { districtChain } from './settings.ts';
import type { RankingTables } from './types.ts';

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
export function todayByDistrict(districts: RankingTables['district'], now: Instant): (code: string) => string {
  const days = new Map<string, string>();
  return (code) => {
    let day = days.get(code);
    if (day === undefined) {
      const zones = districtChain(districts, code).map((at) => districts.get(at)?.timezone);
      day = dayIn(zones.find((zone) => zone !== undefined) ?? 'UTC', now);
      days.set(code, day);
    }
    return day;
  };
}
