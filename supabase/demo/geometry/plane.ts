/**
 * The drawing plane of the demo county: metres east and north of its middle. Everything is shaped here and turned into
 * WGS-84 [lng, lat] once, rounded to 1e-6 degree, so that what shares a plane point shares a coordinate exactly.
 */
import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';

export type PlanePoint = readonly [east: number, north: number];

/** Hill country, chosen for its looks alone: nothing in the demo county exists at these coordinates. */
const MIDDLE_LNG = 110.94;
const MIDDLE_LAT = 28.02;
const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8;
const SHRINK = Math.cos((MIDDLE_LAT * Math.PI) / 180);

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

export function toPosition([east, north]: PlanePoint): Position {
  return [
    round(MIDDLE_LNG + east / (METRES_PER_DEGREE * SHRINK)),
    round(MIDDLE_LAT + north / METRES_PER_DEGREE),
  ];
}

/** Positions of a line, without repeats. */
function toPositions(points: readonly PlanePoint[]): Position[] {
  const positions: Position[] = [];
  for (const point of points) {
    const position = toPosition(point);
    const last = positions.at(-1);
    if (!last || last[0] !== position[0] || last[1] !== position[1]) positions.push(position);
  }
  return positions;
}

export const toPoint = (point: PlanePoint): Point => ({
  type: 'Point',
  coordinates: toPosition(point),
});
export const toLine = (points: readonly PlanePoint[]): LineString => ({
  type: 'LineString',
  coordinates: toPositions(points),
});

/** A closed ring: the first position comes again as the last one. */
function toRing(points: readonly PlanePoint[]): Position[] {
  const ring = toPositions(points);
  const [first] = ring;
  const last = ring.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  return ring;
}

/** Polygon from an outer ring and its holes, each given open. */
export const toPolygon = (...rings: readonly (readonly PlanePoint[])[]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map(toRing),
});
export const toMultiPolygon = (...rings: readonly (readonly PlanePoint[])[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [rings.map(toRing)],
});

export const distanceBetween = (a: PlanePoint, b: PlanePoint): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);
export const between = (a: PlanePoint, b: PlanePoint, share: number): PlanePoint => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
