/** How old facts are, by the server's clock. */
import type { Instant, Provenance, Seconds } from '../model/index.ts';
import type { Age, RankingTables, UnknownWhy } from './types.ts';
import { limitByDistrict } from './settings.ts';

/** A moment as it was written and as a number. */
export interface Moment {
  at: Instant;
  ms: number;
}

/**
 * Ages of one question. A fact is too old when it dates from longer ago than its district's `fact_max_age`; a time
 * that far ahead of the clock is as little use and counts the same. A fact without any time is not known to be old: it
 * holds, and its age is said to be unknown.
 */
export class Ages {
  private readonly nowMs: number;
  private readonly parsed = new Map<Instant, number>();
  private readonly factMaxAge: (districtCode: string | null) => Seconds;

  /** @throws RangeError when `now` is no time. */
  constructor(now: Instant, tables: Pick<RankingTables, 'district' | 'district_setting'>) {
    this.nowMs = Date.parse(now);
    if (Number.isNaN(this.nowMs)) throw new RangeError(`not a time: ${now}`);
    this.factMaxAge = limitByDistrict(tables, 'fact_max_age');
  }

  /** The latest of some times; null when none is recorded (or none can be read). */
  latest(...times: readonly (Instant | null)[]): Moment | null {
    let latest: Moment | null = null;
    for (const at of times) {
      if (at === null) continue;
      const ms = this.milliseconds(at);
      if (!Number.isNaN(ms) && (latest === null || ms > latest.ms)) latest = { at, ms };
    }
    return latest;
  }

  /** Seconds since a moment, 0 when it lies ahead of the clock. */
  since(moment: Moment): Seconds {
    return Math.max(0, (this.nowMs - moment.ms) / 1000);
  }

  /** Whether a moment is farther from now than so many seconds. */
  beyond(moment: Moment, limit: Seconds): boolean {
    return Math.abs(this.nowMs - moment.ms) > limit * 1000;
  }

  /** Why a fact of that time does not count any more; null while it does. */
  tooOld(moment: Moment | null, districtCode: string): UnknownWhy | null {
    if (moment === null || !this.beyond(moment, this.factMaxAge(districtCode))) return null;
    return { why: 'too-old', at: moment.at, seconds: this.since(moment) };
  }

  /** The age of a record: of its later time, observed or verified. */
  ofRecord(record: Provenance & { districtCode: string }): Age {
    const moment = this.latest(record.observedAt, record.verifiedAt);
    return {
      at: moment?.at ?? null,
      seconds: moment === null ? null : this.since(moment),
      old: this.tooOld(moment, record.districtCode) !== null,
      source: record.source,
    };
  }

  private milliseconds(at: Instant): number {
    let ms = this.parsed.get(at);
    if (ms === undefined) {
      ms = Date.parse(at);
      this.parsed.set(at, ms);
    }
    return ms;
  }
}
