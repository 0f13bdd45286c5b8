/**
 * Which roads a place is arrived at or left by. The nearest one that lies on the ground and that no water, railway, wall or
 * motorway parts from the place: a tunnel below, a bridge above, a ferry or a motorway beside a place is no route to it,
 * unless the place is on it. Others near by serve whoever comes nowhere over the nearest: it may join nothing, lead only
 * out, or be closed.
 */
import type { LngLat, Meters } from '../model/index.ts';
import { AT_THE_ROAD } from '../ranking/off-road.ts';
import type { WalkBarrier } from '../roads/barriers/kinds.ts';
import type { WalkGround } from '../roads/barriers/walk-ground.ts';
import { isOnGround, structureOf } from '../roads/network.ts';
import type { RoadStructure } from '../roads/network.ts';
import type { Router } from '../roads/router.ts';
import type { RoadSnap } from '../roads/snap.ts';

/** A place so near to a bridge, a tunnel, a ferry or a motorway is on it. Product default: what a position errs by. */
const ON_IT: Meters = 12;

/** Other roads so near to a place are tried too. Product default: about two minutes on foot. */
const OTHER_ROAD: Meters = 150;
/** How much farther than the own road a second gate is. */
const SECOND_GATE: Meters = AT_THE_ROAD;

/** So many of them: in a parking lot with many aisles, and around each of many candidates. */
const OTHERS_FAR = 64;
const OTHERS_AT_GATE = 16;

/** A road and what lies between it and a place. */
export interface NearRoad {
  end: RoadSnap;
  across: readonly WalkBarrier[];
}

export interface RoadsAt extends NearRoad {
  /** What the own road is, where the place lies on such a road; mostly null. */
  on: RoadStructure | null;
  /** What keeps a place from a nearer road: that it is no road on the ground, or what lies between. */
  passedOver: readonly (RoadStructure | WalkBarrier)[];
}

/** The road of a place; null = none within `limit`. Closed now or not: that a place stands on a closed road is stated. */
export function roadAt(
  router: Router,
  ground: WalkGround,
  place: LngLat,
  limit: Meters,
): RoadsAt | null {
  const { network } = router;
  const [any] = router.snap(place, limit);
  if (any === undefined) return null;
  const structure = structureOf(network, any.edge);
  if (structure !== null && any.meters <= ON_IT) {
    // Below a bridge and above a tunnel lies something else than on it; a motorway may have a wall along it.
    const across = structure === 'motorway' ? ground.across(place, any.place) : [];
    return { end: any, across, on: structure, passedOver: [] };
  }
  const isGround = (edge: number): boolean => isOnGround(network, edge);
  const [end] = structure === null ? [any] : router.snap(place, limit, { passes: isGround });
  if (end === undefined) return null;
  const across = ground.across(place, end.place);
  const passedOver = structure === null ? [] : [structure];
  if (across.length > 0 && end.meters < OTHER_ROAD) {
    const others = router.snap(place, Math.min(limit, OTHER_ROAD), {
      count: OTHERS_FAR,
      passes: isGround,
    });
    const clear = others.find((road) => ground.across(place, road.place).length === 0);
    if (clear !== undefined)
      return { end: clear, across: [], on: null, passedOver: [...passedOver, ...across] };
  }
  return { end, across, on: null, passedOver };
}

interface OtherRoads {
  /** Whether nothing active lies between two places. */
  isClear: (from: LngLat, to: LngLat) => boolean;
  /**
   * `far` around an incident, and around whoever stands where roads are drawn that join nothing; to a second gate where the
   * own road is closed only now, since nobody drives farther than that over the open field.
   */
  distance: 'far' | 'second-gate';
}

/**
 * Open roads on the ground around a place other than its own, nearest first, that nothing active separates from it.
 * @param own the place's own road
 */
export function otherRoads(
  router: Router,
  ground: WalkGround,
  place: LngLat,
  own: RoadSnap,
  { isClear, distance }: OtherRoads,
): NearRoad[] {
  const { network } = router;
  const isFar = distance === 'far';
  const atGate = own.meters + SECOND_GATE;
  return router
    .snap(place, isFar ? Math.max(OTHER_ROAD, atGate) : atGate, {
      count: isFar ? OTHERS_FAR : OTHERS_AT_GATE,
      openOnly: true,
      passes: (edge) => edge !== own.edge && isOnGround(network, edge),
    })
    .filter((road) => isClear(place, road.place))
    .map((end) => ({ end, across: ground.across(place, end.place) }));
}
