import type { Geometry } from 'geojson';
import type { Vehicle } from '../ranking/types.ts';

/** Something that closes the roads it touches: a closure, an active area. */
export interface Obstacle {
  id: string;
  /** Another one means another geometry. */
  version: number;
  geometry: Geometry;
  /** Whom it stops; absent = everybody, empty = nobody, though a route through it is mentioned. */
  stops?: readonly Vehicle[];
  /** Not saved yet: counted as a preview, and said to be one. */
  draft?: true;
}

/** What closes roads at a moment, and when it will be something else. */
export interface Obstacles {
  obstacles: Obstacle[];
  /** Milliseconds since 1970; Infinity = only another record changes it. */
  holdsUntil: number;
}

const sameVehicles = (a: Obstacle['stops'], b: Obstacle['stops']): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every((one, i) => one === b[i]));

/** Whether two obstacles close the same roads to the same people, drafts or not. */
export const closesSame = (a: Obstacle, b: Obstacle): boolean =>
  a.id === b.id &&
  (a.version === b.version || a.geometry === b.geometry) &&
  sameVehicles(a.stops, b.stops);

/** Whether two lists hold the same obstacles in the same order. */
export const sameObstacles = (a: readonly Obstacle[], b: readonly Obstacle[]): boolean =>
  a.length === b.length && a.every((one, i) => closesSame(one, b[i]!) && one.draft === b[i]!.draft);
