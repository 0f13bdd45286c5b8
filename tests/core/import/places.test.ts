/** Coordinate systems, slips, the fence and the median, broken areas. */
import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonsArea } from '../../../src/core/geo/repair/area.ts';
import { repairPolygon } from '../../../src/core/geo/repair/repair.ts';
import { containment } from '../../../src/core/geo/containment.ts';
import { crsOfName } from '../../../src/core/crs/crs.ts';
import { inMainlandChina, suggestProjected } from '../../../src/core/crs/hints.ts';
import { medianPlace } from '../../../src/core/geo/median.ts';
import { collection, feature, plan, point, reasons, warned } from './support.ts';

const header = '名称,经度,纬度\n';
const around = Array.from({ length: 9 }, (_, i) => `点${i},113.${i}5,29.1${i}`).join('\n');

describe('coordinate systems', () => {
  it.each([
    'EPSG:4326',
    '4326',
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:EPSG::4490',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
    'WGS84',
  ])('%s is degrees', (name) => {
    expect(crsOfName(name).toWgs84(113.1, 29.1)).toEqual([113.1, 29.1]);
  });

  it('reads projected features by the file’s own crs member, wherever it stands', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3826' } };
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature({ name: 'a' }, point(180532.4650701761, 2500615.001495161))],
      crs,
    });
    const read = await plan('hazard', text, { set: { kind: 'pipeline' } });
    expect(read.understanding.crs).toBe('EPSG:3826');
    const [lng = 0, lat = 0] = (read.records[0]?.geometry as { coordinates: Position }).coordinates;
    expect(lng).toBeCloseTo(120.32431419465021, 7);
    expect(lat).toBeCloseTo(22.6042129802528, 7);
  });

  it('refuses what it cannot convert, and says what it does not know', () => {
    expect(() => crsOfName('EPSG:2342')).toThrow('crs_not_convertible');
    expect(() => crsOfName('EPSG:9999999')).toThrow('unknown_crs');
    expect(() => crsOfName('moon')).toThrow('unknown_crs');
  });

  it('says which system numbers look like', async () => {
    expect(suggestProjected(302000, 2770000)[0]).toBe('EPSG:3826');
    const read = await plan('shelter', `${header}甲,302000,2770000\n乙,303000,2771000\n`);
    expect(reasons(read).map(([, reason]) => reason)).toEqual(['not_degrees', 'not_degrees']);
    expect(read.warnings.find(({ code }) => code === 'crs_suggested')?.params.suggestion).toContain(
      'EPSG:3826',
    );
    const degrees = await plan('shelter', `${header}甲,121.5,25.0\n`, { crs: '3826' });
    expect(warned(degrees)).toContain('crs_suggested');
  });

  it('asks whether a table from mainland China is GCJ-02, but not one from Taiwan or Japan', async () => {
    expect(warned(await plan('shelter', header + around))).toContain('crs_unstated_china');
    expect(warned(await plan('shelter', header + around, { crs: 'wgs84' }))).not.toContain(
      'crs_unstated_china',
    );
    expect(warned(await plan('shelter', `${header}甲,121.52,25.03\n`))).not.toContain(
      'crs_unstated_china',
    );
    expect(
      [
        [116.4, 39.9],
        [113.1, 29.4],
        [87.6, 43.8],
        [121.5, 25.0],
        [114.17, 22.3],
        [139.7, 35.7],
        [127, 37.5],
      ].map(([lng = 0, lat = 0]) => inMainlandChina([lng, lat])),
    ).toEqual([true, true, true, false, false, false, false]);
  });

  it('converts GCJ-02, and hears it in a column title', async () => {
    const read = await plan('shelter', '名称,经度（高德）,纬度（高德）\n甲,113.006435,29.461106\n');
    expect(read.understanding.crs).toBe('GCJ-02');
    const [lng = 0, lat = 0] = (read.records[0]?.geometry as { coordinates: Position }).coordinates;
    expect(lng).toBeLessThan(113.003);
    expect(lat).toBeGreaterThan(29.462);
  });
});

describe('slips', () => {
  const one = async (cells: string): Promise<string | undefined> =>
    (await plan('shelter', `${header}${around}\n错,${cells}\n`)).rejected.at(-1)?.reason;

  it.each([
    ['29.15,113.15', 'swapped'],
    ['-113.15,29.15', 'missing_sign'],
    ['1131.5,29.15', 'decimal_slip'],
    ['11.315,29.15', 'decimal_slip'],
    ['0,0', 'zero_zero'],
    ['121.5,25.0', 'too_far'],
    ['东边,29.1', 'unreadable_coordinate'],
    [',', 'no_place'],
  ])('%s is told as %s', async (cells, reason) => {
    expect(await one(cells)).toBe(reason);
  });

  it('exchanged axes are told also when the result is still a place on earth', async () => {
    const kyiv = Array.from({ length: 9 }, (_, i) => `点${i},30.${i}5,50.1${i}`).join('\n');
    expect(reasons(await plan('shelter', `${header}${kyiv}\n错,50.15,30.15\n`))).toEqual([
      [10, 'swapped'],
    ]);
  });

  it('reads degrees, minutes and seconds, and pairs in one cell', async () => {
    const read = await plan(
      'shelter',
      `名称,坐标\n甲,"113.15,29.10"\n乙,"29.10,113.15"\n丙,"东经113°9′0″ 北纬29°6′0″"\n`,
    );
    expect(
      read.records.map(({ geometry }) =>
        (geometry as { coordinates: Position }).coordinates.map((value) =>
          Number(value.toFixed(6)),
        ),
      ),
    ).toEqual([
      [113.15, 29.1],
      [113.15, 29.1],
      [113.15, 29.1],
    ]);
    const dms = await plan('shelter', `${header}甲,113°09′00″,29度06分\n`);
    expect(dms.records).toHaveLength(1);
    expect(warned(dms)).toContain('degrees_minutes_seconds');
  });

  it('reads WKT and hexadecimal WKB in a cell', async () => {
    const read = await plan(
      'hazard',
      '名称,geom\n甲,"POLYGON((113 29,113.1 29,113.1 29.1,113 29))"\n乙,"SRID=4326;LINESTRING(113 29,113.1 29.1)"\n丙,01010000002FA3586E69405C4048FDF50A0B763D40\n',
      { set: { kind: 'flood' } },
    );
    expect(read.records.map(({ geometry }) => geometry?.type)).toEqual([
      'Polygon',
      'LineString',
      'Point',
    ]);
    expect(reasons(read)).toEqual([]);
  });
});

describe('fence and median', () => {
  const square: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [113, 29],
        [114, 29],
        [114, 30],
        [113, 30],
        [113, 29],
      ],
    ],
  };

  it('keeps what lies inside or reaches in, and says how far the rest is', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [112, 29.5],
        [113.5, 29.5],
      ],
    };
    const big = {
      type: 'Polygon',
      coordinates: [
        [
          [110, 28],
          [116, 28],
          [116, 31],
          [110, 31],
          [110, 28],
        ],
      ],
    };
    const text = collection(
      feature({ name: '内' }, point(113.5, 29.5)),
      feature({ name: '边' }, point(113, 29.5)),
      feature({ name: '线' }, line),
      feature({ name: '大' }, big),
      feature({ name: '外' }, point(112.99, 29.5)),
    );
    const read = await plan('hazard', text, {
      fence: { code: '4306', geometry: square },
      set: { kind: 'flood' },
    });
    expect(reasons(read)).toEqual([[5, 'outside_district']]);
    expect(read.rejected[0]?.params.meters).toBeGreaterThan(900);
    expect(read.rejected[0]?.params.meters).toBeLessThan(1000);
  });

  it('answers like Turf on random areas', () => {
    const coordinate = fc.integer({ min: 0, max: 40 }).map((value) => value / 4);
    const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(
        ring,
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 20, maxLength: 20 }),
        (corners, places) => {
          const first = corners[0] ?? [0, 0];
          const polygon: Polygon = { type: 'Polygon', coordinates: [[...corners, first]] };
          const { holds } = containment(polygon);
          for (const [x, y] of places) {
            // Beside the grid by what no side of it meets: on a side itself either answer is right.
            const place: [number, number] = [x + Math.SQRT1_2 / 50, y + Math.LN2 / 50];
            expect(holds(place)).toBe(booleanPointInPolygon(place, polygon));
          }
        },
      ),
    );
  });

  it('takes the median on the right side of the earth', () => {
    expect(
      medianPlace([
        [179, 1],
        [-179, 2],
        [-178, 3],
      ]),
    ).toEqual([-179, 2]);
    expect(
      medianPlace([
        [10, 1],
        [12, 5],
        [170, 80],
      ]),
    ).toEqual([12, 5]);
    expect(medianPlace([])).toBeNull();
  });

  it('lets everything through when asked to', async () => {
    expect(
      (await plan('shelter', `${header}${around}\n远,2,48\n`, { radius: null })).rejected,
    ).toEqual([]);
  });
});

describe('broken areas', () => {
  const areaOf = (geometry: Polygon | MultiPolygon): number =>
    polygonsArea(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
  const ring = (...places: [number, number][]): Position[] => [...places, places[0] ?? [0, 0]];

  it.each<[string, Position[][][], number]>([
    ['a bow tie becomes two triangles', [[ring([0, 0], [2, 2], [2, 0], [0, 2])]], 2],
    [
      'overlapping parts are joined',
      [[ring([0, 0], [2, 0], [2, 2], [0, 2])], [ring([1, 0], [3, 0], [3, 2], [1, 2])]],
      6,
    ],
    [
      'a ring that touches itself is cut',
      [[ring([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1])]],
      2,
    ],
    ['a spike falls off', [[ring([0, 0], [2, 0], [2, 2], [2, 5], [2, 2], [0, 2])]], 4],
    [
      'a hole that touches its ring in two corners cuts it',
      [[ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([0, 0], [3, 1], [4, 4], [1, 3])]],
      8,
    ],
    [
      'a hole outside is dropped',
      [[ring([0, 0], [2, 0], [2, 2], [0, 2]), ring([5, 5], [6, 5], [6, 6])]],
      4,
    ],
    [
      'a part inside another is joined',
      [[ring([0, 0], [9, 0], [9, 9], [0, 9])], [ring([1, 1], [2, 1], [2, 2])]],
      81,
    ],
  ])('%s', (_, coordinates, degrees2) => {
    const repaired = repairPolygon({ type: 'MultiPolygon', coordinates });
    if (repaired.tag !== 'repaired') throw new Error(repaired.tag);
    expect(repaired.areaAfter / (degrees2 * 1.2308e10)).toBeCloseTo(1, 1);
    expect(repairPolygon(repaired.geometry)).toEqual({ tag: 'valid' });
  });

  it.each<[string, Position[][][]]>([
    ['a plain ring', [[ring([0, 0], [2, 0], [2, 2], [0, 2])]]],
    ['repeated corners', [[ring([0, 0], [2, 0], [2, 0], [2, 2], [0, 2])]]],
    ['corners in a straight line', [[ring([0, 0], [1, 0], [2, 0], [2, 2], [0, 2])]]],
    [
      'a hole, and an island in it',
      [
        [ring([0, 0], [9, 0], [9, 9], [0, 9]), ring([1, 1], [8, 1], [8, 8], [1, 8])],
        [ring([3, 3], [4, 3], [4, 4])],
      ],
    ],
    [
      'parts that touch in a corner',
      [[ring([0, 0], [1, 0], [1, 1], [0, 1])], [ring([1, 1], [2, 1], [2, 2], [1, 2])]],
    ],
    [
      'a hole that touches the ring in one point',
      [[ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([0, 0], [2, 1], [1, 2])]],
    ],
  ])('%s stays as it is', (_, coordinates) => {
    expect(repairPolygon({ type: 'MultiPolygon', coordinates })).toEqual({ tag: 'valid' });
  });

  it('rings pass every corner once, where the clipping library left one that does not', () => {
    const coordinates: Position[][][] = [
      [ring([4, 5], [1, 1], [7, 5]), ring([1, 1], [1, 3], [0, 7], [6, 7], [0, 1])],
      [ring([4, 0], [1, 3], [5, 5], [3, 8], [4, 0], [3, 1], [5, 2]), ring([3, 0], [3, 4], [7, 5])],
    ];
    const repaired = repairPolygon({ type: 'MultiPolygon', coordinates });
    if (repaired.tag !== 'repaired' || repaired.geometry.type !== 'MultiPolygon')
      throw new Error(repaired.tag);
    for (const outline of repaired.geometry.coordinates.flat())
      expect(new Set(outline.map(String)).size).toBe(outline.length - 1);
  });

  it('measures on the ellipsoid', () => {
    // One degree at the equator: 12,308,778,361 m² by PostGIS geography.
    expect(
      areaOf({ type: 'Polygon', coordinates: [ring([0, 0], [1, 0], [1, 1], [0, 1])] }) /
        12_308_778_361,
    ).toBeCloseTo(1, 4);
  });

  it('tells the change in the report, closes open rings, refuses what has no area', async () => {
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [113, 29],
          [113.1, 29],
          [113.1, 29.1],
        ],
      ],
    };
    const tie = {
      type: 'Polygon',
      coordinates: [ring([113, 29], [113.2, 29.2], [113.2, 29], [113, 29.2])],
    };
    const flat = { type: 'Polygon', coordinates: [ring([113, 29], [113.2, 29], [113.1, 29])] };
    const read = await plan(
      'hazard',
      collection(
        feature({ name: 'a' }, open),
        feature({ name: 'b' }, tie),
        feature({ name: 'c' }, flat),
      ),
      { set: { kind: 'flood' } },
    );
    expect(read.repaired.map(({ row, code }) => [row, code])).toEqual([
      [1, 'ring_closed'],
      [2, 'polygon_made_valid'],
    ]);
    expect(reasons(read)).toEqual([[3, 'bad_geometry']]);
  });

  it('a shape of more corners than the register takes is refused before anything is done to it', async () => {
    const long = {
      type: 'LineString',
      coordinates: Array.from({ length: 30_001 }, (_, i) => [113, 29 + i / 1e6]),
    };
    const read = await plan('hazard', collection(feature({ name: 'a' }, long)), {
      set: { kind: 'flood' },
    });
    expect(read.rejected.map(({ reason, params }) => ({ reason, params }))).toEqual([
      { reason: 'too_many_corners', params: { corners: 30_001, limit: 30_000 } },
    ]);
  });
});
