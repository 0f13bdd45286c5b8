/** Times of the demo county: all are reckoned back from one given `now`, so that the register always looks alive. */
import type { Random } from './random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** China has one time zone, UTC+8, without summer time. */
const ZONE = 8 * HOUR;

export interface Clock {
  readonly now: string;
  minutesAgo(minutes: number): string;
  /** Some time of a working day about so many days ago. */
  daysAgo(days: number, random: Random): string;
  /** The calendar day (in the county) so many days from now; negative = past. */
  dayFromNow(days: number): string;
}

export function clockAt(now: Date): Clock {
  const at = now.getTime();
  return {
    now: now.toISOString(),
    minutesAgo: (minutes) => new Date(at - minutes * 60_000).toISOString(),
    daysAgo: (days, random) => {
      const midnight = Math.floor((at + ZONE) / DAY) * DAY - ZONE;
      const then = midnight - Math.max(1, Math.round(days)) * DAY + random.between(8, 18) * HOUR;
      return new Date(Math.floor(then / 60_000) * 60_000).toISOString();
    },
    dayFromNow: (days) => new Date(at + ZONE + days * DAY).toISOString().slice(0, 10),
  };
}
