/** Many places prepared once for many questions (all bases of teams, all shelters), kept true under closures. */
import { NO_WAY } from './costs.ts';
import { direct, stopOf } from './engine.ts';
import type { Direction, Engine, RoadEnd } from './engine.ts';
import type { Stop } from './stops.ts';
import { WatchList } from './watch.ts';

export interface RoadTargets {
  readonly direction: Direction;
  readonly places: readonly (RoadEnd | null)[];
  stops: readonly (Stop | null)[];
  list: WatchList;
  /** Chain → targets inside it. */
  inChain: ReadonlyMap<number, readonly number[]>;
  version: number;
}

/** `null` is a place without a road: it is never reached. */
export function prepareTargets(engine: Engine, places: readonly (RoadEnd | null)[], direction: Direction): RoadTargets {
  const stops = places.map((place) => (place === null ? null : stopOf(engine, place)));
  const ends = stops.map((stop) => (stop === null ? [] : direction === 'away' ? stop.arrive : stop.leave));
  const inChain = new Map<number, number[]>();
  stops.forEach((stop, t) => {
    if (stop === null || stop.chain < 0) return;
    const list = inChain.get(stop.chain);
    if (list === undefined) inChain.set(stop.chain, [t]);
    else list.push(t);
  });
  return {
    direction,
    places,
    stops,
    list: new WatchList(engine.graph.nodes, ends),
    inChain,
    version: engine.version,
  };
}

/** Brings targets up to the present closures. */
export function refreshTargets(engine: Engine, targets: RoadTargets): void {
  if (targets.version !== engine.version)
    Object.assign(targets, prepareTargets(engine, targets.places, targets.direction));
}

/** Calls `found` for the targets that lie in the same chain as `stop` and can be had without leaving it. */
export function withinSameChain(
  engine: Engine,
  stop: Stop,
  targets: RoadTargets,
  found: (target: number, ms: number) => void,
): void {
  for (const t of targets.inChain.get(stop.chain) ?? []) {
    const other = targets.stops[t]!;
    const ms = targets.direction === 'away' ? direct(engine, stop, other) : direct(engine, other, stop);
    if (ms < NO_WAY) found(t, ms);
  }
}
