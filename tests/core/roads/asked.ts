/** Questions that tests and benchmarks ask of a router, put together from those that the product asks. */
import type { Router } from '../../../src/core/roads/router.ts';
import type { Direction, RoadEnd, RoadSpot } from '../../../src/core/roads/search/engine.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import type { RoadReach } from '../../../src/core/roads/search/reach.ts';
import type { RoadRoute } from '../../../src/core/roads/search/route.ts';
import type { RoadTargets } from '../../../src/core/roads/search/targets.ts';

type Ends = readonly (RoadEnd | null)[];

/** Milliseconds per target in the targets' direction; UNREACHED where there is no route within the limit. */
export function timesOf(
  router: Router,
  end: RoadEnd,
  targets: RoadTargets,
  limitMs = Infinity,
): Int32Array {
  return router.search(end, targets).ms.map((ms) => (ms > limitMs ? UNREACHED : ms));
}

export const oneToMany = (router: Router, from: RoadEnd, to: Ends): Int32Array =>
  timesOf(router, from, router.targets(to, 'away'));

/** From many places to one, in the direction of one-way streets. */
export const manyToOne = (router: Router, from: Ends, to: RoadEnd): Int32Array =>
  timesOf(router, to, router.targets(from, 'towards'));

/** The fastest route, null where there is none. */
export const routeBetween = (router: Router, from: RoadEnd, to: RoadEnd): RoadRoute | null =>
  router.search(from, router.targets([to], 'away')).route(0);

export const reachOf = (
  router: Router,
  end: RoadSpot,
  direction: Direction,
  limitMs: number,
): RoadReach => router.reachFrom([{ end, ms: 0 }], direction, limitMs);

/** Times to all targets, the numbers of the `count` best by time, then number, and the route of each. */
export function timesAndRoutes(
  router: Router,
  end: RoadEnd,
  targets: RoadTargets,
  count: number,
): { ms: Int32Array; best: number[]; routes: RoadRoute[] } {
  const search = router.search(end, targets);
  const { ms } = search;
  const best = Array.from(ms, (_, t) => t)
    .filter((t) => ms[t] !== UNREACHED)
    .sort((a, b) => ms[a]! - ms[b]! || a - b)
    .slice(0, count);
  return { ms, best, routes: best.map((t) => search.route(t)!) };
}
