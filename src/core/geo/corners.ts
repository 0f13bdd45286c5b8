/** How detailed a shape is. */
import type { Geometry } from 'geojson';

/**
 * Corners that one record may have; the database refuses more (`muster.most_corners`, a test compares). A provincial boundary
 * or a city's flood simulation has some 25,000; whether an area crosses itself takes the square of them at the worst.
 */
export const MOST_CORNERS = 30_000;

function positionsIn(part: unknown): number {
  if (!Array.isArray(part)) return 0;
  if (typeof part[0] === 'number') return 1;
  return part.reduce<number>((sum, one) => sum + positionsIn(one), 0);
}

/** Places that a geometry is made of; the first of a ring counts again at its end, as the database counts. */
export function countCorners(geometry: Geometry): number {
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.reduce((sum, one) => sum + countCorners(one), 0)
    : positionsIn(geometry.coordinates);
}
