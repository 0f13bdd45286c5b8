/** Axes, zones, signs and encodings: what a file does not say, and what is said to the person instead of a guess. */
import { describe, expect, it } from 'vitest';
import { importTexts } from '../../../supabase/tools/importing/text.ts';
import { encode, plan, reasons } from './support.ts';

const rows = (columns: string, pair: (i: number) => string, count = 30): string =>
  `名称,${columns}\n${Array.from({ length: count }, (_, i) => `场所${i},${pair(i)}`).join('\n')}\n`;

describe('metres', () => {
  it('in survey order, X to the north, are refused and the turn is suggested', async () => {
    const file = rows('X坐标,Y坐标', (i) => `${3108956 + 50 * i},${499120 + 50 * i}`);
    const read = await plan('shelter', file, { crs: 'EPSG:4546' });
    expect(read.records).toEqual([]);
    expect(new Set(reasons(read).map(([, reason]) => reason))).toEqual(new Set(['axes_swapped']));
    const warning = read.warnings.find(({ code }) => code === 'axes_swapped');
    expect(warning?.params).toEqual({ crs: 'EPSG:4546', x: 'X坐标', y: 'Y坐标' });
    expect(importTexts.warning('axes_swapped', warning?.params ?? {})).toContain(
      '--map X坐标=lat Y坐标=lng',
    );
    expect(importTexts.reason('axes_swapped', { x: 1, y: 2 })).not.toContain('经度');
  });

  it('are taken when the columns are turned, and when they are as the system has them', async () => {
    const survey = rows('X坐标,Y坐标', (i) => `${3108956 + 50 * i},${499120 + 50 * i}`);
    const map = [
      ['X坐标', 'lat'],
      ['Y坐标', 'lng'],
    ] as const;
    expect((await plan('shelter', survey, { crs: 'EPSG:4546', map })).records).toHaveLength(30);
    const plain = rows('X坐标,Y坐标', (i) => `${499120 + 50 * i},${3108956 + 50 * i}`);
    expect((await plan('shelter', plain, { crs: 'EPSG:4546' })).records).toHaveLength(30);
  });

  it('of a zone nobody stated name no zone without a district', async () => {
    const file = rows('X坐标,Y坐标', (i) => `${476000 + 50 * i},${3114000 + 50 * i}`);
    const read = await plan('shelter', file);
    expect(read.warnings.map(({ code }) => code)).toContain('crs_zone_unknown');
    expect(read.warnings.map(({ code }) => code)).not.toContain('crs_suggested');
    expect(importTexts.warning('crs_zone_unknown', { crs: 'EPSG:4326', x: 1, y: 2 })).toContain(
      '--district',
    );
  });
});

it('a sign that is wrong is called wrong, not missing', () => {
  const text = importTexts.reason('missing_sign', { x: -110.9, y: 28 });
  expect(text).toContain('正负号');
  expect(text).not.toContain('少了');
});

describe('a stated encoding', () => {
  const text = rows('经度,纬度', (i) => `113.${10 + i},29.${10 + i}`);
  it('that decodes but is surely another one is taken, and that is said', async () => {
    const read = await plan('shelter', encode(text, 'gb18030'), { encoding: 'big5' });
    expect(read.warnings.find(({ code }) => code === 'encoding_contradicted')?.params).toEqual({
      encoding: 'big5',
      seems: 'gb18030',
    });
  });
  it('that is right is taken without a word', async () => {
    const read = await plan('shelter', encode(text, 'gb18030'), { encoding: 'gbk' });
    expect(read.warnings.map(({ code }) => code)).not.toContain('encoding_contradicted');
  });
});

it('round and approximate numbers are read; what stays unreadable is listed by row', async () => {
  const values = ['1.2万', '约500', '-5', '500-600', '五百', '80'];
  const file = `名称,经度,纬度,容纳人数\n${values.map((value, i) => `场所${i},113.1,29.1${i},${value}`).join('\n')}\n`;
  const read = await plan('shelter', file);
  expect(read.records.map(({ fields }) => fields.capacity ?? null)).toEqual([
    12000,
    500,
    null,
    null,
    500,
    80,
  ]);
  expect(read.records.map(({ fields }) => fields.capacityText ?? null)).toEqual([
    ...values.slice(0, 5),
    null,
  ]);
  expect(read.warnings.find(({ code }) => code === 'unreadable_values')?.rows).toEqual([3, 4]);
  expect(read.warnings.find(({ code }) => code === 'inexact_values')?.rows).toEqual([2]);
});
