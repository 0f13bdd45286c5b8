/** A geometry as loose sides in units of 1e-7 degree, one outline per polygon, line or point. */
import type { Geometry, Position } from 'geojson';
import { UNITS_PER_DEGREE } from './layout.ts';

/** Side s goes from (ax, ay) to (bx, by); a point is one side of no length. */
export interface Outline {
  area: boolean;
  ax: Float64Array;
  ay: Float64Array;
  bx: Float64Array;
  by: Float64Array;
}

export function outlineOf(geometry: Geometry): Outline[] {
  switch (geometry.type) {
    case 'Point':
      return [sides([[geometry.coordinates, geometry.coordinates]], false)];
    case 'MultiPoint':
      return geometry.coordinates.map((place) => sides([[place, place]], false));
    case 'LineString':
      return [sides([geometry.coordinates], false)];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => sides([line], false));
    case 'Polygon':
      return [sides(geometry.coordinates.map(closed), true)];
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => sides(rings.map(closed), true));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(outlineOf);
  }
}

function closed(ring: readonly Position[]): readonly Position[] {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first === undefined || (first[0] === last?.[0] && first[1] === last?.[1])) return ring;
  return [...ring, first];
}

function sides(lines: readonly (readonly Position[])[], area: boolean): Outline {
  const ax: number[] = [];
  const ay: number[] = [];
  const bx: number[] = [];
  const by: number[] = [];
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i++) {
      ax.push(units(line[i]![0]));
      ay.push(units(line[i]![1]));
      bx.push(units(line[i + 1]![0]));
      by.push(units(line[i + 1]![1]));
    }
  }
  return {
    area,
    ax: Float64Array.from(ax),
    ay: Float64Array.from(ay),
    bx: Float64Array.from(bx),
    by: Float64Array.from(by),
  };
}

/** Degrees in units: a whole number where seven decimals were given, else as fine as it came. */
function units(degrees = NaN): number {
  const exact = degrees * UNITS_PER_DEGREE;
  const whole = Math.round(exact);
  return Math.abs(exact - whole) < 1e-5 ? whole : exact;
}
