import { describe, expect, it } from 'vitest';
import type { Hazard, RectificationState } from '../../../src/core/model/index.ts';
import {
  isOverdue,
  nextSteps,
  rectificationReport,
} from '../../../src/core/rectification/index.ts';
import type { Report, Tally } from '../../../src/core/rectification/index.ts';
import { district, hazard } from '../ranking/register.ts';

const TODAY = '2026-11-22';
const districts = new Map([district('0', null), district('43', '0')].map((one) => [one.code, one]));
const report = (
  hazards: Hazard[],
  year: number | null,
  steps: Parameters<typeof rectificationReport>[0]['steps'] = [],
) => rectificationReport({ hazards, steps, districts, year, today: TODAY, zone: 'Asia/Shanghai' });

/** 45 found, 16 done, 29 in progress, as an office's yearly report has it. */
function office(): Hazard[] {
  const state = (i: number): RectificationState => {
    if (i < 16) return 'closed';
    return i < 30 ? 'rectifying' : 'identified';
  };
  return Array.from({ length: 45 }, (_, i) =>
    hazard(`h${i}`, {
      class: i % 3 === 0 ? 'accident' : 'natural',
      level: i % 5 === 0 ? null : ((1 + (i % 4)) as 1 | 2 | 3 | 4),
      districtCode: i % 2 === 0 ? '43' : '0',
      observedAt: `2026-${String(1 + (i % 12)).padStart(2, '0')}-10T02:00:00Z`,
      rectificationState: state(i),
      rectificationDeadline: i >= 40 ? '2026-06-01' : '2027-01-01',
    }),
  );
}

const sum = (tallies: Iterable<Tally>): Tally =>
  [...tallies].reduce((a, b) => ({
    found: a.found + b.found,
    done: a.done + b.done,
    inProgress: a.inProgress + b.inProgress,
    overdue: a.overdue + b.overdue,
    unstated: a.unstated + b.unstated,
  }));

describe('a yearly report', () => {
  const made: Report = report(office(), 2026);

  it('counts 45 found, 16 done, 29 in progress', () => {
    expect(made.total).toEqual({ found: 45, done: 16, inProgress: 29, overdue: 5, unstated: 0 });
  });

  it('comes to the same by class, level, district and month', () => {
    for (const by of [made.byClass, made.byLevel, made.byDistrict])
      expect(sum(by.values())).toEqual(made.total);
    expect(made.byMonth.reduce((total, { found }) => total + found, 0)).toBe(45);
  });

  it('has found = done + in progress in every row', () => {
    for (const by of [made.byClass, made.byLevel, made.byDistrict])
      for (const { found, done, inProgress } of by.values()) expect(done + inProgress).toBe(found);
  });

  it('says of which done nobody recorded when, instead of putting them into a month', () => {
    expect(made.doneUndated).toBe(16);
    expect(made.byMonth.every(({ done }) => done === 0)).toBe(true);
  });
});

describe('the time of a report', () => {
  const found = hazard('a', {
    observedAt: '2025-12-31T17:00:00Z',
    rectificationState: 'identified',
  });

  it("goes by the district's own calendar: 01:00 on New Year's Day there", () => {
    expect(report([found], 2026).byMonth[0]).toEqual({ year: 2026, month: 1, found: 1, done: 0 });
    expect(report([found], 2025).total.found).toBe(0);
  });

  it('shows the twelve months up to this one where no year is chosen', () => {
    const { byMonth } = report([found], null);
    expect(byMonth.map(({ year, month }) => `${year}-${month}`)).toEqual(
      expect.arrayContaining(['2025-12', '2026-1', '2026-11']),
    );
    expect(byMonth).toHaveLength(12);
    expect(byMonth[1]).toEqual({ year: 2026, month: 1, found: 1, done: 0 });
  });

  it('goes by the steps where there are any', () => {
    const closed = hazard('a', {
      observedAt: '2024-03-01T00:00:00Z',
      rectificationState: 'closed',
    });
    const steps = [
      { hazardId: 'a', step: 'close' as const, at: '2026-05-02T00:00:00Z' },
      { hazardId: 'a', step: 'found' as const, at: '2026-02-01T00:00:00Z' },
    ];
    const { byMonth, total, years } = report([closed], 2026, steps);
    expect(byMonth[1]).toEqual({ year: 2026, month: 2, found: 1, done: 0 });
    expect(byMonth[4]).toEqual({ year: 2026, month: 5, found: 0, done: 1 });
    expect(total.done).toBe(1);
    expect(years).toEqual([2026]);
  });

  it('counts a closing in its month also when the hazard was found in another year', () => {
    const closed = hazard('a', {
      observedAt: '2024-03-01T00:00:00Z',
      rectificationState: 'closed',
    });
    const { byMonth, total } = report([closed], 2026, [
      { hazardId: 'a', step: 'close', at: '2026-05-02T00:00:00Z' },
    ]);
    expect(total.found).toBe(0);
    expect(byMonth[4]?.done).toBe(1);
  });

  it('leaves what was found at an unknown time out of every year, and says how many', () => {
    const undated = hazard('a', { observedAt: null, rectificationState: null });
    expect(report([undated], 2026)).toMatchObject({ undated: 1, total: { found: 0 } });
    expect(report([undated], null)).toMatchObject({
      total: { found: 1, inProgress: 1, unstated: 1 },
    });
  });
});

describe('steps', () => {
  it('follow one order, back from a review that was not passed', () => {
    expect(nextSteps(null)).toEqual(['found']);
    expect(nextSteps('identified')).toEqual(['rectify']);
    expect(nextSteps('rectifying')).toEqual(['review']);
    expect(nextSteps('recheck')).toEqual(['close', 'rectify']);
    expect(nextSteps('closed')).toEqual(['found']);
  });

  it('are overdue the day after the deadline, unless closed or without one', () => {
    const due = (deadline: string | null, state: RectificationState | null = 'rectifying') =>
      isOverdue({ rectificationState: state, rectificationDeadline: deadline }, TODAY);
    expect(due('2026-11-21')).toBe(true);
    expect(due(TODAY)).toBe(false);
    expect(due('2026-11-21', 'closed')).toBe(false);
    expect(due('2026-11-21', null)).toBe(true);
    expect(due(null)).toBe(false);
  });
});
