/** Several geometries of one feature become one. */
import type { Position } from 'geojson';

export type Simple =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] };

interface Joined {
  /** GeoJSON, unchecked; null for none. */
  geometry: object | null;
  /** Points or lines beside areas (or points beside lines) were left out. */
  reduced: boolean;
}

/** One geometry: the areas if there are any, else the lines, else the points. A record has one kind of geometry. */
export function joinGeometries(parts: readonly Simple[]): Joined {
  const [only] = parts;
  if (only === undefined) return { geometry: null, reduced: false };
  if (parts.length === 1) return { geometry: only, reduced: false };
  for (const type of ['Polygon', 'LineString', 'Point'] as const) {
    const same = parts.filter((part) => part.type === type);
    if (same.length === 0) continue;
    const geometry =
      same.length === 1
        ? (same[0] ?? null)
        : { type: `Multi${type}`, coordinates: same.map(({ coordinates }) => coordinates) };
    return { geometry, reduced: same.length < parts.length };
  }
  return { geometry: null, reduced: false };
}
