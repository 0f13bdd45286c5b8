/**
 * How long the command's import of 100,000 rows keeps the embedded database to itself at once: a console that asks
 * meanwhile waits for the longest such turn at most. First into an empty register, then read otherwise, without the ids,
 * so that every row is held against the register by its name.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '../../../src/core/import/report.ts';
import { readCommand } from '../../../supabase/tools/importing/options.ts';
import { runImport } from '../../../supabase/tools/importing/run.ts';
import { openPrepared } from '../../support/embedded.ts';
import { atMost } from '../bench.ts';
import type { Bench, CaseReport, TargetReport } from '../bench.ts';

const ROWS = 100_000;
/** The longest that a console may wait for somebody's import. */
const PATIENCE_MS = 2000;
const DISTRICT = `
  insert into public.district (code, parent_code, name, level, geom) values ('bench', '0', '试验县', 'county',
    extensions.st_multi(extensions.st_makeenvelope(112.9, 28.9, 113.6, 29.6, 4326)))`;

const line = (i: number, id: string): string =>
  `${id}点位${i},${(113 + (i % 400) / 1000).toFixed(3)},${(29 + Math.floor(i / 400) / 1000).toFixed(3)},${i % 900}`;
const rows = (idOf: (i: number) => string): string =>
  Array.from({ length: ROWS }, (_, i) => line(i, idOf(i))).join('\n');

export const bench: Bench = async (progress) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-import-'));
  const db = await openPrepared();
  const cases: CaseReport[] = [];
  const targets: TargetReport[] = [];
  let turns: number[] = [];
  /** What the longest turn so far did. */
  let slowest = '';
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      const ms = performance.now() - begun;
      if (ms > Math.max(0, ...turns)) slowest = what;
      turns.push(ms);
    }
  };
  async function measure(
    name: string,
    text: string,
    isRight: (report: ImportReport) => boolean,
  ): Promise<void> {
    progress(name);
    const path = join(folder, 'rows.csv');
    writeFileSync(path, text);
    const command = readCommand(['shelter', path, '--district', 'bench']);
    if (command === null) throw new Error('usage');
    turns = [];
    const begun = performance.now();
    const { report } = await runImport(command, {
      open: () =>
        Promise.resolve({
          tier: db.tier,
          query: (sql, params) =>
            timed(sql.trim().replace(/\s+/g, ' ').slice(0, 80), () => db.query(sql, params)),
          transaction: (work) => timed('a transaction', () => db.transaction(work)),
          close: () => Promise.resolve(),
        }),
    });
    const longest = Math.max(...turns);
    progress(`the longest turn: ${slowest}`);
    const figures = {
      whole_ms: performance.now() - begun,
      turns: turns.length,
      longest_turn_ms: longest,
    };
    cases.push({ case: name, wrong: isRight(report) ? 0 : 1, figures, ratios: {} });
    targets.push(atMost(`${name}: the longest turn, ms`, PATIENCE_MS, longest));
  }
  try {
    await db.query(DISTRICT);
    await measure(
      `${ROWS} new rows`,
      `编号,名称,经度,纬度,容纳人数\n${rows((i) => `X${i},`)}\n`,
      ({ accepted }) => accepted === ROWS,
    );
    await measure(
      `${ROWS} rows that resemble as many records`,
      `名称,经度,纬度,容纳人数\n${rows(() => '')}\n`,
      ({ accepted, rejected }) =>
        accepted === 0 && rejected.every(({ reason }) => reason === 'alike_stored'),
    );
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { cases, targets };
};
