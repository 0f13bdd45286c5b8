/** The one spelling in which a geometry goes into the database. */
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { toEwkt } from '../../../src/core/geo/ewkt.ts';

const RING = [
  [113, 29],
  [113.5, 29],
  [113.5, 29.25],
  [113, 29],
];
const RING_TEXT = '(113 29,113.5 29,113.5 29.25,113 29)';

describe('a geometry as the database takes it', () => {
  it.each<[Geometry, string]>([
    [{ type: 'Point', coordinates: [113.1, 29.4] }, 'POINT(113.1 29.4)'],
    [{ type: 'MultiPoint', coordinates: RING }, `MULTIPOINT${RING_TEXT}`],
    [{ type: 'LineString', coordinates: RING }, `LINESTRING${RING_TEXT}`],
    [
      { type: 'MultiLineString', coordinates: [RING, RING] },
      `MULTILINESTRING(${RING_TEXT},${RING_TEXT})`,
    ],
    [{ type: 'Polygon', coordinates: [RING, RING] }, `POLYGON(${RING_TEXT},${RING_TEXT})`],
    [
      { type: 'MultiPolygon', coordinates: [[RING], [RING]] },
      `MULTIPOLYGON((${RING_TEXT}),(${RING_TEXT}))`,
    ],
    [
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] },
      'GEOMETRYCOLLECTION(POINT(1 2))',
    ],
  ])('writes $type', (geometry, text) => {
    expect(toEwkt(geometry)).toBe(`SRID=4326;${text}`);
  });

  it('drops heights, which no column holds', () => {
    expect(toEwkt({ type: 'Point', coordinates: [113.1, 29.4, 55] })).toBe(
      'SRID=4326;POINT(113.1 29.4)',
    );
  });
});
