/** Every title that means a field is held against all others of its kind. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countKnownTitles, mapByTitle } from '../../../src/core/import/columns/map-columns.ts';
import { fieldsOf } from '../../../src/core/import/columns/fields.ts';
import { IMPORT_KINDS } from '../../../src/core/import/types.ts';
import type { ImportKind } from '../../../src/core/import/types.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';
import { plan, reasons } from './support.ts';

/** Codes and names of one level are those of the level above in the next table: both are read, the first one wins. */
const TWICE: ReadonlySet<string> = new Set(['cpid', 'tname', 'townname', 'pname', 'countyname']);

/** Half a coordinate is none, so the other half stands beside it. */
const OTHER_HALF: Readonly<Record<string, string>> = { lng: 'lat', lat: 'lng' };

function fieldFor(kind: ImportKind, title: string, expected: string): string | undefined {
  const other = OTHER_HALF[expected];
  const columns = other === undefined ? [title] : [title, other];
  return [...mapByTitle(kind, columns, new Map())].find(([, { column }]) => column === 0)?.[0];
}

const WRITTEN: readonly (readonly [string, (word: string) => string])[] = [
  ['as it is', (word) => word],
  ['with a unit', (word) => `${word}（m）`],
  ['with a remark', (word) => `${word} [必填]`],
  ['with marks', (word) => `*${word}：`],
  ['with the prefix of an export', (word) => `USER_${word}`],
  ['spaced', (word) => (/^[a-z]+$/.test(word) ? word.toUpperCase() : [...word].join(' '))],
];

describe.each(IMPORT_KINDS.map((kind) => [kind]))('titles of %s', (kind) => {
  it.each(WRITTEN)('each maps to its own field %s', (_, write) => {
    const wrong: string[] = [];
    for (const { name, words } of fieldsOf(kind))
      for (const word of words) {
        if (TWICE.has(word)) continue;
        const whole = word.startsWith('*') ? `负责人${word.slice(1)}` : word.replace('*', '');
        const found = fieldFor(kind, write(whole), name);
        // With more before it, a part of a title may be a longer word of another field.
        if (found !== name && !(word.startsWith('*') && found !== undefined))
          wrong.push(`${word}: ${found}`);
      }
    expect(wrong).toEqual([]);
  });

  it('the first title of every field together give every field its own column', () => {
    const fields = fieldsOf(kind).filter(({ words }) => words.some((word) => !word.includes('*')));
    const titles = fields.map(
      ({ words }) => words.find((word) => !word.includes('*') && !TWICE.has(word)) ?? '',
    );
    const mapping = mapByTitle(kind, titles, new Map());
    // A word that opens two fields goes to the first of them.
    const seen = new Set<string>();
    fields.forEach(({ name }, column) => {
      const title = titles[column] ?? '';
      if (seen.has(title) || title === '') return;
      seen.add(title);
      expect([name, mapping.get(name)?.column]).toEqual([name, column]);
    });
  });
});

describe('titles that contain other titles', () => {
  it.each([
    ['经纬度', 'lnglat'],
    ['坐标', 'lnglat'],
    ['WGS84经纬度', 'lnglat'],
    ['位置经纬度', 'lnglat'],
    ['經緯度', 'lnglat'],
    ['经纬度（度）', 'lnglat'],
  ])('%s is a pair', (title, field) => {
    expect(
      [...mapByTitle('shelter', ['名称', title], new Map())].find(
        ([, { column }]) => column === 1,
      )?.[0],
    ).toBe(field);
  });

  it('a pair and its halves stand side by side', async () => {
    const mapped = mapByTitle('shelter', ['名称', '经纬度', '经度', '纬度'], new Map());
    expect(['lnglat', 'lng', 'lat'].map((name) => mapped.get(name)?.column)).toEqual([1, 2, 3]);
    const read = await plan('shelter', '名称,经纬度\nA,"113.25,29.35"\nB,"113.26 29.36"\n');
    expect(
      read.records.map(({ geometry }) => (geometry as { coordinates: number[] }).coordinates),
    ).toEqual([
      [113.25, 29.35],
      [113.26, 29.36],
    ]);
  });

  it('negated and former titles are no titles', () => {
    expect(
      ['不适用灾害', '曾用名', '非开放状态', '无障碍以外', '原坐标'].filter(
        (title) => mapByTitle('shelter', [title], new Map()).size > 0,
      ),
    ).toEqual([]);
  });
});

const FLEE =
  '全国地方公共団体コード,ID,名称,所在地_連結表記,緯度,経度,災害種別_洪水,災害種別_崖崩れ、土石流及び地滑り,災害種別_高潮,災害種別_地震,災害種別_津波,災害種別_大規模な火事,災害種別_内水氾濫,災害種別_火山現象,指定避難所との重複,想定収容人数,対象となる町会・自治会,時点,備考\n'.replace(
    '崖崩れ、土石流及び地滑り',
    '"崖崩れ、土石流及び地滑り"',
  );

describe('the standard municipal tables of Japan', () => {
  const rows =
    '422029,1,中央公園,長崎県佐世保市1,33.15,129.77,1,,,1,1,1,,,,500,一町会,2026-04-01,\n' +
    '422029,2,中央小学校,長崎県佐世保市2,33.16,129.78,,,,1,,,,,1,300,二町会,2026-04-01,\n' +
    '422029,3,無印,長崎県佐世保市3,33.17,129.79,,,,,,,,,,,,,\n';

  it('need no mapping by hand; a blank beside marks means "not for this hazard", and that is said', async () => {
    const read = await plan('shelter', FLEE + rows);
    expect(reasons(read)).toEqual([]);
    expect(
      read.records.map(({ fields }) => [fields.address, fields.capacity, fields.serviceArea]),
    ).toEqual([
      ['長崎県佐世保市1', 500, '一町会'],
      ['長崎県佐世保市2', 300, '二町会'],
      ['長崎県佐世保市3', null, null],
    ]);
    expect(read.records[0]?.fields.observedAt).toBe('2026-03-31T16:00:00.000Z');
    const suits = read.records.map(({ fields }) => fields.suitability as Record<string, string>);
    expect([
      suits[0]?.flood,
      suits[0]?.landslide,
      suits[0]?.storm_surge,
      suits[0]?.tsunami,
    ]).toEqual(['yes', 'no', 'no', 'yes']);
    // No mark at all: nothing is said about this site.
    expect(new Set(Object.values(suits[2] ?? {}))).toEqual(new Set(['unknown']));
    expect(read.records.map(({ fields }) => fields.kind)).toEqual([
      '指定紧急避难场所（立即避险）',
      '指定紧急避难场所（立即避险）兼指定避难所（安置居住）',
      '指定紧急避难场所（立即避险）',
    ]);
    expect(read.warnings.find(({ code }) => code === 'sites_to_flee')?.params).toEqual({
      rows: 3,
      pairs: 1,
      blanks: 2,
    });
  });

  it('elsewhere a blank stays unknown', async () => {
    const read = await plan('shelter', '名称,经度,纬度,洪水,地震\nA,113.2,29.3,○,\n');
    expect(read.records[0]?.fields.suitability).toEqual({ flood: 'yes', earthquake: 'unknown' });
    expect(read.warnings.map(({ code }) => code)).not.toContain('sites_to_flee');
  });

  it('a place of both lists comes in twice, or once when asked, and is counted', async () => {
    const stay =
      'NO,共通ID,施設・場所名,住所,指定緊急避難場所との住所同一,受入対象者,緯度,経度,備考\n1,E1,中央小学校,佐世保市2,1,,33.16,129.78,\n2,E2,体育館,佐世保市4,,,33.18,129.8,\n';
    const both = await plan('shelter', stay);
    expect(both.records.map(({ fields }) => fields.kind)).toEqual([
      '指定紧急避难场所（立即避险）兼指定避难所（安置居住）',
      '指定避难所（安置居住）',
    ]);
    expect(both.warnings.find(({ code }) => code === 'sites_to_stay')?.params).toEqual({
      rows: 2,
      pairs: 1,
      blanks: 0,
    });
    const once = await plan('shelter', stay, { pairsAsOne: true });
    expect(reasons(once)).toEqual([[1, 'pair_left_out']]);
    expect(once.records.map(({ name }) => name)).toEqual(['体育館']);
  });

  it('e-Stat: areas with people and households by their short titles', async () => {
    const read = await plan(
      'settlement',
      'KEY_CODE,PREF_NAME,CITY_NAME,S_NAME,AREA,JINKO,SETAI,X_CODE,Y_CODE\n42202001001,長崎県,佐世保市,もみじが丘町,12.5,1234,567,129.77,33.15\n',
    );
    expect(
      read.records.map(({ name, externalId, fields }) => [
        name,
        externalId,
        fields.people,
        fields.households,
      ]),
    ).toEqual([['もみじが丘町', '42202001001', 1234, 567]]);
    expect(countKnownTitles(['KEY_CODE', 'S_NAME', 'JINKO', 'SETAI'])).toBe(4);
  });

  const real = join(sharedData, 'import/sasebo/data/raw/gsi_shelters');
  it.skipIf(!hasSharedData || !existsSync(real))(
    'the lists of GSI for Sasebo keep the split (real data)',
    async () => {
      const flee = await plan('shelter', readFileSync(join(real, '42202_2.csv')));
      const stay = await plan('shelter', readFileSync(join(real, '42202_1.csv')));
      const counted = ({ warnings }: typeof flee): unknown =>
        warnings.find(({ code }) => code.startsWith('sites_to'));
      expect([counted(flee), counted(stay)]).toMatchObject([
        { code: 'sites_to_flee', params: { rows: 270 } },
        { code: 'sites_to_stay', params: { rows: stay.read } },
      ]);
      expect(
        flee.records.every(
          ({ fields }) => !Object.values(fields.suitability as object).includes('unknown'),
        ),
      ).toBe(true);
    },
  );
});

describe('hashtags of the Humanitarian Exchange Language', () => {
  const rows = '镇中学,113.254,29.357,300,07308880001\n村小学,113.312,29.401,120,07308880002\n';
  const tags = '#loc+name,#geo+lon,#geo+lat,#capacity,#contact+phone\n';

  it('below the column names are no row, and are told', async () => {
    const read = await plan('shelter', `名称,经度,纬度,容纳人数,联系电话\n${tags}${rows}`);
    expect(read.records.map(({ fields }) => fields.capacity)).toEqual([300, 120]);
    expect(read.rejected).toEqual([]);
    expect(read.warnings.find(({ code }) => code === 'note_lines_skipped')?.params.text).toContain(
      '#loc+name',
    );
  });

  it('serve as column names where there are no others', async () => {
    const read = await plan('shelter', `${tags}${rows}`);
    expect(read.records.map(({ name, fields }) => [name, fields.capacity])).toEqual([
      ['镇中学', 300],
      ['村小学', 120],
    ]);
  });

  it('are known whatever they say of language and edition, and not where they speak of some people alone', async () => {
    const more = '#loc+name+zh+v2,#geo + lon+v_wgs84,#geo+lat,#capacity+i_zh,#contact+zh+phone\n';
    const read = await plan('shelter', `${more}${rows}`);
    expect(
      read.records.map(({ name, fields, contacts }) => [name, fields.capacity, contacts[0]?.phone]),
    ).toEqual([
      ['镇中学', 300, '07308880001'],
      ['村小学', 120, '07308880002'],
    ]);
    const below = await plan('shelter', `名称,经度,纬度,容纳人数,联系电话\n${more}${rows}`);
    expect(below.records).toHaveLength(2);
    const head = '#loc+name,#geo+lon,#geo+lat,#adm3+name+zh+v2,#capacity+children\n';
    const adm = await plan('shelter', `${head}${rows.replaceAll(/0730\d+/g, '40')}`);
    const fieldOf = (column: number): unknown =>
      adm.understanding.mapping.find((one) => one.column === column)?.field;
    expect([fieldOf(4), fieldOf(5)]).toEqual(['districtName', undefined]);
  });

  it('are not seen in a name that begins with a number sign', async () => {
    const read = await plan('shelter', '名称,经度,纬度\n#3 gate,113.2,29.3\n#A,113.3,29.3\n');
    expect(read.records).toHaveLength(2);
  });
});
