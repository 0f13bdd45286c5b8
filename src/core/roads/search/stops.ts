/**
 * A place on the network as a search sees it: with which milliseconds it can be left towards junctions, and with which
 * it can be reached from them. A place inside a chain is reached along the open part of the chain only, so that it stays
 * exact when another part is closed.
 */
import type { RoadNetwork, RoadPlace } from '../network.ts';
import { NO_WAY } from './costs.ts';
import type { SearchGraph } from './graph.ts';

/** How often each edge is closed; 0 = open. */
export type ClosedCounts = Uint16Array;

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
export function stopAt(network: RoadNetwork, graph: SearchGraph, closed: ClosedCounts, at: RoadPlace): Stop {
  const { edge, along } = at;
  if (!(along > 0)) return stopAtNode(network, graph, closed, network.edgeFrom[edge]!);
  if (!(along < 1)) return stopAtNode(network, graph, closed, network.edgeTo[edge]!);
  const chain = network.edgeChain[edge]!;
  const place = network.edgePlace[edge]!;
  return inside(network, graph, closed, chain, place, along);
}

/** A node: at a junction every permitted arc leaves it; inside a chain it is a place between two members. */
export function stopAtNode(network: RoadNetwork, graph: SearchGraph, closed: ClosedCounts, node: number): Stop {
  const junction = network.nodeJunction[node]!;
  if (junction >= 0) {
    const arrive = [junction, 0];
    for (const copy of graph.copiesOf.get(junction) ?? []) arrive.push(copy, 0);
    const arriveArcs = arrive.filter((_, i) => i % 2 === 0).map(() => -1);
    return { leave: [junction, 0], arrive, leaveArcs: [-1], arriveArcs, chain: -1, place: 0, along: 0 };
  }
  const { chain, place } = memberFrom(network, node);
  return inside(network, graph, closed, chain, place, isTurned(memberAt(network, chain, place)) ? 1 : 0);
}

/** The member of a chain that begins, as the chain lies, at a node inside it. */
function memberFrom(network: RoadNetwork, node: number): { chain: number; place: number } {
  const edge = edgeAt(network, node);
  const chain = network.edgeChain[edge]!;
  const place = network.edgePlace[edge]!;
  const start = isTurned(memberAt(network, chain, place)) ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
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
  closed: ClosedCounts,
  chain: number,
  place: number,
  along: number,
): Stop {
  const members = network.chainStart[chain + 1]! - network.chainStart[chain]!;
  const own = memberAt(network, chain, place);
  const open = closed[own >> 1] === 0;
  const there = open ? costAlong(graph, own) : NO_WAY;
  const back = open ? costAgainst(graph, own) : NO_WAY;
  const atStart = along === (isTurned(own) ? 1 : 0);
  const before = (cost: number): number => (atStart ? 0 : cost === NO_WAY ? NO_WAY : share(own, cost, along));
  const after = (cost: number): number => (cost === NO_WAY ? NO_WAY : cost - before(cost));
  /** Sum over the members from..to-1, one way or the other. */
  const sum = (from: number, to: number, cost: typeof costAlong): number => {
    let total = 0;
    for (let i = from; i < to && total < NO_WAY; i++) {
      const member = memberAt(network, chain, i);
      total = Math.min(NO_WAY, closed[member >> 1] === 0 ? total + cost(graph, member) : NO_WAY);
    }
    return total;
  };
  const stop: Stop = { leave: [], arrive: [], leaveArcs: [], arriveArcs: [], chain, place, along };
  const ahead = after(there) + (after(there) < NO_WAY ? sum(place + 1, members, costAlong) : 0);
  const behind = before(back) + (before(back) < NO_WAY ? sum(0, place, costAgainst) : 0);
  const leaveBy = (arc: number, ms: number): void => {
    if (ms >= NO_WAY) return;
    stop.leave.push(graph.arcHead[arc]!, ms);
    stop.leaveArcs.push(arc);
  };
  leaveBy(2 * chain, ahead);
  leaveBy(2 * chain + 1, behind);
  const fromStart = before(there) + (before(there) < NO_WAY ? sum(0, place, costAlong) : 0);
  const fromEnd = after(back) + (after(back) < NO_WAY ? sum(place + 1, members, costAgainst) : 0);
  const arriveBy = (arc: number, junction: number, ms: number): void => {
    if (ms >= NO_WAY) return;
    for (const tail of [junction, ...(graph.copyTails.get(arc) ?? [])]) {
      stop.arrive.push(tail, ms);
      stop.arriveArcs.push(arc);
    }
  };
  arriveBy(2 * chain, network.chainFrom[chain]!, fromStart);
  arriveBy(2 * chain + 1, network.chainTo[chain]!, fromEnd);
  return stop;
}

/** Milliseconds from one place to another of the same chain without leaving it; NO_WAY where that cannot be. */
export function withinChain(
  network: RoadNetwork,
  graph: SearchGraph,
  closed: ClosedCounts,
  from: Stop,
  to: Stop,
): number {
  if (from.chain < 0 || from.chain !== to.chain) return NO_WAY;
  const forth = from.place < to.place || (from.place === to.place && comesFirst(network, from, to));
  const low = forth ? from : to;
  const high = forth ? to : from;
  const cost = forth ? costAlong : costAgainst;
  if (low.place === high.place && low.along === high.along) return 0;
  let total = 0;
  for (let i = low.place; i <= high.place; i++) {
    const member = memberAt(network, from.chain, i);
    if (i === high.place && high.along === (isTurned(member) ? 1 : 0)) break;
    const whole = cost(graph, member);
    if (whole === NO_WAY || closed[member >> 1] !== 0) return NO_WAY;
    const start = i === low.place ? share(member, whole, low.along) : 0;
    const end = i === high.place ? share(member, whole, high.along) : whole;
    total = Math.min(NO_WAY, total + end - start);
  }
  return total;
}

/** Whether of two places on one member the first comes first, as the chain lies. */
function comesFirst(network: RoadNetwork, a: Stop, b: Stop): boolean {
  return isTurned(memberAt(network, a.chain, a.place)) ? a.along >= b.along : a.along <= b.along;
}
