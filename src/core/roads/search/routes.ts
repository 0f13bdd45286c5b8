/** Times together with the routes that belong to the best of them, out of one search. */
import type { LngLat, Meters } from '../../model/index.ts';
import { appendStretch } from '../geometry.ts';
import { lengthOf } from '../network.ts';
import type { RoadNetwork } from '../network.ts';
import { entrancesOf } from './engine.ts';
import type { Engine, RoadEnd } from './engine.ts';
import { UNREACHED, nearestByRoad, timesToAll } from './many.ts';
import type { NearestByRoad } from './many.ts';
import { routeReader } from './route.ts';
import type { RoadRoute } from './route.ts';
import { prepareTargets } from './targets.ts';
import type { RoadTargets } from './targets.ts';

export interface TimesAndRoutes {
  /** Milliseconds per target, UNREACHED where there is no route. */
  ms: Int32Array;
  /** Numbers of the best targets, first first (equal times by number), and the route of each. */
  best: number[];
  routes: RoadRoute[];
}

/** Times to all targets and the routes of the `count` best. */
export function timesAndRoutes(
  engine: Engine,
  end: RoadEnd,
  targets: RoadTargets,
  count: number,
): TimesAndRoutes {
  const ms = timesToAll(engine, end, targets);
  const best = bestOf(ms, count);
  return { ms, best, routes: routesOf(engine, end, targets, best, (t) => ms[t]!) };
}

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
      return ms[target] === UNREACHED
        ? null
        : routesOf(engine, end, targets, [target], (t) => ms[t]!)[0]!;
    },
  };
}

/** The nearest targets and their routes. */
export function nearestAndRoutes(
  engine: Engine,
  end: RoadEnd,
  targets: RoadTargets,
  k: number,
  passes: ((target: number) => boolean) | null = null,
  limitMs = Infinity,
): NearestByRoad & { routes: RoadRoute[] } {
  const found = nearestByRoad(engine, end, targets, k, passes, limitMs);
  const msOf = new Map(found.targets.map((t, i) => [t, found.ms[i]!]));
  return { ...found, routes: routesOf(engine, end, targets, found.targets, (t) => msOf.get(t)!) };
}

/** The fastest route from one place to another, null where there is none. */
export function routeOf(engine: Engine, from: RoadEnd, to: RoadEnd): RoadRoute | null {
  return timesAndRoutes(engine, from, prepareTargets(engine, [to], 'away'), 1).routes[0] ?? null;
}

function routesOf(
  engine: Engine,
  end: RoadEnd,
  targets: RoadTargets,
  numbers: readonly number[],
  msOf: (target: number) => number,
): RoadRoute[] {
  const read = routeReader(engine, entrancesOf(engine, end), targets.direction === 'towards');
  return numbers.map((t) => read(targets.stops[t]!, msOf(t)));
}

/** The numbers of the smallest times, by time, then number. */
function bestOf(ms: Int32Array, count: number): number[] {
  const numbers: number[] = [];
  for (let t = 0; t < ms.length; t++) if (ms[t] !== UNREACHED) numbers.push(t);
  return numbers.sort((a, b) => ms[a]! - ms[b]! || a - b).slice(0, count);
}

/** What of a route is drawn. */
export type RoadLine = Pick<RoadRoute, 'members' | 'start' | 'end'>;

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
