/** Times together with the routes that belong to them, out of one search. */
import type { LngLat, Meters } from '../../model/index.ts';
import { appendStretch } from '../geometry.ts';
import { lengthOf } from '../network.ts';
import type { RoadNetwork } from '../network.ts';
import { entrancesOf } from './engine.ts';
import type { Engine, RoadEnd } from './engine.ts';
import { UNREACHED, timesToAll } from './many.ts';
import { routeReader } from './route.ts';
import type { RoadRoute } from './route.ts';
import type { RoadTargets } from './targets.ts';

/** Times to all targets; routes are read back as they are asked for. */
export interface KeptSearch {
  /** Milliseconds per target, UNREACHED where there is no route. */
  readonly ms: Int32Array;
  /** Whether the roads are closed as they were when it was searched. */
  readonly isCurrent: boolean;
  /** Null where there is no route. Out of the same search, unless something else was searched or closed since: then anew. */
  route(target: number): RoadRoute | null;
}

/** Searches once and keeps what it takes to read any target's route back. */
export function keepSearch(engine: Engine, end: RoadEnd, targets: RoadTargets): KeptSearch {
  let ms = timesToAll(engine, end, targets);
  let run = engine.sweep.runs;
  let version = engine.version;
  return {
    get ms() {
      return ms;
    },
    get isCurrent() {
      return version === engine.version;
    },
    route(target) {
      if (run !== engine.sweep.runs || version !== engine.version) {
        ms = timesToAll(engine, end, targets);
        run = engine.sweep.runs;
        version = engine.version;
      }
      if (ms[target] === UNREACHED) return null;
      const read = routeReader(engine, entrancesOf(engine, end), targets.direction === 'towards');
      return read(targets.stops[target]!, ms[target]!);
    },
  };
}

/** What of a route is drawn. */
type RoadLine = Pick<RoadRoute, 'members' | 'start' | 'end'>;

/** A route as lng, lat, lng, lat … */
export function flatLineOf(network: RoadNetwork, { members, start, end }: RoadLine): number[] {
  const flat: number[] = [];
  members.forEach((member, i) => {
    const against = member & 1;
    const from = i === 0 ? start : against;
    appendStretch(flat, network, member >> 1, from, i === members.length - 1 ? end : 1 - against);
  });
  return flat;
}

/** A route as a line of places. A route of no length is an empty line. */
export function routeLine(network: RoadNetwork, route: RoadLine): LngLat[] {
  const flat = flatLineOf(network, route);
  const line: LngLat[] = [];
  for (let i = 0; i < flat.length; i += 2) line.push([flat[i]!, flat[i + 1]!]);
  return line;
}

/** Length of a route. */
export function routeMeters(network: RoadNetwork, { members, start, end }: RoadRoute): Meters {
  let meters = 0;
  members.forEach((member, i) => {
    const against = member & 1;
    const from = i === 0 ? start : against;
    const to = i === members.length - 1 ? end : 1 - against;
    meters += Math.abs(to - from) * lengthOf(network, member >> 1);
  });
  return meters;
}
