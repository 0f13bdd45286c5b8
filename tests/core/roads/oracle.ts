/**
 * An independent router to compare with: Dijkstra over (edge, direction) states straight from the given lists, with a
 * plain array for a queue. It knows nothing of junctions, chains, buckets or copies.
 */
import { MODE_BIT } from '../../../src/core/roads/types.ts';
import type { RoadEdgeInput, TravelMode, TurnRestriction } from '../../../src/core/roads/types.ts';

export type OracleEnd = { edge: number; along: number } | { node: number };

export interface OracleNetwork {
  edges: readonly RoadEdgeInput[];
  restrictions: readonly TurnRestriction[];
  mode: TravelMode;
  /** Milliseconds of each edge. */
  cost: readonly number[];
  closed: ReadonlySet<number>;
}

interface State {
  edge: number;
  /** 0 along the edge, 1 against it. */
  heading: number;
  ms: number;
}

/** Milliseconds from one end to another, Infinity where there is no route. */
export function oracleTime(network: OracleNetwork, from: OracleEnd, to: OracleEnd): number {
  const { edges, cost } = network;
  const best = new Map<number, number>();
  const queue: State[] = [];
  const push = (edge: number, heading: number, ms: number): void => {
    if (ms < (best.get(edge * 2 + heading) ?? Infinity)) {
      best.set(edge * 2 + heading, ms);
      queue.push({ edge, heading, ms });
    }
  };
  const start = asNode(edges, from);
  const goal = asNode(edges, to);
  let answer = Infinity;
  /** Everything that can be done at a node after arriving with `arrived` (null = setting out there). */
  const goOn = (node: number, arrived: State | null, ms: number): void => {
    if (goal === node) answer = Math.min(answer, ms);
    edges.forEach((edge, e) => {
      for (const heading of [0, 1]) {
        if ((heading === 0 ? edge.from : edge.to) !== node || !passable(network, e, heading))
          continue;
        if (arrived !== null && !mayTurn(network, arrived, node, e, heading)) continue;
        if (!('node' in to) && goal === null && to.edge === e) {
          const part = Math.round(cost[e]! * to.along);
          answer = Math.min(answer, ms + (heading === 0 ? part : cost[e]! - part));
        }
        push(e, heading, ms + cost[e]!);
      }
    });
  };
  if (start !== null) goOn(start, null, 0);
  else if (!('node' in from)) {
    const { edge, along } = from;
    const part = Math.round(cost[edge]! * along);
    if (passable(network, edge, 0)) push(edge, 0, cost[edge]! - part);
    if (passable(network, edge, 1)) push(edge, 1, part);
    if (goal === null && !('node' in to) && to.edge === edge) {
      const other = Math.round(cost[edge]! * to.along);
      if (to.along === along) answer = 0;
      else if (passable(network, edge, to.along > along ? 0 : 1)) answer = Math.abs(other - part);
    }
  }
  while (queue.length > 0) {
    queue.sort((a, b) => b.ms - a.ms);
    const state = queue.pop()!;
    if (state.ms > best.get(state.edge * 2 + state.heading)!) continue;
    const edge = edges[state.edge]!;
    goOn(state.heading === 0 ? edge.to : edge.from, state, state.ms);
  }
  return answer;
}

/** The node an end stands on, null inside an edge. */
function asNode(edges: readonly RoadEdgeInput[], end: OracleEnd): number | null {
  if ('node' in end) return end.node;
  if (end.along === 0) return edges[end.edge]!.from;
  return end.along === 1 ? edges[end.edge]!.to : null;
}

function passable({ edges, mode, closed }: OracleNetwork, e: number, heading: number): boolean {
  const edge = edges[e]!;
  return !closed.has(e) && ((heading === 0 ? edge.forward : edge.backward) & MODE_BIT[mode]) !== 0;
}

function mayTurn(
  network: OracleNetwork,
  arrived: State,
  node: number,
  e: number,
  heading: number,
): boolean {
  const { edges, restrictions, mode } = network;
  const here = restrictions.filter(
    (one) => one.via === node && one.from === arrived.edge && one.modes.includes(mode),
  );
  const only = here.filter((one) => one.kind === 'only');
  if (only.length > 0 && !only.some((one) => one.to === e)) return false;
  if (here.some((one) => one.kind === 'no' && one.to === e)) return false;
  if (e !== arrived.edge || heading === arrived.heading) return true;
  // Turning back: not in the middle of a road.
  const ends = edges.reduce(
    (sum, edge) => sum + (edge.from === node ? 1 : 0) + (edge.to === node ? 1 : 0),
    0,
  );
  const loop = edges.some((edge) => edge.from === node && edge.to === node);
  return ends !== 2 || loop || restrictions.some((one) => one.via === node);
}
