/**
 * A hundred thousand shelters in every format through the whole importer, next to the bare parser of the library that reads it, in
 * the same run, in turn, each in a process of its own (`../import-formats/child.ts`). Peak memory is that of a process that
 * reads the file once, less that of one that only loads the same modules. Beside the libraries stands the product's own
 * reader alone: what is above it is done to rows, whatever their format.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bench, CaseReport, TargetReport } from '../bench.ts';
import { atMost } from '../bench.ts';
import { median } from '../interleave.ts';
import { barely, contenders } from '../import-formats/bare.ts';
import type { Measured } from '../import-formats/child.ts';
import { FORMATS, filesOf } from '../import-formats/files.ts';
import type { FormatName } from '../import-formats/files.ts';
import { buildChild } from '../processes/build-child.ts';
import type { Child } from '../processes/build-child.ts';

const ROUNDS = Number(process.env.MUSTER_BENCH_ROUNDS ?? 5);
/** Some formats alone, for whoever works on one: `MUSTER_BENCH_FORMATS=csv,kml`. */
const WANTED = process.env.MUSTER_BENCH_FORMATS?.split(',');

/** Times of every contender, and of the importer, in turn. */
async function times(
  child: Child,
  format: FormatName,
  folder: string,
): Promise<Map<string, Measured[]>> {
  const taken = new Map<string, Measured[]>(
    ['muster', ...contenders(format).keys()].map((what) => [`${what}`, []]),
  );
  for (let round = 0; round < ROUNDS; round++)
    for (const [what, list] of taken)
      list.push(await child.run<Measured>('time', format, what, folder));
  return taken;
}

async function measure(child: Child, format: FormatName, folder: string): Promise<CaseReport> {
  const taken = await times(child, format, folder);
  const of = (what: string, figure: 'cpu' | 'ms'): number =>
    median((taken.get(what) ?? []).map((one) => one[figure]));
  const ours = taken.get('muster') ?? [];
  const rows = ours[0]?.rows ?? 0;
  const idle = await child.run<number>('idle');
  const peak = async (what: string): Promise<number> =>
    (await child.run<number>('peak', format, what, folder)) - idle;
  const figures: Record<string, number> = {
    'rows per second': rows / (of('muster', 'ms') / 1000),
    'muster, processor ms': of('muster', 'cpu'),
    'muster, clock ms': of('muster', 'ms'),
    'muster, peak MB': await peak('muster'),
  };
  const ratios: Record<string, number> = {};
  for (const [number, { library }] of contenders(format).entries()) {
    figures[`${library}, processor ms`] = of(`${number}`, 'cpu');
    figures[`${library}, peak MB`] = await peak(`${number}`);
    ratios[library] = of(`${number}`, 'cpu') / of('muster', 'cpu');
  }
  const wrong = Math.max(...ours.map((one) => one.wrong));
  return { case: `${format}, ${rows.toLocaleString('en')} shelters`, wrong, figures, ratios };
}

export const bench: Bench = async (progress) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-formats-'));
  const child = await buildChild(resolve(import.meta.dirname, '../import-formats/child.ts'));
  const cases: CaseReport[] = [];
  const targets: TargetReport[] = [];
  try {
    for (const format of FORMATS) {
      if (WANTED?.includes(format) === false) continue;
      progress(`${format}: writing the file`);
      const files = await filesOf(format);
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
      progress(`${format}: ${ROUNDS} rounds`);
      const one = await measure(child, format, folder);
      one.figures.megabytes =
        Object.values(files).reduce((sum, { length }) => sum + length, 0) / 1e6;
      cases.push(one);
      const library = barely(format)[0]?.library ?? '';
      targets.push(
        atMost(`${format}: processor time over ${library}`, 2, 1 / (one.ratios[library] ?? NaN)),
      );
    }
  } finally {
    child.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  const wrong = cases.reduce((sum, one) => sum + one.wrong, 0);
  targets.unshift({ what: 'rows that came out wrong', target: '0', got: wrong, met: wrong === 0 });
  return { cases, targets };
};
