/**
 * A thousand broken files per format: every one ends in a refusal with a code, or in a plan whose account adds up, within a bound of
 * time, and never in another error. Seeded: the same files every time.
 */
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/core/import/import-file.ts';
import { FileFailure } from '../../../src/core/files/failure.ts';
import { randomNumbers } from '../nearest/point-sets.ts';
import { sqliteWasm } from './formats-support.ts';
import { WORDS, inChunks } from '../import/support.ts';
import { geoPackageOf, gpxOf, kmlOf, workbookOf } from './writers/containers.ts';
import { dbfOf, flatGeobufOf, shpOf } from './writers/shapes.ts';

const FILES = 1000;
/** No file may take longer than this, in milliseconds; a busy machine gets room. */
const BOUND = 10_000;

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const TABLE = [
  ['名称', '地址', '经度', '纬度', '容纳人数'],
  ...Array.from({ length: 8 }, (_, i) => [
    `${i}号避难所`,
    `路${i}号`,
    113 + i / 100,
    29.4,
    i * 100,
  ]),
];
const MARKS = Array.from({ length: 6 }, (_, i) => ({
  name: `${i}号`,
  values: { 容纳人数: String(i) },
  lng: 113 + i / 100,
  lat: 29,
}));
const RING = [
  [113, 29],
  [113, 30],
  [114, 30],
  [114, 29],
  [113, 29],
];
const AREAS = [
  {
    type: 'Polygon' as const,
    coordinates: [
      RING,
      RING.map(([x = 0, y = 0]) => [113.2 + (x - 113) / 4, 29.2 + (y - 29) / 4]).reverse(),
    ],
  },
  { type: 'Polygon' as const, coordinates: [RING] },
];
const COLUMNS = [
  { name: 'name', type: 'C', length: 12 },
  { name: 'people', type: 'N', length: 6 },
] as const;
const shp = shpOf(AREAS);
const dbf = dbfOf(COLUMNS, [
  ['甲', '1'],
  ['乙', '2'],
]);

type Random = () => number;

/** Bytes flipped, cut, doubled, moved, and numbers set to their extremes. */
function mutated(seed: Uint8Array, random: Random): Uint8Array {
  let bytes: Uint8Array = seed.slice();
  const at = (): number => Math.floor(random() * bytes.length);
  const changes = 1 + Math.floor(random() * 4);
  for (let i = 0; i < changes && bytes.length > 8; i++) {
    const what = Math.floor(random() * 7);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (what === 0) bytes[at()] = Math.floor(random() * 256);
    else if (what === 1) bytes[at()] = (bytes[at()] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (what === 2) bytes = bytes.slice(0, at());
    else if (what === 3) {
      const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
      bytes = Uint8Array.from([
        ...bytes.slice(0, to),
        ...bytes.slice(from, Math.min(to, from + 4000)),
        ...bytes.slice(to),
      ]);
    } else if (what === 4) bytes.fill(random() < 0.5 ? 0 : 255, at(), at() + 8);
    else if (what === 5)
      view.setUint32(
        Math.min(at(), bytes.length - 4),
        [0xffffffff, 0x7fffffff, 0x80000000, 0, 65536][Math.floor(random() * 5)] ?? 0,
        true,
      );
    else {
      const from = at();
      bytes.copyWithin(at(), from, from + 64);
    }
  }
  return bytes;
}

/** Half of the archives are broken inside: their parts are changed and packed again, so that the checksums hold. */
function mutatedZip(seed: Uint8Array, random: Random): Uint8Array {
  if (random() < 0.4) return mutated(seed, random);
  const parts = unzipSync(seed);
  const names = Object.keys(parts);
  for (let i = 0; i < 2; i++) {
    const name = names[Math.floor(random() * names.length)] ?? '';
    const part = parts[name];
    if (part !== undefined && part.length > 0) parts[name] = mutated(part, random).slice();
    if (random() < 0.05) delete parts[name];
  }
  return zipSync(parts, { level: 1 });
}

const SEEDS: readonly (readonly [
  format: string,
  fileName: string,
  seed: () => Uint8Array | Promise<Uint8Array>,
  zipped: boolean,
])[] = [
  [
    'XLSX',
    'x.xlsx',
    () => workbookOf('xlsx', { 表: TABLE, 二: [['a']] }, ['A2:A3', 'C1:D1']),
    true,
  ],
  ['XLS', 'x.xls', () => workbookOf('biff8', { 表: TABLE }, ['A2:A3']), false],
  ['ODS', 'x.ods', () => workbookOf('ods', { 表: TABLE }, ['A2:A3']), true],
  [
    'zipped shapefile',
    'x.zip',
    () =>
      zipSync({
        'a.shp': shp,
        'a.dbf': dbf,
        'a.prj': text(
          'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]',
        ),
      }),
    true,
  ],
  ['loose .shp', 'x.shp', () => shp, false],
  ['loose .dbf', 'x.dbf', () => dbf, false],
  [
    'GeoPackage',
    'x.gpkg',
    () =>
      geoPackageOf([
        {
          name: 't',
          columns: ['名称', '人数'],
          rows: MARKS.map(({ name, lng, lat }) => ({
            values: [name, '1'],
            geometry: { type: 'Point', coordinates: [lng, lat] },
          })),
        },
      ]),
    false,
  ],
  ['KML', 'x.kml', () => text(kmlOf(MARKS)), false],
  ['KMZ', 'x.kmz', () => zipSync({ 'doc.kml': text(kmlOf(MARKS)) }), true],
  ['GPX', 'x.gpx', () => text(gpxOf(MARKS)), false],
  [
    'FlatGeobuf',
    'x.fgb',
    () =>
      flatGeobufOf(
        ['名称'],
        [...AREAS, null].map((geometry, i) => ({ values: [String(i)], geometry })),
      ),
    false,
  ],
  ['CSV', 'x.csv', () => text(TABLE.map((row) => row.join(',')).join('\n')), false],
  [
    'GeoJSON',
    'x.geojson',
    () =>
      text(
        JSON.stringify({
          type: 'FeatureCollection',
          features: AREAS.map((geometry, i) => ({
            type: 'Feature',
            properties: { 名称: String(i) },
            geometry,
          })),
        }),
      ),
    false,
  ],
];

async function outcome(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    const companions = fileName.endsWith('.shp') ? [{ name: 'x.dbf', bytes: dbf }] : [];
    const plan = await importFile(inChunks(bytes), {
      kind: 'hazard',
      fileName,
      words: WORDS,
      set: { kind: 'flood' },
      companions,
      sqliteWasm,
    });
    const sum = plan.records.length + plan.duplicates.length + plan.rejected.length;
    return sum === plan.read ? 'plan' : `read ${plan.read}, accounted for ${sum}`;
  } catch (error) {
    return error instanceof FileFailure
      ? `refused: ${error.code}`
      : `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

describe('a thousand broken files per format', () => {
  it.each(SEEDS)(
    '%s',
    async (format, fileName, makeSeed, zipped) => {
      const seed = await makeSeed();
      expect(await outcome(seed, fileName)).toBe('plan');
      const random = randomNumbers(format.length * 7919 + 42);
      const found = new Map<string, number>();
      let slowest = 0;
      for (let i = 0; i < FILES; i++) {
        const bytes = zipped ? mutatedZip(seed, random) : mutated(seed, random);
        const started = performance.now();
        const what = await outcome(bytes, fileName);
        slowest = Math.max(slowest, performance.now() - started);
        found.set(what, (found.get(what) ?? 0) + 1);
      }
      const wrong = [...found.keys()].filter(
        (what) => what !== 'plan' && !what.startsWith('refused: '),
      );
      expect(wrong).toEqual([]);
      expect(slowest).toBeLessThan(BOUND);
      // Both ends of it are met: some files survive, some are refused.
      expect(found.size).toBeGreaterThan(1);
    },
    300_000,
  );
});
