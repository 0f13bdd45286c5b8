/** Where open roads end before an incident whose own road active areas close. */
import type { LngLat, Meters } from '../model/index.ts';
import { edgesAt, wayLine } from '../roads/index.ts';
import type { RoadSnap, RoadSpot, Router } from '../roads/index.ts';

/** A place that open roads lead to, and from where only a closed one goes on to the incident. */
export interface AreaEdge {
  end: RoadSpot;
  /** From there to the incident: along the road, and from the road. Never across country, where a river may be. */
  meters: Meters;
  /** Ids of the areas that close the road there; none where the incident has an open road beside it after all. */
  areas: readonly string[];
  /** Along the road from there to beside the incident. */
  line: () => LngLat[];
}

/** What the roads around an incident are closed by. */
export interface Flooded {
  router: Router;
  /** By edge the names of what closes it for this traveller; absent = open. */
  closers: ReadonlyMap<number, readonly string[]>;
  /** What an active area closes and nothing else can be gone along; what a closure closes is no way at all. */
  isArea: (name: string) => boolean;
}

/** How one got to a node, seen from the incident. */
interface Step {
  node: number;
  edge: number;
  millimeters: number;
  /** null = from the incident itself. */
  before: Step | null;
  home: RoadSnap;
}

/**
 * Every such place within `limit` metres of the incident along roads that areas close: Dijkstra by length in buckets of a
 * metre, from each of the roads beside the incident, along those this traveller might use if they were open, one-way or
 * not. Nearest first is not promised.
 * @param overDry whether to go on over open roads too, each place of which counts then: there may be a dry stretch between
 * two areas that nobody reaches, or that can only be left by its one-way streets
 */
export function edgesOfAreas(
  { router, closers, isArea }: Flooded,
  homes: readonly RoadSnap[],
  limit: Meters,
  overDry: boolean,
): AreaEdge[] {
  const { network } = router;
  const { edgeFrom, edgeTo, edgeLength } = network;
  const isUsable = (edge: number): boolean => router.allows(2 * edge) || router.allows(2 * edge + 1);
  const isFlooded = (edge: number): boolean => closers.get(edge)?.every(isArea) === true;
  const best = new Map<number, Step>();
  const buckets: Step[][] = [];
  const offer = (step: Step): void => {
    if (step.millimeters > limit * 1000) return;
    if (step.millimeters >= (best.get(step.node)?.millimeters ?? Infinity)) return;
    best.set(step.node, step);
    (buckets[Math.floor(step.millimeters / 1000)] ??= []).push(step);
  };
  const beside: AreaEdge[] = [];
  for (const home of homes) {
    const { edge, along, meters, place } = home;
    if (!closers.has(edge)) beside.push({ end: home, meters, areas: [], line: () => [place] });
    if (!isFlooded(edge)) continue;
    const length = edgeLength[edge]!;
    const from = { edge, before: null, home };
    offer({ ...from, node: edgeFrom[edge]!, millimeters: Math.round(meters * 1000 + length * along) });
    offer({ ...from, node: edgeTo[edge]!, millimeters: Math.round(meters * 1000 + length * (1 - along)) });
  }
  for (let at = 0; at < buckets.length; at++) {
    for (const step of buckets[at] ?? []) {
      if (best.get(step.node) !== step) continue;
      for (const edge of edgesAt(network, step.node)) {
        if (!isUsable(edge) || !(isFlooded(edge) || (overDry && !closers.has(edge)))) continue;
        const node = edgeFrom[edge] === step.node ? edgeTo[edge]! : edgeFrom[edge]!;
        offer({ node, edge, millimeters: step.millimeters + edgeLength[edge]!, before: step, home: step.home });
      }
    }
  }
  const isOpen = (edge: number): boolean => !closers.has(edge) && isUsable(edge);
  const ends = [...best.values()].filter(({ node }) => edgesAt(network, node).some(isOpen));
  return [
    ...beside,
    ...ends.map((step) => ({
      end: { node: step.node },
      meters: step.millimeters / 1000,
      areas: areasAfter(step, closers),
      line: () => lineFrom(router, step),
    })),
  ];
}

/** What closes the first closed road on the way from a node to the incident; the last one, beside the incident, always is. */
function areasAfter(from: Step, closers: Flooded['closers']): readonly string[] {
  let step: Step | null = from;
  while (step !== null && !closers.has(step.edge)) step = step.before;
  return step === null ? [] : closers.get(step.edge)!;
}

/** From a node back to the incident's place on its road. */
function lineFrom({ network }: Router, last: Step): LngLat[] {
  const members: number[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) {
    members.push(2 * step.edge + (network.edgeFrom[step.edge] === step.node ? 0 : 1));
  }
  return wayLine(network, { members, start: members[0]! & 1, end: last.home.along });
}
