/** Places in cells as databases and forms write them; what cannot be read is said to be unreadable, not missing. */
import { describe, expect, it } from 'vitest';
import { kindAsked, usage } from '../../../supabase/tools/importing/options.ts';
import { plan } from './support.ts';

const one = async (
  title: string,
  cell: string,
  kind: 'shelter' | 'hazard' = 'shelter',
): Promise<unknown> => {
  const set: Record<string, string> = kind === 'hazard' ? { kind: 'flood' } : {};
  const { records, rejected } = await plan(kind, `名称,${title}\n甲,"${cell}"\n`, {
    radius: null,
    set,
  });
  const [record] = records;
  if (record !== undefined) {
    const { geometry } = record;
    return geometry?.type === 'Point'
      ? geometry.coordinates.map((value) => Math.round(value * 1000) / 1000)
      : geometry?.type;
  }
  return [rejected[0]?.reason, rejected[0]?.params.type ?? null];
};

describe('geometry in a cell', () => {
  it.each([
    ['POINT (113.254 29.357)', [113.254, 29.357]],
    ['PointZ (113.254 29.357 41)', [113.254, 29.357]],
    ['POINT Z (113.254 29.357 41)', [113.254, 29.357]],
    ['POINTZ(113.254 29.357 41)', [113.254, 29.357]],
    ['PointM (113.254 29.357 7)', [113.254, 29.357]],
    ['POINT ZM(113.254 29.357 41 7)', [113.254, 29.357]],
    ['SRID=4326;POINT(113.254 29.357)', [113.254, 29.357]],
    ['SRID=4490; POINTZM (113.254 29.357 1 2)', [113.254, 29.357]],
    ['SRID=3857;POINT(12607377.6 3421112.4)', [113.254, 29.357]],
    ['SRID=999999;POINT(1 2)', ['srid_unknown', null]],
    ['0101000020E6100000C74B378941505C4008AC1C5A645B3D40', [113.254, 29.357]],
    ['\\x0101000000C74B378941505C4008AC1C5A645B3D40', [113.254, 29.357]],
    ['0101000020E6100000C74B3789', ['unreadable_coordinate', null]],
    ['GEOMETRYCOLLECTION(POINT(113.254 29.357))', [113.254, 29.357]],
    [
      'GEOMETRYCOLLECTION(POINT(113 29),LINESTRING(1 2,3 4))',
      ['wrong_geometry_type', 'GEOMETRYCOLLECTION'],
    ],
    ['CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))', ['wrong_geometry_type', 'CURVEPOLYGON']],
    ['POINT EMPTY', ['no_place', null]],
    ['GEOMETRYCOLLECTION EMPTY', ['no_place', null]],
    ['POINT(113.254, 29.357)', ['unreadable_coordinate', null]],
    ['看附图', ['unreadable_coordinate', null]],
  ])('%s → %j', async (cell, expected) => {
    expect(await one('wkt', cell)).toEqual(expected);
  });

  it('may be an area with heights', async () => {
    const area = 'PolygonZ ((113.25 29.35 1, 113.26 29.35 1, 113.26 29.36 1, 113.25 29.35 1))';
    expect(await one('wkt', area, 'hazard')).toBe('Polygon');
    expect(
      await one('geom', 'MULTIPOLYGON ZM(((0 0 1 1,1 0 1 1,1 1 1 1,0 0 1 1)))', 'hazard'),
    ).toMatch(/Polygon$/);
  });
});

describe('places of survey forms', () => {
  it.each([
    ['29.357 113.254 0.0 0.0', [113.254, 29.357]],
    ['29.357 113.254 41.2', [113.254, 29.357]],
    ['113.254 29.357 0 0', [113.254, 29.357]],
    ['-33.9 18.4 0 0', [18.4, -33.9]],
  ])('%s is latitude, longitude, altitude and accuracy', async (cell, expected) => {
    expect(await one('坐标', cell)).toEqual(expected);
  });

  it('may be lines and areas', async () => {
    expect(await one('坐标', '29.3 113.2 0 0;29.4 113.3 0 0', 'hazard')).toBe('LineString');
    expect(
      await one('坐标', '29.3 113.2 0 0;29.4 113.3 0 0;29.3 113.3 0 0;29.3 113.2 0 0', 'hazard'),
    ).toBe('Polygon');
  });

  it('come in columns called after the question', async () => {
    const file =
      '避难场所名称;_位置_latitude;_位置_longitude;_位置_altitude\n镇中学;29.357;113.254;41.2\n村小学;29.401;113.312;38\n';
    const { records } = await plan('shelter', file, { delimiter: ';' });
    expect(records.map(({ name, geometry }) => [name, geometry])).toEqual([
      ['镇中学', { type: 'Point', coordinates: [113.254, 29.357] }],
      ['村小学', { type: 'Point', coordinates: [113.312, 29.401] }],
    ]);
  });
});

it('the help of a kind lists the fields of that kind', () => {
  expect(usage(kindAsked(['team', '--help']))).toContain('mobilisationDayS');
  expect(usage(kindAsked(['evacuation-route', '--help']))).toContain('widthM');
  expect(usage(kindAsked(['--help']))).toContain('capacityIndoor');
});
