/**
 * Real files, exactly. They lie outside the project; without them these tests are skipped.
 *
 * Two of the figures need a word. "5,841 accepted, 275 groups" of the air-raid shelters hold when rows are compared as the file writes
 * them: five further groups differ only in a space before the address, and the warning names that number (280) as well. The flood
 * areas' rings touch and cross only in corners, so that making them valid does not change their area.
 */
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import { importFile } from '../../../src/core/import/import-file.ts';
import type { ImportKind, ImportOptions, ImportPlan } from '../../../src/core/import/types.ts';
import { containment } from '../../../src/core/geo/containment.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';
import { WORDS, reasons, warned } from './support.ts';

const read = (
  kind: ImportKind,
  path: string,
  extra: Partial<ImportOptions> = {},
): Promise<ImportPlan> =>
  importFile(createReadStream(join(sharedData, path)), {
    kind,
    fileName: basename(path),
    words: WORDS,
    ...extra,
  });

const counts = ({ read: all, records, duplicates, rejected, repaired }: ImportPlan): number[] => [
  all,
  records.length,
  duplicates.length,
  rejected.length,
  repaired.length,
];

describe.skipIf(!hasSharedData)('real files (need the shared data)', () => {
  it.each<[ImportKind, string, number[]]>([
    // read, accepted, duplicates, rejected, repaired
    ['shelter', 'taipei/facilities/patrol_designate_place.geojson', [260, 260, 0, 0, 0]],
    ['team', 'taipei/facilities/patrol_fire_brigade.geojson', [46, 46, 0, 0, 0]],
    ['shelter', 'taipei/facilities/refuge.geojson', [5917, 5841, 65, 11, 0]],
    ['depot', 'taipei/facilities/engine_machinery_redacted.geojson', [102, 101, 0, 1, 0]],
    ['hazard', 'taipei/hazards/flood_simulate_78.geojson', [3, 3, 0, 0, 3]],
    ['hazard', 'taipei/hazards/patrol_debrisarea.geojson', [45, 45, 0, 0, 1]],
    ['district', 'taipei/boundary/taipei_town.geojson', [12, 12, 0, 0, 0]],
    ['hazard', 'taipei/hazards/patrol_old_settlement.geojson', [32, 32, 0, 0, 2]],
    ['hazard', 'taipei/hazards/work_soil_liquefaction.geojson', [136, 136, 0, 0, 2]],
    ['incident', 'taipei/incidents/disaster.geojson', [3314, 3314, 0, 0, 0]],
    ['shelter', 'import/hamamatsu_tsunami_hinan.csv', [225, 225, 0, 0, 0]],
    ['shelter', 'import/sasebo/data/raw/gsi_shelters/42202_2.csv', [270, 270, 0, 0, 0]],
  ])('%s %s', async (kind, path, expected) => {
    expect(counts(await read(kind, path))).toEqual(expected);
  });

  it('air-raid shelters: three without coordinates, eight far away, 275 groups at one address and place', async () => {
    const plan = await read('shelter', 'taipei/facilities/refuge.geojson');
    expect(
      reasons(plan)
        .filter(([, reason]) => reason === 'no_place')
        .map(([row]) => row),
    ).toEqual([153, 159, 468]);
    expect(reasons(plan).filter(([, reason]) => reason === 'too_far')).toHaveLength(8);
    expect(plan.warnings.find(({ code }) => code === 'possible_duplicates')?.params).toEqual({
      groups: 275,
      rows: 853,
      separate: 229,
      ignoring_spaces: 280,
    });
    expect(plan.records.every(({ name, fields }) => name === fields.address)).toBe(true);
    expect(new Set(plan.records.map(({ externalId }) => externalId)).size).toBe(5841);
  });

  it('flood machinery: every inventory becomes counted items', async () => {
    const plan = await read('depot', 'taipei/facilities/engine_machinery_redacted.geojson');
    expect(reasons(plan)).toEqual([[83, 'no_place']]);
    const stock = plan.records.flatMap((record) => record.stock);
    expect(
      stock.every(
        ({ item, quantity, unit }) => item.length > 1 && quantity !== null && unit !== null,
      ),
    ).toBe(true);
    expect(
      stock
        .filter(({ item }) => item.includes('抽水機'))
        .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    ).toBe(161);
  });

  it('villages: 455 joined by name, the last by its variant character', async () => {
    const path = 'taipei/population/taipei_village_population_2021-03.csv';
    const join_ = {
      input: createReadStream(join(sharedData, path)),
      fileName: basename(path),
      key: '村里',
    };
    const plan = await read('settlement', 'taipei/boundary/taipei_village.geojson', {
      join: join_,
    });
    expect(counts(plan)).toEqual([456, 456, 0, 0, 2]);
    expect(plan.warnings.find(({ code }) => code === 'joined')?.params).toMatchObject({
      by_name: 455,
      by_variant: 1,
      unmatched: 0,
      unused: 0,
    });
    expect(plan.warnings.find(({ code }) => code === 'join_variant')?.params).toMatchObject({
      name: '糖蔀里',
      other: '糖廍里',
    });
    expect(plan.records.reduce((sum, { fields }) => sum + Number(fields.people), 0)).toBe(
      2_586_660,
    );
  });

  it('old encodings and a table without header', async () => {
    const folder = 'import/derived_encodings/';
    const cp932 = await read('shelter', `${folder}sasebo_42202_2.cp932.csv`);
    expect([
      cp932.understanding.encoding,
      cp932.records.length,
      cp932.records[0]?.fields.suitability,
    ]).toMatchObject([
      'shift_jis',
      270,
      { earthquake: 'yes', tsunami: 'yes', fire: 'yes', flood: 'no' },
    ]);
    const utf16 = await read('shelter', `${folder}sasebo_utf16.csv`);
    expect([
      utf16.understanding.encoding,
      utf16.understanding.columns[0],
      utf16.records.length,
    ]).toEqual(['utf-16le', 'NO', 49]);
    const cp950 = await read('settlement', `${folder}taipei_pop.cp950.csv`);
    expect([cp950.understanding.encoding, cp950.read, cp950.rejected.length]).toEqual([
      'big5',
      456,
      456,
    ]);
    expect(warned(cp950)).toContain('no_coordinates');
    const names = (plan: ImportPlan): string[] =>
      plan.rejected.map(({ raw }) => (raw as string[])[3] ?? '');
    // CP950 has no 廍: whoever wrote this file lost it already.
    expect(names(cp950)).toEqual(expect.arrayContaining(['莊敬里', '糖?里']));
    const gb = await read('settlement', `${folder}junshan_villages.gb18030.csv`);
    expect([
      gb.understanding.encoding,
      gb.understanding.header,
      gb.records.length,
      gb.rejected.length,
    ]).toEqual(['gb18030', false, 58, 34]);
    expect(warned(gb)).toEqual(
      expect.arrayContaining(['no_header', 'guessed_columns', 'crs_unstated_china']),
    );
  });

  it('Junshan by column numbers: 58 villages, all inside the fence once GCJ-02 is undone', async () => {
    const map = [
      ['3', 'name'],
      ['13', 'lng'],
      ['14', 'lat'],
    ] as const;
    const fence = await read('district', 'china/fence_430611.json', {
      crs: 'gcj02',
      set: { code: '430611', name: '君山区' },
    });
    const geometry = fence.records[0]?.geometry as Geometry;
    const plan = await read('settlement', 'import/derived_encodings/junshan_villages.gb18030.csv', {
      crs: 'gcj02',
      map,
      fence: { code: '430611', geometry },
    });
    expect(counts(plan)).toEqual([92, 58, 0, 34, 0]);
    const { holds } = containment(geometry);
    expect(
      plan.records.every(({ geometry: place }) =>
        holds((place as unknown as { coordinates: [number, number] }).coordinates),
      ),
    ).toBe(true);
  });

  it('Kaohsiung: TWD97 equals WGS-84 within a metre, line by line', async () => {
    for (const name of [
      'kh_pplines',
      'kh_ng_pipelines',
      'kh_petroleum_pipelines',
      'affected_village/kh_pplines_aff_villages',
    ]) {
      const [twd97, wgs84] = await Promise.all(
        ['twd97', 'wgs84'].map((crs) =>
          read('hazard', `import/kaohsiung/layers/${name}_${crs}.geojson`),
        ),
      );
      const flat = (plan: ImportPlan | undefined): Position[][] =>
        plan?.records.map(({ geometry }) => positions(geometry as Geometry)) ?? [];
      const [ours, theirs] = [flat(twd97), flat(wgs84)];
      expect(twd97?.understanding.crs).toBe('EPSG:3826');
      expect(ours.map((line) => line.length)).toEqual(theirs.map((line) => line.length));
      let worst = 0;
      ours.forEach((line, i) =>
        line.forEach(([x = 0, y = 0], j) => {
          const [lng = 0, lat = 0] = theirs[i]?.[j] ?? [];
          worst = Math.max(worst, greatCircle([x, y], [lng, lat]));
        }),
      );
      expect(worst).toBeLessThan(1);
    }
  }, 120_000);

  it('earthquakes of the whole earth need the radius taken off', async () => {
    const path = 'import/hazard/usgs_earthquakes_2018-02.json';
    const near = await read('hazard', path);
    expect(near.records.length + near.rejected.length).toBe(1707);
    const all = await read('hazard', path, { radius: null });
    expect(counts(all)).toEqual([1707, 1707, 0, 0, 0]);
    expect(all.records[0]).toMatchObject({
      externalId: 'ci37868143',
      fields: { kind: 'earthquake' },
    });
  });

  it('a population sheet in its own language says what it lacks', async () => {
    const plan = await read(
      'settlement',
      'taipei/population/taipei_village_population_2021-03.csv',
    );
    expect(plan.warnings.find(({ code }) => code === 'no_coordinates')?.params.columns).toContain(
      '村里代碼、區域、村里',
    );
  });
});

const positions = (geometry: Geometry): Position[] => {
  const flatten = (value: unknown): Position[] =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? [value as Position]
      : (value as unknown[]).flatMap(flatten);
  return geometry.type === 'GeometryCollection' ? [] : flatten(geometry.coordinates);
};
