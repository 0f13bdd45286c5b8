/**
 * The router: one network, one profile, the closures that hold for it, and every question that is asked of roads. Times
 * are whole milliseconds (see search/costs.ts for the rounding); exact under closures and turn restrictions. One router
 * answers one question at a time (its memory is reused), which a worker does by nature.
 */
import type { LngLat, Meters } from '../model/index.ts';
import type { RoadNetwork } from './network.ts';
import type { RoadProfile } from './profiles.ts';
import type { Cut } from './cuts.ts';
import { closeEdges, cutEdges, mendEdges, openEdges } from './search/closures.ts';
import { NO_ROUTE } from './search/costs.ts';
import { makeEngine } from './search/engine.ts';
import { Joining } from './search/joined.ts';
import type { Direction, RoadEnd, RoadSpot } from './search/engine.ts';
import type { RoadRoute } from './search/route.ts';
import { reachFrom } from './search/reach.ts';
import type { ReachStart, RoadReach } from './search/reach.ts';
import { prepareTargets } from './search/targets.ts';
import { isShut } from './search/stops.ts';
import type { RoadTargets } from './search/targets.ts';
import { keepSearch } from './search/routes.ts';
import type { KeptSearch } from './search/routes.ts';
import { snapToRoads } from './snap.ts';
import type { RoadSnap } from './snap.ts';
import { stepsOf } from './steps.ts';
import type { RouteStep } from './steps.ts';

interface SnapOptions {
  count?: number;
  openOnly?: boolean;
  /** Only edges that pass. */
  passes?: (edge: number) => boolean;
}

export interface Router {
  readonly network: RoadNetwork;
  readonly profile: RoadProfile;
  /** Prepares places for many questions; they follow closures by themselves. `null` stands for a place without a road. */
  targets(places: readonly (RoadEnd | null)[], direction: Direction): RoadTargets;
  /**
   * Times between `end` and all targets in the targets' direction; whose routes are wanted is said afterwards, and costs no
   * second search.
   */
  search(end: RoadEnd, targets: RoadTargets): KeptSearch;
  /** The route as steps to read out. */
  steps(route: RoadRoute): RouteStep[];
  /**
   * What is reached within a time, for isochrones of every smaller time too. From several places, each with a time of its own
   * before it starts, it is what the first of them reaches.
   */
  reachFrom(starts: readonly ReachStart[], direction: Direction, limitMs: number): RoadReach;
  /** The nearest edges this profile may ever use (closed ones too, unless told otherwise), nearest first. */
  snap(place: LngLat, limit: Meters, options?: SnapOptions): RoadSnap[];
  /**
   * Closes edges under a name; the same name again replaces what it held. Where `cuts` says where an edge is cut, both of its
   * sides stay usable up to there; an edge without is closed from end to end.
   */
  close(name: string, edges: Iterable<number>, cuts?: ReadonlyMap<number, readonly Cut[]>): void;
  /** Lifts what was closed under a name. */
  open(name: string): void;
  /** Whether the profile may ever pass an edge in the direction it is given in: edge × 2, + 1 against its line. */
  readonly allows: (member: number) => boolean;
  /**
   * Whether one gets to a place from more than a pocket of the main part of the roads (`towards`), or from there into it
   * (`away`), under what is closed now. The main part is the largest in which one gets from everywhere to everywhere while
   * nothing is closed.
   */
  isJoined(spot: RoadSpot, direction: Direction): boolean;
  /** The same with all roads open. */
  wouldBeJoined(spot: RoadSpot, direction: Direction): boolean;
}

export function makeRouter(network: RoadNetwork, profile: RoadProfile): Router {
  const engine = makeEngine(network, profile);
  const held = new Map<string, Uint32Array>();
  const joining = new Joining(engine);
  const open = (name: string): void => {
    const edges = held.get(name);
    if (edges === undefined) return;
    held.delete(name);
    mendEdges(engine, name, edges);
    openEdges(engine, edges);
  };
  return {
    network,
    profile,
    targets: (places, direction) => prepareTargets(engine, places, direction),
    search: (end, targets) => keepSearch(engine, end, targets),
    steps: (route) => stepsOf(network, engine.graph.costs, route),
    reachFrom: (starts, direction, limitMs) => reachFrom(engine, starts, direction, limitMs),
    snap(place, limit, { count = 1, openOnly = false, passes = () => true } = {}) {
      const { along, against } = engine.graph.costs;
      const usable = (edge: number): boolean =>
        Math.min(along[edge]!, against[edge]!) < NO_ROUTE &&
        !(openOnly && isShut(engine.closed, edge)) &&
        passes(edge);
      return snapToRoads(network, place, limit, count, usable);
    },
    close(name, edges, cuts) {
      open(name);
      const list =
        edges instanceof Uint32Array && isRising(edges)
          ? edges.slice()
          : Uint32Array.from(new Set(edges));
      held.set(name, list);
      if (cuts !== undefined) cutEdges(engine, name, cuts);
      closeEdges(engine, list);
    },
    open,
    allows: (member) =>
      ((member & 1) === 0 ? engine.graph.costs.along : engine.graph.costs.against)[member >> 1]! <
      NO_ROUTE,
    isJoined: (spot, direction) => joining.isJoined(spot, direction),
    wouldBeJoined: (spot, direction) => joining.wouldBeJoined(spot, direction),
  };
}

/** Whether no number comes twice, as in the lists of `edgesTouching`. */
function isRising(edges: Uint32Array): boolean {
  for (let i = 1; i < edges.length; i++) if (edges[i]! <= edges[i - 1]!) return false;
  return true;
}
