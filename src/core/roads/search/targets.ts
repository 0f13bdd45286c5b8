/** Many places prepared once for many questions (all bases of teams, all shelters), kept true under closures. */
import { NO_ROUTE } from './costs.ts';
import { direct, entrancesOf, pairsOf } from './engine.ts';
import type { Direction, Engine, Entrance, RoadEnd } from './engine.ts';
import { WatchList } from './watch.ts';

export interface RoadTargets {
  readonly direction: Direction;
  readonly places: readonly (RoadEnd | null)[];
  /** Per place; none where it has no road. */
  stops: readonly (readonly Entrance[])[];
  list: WatchList;
  /** Chain → targets with an entrance inside it. */
  inChain: ReadonlyMap<number, readonly { target: number; entrance: Entrance }[]>;
  version: number;
}

/** `null` is a place without a road: it is never reached. */
export function prepareTargets(
  engine: Engine,
  places: readonly (RoadEnd | null)[],
  direction: Direction,
): RoadTargets {
  const stops = places.map((place) => (place === null ? [] : entrancesOf(engine, place)));
  const ends = stops.map((entrances) =>
    pairsOf(entrances, direction === 'away' ? 'arrive' : 'leave'),
  );
  const inChain = new Map<number, { target: number; entrance: Entrance }[]>();
  stops.forEach((entrances, target) => {
    for (const entrance of entrances) {
      const { chain } = entrance.stop;
      if (chain < 0) continue;
      const list = inChain.get(chain);
      if (list === undefined) inChain.set(chain, [{ target, entrance }]);
      else list.push({ target, entrance });
    }
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

/** Calls `found` for the targets that can be had without leaving a chain that both ends have an entrance in; maybe more than once. */
export function withinSameChain(
  engine: Engine,
  ends: readonly Entrance[],
  targets: RoadTargets,
  found: (target: number, ms: number) => void,
): void {
  for (const { stop, ms } of ends) {
    for (const { target, entrance } of targets.inChain.get(stop.chain) ?? []) {
      const other = entrance.stop;
      const between =
        targets.direction === 'away' ? direct(engine, stop, other) : direct(engine, other, stop);
      if (between < NO_ROUTE) found(target, ms + between + entrance.ms);
    }
  }
}
