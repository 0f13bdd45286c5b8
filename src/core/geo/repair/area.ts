/**
 * Area on the WGS-84 ellipsoid in m², close to PostGIS geography (a test says how close): latitudes become authalic
 * ones (Snyder, Map Projections, eq. 3-11 to 3-13), on which areas of the ellipsoid equal areas of a sphere; edges are
 * summed as trapezoids in longitude and sine of latitude (Chamberlain & Duquette 2007, as Turf does on a sphere).
 */
import type { Position } from 'geojson';

const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);

const q = (sin: number): number =>
  (1 - E2) * (sin / (1 - E2 * sin * sin) - Math.log((1 - E * sin) / (1 + E * sin)) / (2 * E));
const Q_POLE = q(1);
/** Radius of the sphere with the ellipsoid's area, squared. */
const R2 = (A * A * Q_POLE) / 2;
const RADIANS = Math.PI / 180;

const sinAuthalic = (lat: number): number => q(Math.sin(lat * RADIANS)) / Q_POLE;

/** Area inside a closed ring of [lng, lat]. */
export function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    sum += (bx - ax) * RADIANS * (sinAuthalic(ay) + sinAuthalic(by));
  }
  return Math.abs(sum * R2) / 2;
}

/** Outer rings less their holes; overlapping polygons count twice. */
export function polygonsArea(polygons: readonly (readonly (readonly Position[])[])[]): number {
  let sum = 0;
  for (const rings of polygons)
    rings.forEach((ring, i) => (sum += i === 0 ? ringArea(ring) : -ringArea(ring)));
  return sum;
}
