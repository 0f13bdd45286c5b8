/** Geometries in the coordinate system of an export, and in the parts and rings that its formats ask for. */
import type { Geometry, Position } from 'geojson';
import { mapPositions } from '../geo/positions.ts';
import { fromWgs84 } from '../crs/datum.ts';
import type { AnyRecord, ExportCrs } from './types.ts';

/** A record's place in the export's system; null = no place known. */
export function placeOf(record: AnyRecord, crs: ExportCrs): Geometry | null {
  if (!('geometry' in record)) return null;
  const { geometry, lng, lat } = record;
  const place: Geometry | null =
    geometry ?? (lng === null || lat === null ? null : { type: 'Point', coordinates: [lng, lat] });
  if (place === null || crs === 'wgs84') return place;
  return mapPositions(place, (x, y) => {
    const [shiftedX, shiftedY] = fromWgs84([x, y], 'gcj02');
    return [shiftedX, shiftedY];
  });
}

const pair = ([x = NaN, y = NaN]: Position): string => `${x} ${y}`;
const run = (line: readonly Position[]): string => `(${line.map(pair).join(', ')})`;
const rings = (polygon: readonly (readonly Position[])[]): string =>
  `(${polygon.map(run).join(', ')})`;

/** Well-known text with every digit; null for what it is not written for. */
export function toWkt(geometry: Geometry): string | null {
  switch (geometry.type) {
    case 'Point':
      return `POINT (${pair(geometry.coordinates)})`;
    case 'MultiPoint':
      return `MULTIPOINT ${run(geometry.coordinates)}`;
    case 'LineString':
      return `LINESTRING ${run(geometry.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING (${geometry.coordinates.map(run).join(', ')})`;
    case 'Polygon':
      return `POLYGON ${rings(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON (${geometry.coordinates.map(rings).join(', ')})`;
    default:
      return null;
  }
}

/** Longitude, latitude and WKT of a place: one or the other, never both, so that no reader takes an area for its label. */
export function placeCells(
  geometry: Geometry | null,
): [lng: number | null, lat: number | null, wkt: string | null] {
  if (geometry === null) return [null, null, null];
  if (geometry.type !== 'Point') return [null, null, toWkt(geometry)];
  const [lng = null, lat = null] = geometry.coordinates;
  return [lng, lat, null];
}

/** Twice the signed area in square degrees; positive = counterclockwise. */
function turn(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** Rings turning the way a format asks: outer rings clockwise or counterclockwise, holes the other way. */
export const turned = (polygon: readonly Position[][], outerClockwise: boolean): Position[][] =>
  polygon.map((ring, i) =>
    ((i === 0) === outerClockwise) === turn(ring) < 0 ? ring : [...ring].reverse(),
  );
