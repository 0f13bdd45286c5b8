import type { Geometry, Position } from 'geojson';

type Nested = Position | Nested[];

const list = (value: Nested): string =>
  typeof value[0] === 'number' ? `${value[0]} ${value[1] as number}` : `(${(value as Nested[]).map(list).join(',')})`;

/** A geometry (WGS-84) in the one form every database here takes for a geometry column. */
export function toEwkt(geometry: Geometry): string {
  if (geometry.type === 'GeometryCollection')
    return `SRID=4326;GEOMETRYCOLLECTION(${geometry.geometries.map((part) => toEwkt(part).slice(10)).join(',')})`;
  const body = list(geometry.coordinates as Nested);
  return `SRID=4326;${geometry.type.toUpperCase()}${geometry.type === 'Point' ? `(${body})` : body}`;
}
