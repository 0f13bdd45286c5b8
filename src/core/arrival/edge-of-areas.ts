/** Where open roads end before an incident whose own road active areas close. */
import type { LngLat, Meters } from '../model/index.ts';
import { edgesAt } from '../roads/meeting.ts';
import type { Router } from '../roads/router.ts';
import type { RoadSpot } from '../roads/search/engine.ts';
import { routeLine } from '../roads/search/routes.ts';
import type { RoadSnap } from '../roads/snap.ts';
import type { NamedCut } from './closed-roads.ts';

/** A place that open roads lead to, and from where only a closed one goes on to the incident. */
export interface AreaEdge {
  end: RoadSpot;
  /** From there to the incident: along the road, and from the road. Never across country, where a river may be. */
  meters: Meters;
  /** Ids of the areas that close the road there; none where the incident has an open road beside it after all. */
  areas: readonly string[];
  /** Along the road from there to beside the incident. */
  line: () => LngLat[];
  /** The road beside the incident that this is along. */
  home: RoadSnap;
}

/** What the roads around an incident are closed by. */
interface Flooded {
  router: Router;
  /** What closes an edge for this traveller, and where; what an area closes can be gone along, a closure not. */
  cutsOn: (edge: number) => readonly NamedCut[];
}

/** A stretch of an edge as one goes along it, away from the incident. */
interface Step {
  edge: number;
  /** Shares of the edge: where it is gone onto, and up to where. */
  from: number;
  to: number;
  /** The node at its end; null = it ends on the edge, where the water does. */
  node: number | null;
  millimeters: number;
  /** null = from the incident itself. */
  before: Step | null;
  home: RoadSnap;
}

/** A place beside a cut that is still open: the share of an edge that nobody measures. */
const JUST_PAST_A_CUT = 1e-7;

/**
 * Every such place within `limit` metres of the incident along roads that areas close: Dijkstra by length in buckets of a
 * metre, from each of the roads beside the incident, along those this traveller might use if they were open, one-way or
 * not. A road is followed until it leaves the water, on the edge itself or at its node. Nearest first is not promised.
 * @param overDry whether to go on over open roads too, each place of which counts then: there may be a dry stretch between
 * two areas that nobody reaches, or that can only be left by its one-way streets
 */
export function edgesOfAreas(
  { router, cutsOn }: Flooded,
  homes: readonly RoadSnap[],
  limit: Meters,
  overDry: boolean,
): AreaEdge[] {
  const { network } = router;
  const { edgeFrom, edgeTo, edgeLength } = network;
  const isUsable = (edge: number): boolean =>
    router.allows(2 * edge) || router.allows(2 * edge + 1);
  const known = new Map<number, readonly NamedCut[]>();
  const cuts = (edge: number): readonly NamedCut[] => {
    let found = known.get(edge);
    if (found === undefined) known.set(edge, (found = cutsOn(edge)));
    return found;
  };
  const best = new Map<number, Step>();
  const onEdges: Step[] = [];
  const buckets: Step[][] = [];
  const offer = (step: Step): void => {
    if (step.millimeters > limit * 1000) return;
    if (step.node === null) return void onEdges.push(step);
    if (step.millimeters >= (best.get(step.node)?.millimeters ?? Infinity)) return;
    best.set(step.node, step);
    (buckets[Math.floor(step.millimeters / 1000)] ??= []).push(step);
  };
  /** Go along an edge from a share of it towards one of its ends, through water; no farther than a closure cuts it. */
  const follow = (
    edge: number,
    from: number,
    end: 0 | 1,
    before: Step | null,
    home: RoadSnap,
  ): void => {
    const walked = before?.millimeters ?? Math.round(home.meters * 1000);
    const heading = end === 1 ? 1 : -1;
    const far = end === 1 ? edgeTo[edge]! : edgeFrom[edge]!;
    const upTo = (share: number, node: number | null): void =>
      offer({
        edge,
        from,
        to: node === null ? share + heading * JUST_PAST_A_CUT : end,
        node,
        millimeters: walked + Math.round(edgeLength[edge]! * Math.abs(share - from)),
        before,
        home,
      });
    const isOneWay = !router.allows(2 * edge) || !router.allows(2 * edge + 1);
    for (let at = from; ;) {
      const dry = through(cuts(edge), at, heading);
      if (dry === null) return;
      if ((end - dry) * heading <= 0) return upTo(end, far);
      // Where it comes out of water; a node that is dry is an end of its own.
      if (dry !== from || isCutAt(cuts(edge), from)) upTo(dry, null);
      const next = nextCut(cuts(edge), dry, heading);
      // The dry rest of a one-way street may not be driven up to the water, yet it can be gone along.
      if (next === null && (overDry || isOneWay)) return upTo(end, far);
      if (next === null || !overDry) return;
      at = next;
    }
  };
  const uncut: AreaEdge[] = [];
  for (const home of homes) {
    const { edge, along, meters, place } = home;
    const here = cuts(edge).filter(({ cut }) => cut[0] <= along && along <= cut[1]);
    if (here.length === 0) uncut.push({ end: home, meters, areas: [], line: () => [place], home });
    else if (here.every(({ isArea }) => isArea))
      for (const end of [0, 1] as const) follow(edge, along, end, null, home);
  }
  for (let at = 0; at < buckets.length; at++) {
    for (const step of buckets[at] ?? []) {
      if (step.node === null || best.get(step.node) !== step) continue;
      for (const edge of edgesAt(network, step.node)) {
        if (!isUsable(edge)) continue;
        const from = edgeFrom[edge] === step.node ? 0 : 1;
        if (overDry || isCutAt(cuts(edge), from))
          follow(edge, from, from === 0 ? 1 : 0, step, step.home);
      }
    }
  }
  const opensAt = (node: number): boolean =>
    [...edgesAt(network, node)].some((edge) => {
      const from = edgeFrom[edge] === node ? 0 : 1;
      return isUsable(edge) && !isCutAt(cuts(edge), from);
    });
  const ends = [...[...best.values()].filter(({ node }) => opensAt(node!)), ...onEdges];
  return [
    ...uncut,
    ...ends.map((step) => ({
      end: step.node === null ? { edge: step.edge, along: step.to } : { node: step.node },
      meters: step.millimeters / 1000,
      areas: areasAfter(step, cuts),
      line: () => lineFrom(router, step),
      home: step.home,
    })),
  ];
}

const isCutAt = (cuts: readonly NamedCut[], at: number): boolean =>
  cuts.some(({ cut }) => cut[0] <= at && at <= cut[1]);

/**
 * From a place on an edge through the areas that hold it: where they end, as a share of the edge (beyond its end where they
 * do not end on it); null = a closure stands in the way.
 */
function through(cuts: readonly NamedCut[], from: number, heading: 1 | -1): number | null {
  let at = from;
  for (;;) {
    const here = cuts.filter(({ cut }) => cut[0] <= at && at <= cut[1]);
    if (here.some(({ isArea }) => !isArea)) return null;
    const ends = here.map(({ cut }) => (heading === 1 ? cut[1] : cut[0]));
    const farthest = heading === 1 ? Math.max(at, ...ends) : Math.min(at, ...ends);
    if (farthest === at) return at;
    const closed = cuts.some(
      ({ isArea, cut }) =>
        !isArea && (cut[0] - at) * heading >= 0 && (farthest - cut[0]) * heading >= 0,
    );
    if (closed) return null;
    at = farthest;
  }
}

/** Where the next cut begins that one comes to; null = there is none up to the end of the edge. */
function nextCut(cuts: readonly NamedCut[], at: number, heading: 1 | -1): number | null {
  const ahead = cuts
    .map(({ cut }) => (heading === 1 ? cut[0] : cut[1]))
    .filter((share) => (share - at) * heading > 0);
  if (ahead.length === 0) return null;
  return heading === 1 ? Math.min(...ahead) : Math.max(...ahead);
}

/** What closes the first closed road on the route from an end to the incident; the last one, beside the incident, always is. */
function areasAfter(from: Step, cuts: (edge: number) => readonly NamedCut[]): readonly string[] {
  for (let step: Step | null = from; step !== null; step = step.before) {
    const names = firstAlong(cuts(step.edge), step.to, step.from);
    if (names.length > 0) return names;
  }
  return [];
}

/** The names of what cuts an edge first, going along it from one share to another. */
function firstAlong(cuts: readonly NamedCut[], from: number, to: number): string[] {
  const heading = to >= from ? 1 : -1;
  const between = cuts.filter(
    ({ cut }) => cut[0] <= Math.max(from, to) && cut[1] >= Math.min(from, to),
  );
  const begins = between.map(({ cut }) =>
    heading === 1 ? Math.max(from, cut[0]) : Math.min(from, cut[1]),
  );
  const first = heading === 1 ? Math.min(...begins) : Math.max(...begins);
  return [
    ...new Set(
      between.filter(({ cut }) => cut[0] <= first && first <= cut[1]).map(({ name }) => name),
    ),
  ];
}

/** From an end back to the incident's place on its road. */
function lineFrom({ network }: Router, last: Step): LngLat[] {
  const members: number[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) {
    // It was gone along from `from` to `to`; the line comes back the other way.
    members.push(2 * step.edge + (step.to < step.from ? 0 : 1));
  }
  return routeLine(network, { members, start: last.to, end: last.home.along });
}
