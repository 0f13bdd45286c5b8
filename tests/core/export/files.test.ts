/** The files themselves, read by libraries of others: what they say about themselves, and that nothing in them runs. */
import { read, utils } from '@e965/xlsx';
import { unzipSync, strFromU8 } from 'fflate';
import { read as readShapefile } from 'shapefile';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/core/export/columns.ts';
import { tableTitles } from '../../../src/core/export/table.ts';
import { EXPORT_FORMATS, EXPORT_KINDS, formatsOf } from '../../../src/core/export/types.ts';
import { fieldsOf } from '../../../src/core/import/columns/fields.ts';
import { IMPORT_KINDS } from '../../../src/core/import/types.ts';
import { mapByTitle } from '../../../src/core/import/columns/map-columns.ts';
import { foldTitle } from '../../../src/core/text/fold.ts';
import { translate } from '../../../src/messages/index.ts';
import type { Language, MessageKey } from '../../../src/messages/index.ts';
import type { Contact } from '../../../src/core/model/index.ts';
import { NASTY, REGISTER } from './register.ts';
import { exportToBytes } from './there-and-back.ts';

const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const contact: Contact = {
  id: '00000000-0000-4000-9000-000000000001',
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: null,
  archivedAt: null,
  districtCode: '430611',
  resourceKind: 'shelter',
  resourceId: '',
  name: '张三',
  duty: '值班',
  phone: '+86 730 5550101',
  lastAnsweredAt: null,
};

describe('titles', () => {
  const context = (language: Language) => ({
    say: (key: string, params?: Readonly<Record<string, string | number>>) =>
      translate(language, key as MessageKey, params),
    timezone: 'Asia/Shanghai',
    crs: 'wgs84' as const,
    asOf: '2026-11-22T07:00:00Z',
    nameOf: () => null,
    contactsOf: () => [contact],
  });

  // Stock lists have a test of their own: tests/core/import/stock-list.test.ts.
  const kinds = IMPORT_KINDS.filter((kind) => kind !== 'stock_lot');
  it.each(
    kinds.flatMap((kind) =>
      (['zh-CN', 'en'] as const).map((language) => [kind, language] as const),
    ),
  )('of %s in %s and in dBASE are each understood as their own field', (kind, language) => {
    const records = (REGISTER[kind] as readonly { id?: string }[]).map((one) => ({
      ...one,
      archivedAt: '2026-01-01T00:00:00Z',
    }));
    const columns = columnsOf(kind, context(language), records as never);
    const fields = columns.map(({ field }) => field);
    const places = ['lng', 'lat', 'wkt'];
    for (const crs of ['wgs84', 'gcj02'] as const) {
      const titles = tableTitles(kind, columns, crs, context(language).say);
      const mapped = [...mapByTitle(kind, titles, new Map())].map(
        ([field, { column }]) => [column, field] as const,
      );
      expect(Object.fromEntries(mapped)).toEqual(
        Object.fromEntries([...fields, ...places].map((field, i) => [i, field])),
      );
    }
    const short = columns.map(({ dbf }) => dbf);
    expect(short.filter((name) => !/^[a-z][a-z0-9_]{0,9}$/.test(name))).toEqual([]);
    expect(new Set(short).size).toBe(short.length);
    const mapped = [...mapByTitle(kind, short, new Map())].map(
      ([field, { column }]) => [column, field] as const,
    );
    expect(Object.fromEntries(mapped)).toEqual(
      Object.fromEntries(fields.map((field, i) => [i, field])),
    );
  });

  it('are known words of the importer', () => {
    for (const kind of IMPORT_KINDS) {
      const words = new Set(fieldsOf(kind).flatMap((field) => field.words));
      expect(words.has(foldTitle('数据截至'))).toBe(true);
    }
  });
});

describe('a table', () => {
  it('CSV begins with a byte order mark and has no cell that a spreadsheet runs', async () => {
    const { bytes } = await exportToBytes('shelter', 'csv', REGISTER.shelter);
    const text = textOf(bytes);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const sheet = read(text.slice(1), { type: 'string', raw: true }).Sheets.Sheet1;
    const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: true });
    const numeric = /^-?\d+(\.\d+)?$/;
    const running = rows
      .flat()
      .filter(
        (cell) => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && !numeric.test(cell),
      );
    expect(running).toEqual([]);
    expect(rows).toHaveLength(REGISTER.shelter.length + 1);
  });

  it('XLSX opens in another library with every text as text, and says what it is on a second sheet', async () => {
    const { bytes, file } = await exportToBytes('shelter', 'xlsx', REGISTER.shelter, {
      crs: 'gcj02',
      demo: true,
    });
    const book = read(bytes, { cellFormula: true });
    expect(book.SheetNames).toEqual(['应急避难场所', '说明']);
    const sheet = book.Sheets['应急避难场所'] ?? {};
    const cells = Object.entries(sheet).filter(([name]) => !name.startsWith('!')) as [
      string,
      { t: string; f?: string; v: unknown },
    ][];
    expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
    const names = new Set(cells.filter(([name]) => /^A\d+$/.test(name)).map(([, { v }]) => v));
    for (const text of NASTY.slice(0, 5).filter((one) => !one.startsWith('\r')))
      expect(names).toContain(text);
    expect(names).toContain('_x0041_ and _x005F_');
    const titles = cells.filter(([name]) => /^[A-Z]+1$/.test(name)).map(([, { v }]) => v);
    expect(titles).toContain('经度（GCJ-02）');
    // The area of 1,500 corners does not fit one cell.
    expect(titles).toContain('几何（WKT，GCJ-02）_2');
    expect(cells.filter(([, { v }]) => typeof v === 'string' && v.length > 32_767)).toEqual([]);
    const about = utils.sheet_to_csv(book.Sheets['说明'] ?? {});
    for (const part of ['演示数据', '数据截至 2026-11-22 15:00:00+08:00', 'GCJ-02', '来源'])
      expect(about).toContain(part);
    expect(file.name).toBe('演示数据_应急避难场所_2026-11-22_1500_GCJ-02.xlsx');
  });

  it('has people to call only where they were asked for', async () => {
    const without = textOf((await exportToBytes('shelter', 'csv', REGISTER.shelter)).bytes);
    expect(without).not.toContain('联系');
    const withThem = textOf(
      (await exportToBytes('shelter', 'csv', REGISTER.shelter, { contactsOf: () => [contact] }))
        .bytes,
    );
    expect(withThem).toContain("'+86 730 5550101");
  });

  it('of stock and of contacts is a table only', () => {
    expect(EXPORT_KINDS.filter((kind) => formatsOf(kind).length < EXPORT_FORMATS.length)).toEqual([
      'stock_lot',
      'contact',
    ]);
  });
});

describe('a Shapefile', () => {
  it('is read by another library: four layers, UTF-8, null where unknown, rings the right way round', async () => {
    const { bytes } = await exportToBytes('hazard', 'shapefile', REGISTER.hazard);
    const entries = unzipSync(bytes);
    const names = Object.keys(entries);
    for (const layer of ['point', 'multipoint', 'line', 'area'])
      for (const part of ['shp', 'shx', 'dbf', 'prj', 'cpg'])
        expect(names).toContain(`hazard_${layer}.${part}`);
    expect(strFromU8(entries['hazard_area.cpg'] ?? new Uint8Array())).toBe('UTF-8');
    expect(strFromU8(entries['hazard_area.prj'] ?? new Uint8Array())).toContain('WGS_1984');
    expect(textOf(entries['README.txt'] ?? new Uint8Array())).toContain('rect_due    整改期限');
    const area = await readShapefile(
      entries['hazard_area.shp']?.slice().buffer as ArrayBuffer,
      entries['hazard_area.dbf']?.slice().buffer as ArrayBuffer,
      {
        encoding: 'utf-8',
      },
    );
    const own = REGISTER.hazard.filter(({ geometry }) => /Polygon/.test(geometry?.type ?? ''));
    expect(area.features).toHaveLength(own.length);
    area.features.forEach((feature, i) => {
      const stored = own[i];
      expect(feature.properties?.record_id).toBe(stored?.id);
      expect(feature.properties?.at_risk ?? null).toBe(stored?.peopleAtRisk ?? null);
      const count = (
        geometry: { type: string; coordinates: unknown } | null | undefined,
      ): number =>
        geometry?.type === 'Polygon'
          ? (geometry.coordinates as unknown[]).length
          : ((geometry?.coordinates ?? []) as unknown[][]).flat().length;
      expect(count(feature.geometry as never)).toBe(count(stored?.geometry as never));
    });
    const points = await readShapefile(entries['hazard_point.shp']?.slice().buffer as ArrayBuffer);
    expect(points.features.some(({ geometry }) => geometry === null)).toBe(true);
  });
});

describe('a file for maps', () => {
  it('GeoJSON in WGS-84 names no other system, in GCJ-02 it says so three times', async () => {
    const plain = JSON.parse(
      textOf((await exportToBytes('shelter', 'geojson', REGISTER.shelter)).bytes),
    ) as Record<string, unknown>;
    expect(plain.crs).toBeUndefined();
    expect(plain.metadata).toMatchObject({ dataAsOf: '2026-11-22T07:00:00Z', crs: 'WGS-84' });
    const { bytes, file } = await exportToBytes('shelter', 'geojson', REGISTER.shelter, {
      crs: 'gcj02',
    });
    const shifted = JSON.parse(textOf(bytes)) as {
      crs: unknown;
      features: { properties: Record<string, unknown> }[];
    };
    expect(shifted.crs).toEqual({ type: 'name', properties: { name: 'GCJ-02' } });
    expect(shifted.features[0]?.properties['坐标系']).toBe('GCJ-02');
    expect(file.name).toContain('GCJ-02');
  });

  it('GPX leaves out what has no place, and counts it', async () => {
    const { file } = await exportToBytes('shelter', 'gpx', REGISTER.shelter);
    expect(file.leftOut).toBeGreaterThan(0);
    expect(file.rows + file.leftOut).toBe(REGISTER.shelter.length);
  });
});
