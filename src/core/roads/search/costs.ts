/**
 * What each edge costs a profile: whole milliseconds, rounded to the nearest per edge and at least 1, so that a route's
 * time is within half a millisecond per edge of the real-valued one and every step back along it is a step down.
 */
import { BACKWARD_SHIFT, UNKNOWN_LIMIT } from '../build/columns.ts';
import type { RoadNetwork } from '../network.ts';
import { WALKING_KMH } from '../profiles.ts';
import type { RoadProfile } from '../profiles.ts';
import { MODE_BIT, ROAD_CLASSES } from '../types.ts';

/** Costs at or above this mean "no route": twelve days, and two of them still fit a 32-bit integer. */
export const NO_ROUTE = 0x3fffffff;

export interface EdgeCosts {
  /** Milliseconds along each edge, and against it; NO_ROUTE where the profile may never pass. */
  along: Int32Array;
  against: Int32Array;
}

export function edgeCosts(network: RoadNetwork, profile: RoadProfile): EdgeCosts {
  const {
    edgeFlags,
    edgeWidth,
    edgeWeight,
    edgeHeight,
    edgeClass,
    edgeSpeed,
    edgeLength,
    edgeTime,
  } = network;
  const { barredMs } = profile;
  // At a walk: who goes where nobody of its kind may has no speed there.
  const barredAt = (edge: number): number =>
    barredMs === undefined
      ? NO_ROUTE
      : Math.min(NO_ROUTE, barredMs + Math.round((edgeLength[edge]! * 3.6) / WALKING_KMH));
  const along = new Int32Array(network.edges);
  const against = new Int32Array(network.edges);
  const bit = MODE_BIT[profile.mode];
  const width = steps(profile.widthM);
  const weight = steps(profile.weightT);
  const height = steps(profile.heightM);
  const speeds = ROAD_CLASSES.map((name) => Math.min(profile.speeds[name], profile.topKmh));
  for (let e = 0; e < network.edges; e++) {
    const flags = edgeFlags[e]!;
    const classSpeed = speeds[edgeClass[e]!]!;
    const fits = width <= edgeWidth[e]! && weight <= edgeWeight[e]! && height <= edgeHeight[e]!;
    const own = edgeSpeed[e]!;
    const kmh = own === 0 ? classSpeed : Math.min(profile.topKmh, (own / 10) * profile.signedShare);
    // Millimetres per millisecond are metres per second: 3.6 km/h each.
    const ms = edgeTime[e]! > 0 ? edgeTime[e]! : Math.round((edgeLength[e]! * 3.6) / kmh);
    const barred = barredAt(e);
    const cost = fits && classSpeed > 0 && kmh > 0 ? Math.max(1, Math.min(ms, NO_ROUTE)) : barred;
    along[e] = (flags & bit) !== 0 ? cost : barred;
    against[e] = ((flags >> BACKWARD_SHIFT) & bit) !== 0 ? cost : barred;
  }
  return { along, against };
}

/** A size in the steps of the limit columns, rounded up; -1 where it does not matter. */
const steps = (size: number | null): number =>
  size === null ? -1 : Math.min(UNKNOWN_LIMIT, Math.ceil(size * 100 - 1e-6));
