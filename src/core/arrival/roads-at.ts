/**
 * Which roads a place is arrived at or left by. The nearest one that lies on the ground: a tunnel below, a bridge above, a
 * ferry or a motorway beside a place is no way to it, unless the place is on it. Others near by serve whoever comes nowhere
 * over the nearest: it may join nothing, lead only out, or be closed.
 */
import type { LngLat, Meters } from '../model/index.ts';
import { BESIDE } from '../ranking/off-road.ts';
import { isBesideGround, structureOf } from '../roads/index.ts';
import type { RoadSnap, RoadStructure, Router } from '../roads/index.ts';

/** A place so near to a bridge, a tunnel, a ferry or a motorway is on it. Product default: what a position errs by. */
const ON_IT: Meters = 12;

/** Other roads so near to an incident are tried too. Product default: about two minutes on foot. */
export const OTHER_ROAD: Meters = 150;
/** Whoever stands somewhere else gets no farther off the own road than to a second gate. */
const SECOND_GATE: Meters = BESIDE;

/** So many of them: around an incident, where a parking lot has many aisles, and around each of many candidates. */
export const OTHERS_OF_INCIDENT = 64;
export const OTHERS_OF_CANDIDATE = 16;

export interface RoadsAt {
  nearest: RoadSnap;
  /** What the nearest road is, where the place lies on such a road; mostly null. */
  on: RoadStructure | null;
}

/** The road of a place; null = none within `limit`. Closed now or not: whoever stands on a closed road is told so. */
export function roadAt(router: Router, place: LngLat, limit: Meters): RoadsAt | null {
  const { network } = router;
  const [any] = router.snap(place, limit);
  if (any === undefined) return null;
  const structure = structureOf(network, any.edge);
  if (structure === null) return { nearest: any, on: null };
  if (any.meters <= ON_IT) return { nearest: any, on: structure };
  const [onGround] = router.snap(place, limit, { passes: (edge) => isBesideGround(network, edge) });
  return onGround === undefined ? null : { nearest: onGround, on: null };
}

/** Open roads on the ground around a place other than its own, nearest first, that nothing active separates from it. */
export function otherRoads(
  router: Router,
  place: LngLat,
  { nearest }: Pick<RoadsAt, 'nearest'>,
  isClear: (from: LngLat, to: LngLat) => boolean,
  who: 'incident' | 'candidate',
  count: number,
): RoadSnap[] {
  const { network } = router;
  const limit = who === 'incident' ? Math.max(OTHER_ROAD, nearest.meters) : nearest.meters + SECOND_GATE;
  return router
    .snap(place, limit, {
      count,
      openOnly: true,
      passes: (edge) => edge !== nearest.edge && isBesideGround(network, edge),
    })
    .filter((road) => isClear(place, road.place));
}
