/** Every format on small files made for the purpose: encodings, merged cells, layers, systems, and what must not be believed. */
import { zipSync } from 'fflate';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/core/import/inspect-file.ts';
import type { ImportPlan } from '../../../src/core/import/types.ts';
import { counts, planOf, reasonCounts, sqliteWasm } from './formats-support.ts';
import { WORDS, encode, warned } from '../import/support.ts';
import { geoPackageOf, gpxOf, kmlOf, workbookOf } from './writers/containers.ts';
import type { GeoPackageLayer, Mark } from './writers/containers.ts';
import { dbfOf, flatGeobufOf, shpOf } from './writers/shapes.ts';

const HEAD = ['名称', '地址', '经度', '纬度', '容纳人数'];
const ROWS = [
  ['一号避难所', '人民路１号', 113.1, 29.4, 300],
  ['　二号避难所　', '人民路２号', '１１３．２', '29.5', '1,200人'],
] as const;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const names = ({ records }: ImportPlan): string[] => records.map(({ name }) => name);
const coordinates = ({ records }: ImportPlan): unknown[] =>
  records.map(
    ({ geometry }) => (geometry as Exclude<Geometry, { type: 'GeometryCollection' }>).coordinates,
  );
const capacities = ({ records }: ImportPlan): unknown[] =>
  records.map(({ fields }) => fields.capacity);
const warning = (plan: ImportPlan, code: string): unknown =>
  plan.warnings.find((one) => one.code === code)?.params;

describe.each(['xlsx', 'biff8', 'ods'] as const)('%s', (type) => {
  const read = (
    tables: Parameters<typeof workbookOf>[1],
    merges: string[] = [],
    extra = {},
  ): Promise<ImportPlan> => planOf('shelter', workbookOf(type, tables, merges), 'file.bin', extra);

  it('reads text, numbers, full-width characters and blanks', async () => {
    const plan = await read({ 表: [HEAD, ...ROWS] });
    expect(plan.understanding.format).toBe(type === 'biff8' ? 'xls' : type);
    expect(counts(plan)).toEqual([2, 2, 0, 0]);
    expect(names(plan)).toEqual(['一号避难所', '二号避难所']);
    expect(coordinates(plan)).toEqual([
      [113.1, 29.4],
      [113.2, 29.5],
    ]);
    expect(capacities(plan)).toEqual([300, 1200]);
  });

  it('passes over titles and notes, joins two lines of names, fills what is merged', async () => {
    const plan = await read(
      {
        表: [
          ['避难场所一览表'],
          ['序号', '乡镇', '名称', '坐标', null, '联系人', null],
          [null, null, null, '经度', '纬度', '姓名', '电话'],
          [1, '柳林洲街道', '一号避难所', 113.1, 29.4, '甲', '10000000001'],
          [2, null, '二号避难所', 113.2, 29.5, '乙', '10000000002'],
          ['注：本表由应急办填写'],
        ],
      },
      ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'B4:B5'],
    );
    expect(plan.understanding.columns).toEqual([
      '序号',
      '乡镇',
      '名称',
      '经度',
      '纬度',
      '联系人姓名',
      '电话',
    ]);
    expect(names(plan)).toEqual(['一号避难所', '二号避难所']);
    expect(plan.records.map(({ contacts }) => contacts[0]?.name)).toEqual(['甲', '乙']);
    expect(plan.rawOf(2)).toContain('柳林洲街道');
    expect(warned(plan)).toEqual(
      expect.arrayContaining([
        'title_lines_skipped',
        'header_lines_joined',
        'merged_cells_filled',
        'note_lines_skipped',
      ]),
    );
  });

  it('chooses the sheet that looks like a table, or the one that is asked for', async () => {
    const tables = {
      说明: [['请按要求填写'], ['不得空缺']],
      数据: [HEAD, ...ROWS],
      其他: [HEAD, ['三号', '路', 113.3, 29.6, 10]],
    };
    const likely = await read(tables);
    expect([likely.understanding.layer, likely.read]).toEqual(['数据', 2]);
    expect(warning(likely, 'sheet_chosen')).toEqual({ sheet: '数据', sheets: '说明、数据、其他' });
    const asked = await read(tables, [], { layer: '其他' });
    expect(names(asked)).toEqual(['三号']);
    expect((await read(tables, [], { layer: '3' })).understanding.layer).toBe('其他');
    await expect(read(tables, [], { layer: '没有' })).rejects.toMatchObject({
      code: 'unknown_layer',
    });
  });

  it('takes a sheet without column names by numbers', async () => {
    const plan = await read({ 表: ROWS }, [], {
      header: false,
      map: [
        ['1', 'name'],
        ['3', 'lng'],
        ['4', 'lat'],
      ],
    });
    expect(names(plan)).toEqual(['一号避难所', '二号避难所']);
    expect(warned(plan)).toContain('no_header');
  });

  it('is imported again from its rejects, and refuses an empty sheet', async () => {
    const plan = await read({ 表: [HEAD, ...ROWS, ['没有坐标', '路', null, null, 5]] });
    expect(reasonCounts(plan)).toEqual({ no_place: 1 });
    await expect(read({ 表: [] })).rejects.toMatchObject({
      code: expect.stringMatching(/empty_sheet|workbook_damaged/) as string,
    });
  });
});

describe('dates in workbooks', () => {
  it.each(['xlsx', 'biff8'] as const)('%s: stored as dates or as text', async (type) => {
    const rows = [
      [...ROWS[0], new Date(Date.UTC(2024, 4, 6))],
      [...ROWS[1], '2024年5月7日'],
    ];
    const plan = await planOf(
      'shelter',
      workbookOf(type, { 表: [[...HEAD, '更新日期'], ...rows] }),
      'x',
    );
    expect(plan.records.map(({ fields }) => fields.observedAt)).toEqual([
      '2024-05-05T16:00:00.000Z',
      '2024-05-06T16:00:00.000Z',
    ]);
  });
});

describe('OpenDocument', () => {
  const flat = (rows: string): Uint8Array =>
    text(
      `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="表">${rows}</table:table></office:spreadsheet></office:body></office:document>`,
    );
  const cell = (content: string, attributes = ''): string =>
    `<table:table-cell ${attributes}><text:p>${content}</text:p></table:table-cell>`;
  const row = (cells: string, attributes = ''): string =>
    `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const head = row(['名称', '经度', '纬度', '更新日期'].map((title) => cell(title)).join(''));

  it('gives values and not what is shown, and no remarks of readers', async () => {
    const remark = '<office:annotation><text:p>批注</text:p></office:annotation>';
    const values =
      cell(`${remark}一<text:s text:c="2"/>号`) +
      cell('113', 'office:value-type="float" office:value="113.1234567"') +
      cell('29', 'office:value-type="float" office:value="29.4"') +
      cell('6. Mai', 'office:value-type="date" office:date-value="2024-05-06T08:30:00"');
    const plan = await planOf('shelter', flat(head + row(values)), 'x.fods');
    expect(plan.records[0]).toMatchObject({
      name: '一  号',
      geometry: { coordinates: [113.1234567, 29.4] },
      fields: { observedAt: '2024-05-06T00:30:00.000Z' },
    });
  });

  it('repeats rows and columns as it says, and tells formulas that nobody calculated', async () => {
    const twice = row(
      cell('一号') + cell('113.1') + cell('29.4') + cell(''),
      'table:number-rows-repeated="2"',
    );
    const blanks = row(
      cell('', 'table:number-columns-repeated="4"'),
      'table:number-rows-repeated="3"',
    );
    const formula =
      cell('', 'table:formula="of:=113+0.2"') + cell('', 'table:formula="of:=29+0.5"');
    const empty = cell('', 'table:formula="of:=IF(1;&quot;&quot;;1)" office:value-type="string"');
    const last = row(cell('二号') + formula + empty);
    const same = row(cell('113', 'table:number-columns-repeated="2"'));
    const plan = await planOf('shelter', flat(head + twice + blanks + last + same), 'x.fods');
    expect(counts(plan)).toEqual([4, 1, 1, 2]);
    expect(plan.rejected.map(({ row: at, reason }) => [at, reason])).toEqual([
      [3, 'place_uncalculated'],
      [4, 'no_place'],
    ]);
    expect(plan.rawOf(4)).toEqual(['113', '113']);
    expect(warning(plan, 'uncalculated_cells')).toEqual({ count: 2 });
  });

  it('weighs what is said to be repeated before it makes anything of it', async () => {
    const wide = row(
      cell('x', 'table:number-columns-repeated="16384"'),
      'table:number-rows-repeated="1048576"',
    );
    await expect(planOf('shelter', flat(head + wide), 'x.fods')).rejects.toMatchObject({
      code: 'too_many_columns',
    });
    const long = row(
      cell('x', 'table:number-columns-repeated="100"'),
      'table:number-rows-repeated="1048576"',
    );
    await expect(planOf('shelter', flat(head + long), 'x.fods')).rejects.toMatchObject({
      code: 'too_many_cells',
    });
    const blank = row(
      cell('', 'table:number-columns-repeated="16384"'),
      'table:number-rows-repeated="1048576"',
    );
    expect((await planOf('shelter', flat(head + row(cell('一号')) + blank), 'x.fods')).read).toBe(
      1,
    );
  });
});

describe('shapefiles', () => {
  const POINTS: Geometry[] = [
    { type: 'Point', coordinates: [113.1, 29.4] },
    { type: 'Point', coordinates: [113.2, 29.5] },
  ];
  const columns = [
    { name: '名称', type: 'C', length: 20 },
    { name: 'capacity', type: 'N', length: 8 },
  ] as const;
  const rows = [
    ['避难场所甲', '300'],
    ['避难场所乙', ''],
  ];
  const gb = (content: string): Uint8Array => encode(content, 'gb18030');
  const companionsOf = (dbf: Uint8Array, more: Record<string, Uint8Array> = {}) => ({
    companions: [
      { name: 'x.dbf', bytes: dbf },
      ...Object.entries(more).map(([name, bytes]) => ({ name, bytes })),
    ],
  });

  it.each([
    ['UTF-8 and says so', dbfOf(columns, rows), { 'x.cpg': text('UTF-8') }, 'utf-8'],
    ['UTF-8 and says nothing', dbfOf(columns, rows), {}, 'utf-8'],
    ['GB18030 by its .cpg', dbfOf(columns, rows, gb), { 'x.cpg': text('936') }, 'gb18030'],
    ['GB18030 by the mark in the table', dbfOf(columns, rows, gb, 0x4d), {}, 'gb18030'],
    ['GB18030 and says nothing', dbfOf(columns, rows, gb), {}, 'gb18030'],
    ['GB18030 and says UTF-8', dbfOf(columns, rows, gb), { 'x.cpg': text('UTF-8') }, 'gb18030'],
  ])('attributes in %s', async (_, dbf, more, encoding) => {
    const plan = await planOf('shelter', shpOf(POINTS), 'x.shp', companionsOf(dbf, more));
    expect([plan.understanding.encoding, names(plan)]).toEqual([
      encoding,
      ['避难场所甲', '避难场所乙'],
    ]);
    expect(coordinates(plan)).toEqual([
      [113.1, 29.4],
      [113.2, 29.5],
    ]);
    expect(plan.records.map(({ fields }) => fields.capacity)).toEqual([300, null]);
  });

  it('converts by the .prj, named or not', async () => {
    const projected: Geometry[] = [
      {
        type: 'LineString',
        coordinates: [
          [250000, 2500000],
          [250100, 2500000],
        ],
      },
    ];
    const prj =
      'PROJCS["x",GEOGCS["GCS_TWD97",DATUM["D_TWD97",SPHEROID["GRS_1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",LON],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",250000],PARAMETER["false_northing",0],UNIT["Meter",1]]';
    const read = (crs: string): Promise<ImportPlan> =>
      planOf('hazard', shpOf(projected), 'x.shp', {
        ...companionsOf(dbfOf(columns, [rows[0] ?? []]), { 'x.prj': text(crs) }),
        set: { kind: 'flood' },
      });
    const known = await read(prj.replace('LON', '121'));
    expect(known.understanding.crs).toBe('EPSG:3826');
    const [lng] = (coordinates(known)[0] as number[][])[0] ?? [];
    expect(lng).toBeCloseTo(121, 9);
    const own = await read(prj.replace('LON', '117.5'));
    expect([
      own.understanding.crs,
      (coordinates(own)[0] as number[][])[0]?.[0]?.toFixed(6),
    ]).toEqual(['x', '117.500000']);
    await expect(read(prj.replaceAll('TWD97', 'Beijing_1954'))).rejects.toMatchObject({
      code: 'crs_not_convertible',
    });
    await expect(read(prj.replace('6378137', '6377397'))).rejects.toMatchObject({
      code: 'unknown_crs',
    });
  });

  it('tells holes from areas of their own, and takes areas as hazards', async () => {
    const ring = (x: number, size: number, clockwise: boolean): number[][] => {
      const around = [
        [x, 29],
        [x, 29 + size],
        [x + size, 29 + size],
        [x + size, 29],
        [x, 29],
      ];
      return clockwise ? around : around.reverse();
    };
    const shape: Geometry = {
      type: 'Polygon',
      coordinates: [ring(113, 1, true), ring(113.2, 0.1, false), ring(115, 0.1, true)],
    };
    const inside = ring(113.2, 0.1, false).map(([x = 0, y = 0]) => [x, y + 0.2]);
    shape.coordinates[1] = inside;
    const plan = await planOf('hazard', shpOf([shape]), 'x.shp', {
      ...companionsOf(dbfOf(columns, [rows[0] ?? []])),
      set: { kind: 'flood' },
    });
    const [geometry] = plan.records.map((record) => record.geometry);
    expect(geometry?.type).toBe('MultiPolygon');
    expect(
      (coordinates(plan)[0] as number[][][][]).map((polygon) => polygon.length).sort(),
    ).toEqual([1, 2]);
  });

  it('is read from a zip, all layers of the same columns; deleted records and null shapes are accounted for', async () => {
    const dbf = dbfOf(columns, [rows[0] ?? [], null, rows[1] ?? []]);
    const shp = shpOf([POINTS[0] ?? null, POINTS[1] ?? null, null]);
    const zip = zipSync({
      'a/one.shp': shp,
      'a/one.dbf': dbf,
      'a/two.SHP': shp,
      'a/two.DBF': dbf,
      'a/readme.txt': text('x'),
    });
    const plan = await planOf('shelter', zip, 'x.zip');
    expect(counts(plan)).toEqual([4, 1, 2, 1]);
    expect(warning(plan, 'layers_joined')).toEqual({ layer: 'one、two', layers: 'one、two' });
    expect(warning(plan, 'deleted_rows_skipped')).toEqual({ count: 2 });
    expect((await planOf('shelter', zip, 'x.zip', { layer: 'two' })).read).toBe(2);
  });
});

describe('GeoPackage', () => {
  const rows: GeoPackageLayer['rows'] = [
    { values: ['一号', '300'], geometry: { type: 'Point', coordinates: [113.1, 29.4] } },
    { values: ['二号', null], geometry: null },
  ];
  const layer = { name: '避难场所', columns: ['名称', '人数'], rows };

  it('reads a layer, and the one that is asked for', async () => {
    const bytes = await geoPackageOf([layer, { ...layer, name: 'other', rows: rows.slice(0, 1) }]);
    const plan = await planOf('shelter', bytes, 'x.gpkg');
    expect([plan.understanding.layer, counts(plan)]).toEqual(['避难场所', [2, 1, 0, 1]]);
    expect((await planOf('shelter', bytes, 'x.gpkg', { layer: 'other' })).read).toBe(1);
    await expect(
      planOf('shelter', bytes, 'x.gpkg', { sqliteWasm: undefined }),
    ).rejects.toMatchObject({
      code: 'sqlite_missing',
    });
  });

  it('never runs what a stranger wrote: views and computed columns', async () => {
    const endless =
      'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid, null AS geom FROM n';
    const view = await geoPackageOf(
      [layer],
      4326,
      `CREATE VIEW trap AS ${endless}; INSERT INTO gpkg_contents VALUES ('trap', 'features', 'trap', 4326);`,
    );
    expect(
      (await planOf('shelter', view, 'x.gpkg')).understanding.layers.map(({ name }) => name),
    ).toEqual(['避难场所']);
    await expect(planOf('shelter', view, 'x.gpkg', { layer: 'trap' })).rejects.toMatchObject({
      code: 'unknown_layer',
    });
    const computed = await geoPackageOf(
      [],
      4326,
      `CREATE TABLE t (fid INTEGER PRIMARY KEY, 名称 TEXT, big TEXT GENERATED ALWAYS AS (hex(zeroblob(400000000))) VIRTUAL); INSERT INTO t(名称) VALUES ('x'); INSERT INTO gpkg_contents VALUES ('t', 'attributes', 't', 0);`,
    );
    expect((await planOf('shelter', computed, 'x.gpkg')).understanding.columns).toEqual(['名称']);
    const shadowed = await geoPackageOf(
      [],
      4326,
      `DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS ${endless};`,
    );
    await expect(planOf('shelter', shadowed, 'x.gpkg')).rejects.toMatchObject({
      code: 'geopackage_without_layers',
    });
  });
});

describe('KML and GPX', () => {
  const marks: Mark[] = [
    { name: '一号', values: { 地址: '路 & 桥', 容纳人数: '300' }, lng: 113.1, lat: 29.4 },
    { name: '二号', values: { 地址: '街' }, lng: 113.2, lat: 29.5 },
  ];

  it('give names, data and places', async () => {
    for (const content of [kmlOf(marks), gpxOf(marks)]) {
      const plan = await planOf('shelter', text(content), 'x.bin');
      expect([names(plan), coordinates(plan), capacities(plan)]).toEqual([
        ['一号', '二号'],
        [
          [113.1, 29.4],
          [113.2, 29.5],
        ],
        [300, null],
      ]);
      expect(plan.records[0]?.fields.address).toBe('路 & 桥');
    }
  });

  it('are read from a KMZ, whatever the names in it, and in the encoding they state', async () => {
    const kmz = zipSync({
      '../../etc/doc.kml': text(kmlOf(marks)),
      'files/pic.png': Uint8Array.of(1),
    });
    expect(names(await planOf('shelter', kmz, 'x.kmz'))).toEqual(['一号', '二号']);
    const gb = encode(kmlOf(marks).replace('UTF-8', 'GB2312'), 'gb18030');
    expect(names(await planOf('shelter', gb, 'x.kml'))).toEqual(['一号', '二号']);
    const undeclared = encode(kmlOf(marks), 'gb18030');
    expect(names(await planOf('shelter', undeclared, 'x.kml'))).toEqual(['一号', '二号']);
  });

  it('are refused with a document type, and end where they are broken', async () => {
    const entities = `<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const bomb = kmlOf(marks).replace('?>', `?>${entities}`).replace('一号', '&b;');
    await expect(planOf('shelter', text(bomb), 'x.kml')).rejects.toMatchObject({ code: 'xml_dtd' });
    const outside = kmlOf(marks).replace('?>', '?><!DOCTYPE kml SYSTEM "file:///etc/passwd">');
    await expect(planOf('shelter', text(outside), 'x.kml')).rejects.toMatchObject({
      code: 'xml_dtd',
    });
    await expect(
      planOf('shelter', text(kmlOf(marks).slice(0, -30)), 'x.kml'),
    ).rejects.toMatchObject({
      code: 'xml_damaged',
    });
    await expect(
      planOf('shelter', text('<html><body><table/></body></html>'), 'x.xls'),
    ).rejects.toMatchObject({
      code: 'xml_unknown',
    });
    const deep = kmlOf(marks, `${'<Folder>'.repeat(300)}${'</Folder>'.repeat(300)}`);
    await expect(planOf('shelter', text(deep), 'x.kml')).rejects.toMatchObject({
      code: 'xml_too_deep',
    });
  });
});

describe('FlatGeobuf', () => {
  const features: { values: string[]; geometry: Geometry | null }[] = [
    { values: ['一号', '300'], geometry: { type: 'Point', coordinates: [113.1, 29.4] } },
    { values: ['二号', ''], geometry: null },
  ];

  it('gives columns, places and the system', async () => {
    const plan = await planOf('shelter', flatGeobufOf(['名称', '容纳人数'], features), 'x.fgb');
    expect([plan.understanding.format, counts(plan), names(plan), capacities(plan)]).toEqual([
      'flatgeobuf',
      [2, 1, 0, 1],
      ['一号'],
      [300],
    ]);
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [250000, 2500000],
        [250100, 2500100],
      ],
    };
    const projected = await planOf(
      'hazard',
      flatGeobufOf(['name'], [{ values: ['a'], geometry: line }], 3826),
      'x.fgb',
      { set: { kind: 'flood' } },
    );
    expect(projected.understanding.crs).toBe('EPSG:3826');
    expect((coordinates(projected)[0] as number[][])[0]?.[0]).toBeCloseTo(121, 9);
  });
});

describe('archives of strangers', () => {
  const kml = text(kmlOf([{ name: '一号', values: {}, lng: 113, lat: 29 }]));

  it('are refused when they unpack to too much, lie about it, or are nested too deep', async () => {
    const zeros = zipSync({ 'doc.kml': new Uint8Array(64 * 2 ** 20) }, { level: 9 });
    await expect(planOf('shelter', zeros, 'x.kmz')).rejects.toMatchObject({
      code: 'archive_too_large',
      params: { what: 'ratio' },
    });
    const lie = zipSync({ 'doc.kml': kml });
    const view = new DataView(lie.buffer);
    const directory = lie.findLastIndex(
      (_, i) => i + 4 <= lie.length && view.getUint32(i, true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 20, true);
    await expect(planOf('shelter', lie, 'x.kmz')).rejects.toMatchObject({
      code: 'archive_damaged',
    });
    view.setUint32(directory + 24, 0xfffffff0, true);
    await expect(planOf('shelter', lie, 'x.kmz')).rejects.toMatchObject({
      code: 'archive_too_large',
    });
    let nested = zipSync({ 'doc.kml': kml });
    for (let i = 0; i < 4; i++) nested = zipSync({ 'x.zip': nested });
    await expect(planOf('shelter', nested, 'x.zip')).rejects.toMatchObject({
      code: 'archive_too_deep',
    });
    const crowd = zipSync(
      Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.txt`, new Uint8Array()])),
      { level: 0 },
    );
    await expect(planOf('shelter', crowd, 'x.zip')).rejects.toMatchObject({
      code: 'archive_too_large',
      params: { what: 'entries' },
    });
  });

  it('are refused when a byte is not what it was, have a password, or hold nothing', async () => {
    const changed = zipSync({ 'doc.kml': [kml, { level: 0 }] });
    const at = changed.findIndex(
      (_, i) => i > 40 && changed[i] === 0x31 && changed[i + 1] === 0x31,
    );
    changed[at] = 0x32;
    await expect(planOf('shelter', changed, 'x.kmz')).rejects.toMatchObject({
      code: 'archive_damaged',
    });
    const locked = zipSync({ 'doc.kml': kml });
    const view = new DataView(locked.buffer);
    const directory = locked.findLastIndex(
      (_, i) => i + 4 <= locked.length && view.getUint32(i, true) === 0x02014b50,
    );
    locked[directory + 8] = 1;
    await expect(planOf('shelter', locked, 'x.kmz')).rejects.toMatchObject({
      code: 'archive_encrypted',
    });
    await expect(planOf('shelter', zipSync({ 'a.docx': kml }), 'x.zip')).rejects.toMatchObject({
      code: 'archive_without_data',
    });
  });

  it('may hold what is read alone as well', async () => {
    const csv = text('名称,经度,纬度\n一号,113.1,29.4\n');
    const book = workbookOf('xlsx', { 表: [HEAD, ...ROWS] });
    expect(names(await planOf('shelter', zipSync({ 'a/x.csv': csv }), 'x.zip'))).toEqual(['一号']);
    expect((await planOf('shelter', zipSync({ 'x.xlsx': book }), 'x.zip')).read).toBe(2);
    const both = zipSync({ 'a.csv': csv, 'b.kml': kml });
    const plan = await planOf('shelter', both, 'x.zip');
    expect([plan.understanding.format, warned(plan).includes('archive_others_ignored')]).toEqual([
      'kml',
      true,
    ]);
    expect((await planOf('shelter', both, 'x.zip', { layer: 'a.csv' })).understanding.format).toBe(
      'csv',
    );
  });
});

describe('a look at a file', () => {
  it('says what it is without planning rows', async () => {
    const seen = await inspectFile(
      new Blob([workbookOf('xlsx', { 表: [HEAD, ...ROWS] }).slice()]),
      {
        kind: 'shelter',
        fileName: 'x.xlsx',
        words: WORDS,
        sqliteWasm,
      },
    );
    expect(seen).toMatchObject({
      format: 'xlsx',
      header: true,
      layer: '表',
      rows: 2,
      complete: true,
      crs: { stated: false },
      geometry: { points: 2 },
    });
    expect(seen.columns[2]).toEqual({
      column: 3,
      name: '经度',
      field: 'lng',
      by: 'title',
      samples: ['113.1', '１１３．２'],
    });
    expect(seen.sample[0]).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [113.1, 29.4] },
      properties: { row: 1, name: '一号避难所' },
    });
    const many = [
      HEAD,
      ...Array.from({ length: 3000 }, (_, i) => [`${i}号`, '路', 113 + i / 1e5, 29.4, i]),
    ];
    const some = await inspectFile(workbookOf('xlsx', { 表: many }), {
      kind: 'shelter',
      fileName: 'x.xlsx',
      words: WORDS,
      most: 100,
      samples: 10,
    });
    expect([some.rows, some.complete, some.sample.length]).toEqual([100, false, 10]);
  });
});
