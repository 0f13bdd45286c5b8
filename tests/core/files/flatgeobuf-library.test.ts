/** FlatGeobuf as the format's own library writes it, not only as our small writer does. */
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { openFlatGeobuf } from '../../../src/core/files/shapes/flatgeobuf.ts';
import type { SourceRow } from '../../../src/core/files/source-row.ts';
import { counts, planOf } from './formats-support.ts';

const square = (x: number, y: number, size: number): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

const GEOMETRIES: readonly Geometry[] = [
  { type: 'Point', coordinates: [113.1, 29.4] },
  {
    type: 'MultiPoint',
    coordinates: [
      [113.1, 29.4],
      [113.2, 29.5],
    ],
  },
  {
    type: 'LineString',
    coordinates: [
      [113.1, 29.4],
      [113.2, 29.5],
      [113.3, 29.4],
    ],
  },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [113.1, 29.4],
        [113.2, 29.5],
      ],
      [
        [113.3, 29.4],
        [113.4, 29.5],
        [113.5, 29.4],
      ],
    ],
  },
  { type: 'Polygon', coordinates: [square(113, 29, 0.5), square(113.1, 29.1, 0.1).reverse()] },
  {
    type: 'MultiPolygon',
    coordinates: [
      [square(113, 29, 0.1)],
      [
        square(113.2, 29, 0.1),
        square(113.22, 29.02, 0.02).reverse(),
        square(113.26, 29.06, 0.02).reverse(),
      ],
    ],
  },
];

const PROPERTIES = {
  名称: '洪水范围',
  人数: 300,
  面积: 1.25,
  已整改: false,
  备注: '长'.repeat(500),
};

const collection = (geometries: readonly Geometry[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry, i): Feature => ({
    type: 'Feature',
    properties: { ...PROPERTIES, 名称: `${PROPERTIES.名称}${i}` },
    geometry,
  })),
});

async function rowsOf(
  bytes: Uint8Array,
): Promise<{ columns: readonly string[]; rows: SourceRow[] }> {
  const source = openFlatGeobuf(bytes);
  const rows: SourceRow[] = [];
  for await (const batch of source.batches) rows.push(...batch);
  return { columns: source.columns, rows };
}

describe('FlatGeobuf by its own library', () => {
  it.each(GEOMETRIES.map((geometry) => [geometry.type, geometry] as const))(
    '%s',
    async (_, geometry) => {
      const { columns, rows } = await rowsOf(serialize(collection([geometry, geometry]), 4326));
      expect(columns).toEqual(Object.keys(PROPERTIES));
      expect(rows.map((row) => row.geometry)).toEqual([geometry, geometry]);
      expect(rows.map(({ cells }) => cells)).toEqual(
        [0, 1].map((i) => [`${PROPERTIES.名称}${i}`, 300, 1.25, false, PROPERTIES.备注]),
      );
    },
  );

  it('reads a file of mixed geometries, with the system it states', async () => {
    const plan = await planOf('hazard', serialize(collection(GEOMETRIES), 4326), 'x.fgb', {
      set: { kind: 'flood' },
    });
    expect(counts(plan)).toEqual([6, 6, 0, 0]);
    expect(plan.understanding).toMatchObject({ format: 'flatgeobuf', crs: 'EPSG:4326' });
    expect(plan.records.map(({ geometry }) => geometry?.type)).toEqual(
      GEOMETRIES.map(({ type }) => type),
    );
  });

  it('refuses one that ends too early, wherever', async () => {
    const bytes = serialize(collection(GEOMETRIES), 4326);
    for (let length = 100; length < bytes.length; length += 97)
      await expect(rowsOf(bytes.subarray(0, length)), String(length)).rejects.toThrow();
  });
});
