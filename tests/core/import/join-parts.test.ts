/** Several areas with one id become one record when a person wants it; nobody is counted twice, nobody is lost. */
import { describe, expect, it } from 'vitest';
import { plan } from './support.ts';

const square = (x: number, y: number): number[][][] => [
  [
    [x, y],
    [x + 0.01, y],
    [x + 0.01, y + 0.01],
    [x, y + 0.01],
    [x, y],
  ],
];
const part = (properties: object, x: number, y = 29): object => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: square(x, y) },
});
const file = (...features: object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
const GEOJSON = { fileName: 'x.geojson' };

const ISLANDS = file(
  part({ KEY_CODE: 'A1', S_NAME: '岛村', JINKO: 0, SETAI: 0 }, 113.1),
  part({ KEY_CODE: 'A1', S_NAME: '岛村', JINKO: 320, SETAI: 90 }, 113.2),
  part({ KEY_CODE: 'B2', S_NAME: '山村', JINKO: 100, SETAI: 30 }, 113.3),
  part({ KEY_CODE: 'C3', S_NAME: '河村', JINKO: 50, SETAI: 20 }, 113.4),
  part({ KEY_CODE: 'C3', S_NAME: '河村', JINKO: 50, SETAI: 20 }, 113.4 + 0.01),
);
const warned = ({ warnings }: Awaited<ReturnType<typeof plan>>, code: string): unknown =>
  warnings.find((warning) => warning.code === code);

describe('parts of one record', () => {
  it('are offered, and joined only when asked', async () => {
    const asIs = await plan('settlement', ISLANDS, GEOJSON);
    expect(warned(asIs, 'parts_of_one')).toEqual({
      code: 'parts_of_one',
      params: { count: 4, records: 2 },
      rows: [1, 2, 4, 5],
    });
    expect(asIs.records).toHaveLength(5);

    const whole = await plan('settlement', ISLANDS, { ...GEOJSON, joinParts: true });
    expect(
      whole.records.map(({ name, externalId, fields, geometry }) => [
        name,
        externalId,
        fields.people,
        fields.households,
        geometry?.type,
      ]),
    ).toEqual([
      // Apart: two areas. Side by side: one.
      ['岛村', 'A1', 320, 90, 'MultiPolygon'],
      ['山村', 'B2', 100, 30, 'Polygon'],
      ['河村', 'C3', 50, 20, 'Polygon'],
    ]);
    expect(whole.duplicates.map(({ row, reason, params }) => [row, reason, params.row])).toEqual([
      [2, 'part_joined', 1],
      [5, 'part_joined', 4],
    ]);
    expect(warned(whole, 'parts_joined')).toMatchObject({ params: { count: 4, records: 2 } });
    expect(warned(whole, 'id_column_ignored')).toBeUndefined();
  });

  it('are left apart where they contradict one another, or are points', async () => {
    const contradicting = file(
      part({ KEY_CODE: 'A1', S_NAME: '岛村', JINKO: 20 }, 113.1),
      part({ KEY_CODE: 'A1', S_NAME: '岛村', JINKO: 320 }, 113.2),
    );
    const apart = await plan('settlement', contradicting, { ...GEOJSON, joinParts: true });
    expect(apart.records.map(({ fields }) => fields.people)).toEqual([20, 320]);
    expect(warned(apart, 'parts_joined')).toBeUndefined();
    const points = '编号,名称,经度,纬度\nA-1,甲,113.1,29.1\nA-1,甲,113.2,29.2\n';
    expect((await plan('shelter', points, { joinParts: true })).records).toHaveLength(2);
  });

  it('are said to stand in one record when the first of them is read alone', async () => {
    const forced = await plan('settlement', ISLANDS, {
      ...GEOJSON,
      map: [['KEY_CODE', 'externalId']],
    });
    expect(forced.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'same_id'],
      [5, 'same_id'],
    ]);
    expect(warned(forced, 'parts_of_one')).toBeDefined();
  });
});
