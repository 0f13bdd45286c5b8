/** Places and stretches along edges. "Along" is the share of an edge's length, measured flat at the edge's latitude. */
import type { LngLat } from '../model/index.ts';
import { UNITS_PER_DEGREE } from './layout.ts';
import type { RoadNetwork, RoadPlace } from './network.ts';

/** How much shorter a degree of longitude is than one of latitude, at an edge's first vertex. */
export const shrinkAt = ({ shape, edgeShape }: RoadNetwork, edge: number): number =>
  Math.cos(((shape[2 * edgeShape[edge]! + 1]! / UNITS_PER_DEGREE) * Math.PI) / 180);

/** Flat length from vertex v to the next, in 1e-7 degree of latitude. */
export function stepLength(shape: Int32Array, v: number, shrink: number): number {
  const dx = (shape[2 * v + 2]! - shape[2 * v]!) * shrink;
  const dy = shape[2 * v + 3]! - shape[2 * v + 1]!;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Flat length of an edge, in 1e-7 degree of latitude. */
export function flatLength(network: RoadNetwork, edge: number, shrink: number): number {
  let length = 0;
  const last = network.edgeShape[edge + 1]! - 1;
  for (let v = network.edgeShape[edge]!; v < last; v++)
    length += stepLength(network.shape, v, shrink);
  return length;
}

/** Where a place on the network lies. */
export function placeOn(network: RoadNetwork, { edge, along }: RoadPlace): LngLat {
  const flat: number[] = [];
  appendStretch(flat, network, edge, along, along);
  return [flat[0]!, flat[1]!];
}

/**
 * Appends lng, lat, lng, lat … of an edge from one share of its length to another (against its line where `to` is
 * smaller). A first place equal to the last one in `flat` is not repeated.
 */
export function appendStretch(
  flat: number[],
  network: RoadNetwork,
  edge: number,
  from: number,
  to: number,
): void {
  const { shape, edgeShape } = network;
  const first = edgeShape[edge]!;
  const last = edgeShape[edge + 1]! - 1;
  const push = (x: number, y: number): void => {
    const lng = x / UNITS_PER_DEGREE;
    const lat = y / UNITS_PER_DEGREE;
    const n = flat.length;
    if (n === 0 || flat[n - 2] !== lng || flat[n - 1] !== lat) flat.push(lng, lat);
  };
  if (from === 0 && to === 1) {
    for (let v = first; v <= last; v++) push(shape[2 * v]!, shape[2 * v + 1]!);
    return;
  }
  if (from === 1 && to === 0) {
    for (let v = last; v >= first; v--) push(shape[2 * v]!, shape[2 * v + 1]!);
    return;
  }
  const shrink = shrinkAt(network, edge);
  const whole = flatLength(network, edge, shrink);
  const low = Math.min(from, to) * whole;
  const high = Math.max(from, to) * whole;
  const part: number[] = [];
  let done = 0;
  for (let v = first; v < last; v++) {
    const step = stepLength(shape, v, shrink);
    const at = (length: number): void => {
      const share = step > 0 ? (length - done) / step : 0;
      part.push(shape[2 * v]! + share * (shape[2 * v + 2]! - shape[2 * v]!));
      part.push(shape[2 * v + 1]! + share * (shape[2 * v + 3]! - shape[2 * v + 1]!));
    };
    const end = v === last - 1 ? Infinity : done + step;
    if (part.length === 0 && low < end) at(Math.min(low, done + step));
    if (part.length > 0 && high < end) {
      at(Math.min(high, done + step));
      break;
    }
    if (part.length > 0) part.push(shape[2 * v + 2]!, shape[2 * v + 3]!);
    done += step;
  }
  if (from <= to) for (let i = 0; i < part.length; i += 2) push(part[i]!, part[i + 1]!);
  else for (let i = part.length - 2; i >= 0; i -= 2) push(part[i]!, part[i + 1]!);
}
