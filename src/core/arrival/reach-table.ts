/** Who gets first to each of many places: by the straight line, by road with everything open, and by road as it is now. */
import { greatCircle } from '../geo/distance.ts';
import type { LngLat, Meters, Seconds } from '../model/index.ts';
import { closedRoadWeight, onFoot } from '../ranking/off-road.ts';
import type { ByRoad, Unreached, Vehicle } from '../ranking/types.ts';
import type { WalkBarrier } from '../roads/barriers/kinds.ts';
import type { Obstacle } from './obstacle.ts';
import type { RouterService } from './router-service.ts';

export interface ReachPlace {
  id: string;
  name: string;
  place: LngLat;
}

export interface FirstByRoad {
  /** Index into `others`. */
  other: number;
  seconds: Seconds;
  meters: Meters;
  /** The active areas at whose edge the route ends, because they close the place's own road; mostly none. */
  upTo: readonly string[];
  /** From the end of the route to the place: along the closed road where there are such areas, else as the crow flies. */
  offRoad: Meters;
  /** Set where the other's nearest road leads nowhere: how much farther the one is that it uses. */
  otherRoad: Meters | null;
  /** What the walks between place, roads and the other cross, each once: nobody knows whether one gets across. */
  across: readonly WalkBarrier[];
}

export interface ReachRow {
  /** Index into `others`; null = there are none. */
  straight: { other: number; meters: Meters } | null;
  /** null = nobody gets there. */
  open: FirstByRoad | null;
  now: FirstByRoad | null;
  /** Why the nearest by the straight line does not get there now. */
  because: Unreached | null;
}

interface ReachQuestion {
  by: Vehicle;
  /** A row for each of these. */
  places: readonly ReachPlace[];
  /** Who may get there. */
  others: readonly ReachPlace[];
  /** What is closed now. */
  obstacles: readonly Obstacle[];
}

/**
 * A row per place, in their order. Vehicles come from the others to the place; people on foot go from the place to them.
 * Time on the road alone, without turn-out. What lies off the open road is in no time, yet counts in who is first: routes
 * may end at different edges of an area. Equal times and distances by the order of `others`.
 * @param progress called after every place how large a share is done, 0 to 1
 */
export function reachTable(
  service: RouterService,
  { by, places, others, obstacles }: ReachQuestion,
  progress: (share: number) => void = () => undefined,
): ReachRow[] {
  const flat = Float64Array.from(others.flatMap(({ place: [lng, lat] }) => [lng, lat]));
  const firstOf = (place: LngLat): { first: FirstByRoad | null; because: (Unreached | null)[] } => {
    const question = { by, place, others: flat };
    const times = service.times(question);
    let first = -1;
    let least = Infinity;
    times.forEach((time, i) => {
      const weight = time.tag === 'reached' ? weightOf(time) : Infinity;
      if (weight < least) [first, least] = [i, weight];
    });
    const because = times.map((time) => (time.tag === 'unreached' ? time.because : null));
    const [route] = first < 0 ? [null] : service.routes(question, [first]);
    const time = times[first];
    if (route == null || time?.tag !== 'reached') return { first: null, because };
    const { seconds, offRoad, upTo = [], otherRoad = null, remarks = [] } = time;
    const crossed = remarks.flatMap((remark) => (remark.tag === 'across' ? remark.what : []));
    const across = [...new Set(crossed)];
    return {
      first: { other: first, seconds, meters: route.meters, upTo, offRoad, otherRoad, across },
      because,
    };
  };
  const rounds = obstacles.length === 0 ? places.length : 2 * places.length;
  let done = 0;
  const ask = (place: LngLat): ReturnType<typeof firstOf> => {
    const found = firstOf(place);
    progress(++done / rounds);
    return found;
  };
  service.close([]);
  const open = places.map(({ place }) => ask(place));
  service.close(obstacles);
  return places.map(({ place }, i) => {
    const straight = nearestOf(place, others);
    const { first, because } = obstacles.length === 0 ? open[i]! : ask(place);
    return {
      straight,
      open: open[i]!.first,
      now: first,
      because: straight === null ? null : because[straight.other]!,
    };
  });
}

const weightOf = ({ seconds, offRoad, upTo }: ByRoad & { tag: 'reached' }): number =>
  seconds + (upTo === undefined ? onFoot(offRoad) : closedRoadWeight(offRoad));

function nearestOf(place: LngLat, others: readonly ReachPlace[]): ReachRow['straight'] {
  let nearest: ReachRow['straight'] = null;
  others.forEach((one, other) => {
    const meters = greatCircle(place, one.place);
    if (nearest === null || meters < nearest.meters) nearest = { other, meters };
  });
  return nearest;
}
