/** Well-known text in a cell: POINT (1 2), LINESTRING, POLYGON, their multiples, an SRID before it, heights ignored. */
const TYPES: Readonly<Record<string, { type: string; depth: number }>> = {
  POINT: { type: 'Point', depth: 0 },
  MULTIPOINT: { type: 'MultiPoint', depth: 1 },
  LINESTRING: { type: 'LineString', depth: 1 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 2 },
  POLYGON: { type: 'Polygon', depth: 2 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 3 },
};

/** A geometry as GeoJSON, unchecked, or null when the text is none. A cell may also hold GeoJSON itself. */
export function readWkt(text: string): unknown {
  const plain = text.trim();
  if (plain.startsWith('{')) {
    try {
      return JSON.parse(plain) as unknown;
    } catch {
      return null;
    }
  }
  const match = /^(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is.exec(plain);
  const known = TYPES[(match?.[1] ?? '').toUpperCase()];
  if (match === null || known === undefined) return null;
  // Places become [x,y]; brackets become square ones.
  const json = (match[2] ?? '')
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
  if (known.depth === 0) return { type: known.type, coordinates: flat[0] };
  // MULTIPOINT may bracket every place on its own.
  if (known.type === 'MultiPoint')
    return {
      type: known.type,
      coordinates: flat.map((part) => (Array.isArray(part) && Array.isArray(part[0]) ? (part[0] as unknown) : part)),
    };
  return { type: known.type, coordinates: flat };
}
