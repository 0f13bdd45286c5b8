/** Rows to records: columns, identity, joins, rejects, comparison with what is stored. */
import { describe, expect, it } from 'vitest';
import { fingerprint, uuidOf } from '../../../src/core/import/identity/hash.ts';
import { changesOf, sameValue } from '../../../src/core/import/plan/compare.ts';
import type { StoredRecord } from '../../../src/core/import/plan/compare.ts';
import { missingParents } from '../../../src/core/import/plan/parents.ts';
import { rekeyReimported } from '../../../src/core/import/plan/rekey.ts';
import { rejectsText } from '../../../src/core/import/rejects.ts';
import { makeReport } from '../../../src/core/import/report.ts';
import type { PlannedRecord } from '../../../src/core/import/types.ts';
import { matchNames } from '../../../src/core/import/join/match-names.ts';
import { collection, feature, inChunks, plan, point, reasons, warned } from './support.ts';

const mapped = (read: Awaited<ReturnType<typeof plan>>): Record<string, string> =>
  Object.fromEntries(read.understanding.mapping.map(({ field, name }) => [field, name]));

describe('columns', () => {
  it('are known in simplified and traditional Chinese, Japanese and English', async () => {
    const titles = [
      '名称,详细地址,经度,纬度,容纳人数,联系电话',
      '名稱,地址,經度,緯度,收容人數,聯絡電話',
      '施設名称,住所,経度,緯度,収容人数,電話番号',
      'Name,Address,Longitude,Latitude,Capacity,Phone',
    ];
    for (const title of titles) {
      const read = await plan('shelter', `${title}\n甲,路,113.1,29.1,50,0730-123456\n`);
      expect(Object.keys(mapped(read)).sort(), title).toEqual([
        'address',
        'capacity',
        'contactPhone',
        'lat',
        'lng',
        'name',
      ]);
      expect(read.records[0]).toMatchObject({
        name: '甲',
        fields: { address: '路', capacity: 50 },
        contacts: [{ phone: '0730-123456' }],
      });
    }
  });

  it('are mapped by hand by title or number, in either order of the pair', async () => {
    const text = '甲,乙,丙,丁\n一,113.1,29.1,7\n';
    for (const map of [
      [
        ['甲', 'name'],
        ['2', 'lng'],
        ['丙', 'lat'],
        ['丁', 'capacity'],
      ],
      [
        ['name', '甲'],
        ['lng', '2'],
        ['lat', '丙'],
        ['capacity', '丁'],
      ],
    ] as [string, string][][])
      expect((await plan('shelter', text, { map, header: true })).records).toMatchObject([
        { name: '一', fields: { capacity: 7 } },
      ]);
    await expect(plan('shelter', text, { map: [['戊', 'name']] })).rejects.toMatchObject({
      code: 'unknown_column',
      params: { columns: '甲、乙、丙、丁' },
    });
    await expect(plan('shelter', text, { map: [['甲', 'colour']] })).rejects.toMatchObject({
      code: 'unknown_field',
    });
    await expect(plan('shelter', text, { set: { colour: 'red' } })).rejects.toMatchObject({
      code: 'unknown_field',
    });
  });

  it('can be overruled by a set value unless a person mapped them', async () => {
    const text = '名称,类型,经度,纬度\n甲,学校,113.1,29.1\n乙,,113.1,29.2\n';
    expect(
      (await plan('shelter', text, { set: { kind: '广场' } })).records.map(
        ({ fields }) => fields.kind,
      ),
    ).toEqual(['广场', '广场']);
    expect(
      (await plan('shelter', text, { set: { kind: '广场' }, map: [['类型', 'kind']] })).records.map(
        ({ fields }) => fields.kind,
      ),
    ).toEqual(['学校', '广场']);
  });
});

describe('hazards', () => {
  it('take their kind from a column, a set value, or what the file is called; otherwise nothing may be written', async () => {
    const text = '名称,经度,纬度\n甲,113.1,29.1\n';
    expect(
      (await plan('hazard', text, { fileName: 'patrol_debrisarea.csv' })).records[0]?.fields,
    ).toMatchObject({
      class: 'natural',
      kind: 'debris_flow',
    });
    expect(
      (await plan('hazard', text, { set: { class: 'accident' } })).records[0]?.fields,
    ).toMatchObject({
      class: 'accident',
      kind: 'other_accident',
    });
    const unknown = await plan('hazard', text, { fileName: 'points.csv' });
    expect(unknown.blockers.map(({ code }) => code)).toEqual(['kind_unknown']);
    const stated = await plan(
      'hazard',
      '名称,隐患类型,经度,纬度\n甲,山洪,113.1,29.1\n乙,燃气管线,113.1,29.2\n',
    );
    expect(stated.records.map(({ fields }) => fields.kind)).toEqual(['flood', 'pipeline']);
  });
});

describe('identity', () => {
  const rows =
    '名称,地址,经度,纬度,容纳人数\n甲,路1,113.1,29.1,5\n甲,路1,113.1,29.1,5\n甲,路1,113.1,29.1,6\n乙,路2,113.1,29.1,5\n甲 ,路1,113.1,29.1,7\n';

  it('a row repeated whole is a duplicate; alike rows stay apart and are said', async () => {
    const read = await plan('shelter', rows);
    expect(read.duplicates.map(({ row, params }) => [row, params.row])).toEqual([[2, 1]]);
    expect(read.records.map(({ row, externalId }) => [row, externalId.split('#')[1]])).toEqual([
      [1, '1'],
      [3, '2'],
      [4, '1'],
      [5, '3'],
    ]);
    const alike = read.warnings.find(({ code }) => code === 'possible_duplicates');
    expect(alike).toMatchObject({
      params: { groups: 1, rows: 3, separate: 1, ignoring_spaces: 1 },
      rows: [1, 2, 3],
    });
  });

  it('keys are the same on every machine and for every run', async () => {
    expect(fingerprint('避难场所')).toBe(fingerprint('避难场所'));
    expect([fingerprint(''), fingerprint('a'), fingerprint('避难场所')]).toMatchInlineSnapshot(`
      [
        "0bdcb81aee8d831c4425d7d009e1",
        "1c2ba782c9790113124eda4555df",
        "16074a8af03a0e12b0b07fa711e2",
      ]
    `);
    expect(uuidOf('a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const [first, second] = [await plan('shelter', rows), await plan('shelter', rows)];
    expect(first.records.map(({ externalId }) => externalId)).toEqual(
      second.records.map(({ externalId }) => externalId),
    );
  });

  it('trusts an id column only when it is one', async () => {
    const withIds = (ids: string[]): string =>
      `编号,名称,经度,纬度\n${ids.map((id, i) => `${id},点${i},113.${i + 1},29.1`).join('\n')}\n`;
    expect(
      (await plan('shelter', withIds(['A-1', 'A-2']))).records.map(({ externalId }) => externalId),
    ).toEqual(['A-1', 'A-2']);
    for (const ids of [
      ['1', '2'],
      ['A-1', 'A-1'],
      ['A-1', ''],
    ]) {
      const read = await plan('shelter', withIds(ids));
      expect(read.records.every(({ externalId }) => externalId.startsWith('key:'))).toBe(true);
      expect(warned(read)).toContain('id_column_ignored');
    }
    const forced = await plan('shelter', withIds(['1', '1', '2']), {
      map: [['编号', 'external_id']],
    });
    expect(forced.records.map(({ externalId }) => externalId)).toEqual(['1', '2']);
    expect(reasons(forced)).toEqual([[2, 'same_id']]);
  });

  it('rows from a rejects file never overwrite what the first import made', async () => {
    const [record] = (await plan('shelter', rows)).records;
    if (record === undefined) throw new Error('no record');
    const stored = (capacity: number): StoredRecord => ({
      name: '甲',
      geometry: record.geometry,
      fields: { ...record.fields, capacity },
    });
    const group = record.keyGroup ?? '';
    const keys = (there: Map<string, StoredRecord>): string[] =>
      rekeyReimported([record, { ...record, row: 9 }], there).map(({ externalId }) =>
        externalId.slice(group.length),
      );
    expect(keys(new Map([[`${group}#1`, stored(5)]]))).toEqual(['#1', '#2']);
    expect(keys(new Map([[`${group}#1`, stored(8)]]))).toEqual(['#2', '#3']);
  });
});

describe('comparison with what is stored', () => {
  it('sees through spellings of the same value', () => {
    expect(sameValue('2021-03-04T16:00:00.000Z', '2021-03-05T00:00:00+08:00')).toBe(true);
    expect(sameValue('2021-03-04T16:00:00.000Z', '2021-03-04 16:00:00+00')).toBe(true);
    expect(sameValue(12.5, '12.50')).toBe(true);
    expect(sameValue({ flood: 'yes' }, { flood: 'yes', fire: null })).toBe(true);
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
  });

  it('never wipes what the file leaves open, and never takes a made-up name', async () => {
    const [record] = (
      await plan('hazard', '名称,地址,经度,纬度\n,,113.1,29.1\n', { set: { kind: 'flood' } })
    ).records as [PlannedRecord];
    expect(record.madeUp).toContain('name');
    const stored: StoredRecord = {
      name: '人起的名',
      geometry: record.geometry,
      fields: { ...record.fields, address: '人写的地址', source: 'other.csv' },
    };
    expect(changesOf(record, stored)).toBeNull();
    expect(
      changesOf(record, { ...stored, fields: { ...stored.fields, kind: 'fire' } })?.fields,
    ).toEqual({
      kind: 'flood',
      source: 'file.csv',
    });
  });
});

describe('joins', () => {
  const named = (list: string[]): { row: number; name: string; district: string }[] =>
    list.map((text, i) => ({
      row: i + 1,
      district: text.split(' ')[0] ?? '',
      name: text.split(' ')[1] ?? '',
    }));

  it('match by name and district, then by a variant character, and only where one partner is left', () => {
    const ours = named([
      '松山區 中央里',
      '北投區 中央里',
      '萬華區 糖蔀里',
      '甲區 一里',
      '甲區 二里',
    ]);
    const theirs = named([
      '臺北市北投區 中央里',
      '臺北市松山區 中央里',
      '臺北市萬華區 糖廍里',
      '甲區 三里',
    ]);
    const { pairs, variants } = matchNames(ours, theirs);
    expect([...pairs].sort()).toEqual([
      [0, 1],
      [1, 0],
      [2, 2],
    ]);
    expect(variants).toEqual([{ ours: 2, theirs: 2 }]);
  });

  it('add columns, which then fill fields', async () => {
    const people = '区域,村里,人口,户数\n甲区,一里,"1,200",300\n乙区,二里,5,1\n';
    const join = {
      input: inChunks(new TextEncoder().encode(people)),
      fileName: 'people.csv',
      key: '村里',
    };
    const text = collection(
      feature({ TNAME: '甲区', VNAME: '一里' }, point(113, 29)),
      feature({ TNAME: '甲区', VNAME: '二里' }, point(113, 29.1)),
    );
    const read = await plan('settlement', text, { join });
    expect(read.records.map(({ fields }) => [fields.people, fields.households])).toEqual([
      [1200, 300],
      [null, null],
    ]);
    expect(read.warnings.find(({ code }) => code === 'joined')?.params).toMatchObject({
      by_name: 1,
      unmatched: 1,
      unused: 1,
    });
    expect(warned(read)).toContain('join_unmatched');
    const missing = { ...join, input: inChunks(new TextEncoder().encode(people)), key: '村' };
    await expect(plan('settlement', text, { join: missing })).rejects.toMatchObject({
      code: 'join_key_missing',
    });
  });
});

describe('districts', () => {
  it('find their parents in codes, level in code or name, and leave out statistics’ zeros', async () => {
    const read = await plan(
      'district',
      '代码,名称,上级名称\n430611000000,君山区,岳阳市\n430611101000,广兴洲镇,君山区\n63012,北投區,臺北市\nX1,某园区,\n',
    );
    expect(
      read.records.map(({ externalId, fields }) => [externalId, fields.parentCode, fields.level]),
    ).toEqual([
      ['430611', '4306', 'county'],
      ['430611101', '430611', 'township'],
      ['63012', '63', 'county'],
      ['X1', null, 'county'],
    ]);
    expect(
      missingParents(read.records, new Set(['0'])).map(({ code, name, level }) => [
        code,
        name,
        level,
      ]),
    ).toEqual([
      ['63', '臺北市', 'province'],
      ['4306', '岳阳市', 'prefecture'],
    ]);
    expect(reasons(await plan('district', '代码,名称\n,无码\n430611,\n'))).toEqual([
      [1, 'no_code'],
      [2, 'no_name'],
    ]);
  });
});

describe('rejects', () => {
  const text =
    '名称;经度;纬度;容纳人数\n好;113.1;29.1;5\n"远;""处";2;48;6\n=2+2;;;7\n好;113.1;29.1;5\n断;1;2;3;4\n二;113.2;29.2;1\n三;113.3;29.3;1\n';
  const say = ({ reason }: { reason: string }): string => reason;

  it('keep the columns and go in again after correction; the second account is right as well', async () => {
    const read = await plan('shelter', text);
    expect(reasons(read)).toEqual([
      [2, 'too_far'],
      [3, 'no_place'],
      [5, 'too_many_cells'],
    ]);
    const file = rejectsText(read, say, 'a.csv') ?? '';
    expect(file.replace('\uFEFF', '').split('\r\n')).toEqual([
      '名称;经度;纬度;容纳人数;reason;row',
      '"远;""处";2;48;6;too_far;2',
      "'=2+2;;;7;no_place;3",
      '好;113.1;29.1;5;duplicate;4',
      '断;1;2;"3;4";too_many_cells;5',
      '',
    ]);
    const again = await plan(
      'shelter',
      file
        .replace(';2;48;', ';113.2;29.2;')
        .replace('=2+2;;', '=2+2;113.3;29.3')
        .replace(';1;2;"3;4"', ';113.4;29.4;3'),
    );
    expect(again.records.map(({ name, fields }) => [name, fields.capacity])).toEqual([
      ['远;"处', 6],
      ['=2+2', 7],
      ['好', 5],
      ['断', 3],
    ]);
    expect(warned(again)).toContain('rejects_reimported');
    expect(again.understanding.columns).toEqual(['名称', '经度', '纬度', '容纳人数']);
  });

  it('are features for features, with their coordinate system, and lose nothing', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3826' } };
    const file = JSON.stringify({
      type: 'FeatureCollection',
      crs,
      features: [
        feature({ name: 'a', 深度: 1.5 }, null),
        feature({ name: 'b' }, point(302000, 2770000)),
      ],
    });
    const read = await plan('shelter', file);
    const rejects = rejectsText(read, say, 'a.geojson') ?? '';
    const parsed = JSON.parse(rejects) as { crs: unknown; features: { properties: object }[] };
    expect(parsed.crs).toEqual(crs);
    expect(parsed.features.map(({ properties }) => properties)).toEqual([
      { name: 'a', 深度: 1.5, reason: 'no_place', row: 1 },
    ]);
    const again = await plan(
      'closure',
      rejects.replace('"geometry":null', `"geometry":${JSON.stringify(point(302000, 2770000))}`),
      { set: { from_at: '2024-01-01' } },
    );
    expect(again.understanding.columns).toEqual(['name', '深度']);
    expect(again.records).toMatchObject([{ name: 'a' }]);
  });

  it('are none when every row was taken, and the report adds up or throws', async () => {
    const good = await plan('shelter', '名称,经度,纬度\n甲,113.1,29.1\n');
    expect(rejectsText(good, say, 'a.csv')).toBeNull();
    const importTexts = { reason: say2, repair: say2, warning: say2, failure: say2 };
    expect(Object.keys(makeReport(good, { unchanged: 1, rejectsFile: null }, importTexts))).toEqual(
      [
        'kind',
        'read',
        'accepted',
        'unchanged',
        'duplicates',
        'repaired',
        'rejected',
        'warnings',
        'encoding',
        'crs',
        'rejectsFile',
      ],
    );
    expect(() =>
      makeReport({ ...good, read: 2 }, { unchanged: 0, rejectsFile: null }, importTexts),
    ).toThrow('accounted');
  });
});

const say2 = (code: string): string => code;
