/**
 * A place on the network as a search sees it: with which milliseconds it can be left towards junctions, and with which
 * it can be reached from them. A place inside a chain is reached along the open part of the chain only, so that it stays
 * exact when another part is closed.
 */
import type { RoadNetwork, RoadPlace } from '../network.ts';
import { isCutBetween } from '../cuts.ts';
import type { Cut } from '../cuts.ts';
import { NO_ROUTE } from './costs.ts';
import type { SearchGraph } from './graph.ts';

/** What is closed: nobody passes a closed edge from end to end, but it may be used up to where it is cut. */
export interface EdgeClosures {
  /** How many closures hold each edge; 0 = it is open. */
  readonly counts: Uint16Array;
  /** Edge → by the name of a closure where that cuts it; closures that close all of it are not among them. */
  readonly cuts: ReadonlyMap<number, ReadonlyMap<string, readonly Cut[]>>;
}

/** Whether one gets from one place on an edge to another, as far as closures go. */
export function isClear(
  { counts, cuts }: EdgeClosures,
  edge: number,
  a: number,
  b: number,
): boolean {
  if (counts[edge] === 0) return true;
  const named = cuts.get(edge);
  if (named === undefined || named.size < counts[edge]!) return false;
  for (const list of named.values()) if (isCutBetween(list, a, b)) return false;
  return true;
}

/** Whether a closure closes all of an edge. */
export const isShut = ({ counts, cuts }: EdgeClosures, edge: number): boolean =>
  counts[edge] !== 0 && (cuts.get(edge)?.size ?? 0) < counts[edge]!;

export interface Stop {
  /** Pairs of search node and milliseconds: where one gets from here. */
  leave: number[];
  /** Pairs of search node and milliseconds: from where one gets here. */
  arrive: number[];
  /** The arc that each of those pairs goes along, in the same order; -1 at a junction. */
  leaveArcs: number[];
  arriveArcs: number[];
  /** The chain it lies inside, -1 at a junction. */
  chain: number;
  /** Place of its edge in the chain, and the part of that edge (along the edge itself) before it. */
  place: number;
  along: number;
}

/** The chain's member at a place: edge, and whether the edge lies against the chain. */
const memberAt = (network: RoadNetwork, chain: number, place: number): number =>
  network.chainEdges[network.chainStart[chain]! + place]!;

const isTurned = (member: number): boolean => (member & 1) === 1;

/** What of a member's cost lies before a place on it, as the chain lies; rounded as seen along the edge itself. */
const share = (member: number, cost: number, along: number): number =>
  isTurned(member) ? cost - Math.round(cost * along) : Math.round(cost * along);

const costAlong = ({ costs }: SearchGraph, member: number): number =>
  (isTurned(member) ? costs.against : costs.along)[member >> 1]!;
const costAgainst = ({ costs }: SearchGraph, member: number): number =>
  (isTurned(member) ? costs.along : costs.against)[member >> 1]!;

/** A place given by edge and part. */
export function stopAt(
  network: RoadNetwork,
  graph: SearchGraph,
  closed: EdgeClosures,
  at: RoadPlace,
): Stop {
  const { edge, along } = at;
  if (!(along > 0)) return stopAtNode(network, graph, closed, network.edgeFrom[edge]!);
  if (!(along < 1)) return stopAtNode(network, graph, closed, network.edgeTo[edge]!);
  const chain = network.edgeChain[edge]!;
  const place = network.edgePlace[edge]!;
  return inside(network, graph, closed, { chain, place, along });
}

/** A node: at a junction every permitted arc leaves it; inside a chain it is a place between two members. */
export function stopAtNode(
  network: RoadNetwork,
  graph: SearchGraph,
  closed: EdgeClosures,
  node: number,
): Stop {
  const junction = network.nodeJunction[node]!;
  if (junction >= 0) {
    const arrive = [junction, 0];
    for (const copy of graph.copiesOf.get(junction) ?? []) arrive.push(copy, 0);
    const arriveArcs = arrive.filter((_, i) => i % 2 === 0).map(() => -1);
    return {
      leave: [junction, 0],
      arrive,
      leaveArcs: [-1],
      arriveArcs,
      chain: -1,
      place: 0,
      along: 0,
    };
  }
  const { chain, place } = memberFrom(network, node);
  const along = isTurned(memberAt(network, chain, place)) ? 1 : 0;
  return inside(network, graph, closed, { chain, place, along });
}

/** The member of a chain that begins, as the chain lies, at a node inside it. */
function memberFrom(network: RoadNetwork, node: number): { chain: number; place: number } {
  const edge = edgeAt(network, node);
  const chain = network.edgeChain[edge]!;
  const place = network.edgePlace[edge]!;
  const start = isTurned(memberAt(network, chain, place))
    ? network.edgeTo[edge]!
    : network.edgeFrom[edge]!;
  return { chain, place: start === node ? place : place + 1 };
}

const edgeAtNode = new WeakMap<RoadNetwork, Uint32Array>();

/** Some edge that touches a node. */
function edgeAt(network: RoadNetwork, node: number): number {
  let edges = edgeAtNode.get(network);
  if (edges === undefined) {
    edges = new Uint32Array(network.nodes);
    for (let e = 0; e < network.edges; e++) {
      edges[network.edgeFrom[e]!] = e;
      edges[network.edgeTo[e]!] = e;
    }
    edgeAtNode.set(network, edges);
  }
  return edges[node]!;
}

function inside(
  network: RoadNetwork,
  graph: SearchGraph,
  closed: EdgeClosures,
  { chain, place, along }: Pick<Stop, 'chain' | 'place' | 'along'>,
): Stop {
  const members = network.chainStart[chain + 1]! - network.chainStart[chain]!;
  const own = memberAt(network, chain, place);
  const there = costAlong(graph, own);
  const back = costAgainst(graph, own);
  const start = isTurned(own) ? 1 : 0;
  const atStart = along === start;
  const isClearBefore = atStart || isClear(closed, own >> 1, start, along);
  const isClearAfter = isClear(closed, own >> 1, along, 1 - start);
  const before = (cost: number): number => {
    if (atStart) return 0;
    return cost === NO_ROUTE ? NO_ROUTE : share(own, cost, along);
  };
  const after = (cost: number): number => (cost === NO_ROUTE ? NO_ROUTE : cost - before(cost));
  /** Sum over the members from..to-1, one way or the other. */
  const sum = (from: number, to: number, cost: typeof costAlong): number => {
    let total = 0;
    for (let i = from; i < to && total < NO_ROUTE; i++) {
      const member = memberAt(network, chain, i);
      total = Math.min(
        NO_ROUTE,
        closed.counts[member >> 1] === 0 ? total + cost(graph, member) : NO_ROUTE,
      );
    }
    return total;
  };
  const stop: Stop = { leave: [], arrive: [], leaveArcs: [], arriveArcs: [], chain, place, along };
  /** A part of the own edge, and the members beyond it. */
  const through = (clear: boolean, part: number, beyond: () => number): number =>
    clear && part < NO_ROUTE ? part + beyond() : NO_ROUTE;
  const ahead = through(isClearAfter, after(there), () => sum(place + 1, members, costAlong));
  const behind = through(isClearBefore, before(back), () => sum(0, place, costAgainst));
  const leaveBy = (arc: number, ms: number): void => {
    if (ms >= NO_ROUTE) return;
    stop.leave.push(graph.arcHead[arc]!, ms);
    stop.leaveArcs.push(arc);
  };
  leaveBy(2 * chain, ahead);
  leaveBy(2 * chain + 1, behind);
  const fromStart = through(isClearBefore, before(there), () => sum(0, place, costAlong));
  const fromEnd = through(isClearAfter, after(back), () => sum(place + 1, members, costAgainst));
  const arriveBy = (arc: number, junction: number, ms: number): void => {
    if (ms >= NO_ROUTE) return;
    for (const tail of [junction, ...(graph.copyTails.get(arc) ?? [])]) {
      stop.arrive.push(tail, ms);
      stop.arriveArcs.push(arc);
    }
  };
  arriveBy(2 * chain, network.chainFrom[chain]!, fromStart);
  arriveBy(2 * chain + 1, network.chainTo[chain]!, fromEnd);
  return stop;
}

/** Milliseconds from one place to another of the same chain without leaving it; NO_ROUTE where that cannot be. */
export function withinChain(
  network: RoadNetwork,
  graph: SearchGraph,
  closed: EdgeClosures,
  from: Stop,
  to: Stop,
): number {
  if (from.chain < 0 || from.chain !== to.chain) return NO_ROUTE;
  const forth = comesFirst(network, from, to);
  const low = forth ? from : to;
  const high = forth ? to : from;
  const cost = forth ? costAlong : costAgainst;
  if (low.place === high.place && low.along === high.along) return 0;
  let total = 0;
  for (let i = low.place; i <= high.place; i++) {
    const member = memberAt(network, from.chain, i);
    if (i === high.place && high.along === (isTurned(member) ? 1 : 0)) break;
    const whole = cost(graph, member);
    const [begins, ends] = isTurned(member) ? [1, 0] : [0, 1];
    const partFrom = i === low.place ? low.along : begins;
    const partTo = i === high.place ? high.along : ends;
    if (whole === NO_ROUTE || !isClear(closed, member >> 1, partFrom, partTo)) return NO_ROUTE;
    const start = i === low.place ? share(member, whole, low.along) : 0;
    const end = i === high.place ? share(member, whole, high.along) : whole;
    total = Math.min(NO_ROUTE, total + end - start);
  }
  return total;
}

/** Whether of two places in one chain the first comes first, as the chain lies. */
function comesFirst(network: RoadNetwork, a: Stop, b: Stop): boolean {
  if (a.place !== b.place) return a.place < b.place;
  return isTurned(memberAt(network, a.chain, a.place)) ? a.along >= b.along : a.along <= b.along;
}
