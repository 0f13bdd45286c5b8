/**
 * A geometry in a cell: well-known text (heights and measures dropped, an SRID before it), well-known binary in
 * hexadecimal digits, or GeoJSON.
 */
import { readWkb } from '../../files/shapes/wkb.ts';

const TYPES: Readonly<Record<string, { type: string; depth: number }>> = {
  POINT: { type: 'Point', depth: 0 },
  MULTIPOINT: { type: 'MultiPoint', depth: 1 },
  LINESTRING: { type: 'LineString', depth: 1 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 2 },
  POLYGON: { type: 'Polygon', depth: 2 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 3 },
};
/** Kinds of geometry that exist and that no record has. */
const OTHERS =
  /^(GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE|CURVE|SURFACE|POLYHEDRALSURFACE|TIN|TRIANGLE)$/;

type CellGeometry =
  /** GeoJSON, unchecked, and the code of the coordinate system it states. */
  | { tag: 'geometry'; geometry: unknown; srid: number | null }
  /** `POINT EMPTY`: there is none. */
  | { tag: 'empty' }
  | { tag: 'other-type'; type: string }
  | { tag: 'unreadable' };

const unreadable: CellGeometry = { tag: 'unreadable' };

/** A collection of one geometry is that geometry; any other value is returned as it is. */
export function onlyMember(value: unknown): unknown {
  const { type, geometries } = (value ?? {}) as { type?: unknown; geometries?: unknown };
  return type === 'GeometryCollection' && Array.isArray(geometries) && geometries.length === 1
    ? onlyMember(geometries[0])
    : value;
}

function madeOf(value: unknown, srid: number | null): CellGeometry {
  const geometry = onlyMember(value);
  const isCollection = (geometry as { type?: unknown } | null)?.type === 'GeometryCollection';
  return isCollection
    ? { tag: 'other-type', type: 'GEOMETRYCOLLECTION' }
    : { tag: 'geometry', geometry, srid };
}

/** @param text what stands in the cell, not empty. */
export function readCellGeometry(text: string): CellGeometry {
  const plain = text.trim();
  if (plain.startsWith('{')) {
    try {
      return madeOf(JSON.parse(plain) as unknown, null);
    } catch {
      return unreadable;
    }
  }
  const hex = /^(?:\\x|0x)?((?:[0-9a-f]{2}){5,})$/i.exec(plain)?.[1];
  if (hex !== undefined) return readHex(hex);
  const stated = /^SRID\s*=\s*(\d+)\s*;\s*/i.exec(plain);
  return readText(plain.slice(stated?.[0].length ?? 0), stated === null ? null : Number(stated[1]));
}

/** The flag of an SRID in the type of PostGIS's binary form. */
const HAS_SRID = 0x20000000;

function readHex(hex: string): CellGeometry {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  if ((bytes[0] ?? 2) > 1) return unreadable;
  const view = new DataView(bytes.buffer);
  const little = bytes[0] === 1;
  try {
    const srid = (view.getUint32(1, little) & HAS_SRID) === 0 ? null : view.getUint32(5, little);
    return madeOf(readWkb(bytes), srid);
  } catch {
    return unreadable;
  }
}

function readText(text: string, srid: number | null): CellGeometry {
  const match = /^([A-Z]+?)\s*(?:ZM|Z|M)?\s*(EMPTY|\(.*\))\s*;?$/is.exec(text);
  if (match === null) return unreadable;
  const [word, body] = [(match[1] ?? '').toUpperCase(), match[2] ?? ''];
  const known = TYPES[word];
  if (known === undefined && !OTHERS.test(word)) return unreadable;
  if (/^EMPTY$/i.test(body)) return { tag: 'empty' };
  if (known === undefined) {
    const only =
      word === 'GEOMETRYCOLLECTION' ? readText(body.slice(1, -1).trim(), srid) : unreadable;
    return only.tag === 'unreadable' ? { tag: 'other-type', type: word } : only;
  }
  const geometry = placesIn(body, known);
  return geometry === null ? unreadable : { tag: 'geometry', geometry, srid };
}

/** Places become `[x,y]`; brackets become square ones. */
function placesIn(body: string, { type, depth }: { type: string; depth: number }): object | null {
  const json = body
    .replace(/([-+\d.eE]+)\s+([-+\d.eE]+)(?:\s+[-+\d.eE]+){0,2}/g, '[$1,$2]')
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  let coordinates: unknown;
  try {
    coordinates = JSON.parse(json);
  } catch {
    return null;
  }
  if (!Array.isArray(coordinates)) return null;
  const flat = coordinates as unknown[];
  if (!flat.every(Array.isArray)) return null;
  if (depth === 0) return { type, coordinates: flat[0] };
  // MULTIPOINT may bracket every place on its own.
  if (type === 'MultiPoint')
    return {
      type,
      coordinates: flat.map((part) =>
        Array.isArray(part) && Array.isArray(part[0]) ? (part[0] as unknown) : part,
      ),
    };
  return { type, coordinates: flat };
}
