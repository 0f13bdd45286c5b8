/**
 * A hundred thousand rows through the whole importer (decode, parse, map, place, check, key), next to the bare parsers on the same
 * text in the same run. The parsers only make arrays and objects; the ratio says what all the rest costs.
 */
import { JSONParser } from '@streamparser/json';
import { importFile } from '../../../src/core/import/import-file.ts';
import { rejectsText } from '../../../src/core/import/rejects.ts';
import type { ImportPlan } from '../../../src/core/import/types.ts';
import { parsePiece } from '../../../src/core/files/delimited/papa.ts';
import { randomNumbers } from '../../core/nearest/point-sets.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { median } from '../interleave.ts';

const ROWS = 100_000;
const ROUNDS = 5;
const CHUNK = 64 * 1024;
const WORDS = { unnamed: '未命名', unclassified: '未分类', unitUnstated: '未注明' };
/** Every so many rows one is wrong on purpose, so that the accounting has something to account for. */
const EVERY = 1000;

interface Row {
  name: string;
  address: string;
  lng: number;
  lat: number;
  capacity: number;
  people: string;
}

function rows(): Row[] {
  const random = randomNumbers(2026);
  return Array.from({ length: ROWS }, (_, i) => ({
    name: `第${i}避难场所`,
    address: `人民路${Math.floor(random() * 900)}号`,
    lng: Number((113 + random() * 0.6).toFixed(7)),
    lat: i % EVERY === 0 ? 92 : Number((29 + random() * 0.6).toFixed(7)),
    capacity: Math.floor(random() * 3000),
    people: `负责人${Math.floor(random() * 500)}`,
  }));
}

const csvOf = (all: readonly Row[]): string =>
  `名称,地址,经度,纬度,容纳人数,联系人\n${all.map((row) => `${row.name},${row.address},${row.lng},${row.lat},"${row.capacity.toLocaleString('en')}人",${row.people}`).join('\n')}\n`;

const geoJsonOf = (all: readonly Row[]): string =>
  `{"type":"FeatureCollection","features":[\n${all
    .map(({ lng, lat, name, address, capacity, people }) =>
      JSON.stringify({
        type: 'Feature',
        properties: { 名称: name, 地址: address, 容纳人数: capacity, 联系人: people },
        geometry: { type: 'Point', coordinates: [lng, lat] },
      }),
    )
    .join(',\n')}\n]}\n`;

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
  await Promise.resolve();
}

const importIt = (bytes: Uint8Array, fileName: string): Promise<ImportPlan> =>
  importFile(chunks(bytes), { kind: 'shelter', fileName, words: WORDS });

/** Rows that did not come out as they were written. */
function wrongIn(plan: ImportPlan, all: readonly Row[]): number {
  const expected = new Map(all.map((row, i) => [i + 1, row]));
  let wrong =
    plan.read === ROWS &&
    plan.records.length + plan.duplicates.length + plan.rejected.length === ROWS
      ? 0
      : 1;
  for (const { row, name, geometry, fields } of plan.records) {
    const {
      lng,
      lat,
      capacity,
      name: written,
    } = expected.get(row) ?? { lng: NaN, lat: NaN, capacity: NaN, name: '' };
    const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : [];
    if (x !== lng || y !== lat || fields.capacity !== capacity || name !== written) wrong++;
  }
  for (const { row } of plan.rejected) if ((row - 1) % EVERY !== 0) wrong++;
  if (rejectsText(plan, ({ reason }) => reason, 'rows')?.includes('92') !== true) wrong++;
  return wrong;
}

function streamParse(bytes: Uint8Array): number {
  const parser = new JSONParser({ paths: ['$.features.*'], keepStack: false });
  let found = 0;
  parser.onValue = () => {
    found++;
  };
  for (let at = 0; at < bytes.length; at += CHUNK) parser.write(bytes.subarray(at, at + CHUNK));
  return found;
}

type Task = () => unknown;

/** Every contender once per round, in turn; medians in ms. */
async function timed(
  tasks: Record<string, Task>,
  progress: (text: string) => void,
): Promise<Record<string, number>> {
  const times = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    progress(`round ${round + 2} of ${ROUNDS + 1}`);
    for (const [name, task] of Object.entries(tasks)) {
      const started = performance.now();
      await task();
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)]));
}

function report(
  name: string,
  bytes: Uint8Array,
  wrong: number,
  ms: Record<string, number>,
): CaseReport {
  const ours = ms.muster ?? NaN;
  const figures: Record<string, number> = {
    rows: ROWS,
    megabytes: bytes.length / 1e6,
    'rows per second': ROWS / (ours / 1000),
  };
  const ratios: Record<string, number> = {};
  for (const [peer, value] of Object.entries(ms)) {
    figures[`${peer}_ms`] = value;
    if (peer !== 'muster') ratios[peer] = value / ours;
  }
  return { case: name, wrong, figures, ratios };
}

export const bench: Bench = async (progress) => {
  const all = rows();
  const csv = new TextEncoder().encode(csvOf(all));
  const json = new TextEncoder().encode(geoJsonOf(all));
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  progress('checking every row');
  const wrongCsv = wrongIn(await importIt(csv, 'rows.csv'), all);
  const wrongJson = wrongIn(await importIt(json, 'rows.geojson'), all);
  progress('timing CSV');
  const csvMs = await timed(
    {
      muster: () => importIt(csv, 'rows.csv'),
      papaparse: () => parsePiece(decode(csv), ',', false),
    },
    progress,
  );
  progress('timing GeoJSON');
  const jsonMs = await timed(
    {
      muster: () => importIt(json, 'rows.geojson'),
      '@streamparser/json': () => streamParse(json),
      'JSON.parse': () => JSON.parse(decode(json)) as unknown,
    },
    progress,
  );
  const cases = [
    report('CSV, 100,000 shelters', csv, wrongCsv, csvMs),
    report('GeoJSON, 100,000 shelters', json, wrongJson, jsonMs),
  ];
  return {
    cases,
    targets: [
      {
        what: 'rows that came out wrong',
        target: '0',
        got: wrongCsv + wrongJson,
        met: wrongCsv + wrongJson === 0,
      },
    ],
  };
};
