/** The benchmarks' own machinery: what it reports must be what it measured. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost } from './bench/bench.ts';
import { interleave, interleaveOnce, median } from './bench/interleave.ts';
import { asNear, halfInTowns, nearestByTurf, questions } from './bench/points.ts';
import { BENCHES } from './bench/registry.ts';
import { tableOf } from './bench/table.ts';
import { sortedByTurf } from './core/nearest/point-sets.ts';

describe('targets', () => {
  it('are met at the limit, and missed when nothing was measured', () => {
    expect(atLeast('a', 2.5, 2.5)).toEqual({ what: 'a', target: '>= 2.5', got: 2.5, met: true });
    expect(atLeast('a', 2.5, 2.49).met).toBe(false);
    expect(atLeast('a', 2.5, null).met).toBe(false);
    expect(atMost('a', 2, 2).met).toBe(true);
    expect(atMost('a', 2, 2.1).met).toBe(false);
  });
});

describe('timing', () => {
  it('tells a slow contender from a quick one and gives each its turns', () => {
    const work = (n: number) => (): number => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.sqrt(i);
      return sum;
    };
    const timings = interleave(
      [
        { name: 'quick', call: work(1_000) },
        { name: 'slow', call: work(50_000) },
      ],
      20,
    );
    expect(timings.get('slow')?.ms).toBeGreaterThan((timings.get('quick')?.ms ?? Infinity) * 5);
    expect(timings.get('quick')?.turns).toBe(20);
    expect(Object.keys(interleaveOnce({ a: work(10), b: work(10) }, 3))).toEqual(['a', 'b']);
  });

  it('takes the median', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe('the oracle', () => {
  it('is the head of a sort by Turf', () => {
    const set = halfInTowns(500);
    for (const place of questions(set, 20)) {
      const sorted = sortedByTurf(set, place);
      const nearest = nearestByTurf(set, place, 10);
      expect(nearest.ids).toEqual(sorted.ids.slice(0, 10));
      expect(asNear(set, place, nearest.ids, nearest.meters)).toBe(true);
      expect(asNear(set, place, sorted.ids.slice(1, 11), nearest.meters)).toBe(false);
    }
  });
});

describe('the command', () => {
  it('names what there is when asked for something else, and fails', () => {
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        resolve(import.meta.dirname, 'bench/run.ts'),
        'nothing-like-it',
        '--json',
      ],
      { encoding: 'utf8' },
    );
    expect(run.status).toBe(1);
    expect(run.stdout).toBe('');
    for (const name of Object.keys(BENCHES)) expect(run.stderr).toContain(name);
  });

  it('shows wrong answers, misses and absent peers to people', () => {
    const text = tableOf('some', {
      cases: [
        {
          case: 'one',
          wrong: 3,
          figures: { muster_us: 1.23456 },
          ratios: { peer: 2 },
          skipped: { pgRouting: 'not installed' },
        },
      ],
      targets: [atLeast('as fast', 10, 9), atLeast('measured', 1, null)],
    });
    expect(text).toContain('wrong answers: 3');
    expect(text).toContain('1.23');
    expect(text).toContain('skipped: pgRouting (not installed)');
    expect(text).toMatch(/MISSED {2}as fast/);
    expect(text).toContain('not measured');
  });
});
