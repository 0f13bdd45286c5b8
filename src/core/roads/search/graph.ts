/**
 * The graph a search runs on, for one profile: junctions and the arcs between them. Where a turn is restricted, each
 * arrival it binds gets a copy of the junction from which only the permitted arcs leave; all other arrivals share the
 * junction itself. That is the edge-expanded graph, expanded only where it matters.
 */
import type { RoadNetwork } from '../network.ts';
import type { RoadProfile } from '../profiles.ts';
import { MODE_BIT } from '../types.ts';
import { NO_ROUTE, edgeCosts } from './costs.ts';
import type { EdgeCosts } from './costs.ts';

/** Arcs in rows: node v owns entries first[v]..first[v+1]; entry i leads to links[2i] at cost links[2i+1]. */
export interface Adjacency {
  first: Int32Array;
  links: Int32Array;
  /** Arc number of each entry. */
  arcs: Int32Array;
}

export interface SearchGraph {
  costs: EdgeCosts;
  /** Junctions first, then their copies. */
  nodes: number;
  /** Search node → junction. */
  junctionOf: Int32Array;
  /** Junction → its copies, where it has some. */
  copiesOf: ReadonlyMap<number, readonly number[]>;
  /** Milliseconds per arc with all roads open. */
  arcCost: Int32Array;
  /** Search node each arc arrives at. */
  arcHead: Int32Array;
  /** Copies of its start from which an arc may be taken; for arcs that leave a restricted junction. */
  copyTails: ReadonlyMap<number, readonly number[]>;
  /** Along the arcs, and against them. */
  out: Adjacency;
  into: Adjacency;
}

export function searchGraph(network: RoadNetwork, profile: RoadProfile): SearchGraph {
  const costs = edgeCosts(network, profile);
  const arcCost = arcCosts(network, costs);
  const { arcHead, copies } = headsOf(network, profile);
  const nodes = network.junctions + copies.length;
  const junctionOf = new Int32Array(nodes);
  for (let j = 0; j < network.junctions; j++) junctionOf[j] = j;
  const copiesOf = new Map<number, number[]>();
  const copyTails = new Map<number, number[]>();
  copies.forEach(({ junction, permitted }, i) => {
    const node = network.junctions + i;
    junctionOf[node] = junction;
    append(copiesOf, junction, node);
    for (const arc of permitted) append(copyTails, arc, node);
  });
  const out = outgoing(network, copies, arcHead, arcCost);
  return {
    costs,
    nodes,
    junctionOf,
    copiesOf,
    arcCost,
    arcHead,
    copyTails,
    out,
    into: reversed(out),
  };
}

function append(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function arcCosts(
  { chains, chainStart, chainEdges }: RoadNetwork,
  { along, against }: EdgeCosts,
): Int32Array {
  const arcCost = new Int32Array(2 * chains);
  for (let c = 0; c < chains; c++) {
    let there = 0;
    let back = 0;
    for (let i = chainStart[c]!; i < chainStart[c + 1]!; i++) {
      const edge = chainEdges[i]! >> 1;
      const turned = (chainEdges[i]! & 1) === 1;
      there = Math.min(NO_ROUTE, there + (turned ? against : along)[edge]!);
      back = Math.min(NO_ROUTE, back + (turned ? along : against)[edge]!);
    }
    arcCost[2 * c] = there;
    arcCost[2 * c + 1] = back;
  }
  return arcCost;
}

interface Copy {
  junction: number;
  permitted: number[];
}

/** Where each arc arrives, and the copies this takes. */
function headsOf(
  network: RoadNetwork,
  profile: RoadProfile,
): { arcHead: Int32Array; copies: Copy[] } {
  const { chains, chainFrom, chainTo, outStart, outArcs, turns } = network;
  const arcHead = new Int32Array(2 * chains);
  for (let c = 0; c < chains; c++) {
    arcHead[2 * c] = chainTo[c]!;
    arcHead[2 * c + 1] = chainFrom[c]!;
  }
  const copies: Copy[] = [];
  if (!profile.obeysTurns) return { arcHead, copies };
  const rowsAt = new Map<number, number[]>();
  for (let row = 0; row < turns.length; row += 5) {
    if ((turns[row + 4]! & MODE_BIT[profile.mode]) !== 0) append(rowsAt, turns[row]!, row);
  }
  for (const [junction, rows] of rowsAt) {
    const leaving = [...outArcs.subarray(outStart[junction], outStart[junction + 1])];
    for (const back of leaving) {
      const arrival = back ^ 1;
      const binding = rows.filter((row) => turns[row + 1] === firstEdge(network, back));
      if (binding.length === 0) continue;
      const only = binding.filter((row) => turns[row + 3] === 1).map((row) => turns[row + 2]);
      const no = binding.filter((row) => turns[row + 3] === 0).map((row) => turns[row + 2]);
      const permitted = leaving.filter((arc) => {
        const edge = firstEdge(network, arc);
        return (only.length === 0 || only.includes(edge)) && !no.includes(edge);
      });
      arcHead[arrival] = network.junctions + copies.push({ junction, permitted }) - 1;
    }
  }
  return { arcHead, copies };
}

/** The edge over which an arc leaves its junction; seen from the arc against it, the one over which that arrives. */
function firstEdge({ chainStart, chainEdges }: RoadNetwork, arc: number): number {
  const chain = arc >> 1;
  return chainEdges[(arc & 1) === 0 ? chainStart[chain]! : chainStart[chain + 1]! - 1]! >> 1;
}

/** Rows of the junctions, then of their copies; arcs that may never be taken are left out. */
function outgoing(
  { junctions, outStart, outArcs }: RoadNetwork,
  copies: readonly Copy[],
  arcHead: Int32Array,
  arcCost: Int32Array,
): Adjacency {
  const most = outArcs.length + copies.reduce((sum, { permitted }) => sum + permitted.length, 0);
  const first = new Int32Array(junctions + copies.length + 1);
  const links = new Int32Array(2 * most);
  const arcs = new Int32Array(most);
  let count = 0;
  const add = (arc: number): void => {
    const cost = arcCost[arc]!;
    if (cost >= NO_ROUTE) return;
    links[2 * count] = arcHead[arc]!;
    links[2 * count + 1] = cost;
    arcs[count++] = arc;
  };
  for (let j = 0; j < junctions; j++) {
    for (let i = outStart[j]!; i < outStart[j + 1]!; i++) add(outArcs[i]!);
    first[j + 1] = count;
  }
  copies.forEach(({ permitted }, i) => {
    permitted.forEach(add);
    first[junctions + i + 1] = count;
  });
  return { first, links: links.slice(0, 2 * count), arcs: arcs.slice(0, count) };
}

function reversed({ first, links, arcs }: Adjacency): Adjacency {
  const nodes = first.length - 1;
  const into: Adjacency = {
    first: new Int32Array(nodes + 1),
    links: new Int32Array(links.length),
    arcs: new Int32Array(arcs.length),
  };
  for (let i = 0; i < arcs.length; i++) into.first[links[2 * i]! + 1]!++;
  for (let v = 0; v < nodes; v++) into.first[v + 1]! += into.first[v]!;
  const next = into.first.slice();
  for (let v = 0; v < nodes; v++) {
    for (let i = first[v]!; i < first[v + 1]!; i++) {
      const at = next[links[2 * i]!]!++;
      into.links[2 * at] = v;
      into.links[2 * at + 1] = links[2 * i + 1]!;
      into.arcs[at] = arcs[i]!;
    }
  }
  return into;
}
