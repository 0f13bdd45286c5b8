/**
 * The counts of a yearly report (排查 45 处，完成 16 处，整改中 29 处): how many hazards were found, how many of those are
 * done and how many are in progress, by class, level, district and month. found = done + in progress, in every row.
 */
import { EVENT_CLASSES } from '../model/index.ts';
import type {
  District,
  EventClass,
  Hazard,
  Instant,
  Level,
  RectificationStep,
} from '../model/index.ts';
import { dayIn } from '../time/zones.ts';
import { isOverdue } from './steps.ts';

interface ReportInput {
  hazards: Iterable<Hazard>;
  /** All steps known; a hazard without any was found when it was observed, or nobody knows when. */
  steps: readonly Pick<RectificationStep, 'hazardId' | 'step' | 'at'>[];
  districts: ReadonlyMap<string, District>;
  /** Hazards found in this year; null = all, also those of an unknown date. */
  year: number | null;
  /** Day and zone the report is made for. */
  today: string;
  zone: string;
}

export interface Tally {
  found: number;
  /** Closed (销号). */
  done: number;
  /** Found, being rectified or waiting for review. */
  inProgress: number;
  /** Of those in progress: past their deadline. */
  overdue: number;
  /** Of those in progress: no state of rectification is recorded. */
  unstated: number;
}

export interface MonthTally {
  year: number;
  /** 1 to 12. */
  month: number;
  found: number;
  /** Closed in this month, whenever found. */
  done: number;
}

export interface Report {
  total: Tally;
  byClass: ReadonlyMap<EventClass, Tally>;
  /** null = no level recorded. */
  byLevel: ReadonlyMap<Level | null, Tally>;
  /** By the district each hazard is registered in, in the order of the tree. */
  byDistrict: ReadonlyMap<string, Tally>;
  /** Twelve months: of the year, or up to today's when `year` is null. */
  byMonth: readonly MonthTally[];
  /** Of `done`: closed at a time nobody recorded, so that no month has them. */
  doneUndated: number;
  /** Found at a time nobody recorded: in the total only when `year` is null. */
  undated: number;
  /** Years in which hazards were found, the latest first. */
  years: readonly number[];
}

interface Dated {
  hazard: Hazard;
  /** `YYYY-MM-DD` in the report's zone; null = nobody recorded it. */
  foundOn: string | null;
  closedOn: string | null;
}

const emptyTally = (): Tally => ({
  found: 0,
  done: 0,
  inProgress: 0,
  overdue: 0,
  unstated: 0,
});

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));

/** When each hazard was found (its last `found` step, else its observation) and closed (its last `close` step). */
function datesOf(input: ReportInput): Dated[] {
  const found = new Map<string, Instant>();
  const closed = new Map<string, Instant>();
  for (const { hazardId, step, at } of input.steps) {
    if (step !== 'found' && step !== 'close') continue;
    const last = step === 'found' ? found : closed;
    const before = last.get(hazardId);
    if (before === undefined || Date.parse(at) > Date.parse(before)) last.set(hazardId, at);
  }
  const days = new Map<Instant, string>();
  const day = (at: Instant | null | undefined): string | null => {
    if (at == null) return null;
    const known = days.get(at) ?? dayIn(input.zone, at);
    days.set(at, known);
    return known;
  };
  return [...input.hazards].map((hazard) => ({
    hazard,
    foundOn: day(found.get(hazard.id) ?? hazard.observedAt),
    closedOn: hazard.rectificationState === 'closed' ? day(closed.get(hazard.id)) : null,
  }));
}

function count(tally: Tally, hazard: Hazard, today: string): void {
  tally.found++;
  if (hazard.rectificationState === 'closed') {
    tally.done++;
    return;
  }
  tally.inProgress++;
  if (isOverdue(hazard, today)) tally.overdue++;
  if (hazard.rectificationState === null) tally.unstated++;
}

function tallyIn<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const known = tallies.get(key) ?? emptyTally();
  tallies.set(key, known);
  return known;
}

const ordered = <Key>(
  tallies: ReadonlyMap<Key, Tally>,
  compare: (a: Key, b: Key) => number,
): Map<Key, Tally> => new Map([...tallies].sort(([a], [b]) => compare(a, b)));

/** Twelve months, the last one being month `last` (1 to 12) of `year`. */
function monthsOf(dated: readonly Dated[], year: number, last: number): MonthTally[] {
  return Array.from({ length: 12 }, (_, i) => {
    const months = year * 12 + last - 12 + i;
    const at = { year: Math.floor(months / 12), month: (months % 12) + 1 };
    const within = (day: string | null): boolean =>
      day !== null && yearOf(day) === at.year && monthOf(day) === at.month;
    return {
      ...at,
      found: dated.filter(({ foundOn }) => within(foundOn)).length,
      done: dated.filter(({ closedOn }) => within(closedOn)).length,
    };
  });
}

/** Counts hazards as a yearly report does. */
export function rectificationReport(input: ReportInput): Report {
  const { year, today, districts } = input;
  const dated = datesOf(input);
  const total = emptyTally();
  const byClass = new Map<EventClass, Tally>(EVENT_CLASSES.map((one) => [one, emptyTally()]));
  const byLevel = new Map<Level | null, Tally>();
  const byDistrict = new Map<string, Tally>();
  let doneUndated = 0;
  for (const { hazard, foundOn, closedOn } of dated) {
    if (year !== null && (foundOn === null || yearOf(foundOn) !== year)) continue;
    count(total, hazard, today);
    if (hazard.rectificationState === 'closed' && closedOn === null) doneUndated++;
    count(tallyIn(byClass, hazard.class), hazard, today);
    count(tallyIn(byLevel, hazard.level), hazard, today);
    count(tallyIn(byDistrict, hazard.districtCode), hazard, today);
  }
  const path = (code: string): string => districts.get(code)?.path ?? `~${code}`;
  return {
    total,
    byClass,
    byLevel: ordered(byLevel, (a, b) => (a ?? 9) - (b ?? 9)),
    byDistrict: ordered(byDistrict, (a, b) => (path(a) < path(b) ? -1 : 1)),
    byMonth:
      year === null ? monthsOf(dated, yearOf(today), monthOf(today)) : monthsOf(dated, year, 12),
    doneUndated,
    undated: dated.filter(({ foundOn }) => foundOn === null).length,
    years: [
      ...new Set(dated.flatMap(({ foundOn }) => (foundOn === null ? [] : [yearOf(foundOn)]))),
    ].sort((a, b) => b - a),
  };
}
