/**
 * The difference view of a hundred thousand rows against a hundred thousand records: what is new, changed, unchanged and
 * missing. Next to it in the same run, in turn, a plain join with a Map over the same rows and records, which knows nothing of
 * districts, likeness, kept values or people. Reading the file belongs to neither.
 */
import { resolve } from 'node:path';
import { atMost } from '../bench.ts';
import type { Bench } from '../bench.ts';
import type { DiffMeasured } from '../import-diff/child.ts';
import { question } from '../import-diff/question.ts';
import type { Counts } from '../import-diff/question.ts';
import { median } from '../interleave.ts';
import { buildChild } from '../processes/build-child.ts';

const ROUNDS = Number(process.env.MUSTER_BENCH_ROUNDS ?? 5);
const GROUPS = ['new', 'changed', 'unchanged', 'missing'] as const;

export const bench: Bench = async (progress) => {
  const { expected } = question();
  const child = await buildChild(resolve(import.meta.dirname, '../import-diff/child.ts'));
  const [muster, join]: [DiffMeasured[], DiffMeasured[]] = [[], []];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      progress(`round ${round + 1} of ${ROUNDS}`);
      muster.push(await child.run<DiffMeasured>('muster'));
      join.push(await child.run<DiffMeasured>('join'));
    }
    const idle = await child.run<number>('idle');
    const off = (counts: Counts): number =>
      GROUPS.reduce((sum, group) => sum + Math.abs(counts[group] - expected[group]), 0);
    const wrong = Math.max(...[...muster, ...join].map(({ counts }) => off(counts)));
    const of = (taken: readonly DiffMeasured[], figure: 'cpu' | 'ms' | 'pageMs' | 'peak'): number =>
      median(taken.map((one) => one[figure]));
    const rows = expected.new + expected.changed + expected.unchanged;
    const figures = {
      ...expected,
      'rows per second': rows / (of(muster, 'ms') / 1000),
      'muster, processor ms': of(muster, 'cpu'),
      'muster, clock ms': of(muster, 'ms'),
      'a hundred lines, ms': of(muster, 'pageMs'),
      'muster with the reading, peak MB': of(muster, 'peak') - idle,
      'join, processor ms': of(join, 'cpu'),
      'join, clock ms': of(join, 'ms'),
      'join with the reading, peak MB': of(join, 'peak') - idle,
    };
    const ratio = of(muster, 'cpu') / of(join, 'cpu');
    return {
      cases: [
        {
          case: '100,000 rows against 100,000 records',
          wrong,
          figures,
          ratios: { 'a Map join': 1 / ratio },
        },
      ],
      targets: [
        { what: 'rows in the wrong group', target: '0', got: wrong, met: wrong === 0 },
        atMost('processor seconds until the difference is there', 2, of(muster, 'cpu') / 1000),
        atMost('a hundred lines of it, ms', 50, of(muster, 'pageMs')),
      ],
    };
  } finally {
    child.remove();
  }
};
