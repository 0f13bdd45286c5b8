/** Taipei's roads (1:25,000 map) as one GeoPackage layer and as seven shapefile sheets; Marikina's as GeoPackage. */
import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLineRoads } from '../../../../src/core/roads/lines/read-line-roads.ts';
import type { LineFile } from '../../../../src/core/roads/lines/read-line-roads.ts';
import { reportRoads } from '../../../../src/core/roads/report.ts';
import type { RoadReport } from '../../../../src/core/roads/report.ts';
import { hasSharedData, sharedData } from '../../../support/shared-data.ts';

const sqliteWasm = (): Promise<Uint8Array> =>
  Promise.resolve(
    readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')),
  );
const folder = resolve(sharedData, 'taipei/roads');
const fileOf = (path: string): LineFile => ({
  input: createReadStream(path),
  fileName: path.split('/').at(-1) ?? '',
});
const reportOf = async (paths: readonly string[], layer?: string): Promise<RoadReport> =>
  reportRoads(await readLineRoads(paths.map(fileOf), { layer, sqliteWasm }, 'test'));

describe.skipIf(!hasSharedData)('real layers of lines', () => {
  it('Taipei: 9,975 lines, 1 without geometry, 6,008 km, 253 parts; the sheets are as long', async () => {
    const whole = await reportOf([resolve(folder, 'taipei_roads_buildp.gpkg')], 'roads');
    expect(whole).toMatchObject({ lines: 9975, components: 253, oneWayShare: 0 });
    expect(whole.leftOut).toEqual([
      { reason: 'no_geometry', count: 1, examples: ['taipei_roads_buildp.gpkg 6455'] },
    ]);
    expect(Math.round(whole.kilometres)).toBe(6008);
    expect(whole.largestShare).toBeCloseTo(0.972, 3);
    // Known widths of nearly all of it; two ends at a sheet's border are less than a millimetre apart.
    expect(whole.known.width).toBeGreaterThan(0.99);
    expect(whole.gaps.listed[0]?.distance).toBeLessThan(0.001);
    const sheets = readdirSync(folder).filter((name) => name.endsWith('.zip'));
    expect(sheets).toHaveLength(7);
    const parts = await reportOf(
      sheets.map((name) => resolve(folder, name)),
      'RoadL',
    );
    expect(Math.abs(parts.kilometres / whole.kilometres - 1)).toBeLessThan(0.001);
    expect(parts.components).toBe(253);
  }, 120_000);

  it('Marikina: one-way streets, classes and speeds out of columns', async () => {
    const found = await reportOf([resolve(sharedData, 'osm/marikina/road_networks_marikina.gpkg')]);
    expect(found.kilometres).toBeCloseTo(550.8, 0);
    expect(found.oneWayShare).toBeGreaterThan(0.1);
    expect(found.known.speed).toBeGreaterThan(0.2);
  }, 60_000);
});
