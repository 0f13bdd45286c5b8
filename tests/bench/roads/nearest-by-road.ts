/**
 * The k nearest by road, by a search that looks no further than the k-th: what the router could answer if the product asked
 * for the nearest alone. It asks for all times, because turn-out and loading come on top of them.
 */
import { NO_ROUTE } from '../../../src/core/roads/search/costs.ts';
import type { RoadNetwork, RoadProfile } from '../../../src/core/roads/index.ts';
import { closeEdges } from '../../../src/core/roads/search/closures.ts';
import { entrancesOf, makeEngine, pairsOf } from '../../../src/core/roads/search/engine.ts';
import type { Engine, RoadEnd } from '../../../src/core/roads/search/engine.ts';
import type { Watcher } from '../../../src/core/roads/search/sweep.ts';
import { refreshTargets, withinSameChain } from '../../../src/core/roads/search/targets.ts';
import type { RoadTargets } from '../../../src/core/roads/search/targets.ts';
import type { WatchList } from '../../../src/core/roads/search/watch.ts';

/** What is searched, with some edges closed from end to end. */
export function engineOf(
  network: RoadNetwork,
  profile: RoadProfile,
  closed: Iterable<number> = [],
): Engine {
  const engine = makeEngine(network, profile);
  closeEdges(engine, [...new Set(closed)]);
  return engine;
}

interface NearestOptions {
  passes?: ((target: number) => boolean) | null;
  limitMs?: number;
}

interface NearestByRoad {
  /** Numbers of the targets, nearest first, equal times by number. */
  targets: number[];
  /** Their milliseconds. */
  ms: number[];
}

/** The k targets that are reached (or arrive) first among those that pass; looks no further than the k-th. */
export function nearestByRoad(
  engine: Engine,
  end: RoadEnd,
  targets: RoadTargets,
  k: number,
  { passes = null, limitMs = Infinity }: NearestOptions = {},
): NearestByRoad {
  refreshTargets(engine, targets);
  const { list } = targets;
  let limit = Math.min(limitMs, NO_ROUTE - 1);
  const ends = entrancesOf(engine, end);
  list.best.fill(NO_ROUTE);
  const watcher = untilNearest(list, k, limit, passes);
  withinSameChain(engine, ends, targets, (t, ms) => {
    if (ms <= limit && ms < list.best[t]! && (passes === null || passes(t)))
      limit = watcher.offer(t, ms);
  });
  const away = targets.direction === 'away';
  const { out, into } = engine.graph;
  if (k > 0)
    engine.sweep.run(away ? out : into, pairsOf(ends, away ? 'leave' : 'arrive'), limit, watcher);
  const chosen = [...watcher.chosen.subarray(0, watcher.found())];
  return { targets: chosen, ms: chosen.map((t) => list.best[t]!) };
}

/**
 * Listens until the k best are known that pass, ties by number. `chosen` holds their numbers, best first, when the
 * search is over.
 */
function untilNearest(
  list: WatchList,
  k: number,
  limit: number,
  passes: ((target: number) => boolean) | null,
): Watcher & {
  chosen: Int32Array;
  found: () => number;
  offer: (target: number, total: number) => number;
} {
  const { mark, target, extra, next, best } = list;
  const chosen = new Int32Array(k);
  let found = 0;
  const before = (a: number, b: number): boolean =>
    best[a]! < best[b]! || (best[a] === best[b] && a < b);
  /** Takes a better total for a target; returns the limit. */
  const offer = (t: number, total: number): number => {
    const known = best[t] !== NO_ROUTE;
    best[t] = total;
    let place = known ? chosen.indexOf(t) : -1;
    if (place < 0 || place >= found) {
      if (found < k) place = found++;
      else if (before(t, chosen[k - 1]!)) place = k - 1;
      else return best[chosen[k - 1]!]!;
    }
    while (place > 0 && before(t, chosen[place - 1]!)) {
      chosen[place] = chosen[place - 1]!;
      place--;
    }
    chosen[place] = t;
    return found < k ? limit : Math.min(limit, best[chosen[k - 1]!]!);
  };
  return {
    mark,
    chosen,
    found: () => found,
    offer,
    settle: (node, label, reach) => {
      for (let entry = mark[node]!; entry !== 0; entry = next[entry - 1]!) {
        const t = target[entry - 1]!;
        const total = label + extra[entry - 1]!;
        if (total >= best[t]! || total > reach) continue;
        if (passes !== null && best[t] === NO_ROUTE && !passes(t)) continue;
        reach = Math.min(reach, offer(t, total));
      }
      return reach;
    },
  };
}
