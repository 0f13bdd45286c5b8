/**
 * A hundred thousand shelters in every format through the whole importer, next to the bare parser of the library that reads it, in
 * the same run. Each figure is taken in a process of its own (`../import-formats/child.ts`), so that its peak memory is its own.
 * Where the product reads a format without a library the bare parser is its own reader alone: the ratio then says what is done to rows.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Bench, CaseReport, TargetReport } from '../bench.ts';
import { atMost } from '../bench.ts';
import { median } from '../interleave.ts';
import { FORMATS, filesOf } from '../import-formats/files.ts';
import type { FormatName } from '../import-formats/files.ts';
import type { Measured } from '../import-formats/child.ts';

const ROUNDS = Number(process.env.MUSTER_BENCH_ROUNDS ?? 3);
const run = promisify(execFile);

async function measure(format: FormatName, what: 'muster' | 'bare', folder: string): Promise<Measured> {
  const child = resolve(import.meta.dirname, '../import-formats/child.ts');
  const args = ['--import', 'tsx', '--expose-gc', child, format, what, folder];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 20 });
  return JSON.parse(stdout) as Measured;
}

export const bench: Bench = async (progress) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-formats-'));
  const cases: CaseReport[] = [];
  const targets: TargetReport[] = [];
  try {
    for (const format of FORMATS) {
      progress(`${format}: writing the file`);
      const files = await filesOf(format);
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
      const taken: Record<'muster' | 'bare', Measured[]> = { muster: [], bare: [] };
      for (let round = 0; round < ROUNDS; round++)
        for (const what of ['muster', 'bare'] as const) {
          progress(`${format}: round ${round + 1} of ${ROUNDS}, ${what}`);
          taken[what].push(await measure(format, what, folder));
        }
      const of = (what: 'muster' | 'bare', figure: 'cpu' | 'ms' | 'peak'): number =>
        median(taken[what].map((one) => one[figure]));
      const rows = taken.muster[0]?.rows ?? 0;
      const ratio = of('muster', 'cpu') / of('bare', 'cpu');
      cases.push({
        case: `${format}, ${rows.toLocaleString('en')} shelters`,
        wrong: Math.max(...taken.muster.map(({ wrong }) => wrong)),
        figures: {
          megabytes: Object.values(files).reduce((sum, { length }) => sum + length, 0) / 1e6,
          'rows per second': rows / (of('muster', 'ms') / 1000),
          muster_ms: of('muster', 'ms'),
          bare_ms: of('bare', 'ms'),
          muster_cpu_ms: of('muster', 'cpu'),
          bare_cpu_ms: of('bare', 'cpu'),
          muster_peak_mb: of('muster', 'peak'),
          bare_peak_mb: of('bare', 'peak'),
        },
        ratios: { [taken.bare[0]?.library ?? 'bare']: 1 / ratio },
      });
      targets.push(atMost(`${format}: processor time over ${taken.bare[0]?.library ?? 'bare'}`, 2, ratio));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const wrong = cases.reduce((sum, one) => sum + one.wrong, 0);
  targets.unshift({ what: 'rows that came out wrong', target: '0', got: wrong, met: wrong === 0 });
  return { cases, targets };
};
