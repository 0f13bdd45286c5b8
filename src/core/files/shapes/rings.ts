/** Which rings are holes of which: shapefiles only say it by the way round. */
import type { Position } from 'geojson';
import { LIMITS } from '../limits.ts';

interface Ring {
  places: Position[];
  /** Positive when it runs counter-clockwise. */
  area: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

function measured(places: Position[]): Ring {
  let area = 0;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const [ox = 0, oy = 0] = places[0] ?? [];
  for (let i = 0; i < places.length; i++) {
    const [x = 0, y = 0] = places[i] ?? [];
    const [nx = 0, ny = 0] = places[i + 1] ?? places[0] ?? [];
    area += (x - ox) * (ny - oy) - (nx - ox) * (y - oy);
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { places, area: area / 2, west, south, east, north };
}

function holds(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/**
 * Polygons of the rings of one shape: clockwise rings are outer, the others holes of the smallest outer ring around
 * them; a hole with no ring around it is an area of its own (many programs turn their rings the wrong way round).
 * @returns null when finding out would take too long
 */
export function polygonsOfRings(all: readonly Position[][]): Position[][][] | null {
  const [single] = all;
  if (all.length === 1 && single !== undefined) return [[single]];
  const rings = all.map(measured);
  let outer = rings.filter(({ area }) => area <= 0);
  let holes = rings.filter(({ area }) => area > 0);
  if (outer.length === 0) [outer, holes] = [holes, outer];
  const polygons = outer.map((ring) => ({ ring, rings: [ring.places] }));
  let steps = 0;
  for (const hole of holes) {
    let best: (typeof polygons)[number] | null = null;
    for (const polygon of polygons) {
      const { ring } = polygon;
      steps++;
      if (
        hole.west < ring.west ||
        hole.east > ring.east ||
        hole.south < ring.south ||
        hole.north > ring.north
      )
        continue;
      if (best !== null && Math.abs(best.ring.area) <= Math.abs(ring.area)) continue;
      steps += ring.places.length;
      if (steps > LIMITS.ringSteps) return null;
      if (isAround(ring.places, hole.places)) best = polygon;
    }
    if (best === null) polygons.push({ ring: hole, rings: [hole.places] });
    else best.rings.push(hole.places);
    if (steps > LIMITS.ringSteps) return null;
  }
  return polygons.map((polygon) => polygon.rings);
}

/** Corners may lie on the outer ring: the first that surely lies in or out decides. */
function isAround(outer: readonly Position[], hole: readonly Position[]): boolean {
  const on = new Set<string>(hole.length < 50 ? outer.map(([x, y]) => `${x},${y}`) : []);
  const place = hole.find(([x, y]) => !on.has(`${x},${y}`)) ?? hole[0];
  return place !== undefined && holds(outer, place);
}
