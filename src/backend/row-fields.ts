/** How one column of a row is read. `BAD` marks a value that makes the whole row unreadable. */
import type { Geometry } from 'geojson';

export const BAD: unique symbol = Symbol('unreadable value');
export type Field<Value> = (value: unknown) => Value | typeof BAD;

export const text: Field<string> = (value) => (typeof value === 'string' ? value : BAD);
export const number: Field<number> = (value) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  // Postgres numeric may come as text so that no digit is lost.
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return Number(value);
  return BAD;
};
export const truth: Field<boolean> = (value) => (typeof value === 'boolean' ? value : BAD);
/** A time with its zone; a time nobody can place is not a time. */
export const instant: Field<string> = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : BAD;

/** Null and absent both mean unknown. */
export const maybe =
  <Value>(field: Field<Value>): Field<Value | null> =>
  (value) =>
    value === null || value === undefined ? null : field(value);

export const oneOf =
  <const Value extends string | number>(values: readonly Value[]): Field<Value> =>
  (value) =>
    values.find((known) => known === value) ?? BAD;

export const texts: Field<string[]> = (value) => {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : BAD;
};

const GEOMETRIES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
];

export const geometry: Field<Geometry> = (value) => {
  if (typeof value !== 'object' || value === null || !('type' in value)) return BAD;
  if (value.type === 'GeometryCollection' && 'geometries' in value) return value as Geometry;
  const known = typeof value.type === 'string' && GEOMETRIES.includes(value.type);
  return known && 'coordinates' in value && Array.isArray(value.coordinates)
    ? (value as Geometry)
    : BAD;
};
