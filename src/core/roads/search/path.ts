/**
 * The way that belongs to a time. A search keeps labels only; the way is read back from them: whichever arc's cost is
 * exactly the difference of its ends' labels lies on a shortest way, and since every arc costs at least 1 ms each step
 * comes nearer to the start.
 */
import type { RoadNetwork } from '../network.ts';
import { NO_WAY } from './costs.ts';
import { direct } from './engine.ts';
import type { Engine } from './engine.ts';
import type { Adjacency } from './graph.ts';
import type { Stop } from './stops.ts';

export interface RoadPath {
  ms: number;
  /** Edge × 2, + 1 where it is driven against its line; in driving order. */
  members: number[];
  /** Where on the first member it begins and on the last it ends, as shares along those edges themselves. */
  start: number;
  end: number;
}

/**
 * The way from one stop to another. The engine's last search must have started at `from` (its labels count away from
 * there), or with `towards` at `to` (labels count the rest of the way). `ms` is the time that was found.
 * @throws Error when the labels are not those of this question.
 */
export function pathOf(engine: Engine, from: Stop, to: Stop, ms: number, towards: boolean): RoadPath {
  const members: number[] = [];
  const { label } = engine.sweep;
  if (direct(engine, from, to) === ms) return between(engine.network, from, to, ms);
  const far = towards ? from.leave : to.arrive;
  const near = towards ? to.arrive : from.leave;
  const { into, out } = engine.graph;
  for (let i = 0; i < far.length; i += 2) {
    const node = far[i]!;
    if (label[node] === NO_WAY || label[node]! + far[i + 1]! !== ms) continue;
    const { arcs, end } = walkBack(towards ? out : into, label, node, near);
    if (!towards) arcs.reverse();
    const leave = from.leaveArcs[towards ? i / 2 : end]!;
    const arrive = to.arriveArcs[towards ? end : i / 2]!;
    if (leave >= 0) pushRest(engine.network, members, leave, from);
    for (const arc of arcs) pushArc(engine.network, members, arc);
    if (arrive >= 0) pushUpTo(engine.network, members, arrive, to);
    return finished(members, from, to, ms);
  }
  throw new Error('no way of that time in the last search');
}

/** Arcs from `node` back to one of the pairs the search began with, and the number of that pair. */
function walkBack(
  { first, links, arcs }: Adjacency,
  label: Int32Array,
  node: number,
  starts: readonly number[],
): { arcs: number[]; end: number } {
  const walked: number[] = [];
  for (;;) {
    for (let i = 0; i < starts.length; i += 2) {
      if (starts[i] === node && starts[i + 1] === label[node]) return { arcs: walked, end: i / 2 };
    }
    let entry = first[node]!;
    while (label[links[2 * entry]!]! + links[2 * entry + 1]! !== label[node]) {
      if (++entry >= first[node + 1]!) throw new Error('labels do not belong to this search');
    }
    walked.push(arcs[entry]!);
    node = links[2 * entry]!;
  }
}

/** Member of a chain in arc's direction. */
const directed = (member: number, arc: number): number => member ^ (arc & 1);

function pushArc({ chainStart, chainEdges }: RoadNetwork, members: number[], arc: number): void {
  const chain = arc >> 1;
  const start = chainStart[chain]!;
  const end = chainStart[chain + 1]!;
  if ((arc & 1) === 0) for (let i = start; i < end; i++) members.push(chainEdges[i]!);
  else for (let i = end - 1; i >= start; i--) members.push(chainEdges[i]! ^ 1);
}

/** The rest of an arc from a stop inside it. */
function pushRest({ chainStart, chainEdges }: RoadNetwork, members: number[], arc: number, stop: Stop): void {
  const start = chainStart[stop.chain]!;
  const end = chainStart[stop.chain + 1]!;
  if ((arc & 1) === 0) for (let i = start + stop.place; i < end; i++) members.push(chainEdges[i]!);
  else for (let i = start + stop.place; i >= start; i--) members.push(directed(chainEdges[i]!, arc));
}

/** The beginning of an arc up to a stop inside it. */
function pushUpTo({ chainStart, chainEdges }: RoadNetwork, members: number[], arc: number, stop: Stop): void {
  const start = chainStart[stop.chain]!;
  const end = chainStart[stop.chain + 1]!;
  if ((arc & 1) === 0) for (let i = start; i <= start + stop.place; i++) members.push(chainEdges[i]!);
  else for (let i = end - 1; i >= start + stop.place; i--) members.push(directed(chainEdges[i]!, arc));
}

/** From one stop to another of the same chain. */
function between(network: RoadNetwork, from: Stop, to: Stop, ms: number): RoadPath {
  const members: number[] = [];
  const start = network.chainStart[from.chain]!;
  const own = network.chainEdges[start + from.place]!;
  const forth = from.place < to.place || (from.place === to.place && ((own & 1) === 1) === from.along >= to.along);
  if (forth) for (let i = from.place; i <= to.place; i++) members.push(network.chainEdges[start + i]!);
  else for (let i = from.place; i >= to.place; i--) members.push(network.chainEdges[start + i]! ^ 1);
  return finished(members, from, to, ms);
}

/** Sets both ends and drops members of which nothing is driven. */
function finished(members: number[], from: Stop, to: Stop, ms: number): RoadPath {
  const entry = (member: number): number => member & 1;
  const exit = (member: number): number => 1 - (member & 1);
  const first = members[0];
  const last = members[members.length - 1];
  let start = first === undefined ? 0 : from.chain >= 0 ? from.along : entry(first);
  let end = last === undefined ? 0 : to.chain >= 0 ? to.along : exit(last);
  if (members.length > 1 && first !== undefined && start === exit(first)) {
    members.shift();
    start = entry(members[0]!);
  }
  if (members.length > 1 && end === entry(members[members.length - 1]!)) {
    members.pop();
    end = exit(members[members.length - 1]!);
  }
  return { ms, members, start, end };
}
