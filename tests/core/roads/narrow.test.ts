import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { narrowRoads } from '../../../src/core/roads/narrow/narrow-roads.ts';
import type { NarrowPlace } from '../../../src/core/roads/narrow/narrow-roads.ts';
import { readNarrowPlaces } from '../../../src/core/roads/narrow/read-narrow-places.ts';
import { readRoads } from '../../../src/core/roads/read-roads.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';
import { roadEdge } from './road-edge.ts';

/** About a metre, as degrees of latitude. */
const M = 1 / 111_195;
const at = (x: number, y: number): [number, number] => [113 + x * M, 29 + y * M];
/** A road of 400 m to the east, `y` metres north. */
const road = (y: number, facts: Partial<RoadEdgeInput>): RoadEdgeInput =>
  roadEdge(10 * y, 10 * y + 1, [at(0, y), at(400, y)], facts);
const place = (x: number, y: number, name: string | null, widthM = 2.9): NarrowPlace => ({
  place: at(x, y),
  name,
  widthM,
  origin: `row ${x}`,
});
const widths = (edges: readonly RoadEdgeInput[]): (number | null)[] =>
  edges.map(({ widthM }) => widthM);

describe('measured widths of narrow roads', () => {
  it('belong to the road of their name, though another one is nearer', () => {
    const edges = [road(0, { name: '台北 巷' }), road(40, { name: null })];
    const found = narrowRoads(edges, [place(100, 39, '臺北巷')]);
    expect(widths(found.edges)).toEqual([2.9, null]);
    expect(found).toMatchObject({ byName: 1, byNearest: 0, missed: [] });
    expect(found.meters).toBeCloseTo(350, -1);
  });

  it('belong to the nearest road without a name where no road has theirs', () => {
    const edges = [road(0, { name: '人民路' }), road(20, { name: null, widthM: 3.5 })];
    const found = narrowRoads(edges, [place(100, 5, '人民路12巷')]);
    expect(widths(found.edges)).toEqual([null, 2.9]);
    expect(found).toMatchObject({ byName: 0, byNearest: 1 });
  });

  it('never go to a road of another name, to a much wider one, or to one too far away: those places are listed', () => {
    const edges = [
      road(0, { name: '人民路' }),
      road(200, { name: null, widthM: 14 }),
      road(1000, { name: null }),
    ];
    const found = narrowRoads(edges, [
      place(1, 5, '甲巷'),
      place(2, 190, '乙巷'),
      place(3, 950, '丙巷'),
    ]);
    expect(widths(found.edges)).toEqual([null, 14, null]);
    expect(found.missed).toMatchObject([
      { name: '甲巷', why: 'other_name', road: '人民路' },
      { name: '乙巷', why: 'much_wider', widthM: 14 },
      { name: '丙巷', why: 'no_road' },
    ]);
    expect(narrowRoads(edges, [place(3, 950, '丙巷')], 60).byNearest).toBe(1);
  });

  it('never widen a road, and the narrowest of several counts', () => {
    const edges = [road(0, { widthM: 2 }), road(100, {})];
    const found = narrowRoads(edges, [
      place(5, 0, null),
      place(6, 100, null, 3.1),
      place(7, 100, null, 2.8),
    ]);
    expect(widths(found.edges)).toEqual([2, 2.8]);
  });

  it('leave footpaths alone: nobody measured them for a fire engine', () => {
    const edges = [road(0, { forward: 4, backward: 4, class: 'path' })];
    expect(narrowRoads(edges, [place(5, 0, null)]).missed).toMatchObject([{ why: 'no_road' }]);
  });

  it('come out of a file with a road name and a width; rows without one are told', async () => {
    const rows = [
      { properties: { 分隊名稱: '城中分隊', 巷道名稱: '甲巷', '寬度(公尺)': 2.9 }, at: [113, 29] },
      {
        properties: { 分隊名稱: '城中分隊', 巷道名稱: '', '寬度(公尺)': '3.1 m' },
        at: [113.1, 29],
      },
      {
        properties: { 分隊名稱: '城中分隊', 巷道名稱: '乙巷', '寬度(公尺)': null },
        at: [113.2, 29],
      },
    ];
    const features = rows.map(({ properties, at: coordinates }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    async function* input(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new TextEncoder().encode(text));
    }
    const file = () => ({ input: input(), fileName: 'a.geojson' });
    expect(await readNarrowPlaces(file())).toEqual({
      places: [
        { place: [113, 29], name: '甲巷', widthM: 2.9, origin: 'a.geojson 1' },
        { place: [113.1, 29], name: null, widthM: 3.1, origin: 'a.geojson 2' },
      ],
      unusable: ['a.geojson 3'],
      columns: { name: '巷道名稱', width: '寬度(公尺)' },
    });
    expect((await readNarrowPlaces(file(), { name: '分隊名稱' })).places[0]?.name).toBe('城中分隊');
    await expect(readNarrowPlaces(file(), { width: '宽' })).rejects.toMatchObject({
      code: 'column_unknown',
    });
  });
});

describe.skipIf(!hasSharedData)('the 269 narrow alleys of Taipei', () => {
  it('mostly lie where the 1:25,000 map has no alley: 88 find a road within 30 m, none by name', async () => {
    const file = (name: string, path: string) => ({
      input: createReadStream(resolve(sharedData, path)),
      fileName: name,
    });
    const sqliteWasm = (): Promise<Uint8Array> =>
      Promise.resolve(
        readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')),
      );
    const roads = [file('roads.gpkg', 'taipei/roads/taipei_roads_buildp.gpkg')];
    const { input } = await readRoads(roads, { layer: 'roads', sqliteWasm }, 'Taipei');
    const { places, unusable } = await readNarrowPlaces(
      file('a.geojson', 'taipei/hazards/nar_alley.geojson'),
    );
    expect([places.length, unusable.length]).toEqual([269, 0]);
    const { byName, byNearest, missed } = narrowRoads(input.edges, places);
    expect([byName, byNearest, missed.length]).toEqual([0, 88, 181]);
    const because = (why: string): number => missed.filter((one) => one.why === why).length;
    expect([because('no_road'), because('other_name'), because('much_wider')]).toEqual([
      164, 12, 5,
    ]);
  }, 60_000);
});
