/** Times from one place to many, or from many places to one. */
import { NO_ROUTE } from './costs.ts';
import { entrancesOf, pairsOf } from './engine.ts';
import type { Engine, RoadEnd } from './engine.ts';
import { refreshTargets, withinSameChain } from './targets.ts';
import type { RoadTargets } from './targets.ts';
import { untilAll } from './watch.ts';

/** In results: there is no route. */
export const UNREACHED = -1;

/** Milliseconds per target, UNREACHED where there is no route. Ends as soon as all are known. */
export function timesToAll(engine: Engine, end: RoadEnd, targets: RoadTargets): Int32Array {
  refreshTargets(engine, targets);
  const { list } = targets;
  const ends = entrancesOf(engine, end);
  list.best.fill(NO_ROUTE);
  withinSameChain(engine, ends, targets, (t, ms) => (list.best[t] = Math.min(list.best[t]!, ms)));
  const watcher = untilAll(list, NO_ROUTE - 1);
  const away = targets.direction === 'away';
  const { out, into } = engine.graph;
  engine.sweep.run(
    away ? out : into,
    pairsOf(ends, away ? 'leave' : 'arrive'),
    watcher.reach(),
    watcher,
  );
  return list.best.map((ms) => (ms >= NO_ROUTE ? UNREACHED : ms));
}
