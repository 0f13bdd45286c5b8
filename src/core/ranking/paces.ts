/** How fast people walk: paces are thresholds of a district, each with the survey it is from. */
import type { PaceKey, Seconds } from '../model/index.ts';
import { WALKING_KMH } from '../roads/profiles.ts';
import { isNight } from '../time/night.ts';
import { thresholdFor } from '../thresholds/index.ts';
import type { Question, RankingTables } from './types.ts';

/** Kilometres an hour. */
export type Kmh = number;

/** A pace of a district; null where no row sets one. */
export function paceOf(
  tables: RankingTables,
  key: Exclude<PaceKey, 'pace_night_factor'>,
  code: string | null,
): Kmh | null {
  return thresholdFor(tables, key, code)?.value ?? null;
}

/** How long somebody at a pace takes for what the road profile for people on foot walks in `seconds`. */
export const atPace = (seconds: Seconds, pace: Kmh): Seconds => (seconds * WALKING_KMH) / pace;

/** By what the night lengthens a walk of residents; 1 by day, or where nobody has said. */
export function nightWalk(
  tables: RankingTables,
  { districtCode, now }: Pick<Question, 'districtCode' | 'now'>,
): number {
  if (!isNight(tables, districtCode, now)) return 1;
  return 1 / (thresholdFor(tables, 'pace_night_factor', districtCode)?.value ?? 1);
}

/** The pace of rescuers who leave the road; null where no rule sets one. */
export const rescuersPace = (
  { districtCode }: Pick<Question, 'districtCode'>,
  tables: RankingTables,
): Kmh | null => paceOf(tables, 'pace_team', districtCode);
