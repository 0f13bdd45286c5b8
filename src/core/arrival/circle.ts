import type { Polygon, Position } from 'geojson';
import { EARTH_RADIUS } from '../geo/distance.ts';
import type { LngLat, Meters } from '../model/index.ts';

const CORNERS = 64;
const DEGREES = 180 / Math.PI;

/**
 * The ground within a radius of a place, as a polygon of 64 corners that lie on the circle (so that it holds 0.2 % less
 * than it), counter-clockwise. Great-circle destinations on the sphere of core/geo.
 */
export function circle([lng, lat]: LngLat, radius: Meters): Polygon {
  const reach = radius / EARTH_RADIUS;
  const sin = Math.sin(lat / DEGREES);
  const cos = Math.cos(lat / DEGREES);
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const bearing = (-2 * Math.PI * i) / CORNERS;
    const there = Math.asin(sin * Math.cos(reach) + cos * Math.sin(reach) * Math.cos(bearing));
    const aside = Math.atan2(
      Math.sin(bearing) * Math.sin(reach) * cos,
      Math.cos(reach) - sin * Math.sin(there),
    );
    return [lng + aside * DEGREES, there * DEGREES];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}
