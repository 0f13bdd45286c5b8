/** How old facts are, by the server's clock. */
import type { Instant, Provenance, Seconds } from '../model/index.ts';
import { thresholdByDistrict } from '../thresholds/index.ts';
import type { ThresholdTables } from '../thresholds/index.ts';
import { later, millisecondsOf } from '../time/instants.ts';

/** How old what is known about a candidate is. */
export interface Age {
  /** The later of `observedAt` and `verifiedAt`; null = nobody recorded a time. */
  at: Instant | null;
  /** 0 when `at` lies slightly ahead of the server's clock; null = no time recorded. */
  seconds: Seconds | null;
  /** Older than the district's `fact_max_age`: what it says counts as unknown. */
  old: boolean;
  source: string;
}

/** Why what a record says does not count any more. */
export type Doubt =
  /** Recorded, but longer ago than the district's `fact_max_age`. */
  | { why: 'too-old'; at: Instant; seconds: Seconds }
  /** Somebody says that the record is not true; `reason` in that person's words. */
  | { why: 'disputed'; reason: string; at: Instant };

/** When somebody last said that a record is true. */
export const recordedAt = (record: Provenance): Instant | null =>
  later(record.observedAt, record.verifiedAt);

/**
 * Ages of one question. A fact is too old when it dates from longer ago than its district's `fact_max_age`; a time
 * that far ahead of the clock is as little use and counts the same. A fact without any time is not known to be old: it
 * holds, and its age is said to be unknown.
 */
export class Ages {
  readonly nowMs: number;
  private readonly factMaxAge: (districtCode: string | null) => Seconds;

  /** @throws RangeError when `now` is no time. */
  constructor(now: Instant, tables: ThresholdTables) {
    this.nowMs = millisecondsOf(now);
    if (Number.isNaN(this.nowMs)) throw new RangeError(`not a time: ${now}`);
    this.factMaxAge = thresholdByDistrict(tables, 'fact_max_age');
  }

  /** Seconds since a time, 0 when it lies ahead of the clock. */
  since(at: Instant): Seconds {
    return Math.max(0, (this.nowMs - millisecondsOf(at)) / 1000);
  }

  /** Why a fact of that time does not count any more; null while it does. */
  tooOld(at: Instant | null, districtCode: string): Doubt | null {
    const ms = millisecondsOf(at);
    if (at === null || !(Math.abs(this.nowMs - ms) > this.factMaxAge(districtCode) * 1000))
      return null;
    return { why: 'too-old', at, seconds: this.since(at) };
  }

  /**
   * Why what a record said at a time does not count: it is disputed (whatever its age), or too old. A dispute stands
   * until somebody verifies the record or withdraws it, so also a later statement of the same record is doubted.
   */
  doubted(record: Provenance & { districtCode: string }, at: Instant | null): Doubt | null {
    const { disputedAt, disputeReason } = record;
    if (disputedAt !== null)
      return { why: 'disputed', reason: disputeReason ?? '', at: disputedAt };
    return this.tooOld(at, record.districtCode);
  }

  /** The age of a record: of its later time, observed or verified. */
  ofRecord(record: Provenance & { districtCode: string }): Age {
    const at = recordedAt(record);
    return {
      at,
      seconds: at === null ? null : this.since(at),
      old: this.tooOld(at, record.districtCode) !== null,
      source: record.source,
    };
  }
}
