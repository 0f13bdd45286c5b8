/** Times from one place to many, from many places to one, the k nearest of many, and between all of two lists. */
import { NO_ROUTE } from './costs.ts';
import { entrancesOf, pairsOf } from './engine.ts';
import type { Engine, RoadEnd } from './engine.ts';
import { prepareTargets, refreshTargets, withinSameChain } from './targets.ts';
import type { RoadTargets } from './targets.ts';
import { untilAll, untilNearest } from './watch.ts';

/** In results: there is no route (within the limit). */
export const UNREACHED = -1;

/** Milliseconds per target, UNREACHED where there is no route within `limitMs`. Ends as soon as all are known. */
export function timesToAll(
  engine: Engine,
  end: RoadEnd,
  targets: RoadTargets,
  limitMs = Infinity,
): Int32Array {
  refreshTargets(engine, targets);
  const { list } = targets;
  const limit = Math.min(limitMs, NO_ROUTE - 1);
  const ends = entrancesOf(engine, end);
  list.best.fill(NO_ROUTE);
  withinSameChain(engine, ends, targets, (t, ms) => (list.best[t] = Math.min(list.best[t]!, ms)));
  const watcher = untilAll(list, limit);
  const away = targets.direction === 'away';
  const { out, into } = engine.graph;
  engine.sweep.run(
    away ? out : into,
    pairsOf(ends, away ? 'leave' : 'arrive'),
    watcher.reach(),
    watcher,
  );
  return list.best.map((ms) => (ms > limit ? UNREACHED : ms));
}

export interface NearestByRoad {
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
  passes: ((target: number) => boolean) | null = null,
  limitMs = Infinity,
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

/** Milliseconds from each of `from` (rows) to each of `to` (columns), row by row; searches over the shorter list. */
export function timeMatrix(
  engine: Engine,
  from: readonly (RoadEnd | null)[],
  to: readonly (RoadEnd | null)[],
): Int32Array {
  const matrix = new Int32Array(from.length * to.length).fill(UNREACHED);
  if (from.length <= to.length) {
    const targets = prepareTargets(engine, to, 'away');
    from.forEach((end, i) => {
      if (end !== null) matrix.set(timesToAll(engine, end, targets), i * to.length);
    });
  } else {
    const targets = prepareTargets(engine, from, 'towards');
    to.forEach((end, column) => {
      if (end === null) return;
      timesToAll(engine, end, targets).forEach(
        (ms, row) => (matrix[row * to.length + column] = ms),
      );
    });
  }
  return matrix;
}
