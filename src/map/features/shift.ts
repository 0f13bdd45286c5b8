/**
 * Geometry for a shifted (GCJ-02) base map: converted only while drawing, never stored. A collection is converted
 * once and remembered, so that the same data stays the same reference.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { LngLat } from '../../core/model/index.ts';
import { fromWgs84, toWgs84 } from '../../core/crs/datum.ts';

/** The system a base map is drawn in. */
export type MapDatum = 'wgs84' | 'gcj02';

/** Where a WGS-84 place stands on a map in `datum`. */
export function toMap(place: LngLat, datum: MapDatum): [lng: number, lat: number] {
  const [lng, lat] = fromWgs84(place, datum);
  return [lng, lat];
}

/** The WGS-84 place of a point on a map in `datum`; the round trip is exact to well under a metre. */
export const fromMap = (point: LngLat, datum: MapDatum): LngLat => toWgs84(point, datum);

/** The same geometry with every position moved. */
export function moveGeometry(geometry: Geometry, position: (at: Position) => Position): Geometry {
  const positions = (line: Position[]): Position[] => line.map(position);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: position(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: positions(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(positions) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map(positions)),
      };
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((part) => moveGeometry(part, position)),
      };
  }
}

export const shiftGeometry = (geometry: Geometry): Geometry =>
  moveGeometry(geometry, ([lng = NaN, lat = NaN]) => toMap([lng, lat], 'gcj02'));

const shifted = new WeakMap<FeatureCollection, FeatureCollection>();

/** The collection as it stands on a map in `datum`: itself in WGS-84. */
export function onMap(data: FeatureCollection, datum: MapDatum): FeatureCollection {
  if (datum === 'wgs84') return data;
  let moved = shifted.get(data);
  if (moved === undefined) {
    const features = data.features.map((feature): Feature => ({
      ...feature,
      geometry: shiftGeometry(feature.geometry),
    }));
    moved = { type: 'FeatureCollection', features };
    shifted.set(data, moved);
  }
  return moved;
}
