import type { Geometry, Position } from 'geojson';

const point = ([lng = Number.NaN, lat = Number.NaN]: Position): string => `${lng} ${lat}`;
const line = (positions: Position[]): string => `(${positions.map(point).join(',')})`;
const area = (rings: Position[][]): string => `(${rings.map(line).join(',')})`;

function wkt(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT(${point(geometry.coordinates)})`;
    case 'MultiPoint':
      return `MULTIPOINT${line(geometry.coordinates)}`;
    case 'LineString':
      return `LINESTRING${line(geometry.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING${area(geometry.coordinates)}`;
    case 'Polygon':
      return `POLYGON${area(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON(${geometry.coordinates.map(area).join(',')})`;
    case 'GeometryCollection':
      return `GEOMETRYCOLLECTION(${geometry.geometries.map(wkt).join(',')})`;
  }
}

/** A GeoJSON geometry (WGS-84, `[lng, lat]`) as the database takes it: `SRID=4326;POINT(113.1 29.4)`. */
export const toEwkt = (geometry: Geometry): string => `SRID=4326;${wkt(geometry)}`;
