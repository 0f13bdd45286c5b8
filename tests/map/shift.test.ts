import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../src/core/geo/distance.ts';
import { fromMap, onMap, shiftGeometry, toMap } from '../../src/map/features/shift.ts';

const inChina = fc.tuple(
  fc.double({ min: 73.5, max: 134.7, noNaN: true }),
  fc.double({ min: 18.2, max: 53.5, noNaN: true }),
);

describe('a shifted (GCJ-02) base map', () => {
  it('takes a place there and back within half a metre, anywhere in China', () => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(greatCircle(place, fromMap(toMap(place, 'gcj02'), 'gcj02'))).toBeLessThan(0.01);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a click there and back too', () => {
    fc.assert(
      fc.property(inChina, (point) => {
        expect(greatCircle(point, toMap(fromMap(point, 'gcj02'), 'gcj02'))).toBeLessThan(0.5);
      }),
    );
  });

  it('moves a place by the known shift: some hundred metres', () => {
    const [lng, lat] = toMap([116.3975, 39.9087], 'gcj02');
    expect(greatCircle([116.3975, 39.9087], [lng, lat])).toBeGreaterThan(300);
    // Published pairs agree to about a metre: Tian'anmen in WGS-84 and GCJ-02.
    expect(greatCircle([116.40374, 39.91011], [lng, lat])).toBeLessThan(5);
  });

  it('leaves the rest of the world, and every WGS-84 map, where it is', () => {
    expect(toMap([8.68, 49.41], 'gcj02')).toEqual([8.68, 49.41]);
    expect(fromMap([-122.4, 37.8], 'gcj02')).toEqual([-122.4, 37.8]);
    expect(toMap([110.9, 28], 'wgs84')).toEqual([110.9, 28]);
  });

  it('converts every vertex of every kind of geometry', () => {
    const a = [110.9, 28];
    const b = toMap([110.9, 28], 'gcj02');
    expect(shiftGeometry({ type: 'Point', coordinates: a })).toEqual({
      type: 'Point',
      coordinates: b,
    });
    expect(shiftGeometry({ type: 'LineString', coordinates: [a, a] })).toEqual({
      type: 'LineString',
      coordinates: [b, b],
    });
    expect(shiftGeometry({ type: 'MultiPolygon', coordinates: [[[a, a, a, a]]] })).toEqual({
      type: 'MultiPolygon',
      coordinates: [[[b, b, b, b]]],
    });
    expect(
      shiftGeometry({
        type: 'GeometryCollection',
        geometries: [{ type: 'MultiPoint', coordinates: [a] }],
      }),
    ).toEqual({
      type: 'GeometryCollection',
      geometries: [{ type: 'MultiPoint', coordinates: [b] }],
    });
  });

  it('converts a collection once and never changes the stored one', () => {
    const stored: FeatureCollection = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [110.9, 28] },
          properties: { id: 'a' },
        },
      ],
    };
    const before = structuredClone(stored);
    const drawn = onMap(stored, 'gcj02');
    expect(onMap(stored, 'gcj02')).toBe(drawn);
    expect(onMap(stored, 'wgs84')).toBe(stored);
    expect(stored).toEqual(before);
    expect(drawn.features[0]?.properties).toEqual({ id: 'a' });
  });
});
