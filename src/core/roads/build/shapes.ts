/** Checks the given edges and brings their lines into whole numbers, in the order of the network. */
import { haversine } from '../../geo/distance.ts';
import { spatialOrder } from '../../nearest/index.ts';
import { UNITS_PER_DEGREE } from '../layout.ts';
import type { RoadEdgeInput } from '../types.ts';

interface Shapes {
  /** Which given edge stands at each place. */
  edgeOrigin: Uint32Array;
  edgeShape: Uint32Array;
  shape: Int32Array;
  edgeLength: Uint32Array;
}

/** 1e-7 degree as a whole number; a longitude beyond ±180 wraps around. */
export const toUnits = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE);

/** A longitude within ±180. */
export const wrapped = (lng: number): number =>
  lng > 180 || lng < -180 ? lng - 360 * Math.round(lng / 360) : lng;

/** @throws RangeError naming the edge whose line or node keys cannot be used. */
export function shapesOf(edges: readonly RoadEdgeInput[]): Shapes {
  const middleLng = new Float64Array(edges.length);
  const middleLat = new Float64Array(edges.length);
  let vertices = 0;
  edges.forEach(({ from, to, line }, i) => {
    if (line.length < 2) throw new RangeError(`edge ${i}: a line needs two places`);
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to))
      throw new RangeError(`edge ${i}: node keys`);
    for (const [lng, lat] of line) {
      if (!(Math.abs(lng) <= 540 && Math.abs(lat) <= 90))
        throw new RangeError(`edge ${i}: not a place`);
    }
    vertices += line.length;
    const middle = line[line.length >> 1]!;
    middleLng[i] = wrapped(middle[0]);
    middleLat[i] = middle[1];
  });
  const edgeOrigin = spatialOrder(middleLng, middleLat);
  const edgeShape = new Uint32Array(edges.length + 1);
  const edgeLength = new Uint32Array(edges.length);
  const shape = new Int32Array(2 * vertices);
  let at = 0;
  edgeOrigin.forEach((origin, e) => {
    const { line } = edges[origin]!;
    let meters = 0;
    line.forEach(([lng, lat], i) => {
      shape[2 * (at + i)] = toUnits(wrapped(lng));
      shape[2 * (at + i) + 1] = toUnits(lat);
      if (i > 0) meters += haversine(line[i - 1]![0], line[i - 1]![1], lng, lat);
    });
    at += line.length;
    edgeShape[e + 1] = at;
    edgeLength[e] = Math.round(meters * 1000);
  });
  return { edgeOrigin, edgeShape, shape, edgeLength };
}
