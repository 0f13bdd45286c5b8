/** Whether places lie in an area: an index over its edges, so that a hundred thousand rows can be asked. */
import type { Geometry, Position } from 'geojson';
import type { LngLat } from '../model/index.ts';

export interface Containment {
  /** Inside or on the edge; planar in degrees, as PostGIS geometry answers. */
  holds: (place: LngLat) => boolean;
}

const ringsOf = (geometry: Geometry): Position[][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(ringsOf) : [];
};

/** An index of a (valid) polygon or multipolygon; other geometries hold nothing. Edges are sorted into bands of latitude. */
export function containment(geometry: Geometry): Containment {
  const rings = ringsOf(geometry);
  const edges = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const ring of rings)
    for (const [x = 0, y = 0] of ring) {
      south = Math.min(south, y);
      north = Math.max(north, y);
      west = Math.min(west, x);
      east = Math.max(east, x);
    }
  const bands = Math.max(1, Math.min(4096, Math.ceil(edges / 8)));
  const height = (north - south) / bands || 1;
  const bandOf = (y: number): number =>
    Math.max(0, Math.min(bands - 1, Math.floor((y - south) / height)));
  /** Per band: x1, y1, x2, y2 of every edge that passes through it. */
  const passing: number[][] = Array.from({ length: bands }, () => []);
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      for (let band = bandOf(Math.min(ay, by)); band <= bandOf(Math.max(ay, by)); band++)
        passing[band]?.push(ax, ay, bx, by);
    }
  const holds = ([x, y]: LngLat): boolean => {
    if (!(x >= west && x <= east && y >= south && y <= north)) return false;
    const band = passing[bandOf(y)] ?? [];
    let inside = false;
    for (let i = 0; i < band.length; i += 4) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [band[i], band[i + 1], band[i + 2], band[i + 3]];
      const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      const onEdge =
        side === 0 &&
        x >= Math.min(ax, bx) &&
        x <= Math.max(ax, bx) &&
        y >= Math.min(ay, by) &&
        y <= Math.max(ay, by);
      if (onEdge) return true;
      if (ay > y !== by > y && side > 0 === by > ay) inside = !inside;
    }
    return inside;
  };
  return { holds };
}
