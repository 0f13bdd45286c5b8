/**
 * The route that belongs to a time. A search keeps labels only; the route is read back from them: whichever arc's cost is
 * exactly the difference of its ends' labels lies on a shortest route, and since every arc costs at least 1 ms each step
 * comes nearer to the start.
 */
import type { RoadNetwork } from '../network.ts';
import { NO_ROUTE } from './costs.ts';
import { direct } from './engine.ts';
import type { Engine, Entrance } from './engine.ts';
import type { Adjacency } from './graph.ts';
import type { Stop } from './stops.ts';

export interface RoadRoute {
  /** On the road, without what its two entrances take. */
  ms: number;
  /** Which of the entrances it begins and ends at; 0 where an end is a spot. */
  from: number;
  to: number;
  /** Edge × 2, + 1 where it is driven against its line; in driving order. */
  members: number[];
  /** Where on the first member it begins and on the last it ends, as shares along those edges themselves. */
  start: number;
  end: number;
}

type Driven = Omit<RoadRoute, 'from' | 'to'>;

/** An entrance that the last search began with, at one of its search nodes. */
interface Begun {
  ms: number;
  entrance: number;
  arc: number;
}

/**
 * Reads routes out of the engine's last search, which must have started at `near` (with `towards` its labels count the rest
 * of the route to there). What is returned takes the other end and the whole time that was found for it.
 * @throws Error when the labels are not those of this question.
 */
export function routeReader(
  engine: Engine,
  near: readonly Entrance[],
  towards: boolean,
): (far: readonly Entrance[], ms: number) => RoadRoute {
  const begun = new Map<number, Begun[]>();
  near.forEach(({ stop, ms }, entrance) => {
    const [pairs, arcs] = towards ? [stop.arrive, stop.arriveArcs] : [stop.leave, stop.leaveArcs];
    for (let i = 0; i < pairs.length; i += 2) {
      const one = { ms: pairs[i + 1]! + ms, entrance, arc: arcs[i / 2]! };
      const others = begun.get(pairs[i]!);
      if (others === undefined) begun.set(pairs[i]!, [one]);
      else others.push(one);
    }
  });
  return (far, ms) =>
    withinOne(engine, near, far, ms, towards) ??
    acrossNodes(engine, { near, begun, towards }, far, ms);
}

/** Without leaving a chain that both ends have an entrance in; null = not in that time. */
function withinOne(
  engine: Engine,
  near: readonly Entrance[],
  far: readonly Entrance[],
  ms: number,
  towards: boolean,
): RoadRoute | null {
  for (const [n, one] of near.entries()) {
    for (const [f, other] of far.entries()) {
      const [from, to] = towards ? [other.stop, one.stop] : [one.stop, other.stop];
      if (from.chain < 0 || from.chain !== to.chain) continue;
      const driven = ms - one.ms - other.ms;
      if (direct(engine, from, to) !== driven) continue;
      return {
        ...between(engine.network, from, to, driven),
        ...(towards ? { from: f, to: n } : { from: n, to: f }),
      };
    }
  }
  return null;
}

/** Where the last search began, by entrance and by search node, and which way it looked. */
interface Beginning {
  near: readonly Entrance[];
  begun: ReadonlyMap<number, readonly Begun[]>;
  towards: boolean;
}

function acrossNodes(
  engine: Engine,
  { near, begun, towards }: Beginning,
  far: readonly Entrance[],
  ms: number,
): RoadRoute {
  const members: number[] = [];
  const { network } = engine;
  const { label } = engine.sweep;
  const { into, out } = engine.graph;
  for (const [f, { stop, ms: beyond }] of far.entries()) {
    const [pairs, pairArcs] = towards
      ? [stop.leave, stop.leaveArcs]
      : [stop.arrive, stop.arriveArcs];
    for (let i = 0; i < pairs.length; i += 2) {
      const node = pairs[i]!;
      if (label[node] === NO_ROUTE || label[node]! + pairs[i + 1]! + beyond !== ms) continue;
      const { arcs, at } = walkBack(towards ? out : into, label, node, begun);
      if (!towards) arcs.reverse();
      const nearStop = near[at.entrance]!.stop;
      const [from, to] = towards ? [stop, nearStop] : [nearStop, stop];
      const [leave, arrive] = towards ? [pairArcs[i / 2]!, at.arc] : [at.arc, pairArcs[i / 2]!];
      if (leave >= 0) pushRest(network, members, leave, from);
      for (const arc of arcs) pushArc(network, members, arc);
      if (arrive >= 0) pushUpTo(network, members, arrive, to);
      const ends = towards ? { from: f, to: at.entrance } : { from: at.entrance, to: f };
      return { ...finished(members, from, to, ms - beyond - near[at.entrance]!.ms), ...ends };
    }
  }
  throw new Error('no way of that time in the last search');
}

/** Arcs from `node` back to where the search began, and at which entrance that is. */
function walkBack(
  { first, links, arcs }: Adjacency,
  label: Int32Array,
  node: number,
  begun: ReadonlyMap<number, readonly Begun[]>,
): { arcs: number[]; at: Begun } {
  const walked: number[] = [];
  for (;;) {
    const at = begun.get(node)?.find(({ ms }) => ms === label[node]);
    if (at !== undefined) return { arcs: walked, at };
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
function pushRest(
  { chainStart, chainEdges }: RoadNetwork,
  members: number[],
  arc: number,
  stop: Stop,
): void {
  const start = chainStart[stop.chain]!;
  const end = chainStart[stop.chain + 1]!;
  if ((arc & 1) === 0) for (let i = start + stop.place; i < end; i++) members.push(chainEdges[i]!);
  else
    for (let i = start + stop.place; i >= start; i--) members.push(directed(chainEdges[i]!, arc));
}

/** The beginning of an arc up to a stop inside it. */
function pushUpTo(
  { chainStart, chainEdges }: RoadNetwork,
  members: number[],
  arc: number,
  stop: Stop,
): void {
  const start = chainStart[stop.chain]!;
  const end = chainStart[stop.chain + 1]!;
  if ((arc & 1) === 0)
    for (let i = start; i <= start + stop.place; i++) members.push(chainEdges[i]!);
  else
    for (let i = end - 1; i >= start + stop.place; i--) members.push(directed(chainEdges[i]!, arc));
}

/** From one stop to another of the same chain. */
function between(network: RoadNetwork, from: Stop, to: Stop, ms: number): Driven {
  const members: number[] = [];
  const start = network.chainStart[from.chain]!;
  const own = network.chainEdges[start + from.place]!;
  const forth =
    from.place < to.place ||
    (from.place === to.place && ((own & 1) === 1) === from.along >= to.along);
  if (forth)
    for (let i = from.place; i <= to.place; i++) members.push(network.chainEdges[start + i]!);
  else
    for (let i = from.place; i >= to.place; i--) members.push(network.chainEdges[start + i]! ^ 1);
  return finished(members, from, to, ms);
}

/** Sets both ends and drops members of which nothing is driven. */
function finished(members: number[], from: Stop, to: Stop, ms: number): Driven {
  const entry = (member: number): number => member & 1;
  const exit = (member: number): number => 1 - (member & 1);
  const first = members[0];
  const last = members[members.length - 1];
  const startAt = (member: number): number => (from.chain >= 0 ? from.along : entry(member));
  const endAt = (member: number): number => (to.chain >= 0 ? to.along : exit(member));
  let start = first === undefined ? 0 : startAt(first);
  let end = last === undefined ? 0 : endAt(last);
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
