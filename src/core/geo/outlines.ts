/** Areas that a format could only carry as their outlines (GPX), with the word that says what they are. */
import type { Position } from 'geojson';

const SHAPE = /^(Polygon|MultiPolygon)(?:\s+(\d+(?:,\d+)*))?$/;

/** How an export says what its outlines are: `Polygon`, or `MultiPolygon 2,1` with the number of rings of each part. */
export const outlineWord = (parts: readonly (readonly unknown[])[], multi: boolean): string =>
  multi ? `MultiPolygon ${parts.map((rings) => rings.length).join(',')}` : 'Polygon';

/** The area whose outlines a line is, or the geometry as it came. */
export function fromOutlines(geometry: unknown, word: string | null): unknown {
  const said = SHAPE.exec(word ?? '');
  if (said === null || typeof geometry !== 'object' || geometry === null) return geometry;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  const isMulti = type === 'MultiLineString' && Array.isArray(coordinates);
  if (type !== 'LineString' && !isMulti) return geometry;
  const rings = (isMulti ? coordinates : [coordinates]) as Position[][];
  if (said[1] === 'Polygon') return { type: 'Polygon', coordinates: rings };
  const parts: Position[][][] = [];
  let at = 0;
  for (const count of (said[2] ?? '').split(',').map(Number))
    parts.push(rings.slice(at, (at += count)));
  return at === rings.length ? { type: 'MultiPolygon', coordinates: parts } : geometry;
}
