/** One measurement in a process of its own: `child.ts <format> <muster|bare> <folder>` prints one JSON object. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../../src/core/import/index.ts';
import type { ImportPlan } from '../../../src/core/import/index.ts';
import { barely } from './bare.ts';
import { mainFile, rowsOf, shelters, sqliteWasm } from './files.ts';
import type { FormatName } from './files.ts';

export interface Measured {
  rows: number;
  /** Processor time of the process (its collector's threads too), and time on the clock, in milliseconds. */
  cpu: number;
  ms: number;
  /** Largest resident size of the process, file and libraries in it, in MB. */
  peak: number;
  wrong: number;
  library: string;
}

const WORDS = { unnamed: '未命名', unclassified: '未分类', unitUnstated: '未注明' };

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  await Promise.resolve();
}

/** Rows that did not come out as they were written. */
function wrongIn({ read, records }: ImportPlan, format: FormatName): number {
  const all = shelters(format);
  let wrong = read === all.length && records.length === all.length ? 0 : 1;
  for (const { row, name, geometry, fields } of records) {
    const expected = all[row - 1];
    if (expected === undefined) {
      wrong++;
      continue;
    }
    const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : [];
    if (x !== expected.lng || y !== expected.lat || fields.capacity !== expected.capacity || name !== expected.name)
      wrong++;
  }
  return wrong;
}

async function main([format = 'csv', what = 'muster', folder = '.']: readonly string[]): Promise<Measured> {
  const name = format as FormatName;
  const bytes: Uint8Array = readFileSync(join(folder, mainFile[name]));
  const ours = (): Promise<ImportPlan> =>
    importFile(chunks(bytes), {
      kind: 'shelter',
      fileName: mainFile[name],
      words: WORDS,
      sqliteWasm: () => Promise.resolve(sqliteWasm()),
    });
  const { library, parse } = barely(name);
  const task = (): Promise<unknown> => (what === 'muster' ? ours() : parse(bytes));
  // Once unmeasured, so that both are compiled.
  await task();
  globalThis.gc?.();
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const result = await task();
  const [used, ms] = [process.cpuUsage(cpu), performance.now() - started];
  const wrong = what === 'muster' ? wrongIn(result as ImportPlan, name) : 0;
  return {
    rows: rowsOf(name),
    cpu: (used.user + used.system) / 1000,
    ms,
    peak: process.resourceUsage().maxRSS / 1024,
    wrong,
    library,
  };
}

console.log(JSON.stringify(await main(process.argv.slice(2))));
