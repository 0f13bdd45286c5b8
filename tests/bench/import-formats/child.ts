/**
 * One measurement in a process of its own, printed as one JSON object:
 * `child.ts time <format> <muster|number of a contender> <folder>`, `… peak …` (once, from a cold start), `… idle`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../../src/core/import/import-file.ts';
import type { ImportPlan } from '../../../src/core/import/types.ts';
import { peakMemory, taken } from '../processes/measure.ts';
import type { Taken } from '../processes/measure.ts';
import { contenders } from './bare.ts';
import { mainFile, rowsOf, shelters, sqliteWasm } from './files.ts';
import type { FormatName } from './files.ts';

export interface Measured extends Taken {
  rows: number;
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
    if (
      x !== expected.lng ||
      y !== expected.lat ||
      fields.capacity !== expected.capacity ||
      name !== expected.name
    )
      wrong++;
  }
  return wrong;
}

/** The file read by the importer, or by one of the bare parsers. */
function taskOf(name: FormatName, what: string, bytes: Uint8Array): () => Promise<unknown> {
  const bare = contenders(name)[Number(what)];
  if (bare !== undefined) return () => bare.parse(bytes);
  return () =>
    importFile(chunks(bytes), {
      kind: 'shelter',
      fileName: mainFile[name],
      words: WORDS,
      sqliteWasm: () => Promise.resolve(sqliteWasm()),
    });
}

async function main([how, format, what = 'muster', folder = '.']: readonly string[]): Promise<
  Measured | number
> {
  const name = format as FormatName;
  if (how === 'idle') return peakMemory();
  const task = taskOf(name, what, readFileSync(join(folder, mainFile[name])));
  // Once unmeasured, so that all are compiled.
  const first = await task();
  if (how === 'peak') return peakMemory();
  const wrong = what === 'muster' ? wrongIn(first as ImportPlan, name) : 0;
  const { cpu, ms } = await taken(task);
  const library = contenders(name)[Number(what)]?.library ?? 'muster';
  return { rows: rowsOf(name), cpu, ms, wrong, library };
}

console.log(JSON.stringify(await main(process.argv.slice(2))));
