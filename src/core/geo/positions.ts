/** Geometries as files hold them: checked, converted, measured. */
import type { Geometry, Position } from 'geojson';
import type { LngLat } from '../model/index.ts';

type Checked =
  { tag: 'geometry'; geometry: Geometry; closed: boolean } | { tag: 'none' } | { tag: 'bad' };

const NONE: Checked = { tag: 'none' };
const BAD: Checked = { tag: 'bad' };

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';

const DEPTH: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function isNested(value: unknown, depth: number): boolean {
  if (depth === 0) return isPosition(value);
  return Array.isArray(value) && value.every((part) => isNested(part, depth - 1));
}

/**
 * A geometry if the value is one: numbers where numbers belong, lines of at least two and rings of at least three
 * places, rings closed (said when one had to be). Empty coordinates (`[]`, `{}`, null) are no place.
 */
export function checkGeometry(value: unknown): Checked {
  if (value === null || value === undefined) return NONE;
  if (typeof value !== 'object') return BAD;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  const depth = typeof type === 'string' ? DEPTH[type] : undefined;
  if (depth === undefined) return type === undefined ? NONE : BAD;
  if (coordinates === null || coordinates === undefined) return NONE;
  if (!Array.isArray(coordinates)) return Object.keys(coordinates).length === 0 ? NONE : BAD;
  if (coordinates.length === 0 || coordinates.every((part) => part === null)) return NONE;
  if (!isNested(coordinates, depth)) return BAD;
  const geometry = value as Geometry;
  switch (geometry.type) {
    case 'LineString':
      return geometry.coordinates.length > 1 ? { tag: 'geometry', geometry, closed: false } : BAD;
    case 'MultiLineString': {
      const lines = geometry.coordinates.filter((line) => line.length > 1);
      return lines.length > 0
        ? {
            tag: 'geometry',
            geometry: { type: 'MultiLineString', coordinates: lines },
            closed: false,
          }
        : BAD;
    }
    case 'Polygon':
      return checkRings([geometry.coordinates], false);
    case 'MultiPolygon':
      return checkRings(geometry.coordinates, true);
    default:
      return { tag: 'geometry', geometry, closed: false };
  }
}

function checkRings(polygons: readonly Position[][][], multi: boolean): Checked {
  let closed = false;
  const kept = polygons.flatMap((rings) => {
    const good = rings.flatMap((ring, i) => {
      const [first] = ring;
      const last = ring.at(-1);
      const open =
        first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1]);
      const whole = open ? [...ring, first] : ring;
      if (whole.length < 4) return i === 0 ? [null] : [];
      if (open) closed = true;
      return [whole];
    });
    return good[0] === null || good.length === 0 ? [] : [good as Position[][]];
  });
  const [only] = kept;
  if (only === undefined) return BAD;
  const geometry: Geometry = multi
    ? { type: 'MultiPolygon', coordinates: kept }
    : { type: 'Polygon', coordinates: only };
  return { tag: 'geometry', geometry, closed };
}

type Nested = Position | Nested[];

function mapNested(value: Nested, change: (x: number, y: number) => LngLat): Nested {
  if (typeof value[0] === 'number') {
    const [lng, lat] = change(value[0], value[1] as number);
    return [lng, lat];
  }
  return (value as Nested[]).map((part) => mapNested(part, change));
}

/** The geometry with every place converted; heights are left out. */
export function mapPositions(
  geometry: Geometry,
  change: (x: number, y: number) => LngLat,
): Geometry {
  if (geometry.type === 'Point') {
    const [lng, lat] = change(geometry.coordinates[0] ?? NaN, geometry.coordinates[1] ?? NaN);
    return { type: 'Point', coordinates: [lng, lat] };
  }
  if (geometry.type === 'GeometryCollection')
    return {
      type: 'GeometryCollection',
      geometries: geometry.geometries.map((part) => mapPositions(part, change)),
    };
  return {
    type: geometry.type,
    coordinates: mapNested(geometry.coordinates as Nested, change),
  } as Geometry;
}

type See = (x: number, y: number) => boolean;

function walk(value: Nested, see: See): boolean {
  if (typeof value[0] === 'number') return see(value[0], value[1] as number);
  return (value as Nested[]).every((part) => walk(part, see));
}

/** Calls `see` for every place until it answers false; returns whether all were seen. */
export function everyPosition(geometry: Geometry, see: See): boolean {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.every((part) => everyPosition(part, see));
  return walk(geometry.coordinates as Nested, see);
}

/** One place of a geometry, for distances and messages: the point, or the middle vertex of the first line or ring. */
export function anchorOf(geometry: Geometry): LngLat {
  if (geometry.type === 'Point' && geometry.coordinates.length === 2)
    return geometry.coordinates as unknown as LngLat;
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries[0] ? anchorOf(geometry.geometries[0]) : [NaN, NaN];
  let value = geometry.coordinates as Nested;
  while (Array.isArray(value[0]) && Array.isArray(value[0][0])) value = value[0] as Nested;
  const position = (
    typeof value[0] === 'number' ? value : value[Math.floor(value.length / 2)]
  ) as Position;
  return [position[0] ?? NaN, position[1] ?? NaN];
}

/** The first place of a geometry; null where there is none. */
export const pointOf = (geometry: Geometry | null): LngLat | null =>
  geometry === null ? null : anchorOf(geometry);
