/** When a closure holds, when that changes by itself, and what one in hand would be. */
import { describe, expect, it } from 'vitest';
import {
  closuresAsWritten,
  closuresInForce,
  isRecent,
  obstaclesAsWritten,
  phaseOf,
} from '../../../src/core/arrival/closures.ts';
import { sameObstacles } from '../../../src/core/arrival/obstacle.ts';
import type { Closure } from '../../../src/core/model/index.ts';

const NOW = Date.parse('2026-11-22T04:00:00Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();
const LINE = {
  type: 'LineString' as const,
  coordinates: [
    [113, 29],
    [113.1, 29],
  ],
};

const closure = (id: string, given: Partial<Closure> = {}): Closure => ({
  id,
  districtCode: '0',
  reason: id,
  fromAt: at(-60),
  untilAt: null,
  liftedAt: null,
  source: 'test',
  lng: 113,
  lat: 29,
  geometry: LINE,
  version: 1,
  createdAt: at(-60),
  updatedAt: at(-60),
  updatedBy: null,
  archivedAt: null,
  ...given,
});
const table = (...all: Closure[]): Map<string, Closure> => new Map(all.map((one) => [one.id, one]));

describe('closures in force', () => {
  it('hold from their first instant on and no longer at their last', () => {
    const span = { fromAt: at(0), untilAt: at(10), liftedAt: null };
    expect([-1, 0, 9999, 10_000].map((ms) => phaseOf(span, NOW + ms))).toEqual([
      'upcoming',
      'in-force',
      'in-force',
      'over',
    ]);
    expect(phaseOf({ ...span, liftedAt: at(5) }, NOW + 5000)).toBe('over');
    // Lifted before it began: it never holds.
    expect(phaseOf({ fromAt: at(5), untilAt: null, liftedAt: at(5) }, NOW + 5000)).toBe('over');
  });

  it('say when they will be others: the next beginning or end, and nothing that is over', () => {
    const { obstacles, holdsUntil } = closuresInForce(
      [
        closure('open-ended'),
        closure('ends', { untilAt: at(300) }),
        closure('begins', { fromAt: at(120), untilAt: at(130) }),
        closure('over', { untilAt: at(-5) }),
        closure('archived', { untilAt: at(20), archivedAt: at(-1) }),
      ],
      NOW,
    );
    expect(obstacles.map(({ id }) => id)).toEqual(['open-ended', 'ends']);
    expect(holdsUntil).toBe(NOW + 120_000);
    expect(closuresInForce([closure('open-ended')], NOW).holdsUntil).toBe(Infinity);
  });

  it('close nothing without a place, and a point is one', () => {
    const nowhere = closure('nowhere', { geometry: null, lng: null, lat: null });
    const point = closure('point', { geometry: null });
    expect(closuresInForce([nowhere, point], NOW).obstacles).toEqual([
      { id: 'point', version: 1, geometry: { type: 'Point', coordinates: [113, 29] } },
    ]);
  });

  it('are told for a week after they ended', () => {
    const day = 86_400;
    expect(isRecent(closure('a'), NOW)).toBe(true);
    expect(isRecent(closure('a', { untilAt: at(-6 * day) }), NOW)).toBe(true);
    expect(isRecent(closure('a', { untilAt: at(-8 * day) }), NOW)).toBe(false);
    expect(isRecent(closure('a', { archivedAt: at(-1) }), NOW)).toBe(false);
  });
});

describe('closures in hand', () => {
  let numbers = 0;
  const versionOf = (): number => --numbers;
  const written = (
    closures: Map<string, Closure>,
    inputs: Record<string, unknown>,
    base: Closure | null = null,
  ) =>
    obstaclesAsWritten(
      closuresAsWritten(
        closures,
        [{ id: base?.id ?? 'new', base, inputs: inputs as never }],
        NOW,
        versionOf,
      ),
      NOW,
    ).obstacles;

  it('count as drafts once they have a place, unless their time has not come', () => {
    expect(written(table(), { reason: 'flood' })).toEqual([]);
    const [draft] = written(table(), { geom: LINE });
    expect(draft).toMatchObject({ id: 'new', geometry: LINE, draft: true });
    expect(draft!.version).toBeLessThan(0);
    expect(written(table(), { geom: LINE, from_at: at(60) })).toEqual([]);
    expect(written(table(), { geom: LINE, from_at: at(-60), until_at: at(-1) })).toEqual([]);
  });

  it('stand in the place of what they change, and words alone change nothing', () => {
    const saved = closure('a');
    const before = closuresInForce([saved], NOW).obstacles;
    expect(sameObstacles(written(table(saved), { reason: 'other' }, saved), before)).toBe(true);
    const moved = {
      ...LINE,
      coordinates: [
        [1, 1],
        [2, 2],
      ],
    };
    expect(written(table(saved), { geom: moved }, saved)).toMatchObject([
      { id: 'a', geometry: moved, draft: true },
    ]);
    expect(written(table(saved), { until_at: at(-1) }, saved)).toEqual([]);
    expect(written(table(saved), { geom: null }, saved)).toEqual([]);
    // The same line for longer needs no new look at the roads.
    expect(written(table(saved), { until_at: at(90) }, saved)).toEqual([
      { ...before[0], draft: true },
    ]);
  });
});
