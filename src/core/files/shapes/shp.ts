/** The geometries of an ESRI shapefile (.shp, white paper of July 1998), as GeoJSON; heights and measures are dropped. */
import type { Position } from 'geojson';
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { polygonsOfRings } from './rings.ts';

export interface Shape {
  /** GeoJSON, unchecked; null for the null shape. */
  geometry: object | null;
  /** The record holds something that is no geometry of this format. */
  bad: boolean;
}

const damaged = (): FileFailure => new FileFailure('shapefile_damaged');

/** Kind of geometry a type number stands for: Z and M variants are ten and twenty above. */
const KIND: Readonly<Record<number, 'point' | 'line' | 'polygon' | 'multipoint'>> = {
  1: 'point',
  3: 'line',
  5: 'polygon',
  8: 'multipoint',
};

const isShp = (bytes: Uint8Array): boolean =>
  bytes.length >= 100 && bytes[2] === 0x27 && bytes[3] === 0x0a;

/** What the file says its geometries are. */
export function shapeKind(bytes: Uint8Array): string {
  const type = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(32, true);
  return KIND[type % 10] ?? 'none';
}

/** Every record in file order. @throws FileFailure shapefile_damaged */
export function* readShapes(bytes: Uint8Array): Generator<Shape> {
  if (!isShp(bytes)) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 100;
  while (at + 8 <= bytes.length) {
    const length = view.getInt32(at + 4, false) * 2;
    const end = at + 8 + length;
    if (length < 4 || end > bytes.length) throw damaged();
    yield readShape(view, at + 8, end);
    at = end;
  }
}

const BAD: Shape = { geometry: null, bad: true };

function readShape(view: DataView, at: number, end: number): Shape {
  const type = view.getInt32(at, true);
  if (type === 0) return { geometry: null, bad: false };
  const kind = type >= 0 && type < 30 ? KIND[type % 10] : undefined;
  switch (kind) {
    case undefined:
      return BAD;
    case 'point':
      return readPoint(view, at, end);
    case 'multipoint':
      return readMultiPoint(view, at, end);
    case 'line': {
      const lines = readParts(view, at, end);
      return lines === null ? BAD : lineShape(lines);
    }
    case 'polygon': {
      const rings = readParts(view, at, end);
      return rings === null ? BAD : polygonShape(rings);
    }
  }
}

const placeAt = (view: DataView, offset: number): Position => [
  view.getFloat64(offset, true),
  view.getFloat64(offset + 8, true),
];

function readPoint(view: DataView, at: number, end: number): Shape {
  if (at + 20 > end) return BAD;
  return shapeOf({ type: 'Point', coordinates: placeAt(view, at + 4) });
}

function readMultiPoint(view: DataView, at: number, end: number): Shape {
  if (at + 40 > end) return BAD;
  const count = view.getInt32(at + 36, true);
  if (count < 0 || count > LIMITS.positions || at + 40 + count * 16 > end) return BAD;
  return shapeOf({
    type: 'MultiPoint',
    coordinates: Array.from({ length: count }, (_, i) => placeAt(view, at + 40 + i * 16)),
  });
}

/** The parts of a line or the rings of a polygon; null when the record does not hold what it says. */
function readParts(view: DataView, at: number, end: number): Position[][] | null {
  if (at + 44 > end) return null;
  const [parts, points] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)];
  if (parts < 0 || parts > LIMITS.parts || points < 0 || points > LIMITS.positions) return null;
  const first = at + 44 + parts * 4;
  if (first + points * 16 > end) return null;
  const lines: Position[][] = [];
  for (let part = 0; part < parts; part++) {
    const from = view.getInt32(at + 44 + part * 4, true);
    const to = part + 1 < parts ? view.getInt32(at + 48 + part * 4, true) : points;
    if (from < 0 || to < from || to > points) return null;
    const line: Position[] = [];
    for (let i = from; i < to; i++) line.push(placeAt(view, first + i * 16));
    if (line.length > 0) lines.push(line);
  }
  return lines;
}

const shapeOf = (geometry: object): Shape => ({ geometry, bad: false });

function lineShape(lines: Position[][]): Shape {
  const [only] = lines;
  return lines.length === 1 && only !== undefined
    ? shapeOf({ type: 'LineString', coordinates: only })
    : shapeOf({ type: 'MultiLineString', coordinates: lines });
}

function polygonShape(rings: Position[][]): Shape {
  const polygons = polygonsOfRings(rings);
  if (polygons === null) return BAD;
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? shapeOf({ type: 'Polygon', coordinates: only })
    : shapeOf({ type: 'MultiPolygon', coordinates: polygons });
}
