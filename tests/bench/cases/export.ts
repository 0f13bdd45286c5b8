/**
 * A hundred thousand shelters out, in every format: rows per second and the size of the file. Next to it in the same run the
 * bare library under the two zipped formats (fflate on the same bytes), and JSON.stringify and papaparse for the plain ones.
 * Peak memory is that of a process of its own (`../export/child.ts`), less that of one that only has the records.
 */
import { resolve } from 'node:path';
import { zipSync, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { ExportFormat } from '../../../src/core/export/types.ts';
import type { Shelter } from '../../../src/core/model/index.ts';
import { atMost } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { exportTo } from '../export/export-to.ts';
import { ROWS, shelters } from '../export/shelters.ts';
import { median } from '../interleave.ts';
import { buildChild } from '../processes/build-child.ts';

const ROUNDS = Number(process.env.MUSTER_BENCH_ROUNDS ?? 3);
const FORMATS: readonly ExportFormat[] = ['csv', 'geojson', 'xlsx', 'kml', 'gpx', 'shapefile'];

interface Run {
  ms: number;
  bytes: Uint8Array;
  rows: number;
}

async function run(format: ExportFormat, records: readonly Shelter[]): Promise<Run> {
  const parts: Uint8Array[] = [];
  const started = performance.now();
  const rows = await exportTo(format, records, (bytes) => void parts.push(bytes.slice()));
  return { ms: performance.now() - started, bytes: new Uint8Array(Buffer.concat(parts)), rows };
}

/** What the library underneath takes for the same content, in milliseconds; null where there is none. */
function bare(format: ExportFormat, bytes: Uint8Array): { name: string; ms: number } | null {
  const timed = (name: string, work: () => unknown): { name: string; ms: number } => {
    const started = performance.now();
    work();
    return { name, ms: performance.now() - started };
  };
  if (format === 'xlsx' || format === 'shapefile') {
    const entries = unzipSync(bytes);
    return timed('fflate', () => zipSync(entries, { level: 3 }));
  }
  const text = new TextDecoder().decode(bytes);
  if (format === 'csv') {
    const { data } = Papa.parse<string[]>(text);
    return timed('papaparse', () => new TextEncoder().encode(Papa.unparse(data)));
  }
  if (format !== 'geojson') return null;
  const value: unknown = JSON.parse(text);
  return timed('JSON.stringify', () => new TextEncoder().encode(JSON.stringify(value)));
}

export const bench: Bench = async (progress) => {
  const records = shelters();
  const child = await buildChild(resolve(import.meta.dirname, '../export/child.ts'));
  const idle = await child.run<number>('idle');
  const cases: CaseReport[] = [];
  let wrong = 0;
  let slowest = 0;
  for (const format of FORMATS) {
    progress(format);
    const runs: Run[] = [];
    const peers: { name: string; ms: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const one = await run(format, records);
      runs.push(one);
      const peer = bare(format, one.bytes);
      if (peer !== null) peers.push(peer);
    }
    const missing = runs.filter(({ rows }) => rows !== ROWS).length;
    wrong += missing;
    const ms = median(runs.map((one) => one.ms));
    slowest = Math.max(slowest, ms);
    const [peer] = peers;
    const peerMs = median(peers.map((one) => one.ms));
    cases.push({
      case: `${format}, 100,000 shelters`,
      wrong: missing,
      figures: {
        rows: ROWS,
        'rows per second': ROWS / (ms / 1000),
        muster_ms: ms,
        megabytes: (runs[0]?.bytes.length ?? 0) / 1e6,
        'peak memory MB': (await child.run<number>(format)) - idle,
        ...(peer === undefined ? {} : { [`${peer.name}_ms`]: peerMs }),
      },
      ratios: peer === undefined ? {} : { [peer.name]: peerMs / ms },
    });
  }
  child.remove();
  return {
    cases,
    targets: [
      atMost('slowest format, seconds', 30, slowest / 1000),
      atMost('files with rows missing', 0, wrong),
    ],
  };
};
