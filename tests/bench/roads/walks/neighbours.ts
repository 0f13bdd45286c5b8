/**
 * What comes out on the ground, whatever the rules are: two places 25 m apart with nothing mapped between them are one place
 * to whoever is called there. Answers that differ by more than five minutes, the walks from the roads counted, are absurd for
 * one of them; where nothing is said in either row, nobody at the screen can know.
 */
import type { RoadDesk } from '../../../../src/core/arrival/index.ts';
import type { LngLat, Meters, Seconds } from '../../../../src/core/model/index.ts';
import type { ByRoad, Vehicle } from '../../../../src/core/ranking/index.ts';
import { UNREACHED } from '../../../../src/core/roads/index.ts';
import type { Router } from '../../../../src/core/roads/index.ts';
import type { MappedBarriers } from './mapped-barriers.ts';

const APART: Meters = 25;
const ABSURD: Seconds = 300;
/** Seconds a metre beside the roads, at 4 km/h. */
const ON_FOOT = 0.9;
const METERS_PER_DEGREE = 111_195;

export interface Neighbours {
  pairs: number;
  absurd: number;
  /** Of them, those about which neither row says anything. */
  unsaid: number;
  /** Absurd by the nearest road alone, as it was before; it said nothing. */
  before: number;
}

/** A place for each, to a side drawn at random, where nothing lies between. */
export function pairsOf(
  places: readonly LngLat[],
  mapped: MappedBarriers,
  random: () => number,
): (readonly [LngLat, LngLat])[] {
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

export function neighbours(
  desk: RoadDesk,
  router: Router,
  by: Vehicle,
  pairs: readonly (readonly [LngLat, LngLat])[],
  teams: readonly LngLat[],
): Neighbours {
  const others = Float64Array.from(teams.flat());
  const found: Neighbours = { pairs: pairs.length, absurd: 0, unsaid: 0, before: 0 };
  for (const [one, other] of pairs) {
    const [a, b] = [
      desk.times({ by, place: one, others }),
      desk.times({ by, place: other, others }),
    ];
    const absurd = a.flatMap((time, i) => (differs(secondsOf(time), secondsOf(b[i]!)) ? [i] : []));
    if (absurd.length > 0) found.absurd++;
    if (absurd.some((i) => isPlain(a[i]!) && isPlain(b[i]!))) found.unsaid++;
    const [p, q] = [byNearest(router, by, one, teams), byNearest(router, by, other, teams)];
    if (p.some((seconds, i) => differs(seconds, q[i]!))) found.before++;
  }
  return found;
}

const differs = (a: Seconds, b: Seconds): boolean => Math.abs(a - b) > ABSURD;

const secondsOf = (time: ByRoad): Seconds =>
  time.tag === 'reached' ? time.seconds + time.offRoad * ON_FOOT : NaN;

const isPlain = (time: ByRoad): boolean => time.tag === 'reached' && time.remarks === undefined;

function byNearest(
  router: Router,
  by: Vehicle,
  place: LngLat,
  teams: readonly LngLat[],
): Seconds[] {
  const [home] = router.snap(place, 2000);
  if (home === undefined) return teams.map(() => NaN);
  const bases = teams.map((team) => router.snap(team, 500)[0] ?? null);
  const ms = by === 'foot' ? router.oneToMany(home, bases) : router.manyToOne(bases, home);
  return Array.from(ms, (one) => (one === UNREACHED ? NaN : one / 1000 + home.meters * ON_FOOT));
}
