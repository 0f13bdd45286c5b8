/** When the first of many is anywhere at all: what one search from all of them at once reaches, as bands of minutes. */
import type { MultiPolygon } from 'geojson';
import type { Meters, Seconds } from '../model/index.ts';
import type { WalkGround } from '../roads/barriers/walk-ground.ts';
import { bandsOf } from '../roads/isochrone.ts';
import type { Router } from '../roads/router.ts';
import { reachedAt } from '../roads/search/reach.ts';
import type { ReachStart } from '../roads/search/reach.ts';
import type { RoadSnap } from '../roads/snap.ts';
import { roadsOfAll } from './asked.ts';

export interface FirstQuestion {
  /** Where each sets out: `[lng, lat, lng, lat, …]`. */
  starts: Float64Array;
  /** When each sets out, in seconds from now. */
  leaving: Float64Array;
  /** By how much night and rain lengthen the route; over 0. */
  factor: number;
  /** Rising. */
  limits: readonly Seconds[];
  /** Places to say the time for: `[lng, lat, lng, lat, …]`. */
  places: Float64Array;
}

export interface FirstTeams {
  /** Where somebody is by each limit and nobody by the one before. */
  bands: MultiPolygon[];
  /** Near a road, and nobody comes within the last limit. What lies far from every road is in no area: nothing is known. */
  beyond: MultiPolygon;
  /** Per start: whether it has a road to set out on. */
  hasRoad: boolean[];
  /** Per place: seconds; Infinity = over the last limit or not at all; NaN = no road near it. */
  times: Float64Array;
}

/** The areas keep so close to the roads. Product default: what one walks or pulls a hose from the car. */
export const NEAR_ROAD: Meters = 300;

const MS = 1000;

/** Times are those of one search: turn-out and route under what is closed now, rounded as the router's are. */
export function firstTeams(
  router: Router,
  ground: WalkGround,
  question: FirstQuestion,
): FirstTeams {
  const { starts, leaving, factor, limits, places } = question;
  const ownRoads = (flat: Float64Array): (RoadSnap | null)[] =>
    roadsOfAll(router, ground, flat).map((road) => road?.end ?? null);
  const from = ownRoads(starts);
  // The route is lengthened by shrinking all the rest: m + f·r ≤ T where m/f + r ≤ T/f.
  const scaled = (seconds: Seconds): number => Math.round((seconds * MS) / factor);
  const out = from.flatMap((end, i): ReachStart[] =>
    end === null ? [] : [{ end, ms: scaled(leaving[i]!) }],
  );
  const limitsMs = limits.map(scaled);
  const reach = router.reachFrom(out, 'away', limitsMs[limitsMs.length - 1] ?? 0);
  const ends = ownRoads(places);
  const known = ends.filter((end): end is RoadSnap => end !== null);
  const at = reachedAt(router.network, reach, known);
  let next = 0;
  return {
    ...bandsOf(
      router.network,
      reach,
      limitsMs,
      NEAR_ROAD,
      (edge) => router.allows(2 * edge) || router.allows(2 * edge + 1),
    ),
    hasRoad: from.map((end) => end !== null),
    times: Float64Array.from(ends, (end) => (end === null ? NaN : (at[next++]! / MS) * factor)),
  };
}
