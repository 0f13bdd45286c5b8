/** A comma is a decimal mark where the file shows that it is one. */
import { expect, it } from 'vitest';
import { plan, reasons } from './support.ts';

const places = (read: Awaited<ReturnType<typeof plan>>): unknown[] =>
  read.records.map(({ geometry }) => (geometry as { coordinates: number[] }).coordinates);
const PLACES = [
  [113.254, 29.357],
  [113.312, 29.401],
  [113.287, 29.388],
];

it('three places behind the comma are no thousands in degrees, whatever parts the cells', async () => {
  const lines = [
    '镇中学;113,254;29,357;300',
    '村小学;113,312;29,401;120',
    '文化站;113,287;29,388;80',
  ];
  const semicolons = await plan('shelter', `名称;经度;纬度;容纳人数\n${lines.join('\n')}\n`);
  expect(places(semicolons)).toEqual(PLACES);
  expect(semicolons.records.map(({ fields }) => fields.capacity)).toEqual([300, 120, 80]);
  expect(semicolons.warnings.find(({ code }) => code === 'decimal_comma')?.params).toEqual({
    count: 6,
    example: '113,254 = 113.254',
  });
  expect(semicolons.warnings.map(({ code }) => code)).not.toContain('crs_suggested');
  const tabs = await plan(
    'shelter',
    `名称;经度;纬度;容纳人数\n${lines.join('\n')}\n`.replaceAll(';', '\t'),
  );
  expect(places(tabs)).toEqual(PLACES);
  const pairs = await plan(
    'shelter',
    '名称;坐标\nA;113,254 29,357\nB;113,312 29,401\nC;113,287 29,388\n',
  );
  expect(places(pairs)).toEqual(PLACES);
});

it('areas and widths take their decimals; a count with a comma is unknown and said, never a thousandth', async () => {
  const read = await plan(
    'shelter',
    '名称;经度;纬度;容纳人数;有效面积\nA;113,254;29,357;1,200;1.234,5\nB;113,312;29,401;1.200;12,5\n',
  );
  expect(read.records.map(({ fields }) => [fields.capacity, fields.effectiveAreaM2])).toEqual([
    [null, 1234.5],
    [1200, 12.5],
  ]);
  expect(read.warnings.find(({ code }) => code === 'unreadable_values')).toMatchObject({
    params: { field: 'capacity', count: 1 },
    rows: [1],
  });
});

it('thousands stay thousands where the file writes its decimals with dots, or its coordinates in metres', async () => {
  const dots = await plan('shelter', '名称;经度;纬度;容纳人数\nA;113.254;29.357;1,200\n');
  expect([places(dots), dots.records[0]?.fields.capacity]).toEqual([[[113.254, 29.357]], 1200]);
  const commas = await plan('shelter', '名称,经度,纬度,容纳人数\nA,113.254,29.357,"1,200"\n');
  expect(commas.records[0]?.fields.capacity).toBe(1200);
  const metres = await plan('shelter', '名称\tX坐标\tY坐标\nA\t304,521.5\t2,770,123.4\n', {
    crs: 'EPSG:3826',
  });
  expect(reasons(metres)).toEqual([]);
  expect(metres.warnings.map(({ code }) => code)).not.toContain('decimal_comma');
});
