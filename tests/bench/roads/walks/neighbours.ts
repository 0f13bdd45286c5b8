/**
 * What comes out on the ground, whatever the rules are: two places 25 m apart with nothing mapped between them are one place
 * to whoever is called there. Answers that differ by more than five minutes, the walks from the roads counted, are absurd for
 * one of them; where nothing is said in either row, nobody at the screen can know.
 */
import type { RouterService } from '../../../../src/core/arrival/router-service.ts';
import type { ByRoad, Vehicle } from '../../../../src/core/ranking/roads.ts';
import type { Router } from '../../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../../src/core/roads/search/many.ts';
import type { LngLat, Meters, Seconds } from '../../../../src/core/model/index.ts';
import type { MappedBarriers } from './mapped-barriers.ts';
import { manyToOne, oneToMany } from '../../../core/roads/asked.ts';

const APART: Meters = 25;
const ABSURD: Seconds = 300;
/** Seconds a metre beside the roads, at 4 km/h. */
const ON_FOOT = 0.9;
const METERS_PER_DEGREE = 111_195;
const NEAREST_WITHIN: Meters = 2000;

export type Pair = readonly [LngLat, LngLat];

export interface Neighbours {
  pairs: number;
  absurd: number;
  /** Of them, those about which neither row says anything. */
  unsaid: number;
}

/** A place for each, to a side drawn at random, where nothing lies between. */
export function pairsOf(
  places: readonly LngLat[],
  mapped: MappedBarriers,
  random: () => number,
): Pair[] {
  return places.flatMap((place) => {
    const angle = 2 * Math.PI * random();
    const scale = METERS_PER_DEGREE * Math.cos((place[1] * Math.PI) / 180);
    const other: LngLat = [
      place[0] + (APART * Math.cos(angle)) / scale,
      place[1] + (APART * Math.sin(angle)) / METERS_PER_DEGREE,
    ];
    return mapped.between(place, other).perhaps.size > 0 ? [] : [[place, other] as const];
  });
}

/** The places of a pair as incidents: by the product, and by the nearest road alone, as it was before; that said nothing. */
export function neighbours(
  service: RouterService,
  router: Router,
  by: Vehicle,
  pairs: readonly Pair[],
  teams: readonly LngLat[],
): { now: Neighbours; before: Neighbours } {
  const others = Float64Array.from(teams.flat());
  const [now, before] = [empty(pairs), empty(pairs)];
  for (const [one, other] of pairs) {
    const timesOf = (place: LngLat): ByRoad[] => service.times({ by, place, others });
    count(now, timesOf(one), timesOf(other));
    const alone = (place: LngLat): ByRoad[] => byNearest(router, by, place, teams);
    count(before, alone(one), alone(other));
  }
  return { now, before };
}

/** The places of a pair as candidates for one incident. */
export function asCandidates(
  service: RouterService,
  by: Vehicle,
  pairs: readonly Pair[],
  incident: LngLat,
): Neighbours {
  const found = empty(pairs);
  const timesOf = (which: 0 | 1): ByRoad[] =>
    service.times({
      by,
      place: incident,
      others: Float64Array.from(pairs.flatMap((pair) => [...pair[which]])),
    });
  const [one, other] = [timesOf(0), timesOf(1)];
  pairs.forEach((_, i) => count(found, [one[i]!], [other[i]!]));
  return found;
}

const empty = (pairs: readonly Pair[]): Neighbours => ({
  pairs: pairs.length,
  absurd: 0,
  unsaid: 0,
});

/** One pair, asked about the same others. */
function count(found: Neighbours, one: readonly ByRoad[], other: readonly ByRoad[]): void {
  const absurd = one.flatMap((time, i) => (differ(time, other[i]!) ? [i] : []));
  if (absurd.length > 0) found.absurd++;
  if (absurd.some((i) => isPlain(one[i]!) && isPlain(other[i]!))) found.unsaid++;
}

const differ = (a: ByRoad, b: ByRoad): boolean => Math.abs(secondsOf(a) - secondsOf(b)) > ABSURD;

const secondsOf = (time: ByRoad): Seconds =>
  time.tag === 'reached' ? time.seconds + time.offRoad * ON_FOOT : NaN;

const isPlain = (time: ByRoad): boolean =>
  time.tag === 'reached' && time.remarks === undefined && time.otherRoad === undefined;

function byNearest(router: Router, by: Vehicle, place: LngLat, teams: readonly LngLat[]): ByRoad[] {
  const unreached: ByRoad = {
    tag: 'unreached',
    because: { reason: 'no-road', end: 'incident', limit: NEAREST_WITHIN },
  };
  const [home] = router.snap(place, NEAREST_WITHIN);
  if (home === undefined) return teams.map(() => unreached);
  const bases = teams.map((team) => router.snap(team, 500)[0] ?? null);
  const ms = by === 'foot' ? oneToMany(router, home, bases) : manyToOne(router, bases, home);
  return Array.from(ms, (one) =>
    one === UNREACHED
      ? unreached
      : { tag: 'reached', seconds: one / 1000, meters: null, offRoad: home.meters },
  );
}
