/** Whether it is night, by the clock and the rule of a district. */
import { secondOfDayIn, zoneOf } from './zones.ts';
import { thresholdFor } from '../thresholds/index.ts';
import type { ThresholdTables } from '../thresholds/index.ts';

/** Whether it is night by the district's clock; never, where nobody has said when night is. */
export function isNight(tables: ThresholdTables, code: string | null, now: string): boolean {
  const begins = thresholdFor(tables, 'night_begins', code)?.value;
  const ends = thresholdFor(tables, 'night_ends', code)?.value;
  if (begins === undefined || ends === undefined) return false;
  const second = secondOfDayIn(zoneOf(tables.district, code), now);
  return begins <= ends ? second >= begins && second < ends : second >= begins || second < ends;
}
