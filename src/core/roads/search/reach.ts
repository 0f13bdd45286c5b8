/**
 * What is reached within a time: stretches of edges, each with the moment its driving begins. One search serves every
 * smaller number of minutes too, because a stretch says how far it is driven by then.
 */
import type { RoadNetwork, RoadPlace } from '../network.ts';
import { NO_ROUTE } from './costs.ts';
import { stopOf } from './engine.ts';
import type { Direction, Engine, RoadSpot } from './engine.ts';
import { isClear, isShut } from './stops.ts';
import type { EdgeClosures, Stop } from './stops.ts';

/** Stretch i is edge[i], driven from `start[i]` (share along the edge) away from the place that was asked. */
export interface RoadReach {
  edge: Uint32Array;
  /** 1 = along the edge's line, -1 = against it. */
  heading: Int8Array;
  start: Float64Array;
  /** How far it can be driven: 1 or 0 at the end of the edge, less where the edge is cut. */
  end: Float64Array;
  /** Milliseconds at the start of the stretch, and for the whole edge. */
  ms: Int32Array;
  cost: Int32Array;
  limitMs: number;
  /** What it began with. */
  starts: readonly ReachStart[];
}

const NOBODY = { settle: (_node: number, _label: number, limit: number): number => limit };

/** A place that something starts from, and the milliseconds until it does (a team's turn-out). */
export interface ReachStart {
  end: RoadSpot;
  ms: number;
}

/**
 * Everything within `limitMs` of any of the starts, `away` from them or `towards` them (how long those there need to
 * arrive). A road that can be driven both ways may appear from both ends, and one that lies between two starts in a
 * chain from both of them.
 */
export function reachFrom(
  engine: Engine,
  starts: readonly ReachStart[],
  direction: Direction,
  limitMs: number,
): RoadReach {
  const { network, graph, sweep } = engine;
  const away = direction === 'away';
  const limit = Math.min(limitMs, NO_ROUTE - 1);
  const stops = starts.map(({ end, ms }) => ({ stop: stopOf(engine, end), ms }));
  const labels: number[] = [];
  for (const { stop, ms } of stops) {
    const ends = away ? stop.leave : stop.arrive;
    for (let i = 0; i < ends.length; i += 2)
      labels.push(ends[i]!, Math.min(NO_ROUTE, ms + ends[i + 1]!));
  }
  const mark = new Int32Array(graph.nodes);
  sweep.run(away ? graph.out : graph.into, labels, limit, { ...NOBODY, mark });
  const stretches = new Stretches(engine, away, limit, starts);
  for (const { stop, ms } of stops) if (stop.chain >= 0) stretches.fromInside(stop, ms);
  for (let arc = 0; arc < 2 * network.chains; arc++) {
    const label = away ? tailLabel(engine, arc) : sweep.label[graph.arcHead[arc]!]!;
    if (label <= limit) stretches.alongArc(arc, label);
  }
  return stretches.columns();
}

/** When the start of an arc is reached so that it may be taken. */
function tailLabel({ network, graph, sweep }: Engine, arc: number): number {
  const chain = arc >> 1;
  const label = sweep.label[(arc & 1) === 0 ? network.chainFrom[chain]! : network.chainTo[chain]!]!;
  const copies = graph.copyTails.size === 0 ? undefined : graph.copyTails.get(arc);
  return copies === undefined
    ? label
    : copies.reduce((least, copy) => Math.min(least, sweep.label[copy]!), label);
}

/** Collects stretches in columns that grow, because there are as many of them as a city has streets. */
class Stretches {
  private count = 0;
  private edge = new Uint32Array(1 << 10);
  private heading = new Int8Array(1 << 10);
  private start = new Float64Array(1 << 10);
  private end = new Float64Array(1 << 10);
  private ms = new Int32Array(1 << 10);
  private cost = new Int32Array(1 << 10);
  private readonly network: RoadNetwork;
  private readonly engine: Engine;
  private readonly away: boolean;
  private readonly limit: number;
  private readonly starts: readonly ReachStart[];

  constructor(engine: Engine, away: boolean, limit: number, starts: readonly ReachStart[]) {
    this.starts = starts;
    this.engine = engine;
    this.network = engine.network;
    this.away = away;
    this.limit = limit;
  }

  /** From the beginning of an arc (towards: from its end back). */
  alongArc(arc: number, ms: number): void {
    const { chainStart } = this.network;
    const chain = arc >> 1;
    const forth = ((arc & 1) === 0) === this.away;
    this.walk(chain, forth ? 0 : chainStart[chain + 1]! - chainStart[chain]! - 1, forth, ms, null);
  }

  /** From a place inside a chain, both ways. */
  fromInside(stop: Stop, ms: number): void {
    this.walk(stop.chain, stop.place, true, ms, stop.along);
    this.walk(stop.chain, stop.place, false, ms, stop.along);
  }

  columns(): RoadReach {
    const { count, edge, heading, start, end, ms, cost } = this;
    return {
      edge: edge.slice(0, count),
      heading: heading.slice(0, count),
      start: start.slice(0, count),
      end: end.slice(0, count),
      ms: ms.slice(0, count),
      cost: cost.slice(0, count),
      limitMs: this.limit,
      starts: this.starts,
    };
  }

  private grow(): void {
    const size = 2 * this.edge.length;
    const larger = <Column extends { set: (from: Column) => void }>(
      column: Column,
      into: Column,
    ): Column => {
      into.set(column);
      return into;
    };
    this.edge = larger(this.edge, new Uint32Array(size));
    this.heading = larger(this.heading, new Int8Array(size));
    this.start = larger(this.start, new Float64Array(size));
    this.end = larger(this.end, new Float64Array(size));
    this.ms = larger(this.ms, new Int32Array(size));
    this.cost = larger(this.cost, new Int32Array(size));
  }

  /** Drives member after member, as the chain lies or against it, until time is up or the road ends. */
  private walk(
    chain: number,
    place: number,
    forth: boolean,
    ms: number,
    along: number | null,
  ): void {
    const { away, limit } = this;
    const { closed, graph } = this.engine;
    const { chainStart, chainEdges } = this.network;
    const first = chainStart[chain]!;
    const members = chainStart[chain + 1]! - first;
    for (; place >= 0 && place < members && ms <= limit; place += forth ? 1 : -1) {
      const member = chainEdges[first + place]!;
      const edge = member >> 1;
      const heading = ((member & 1) === 0) === forth ? 1 : -1;
      const start = along ?? (heading === 1 ? 0 : 1);
      along = null;
      if (start === (heading === 1 ? 1 : 0)) continue;
      // Away one drives as one goes; towards one goes back along what is driven the other way round.
      const costs = (heading === 1) === away ? graph.costs.along : graph.costs.against;
      const cost = costs[edge]!;
      if (cost === NO_ROUTE || isShut(closed, edge)) return;
      const whole = heading === 1 ? 1 : 0;
      const end = closed.counts[edge] === 0 ? whole : cutAhead(closed, edge, start, heading);
      if (end === start) return;
      const at = this.count++;
      if (at === this.edge.length) this.grow();
      this.edge[at] = edge;
      this.heading[at] = heading;
      this.start[at] = start;
      this.end[at] = end;
      this.ms[at] = ms;
      this.cost[at] = cost;
      // A cut at the very end lets nobody on either.
      if (end !== whole || !isClear(closed, edge, start, whole)) return;
      const part = Math.round(cost * start);
      ms += heading === 1 ? cost - part : part;
    }
  }
}

/** How far one drives along an edge from a place on it: to its end, or to where it is first cut. */
function cutAhead({ cuts }: EdgeClosures, edge: number, start: number, heading: 1 | -1): number {
  let end = heading === 1 ? 1 : 0;
  for (const list of cuts.get(edge)?.values() ?? [])
    for (const [from, to] of list) {
      if (from <= start && to >= start) return start;
      const at = heading === 1 ? from : to;
      if ((at - start) * heading > 0 && (end - at) * heading > 0) end = at;
    }
  return end;
}

/** The part of stretch i that is driven within `limitMs`: from where to where along its edge; null when none. */
export function driven(
  reach: RoadReach,
  i: number,
  limitMs: number,
): { from: number; to: number } | null {
  const left = limitMs - reach.ms[i]!;
  if (left < 0) return null;
  const from = reach.start[i]!;
  const to = from + (reach.heading[i]! * left) / reach.cost[i]!;
  const end = reach.end[i]!;
  return { from, to: reach.heading[i]! === 1 ? Math.min(end, to) : Math.max(end, to) };
}

/** For places on the network: when each is reached, in milliseconds; Infinity = not within the reach's limit. */
export function reachedAt(
  { edgeFrom, edgeTo }: RoadNetwork,
  reach: RoadReach,
  places: readonly RoadPlace[],
): Float64Array {
  const times = new Float64Array(places.length).fill(Infinity);
  const onEdge = new Map<number, number[]>();
  const atNode = new Map<number, number[]>();
  const nodeAt = ({ edge, along }: RoadPlace): number | null => {
    if (along === 0) return edgeFrom[edge]!;
    return along === 1 ? edgeTo[edge]! : null;
  };
  const add = (lists: Map<number, number[]>, key: number, place: number): void => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [place]);
    else list.push(place);
  };
  places.forEach((place, i) => {
    const node = nodeAt(place);
    if (node === null) add(onEdge, place.edge, i);
    else add(atNode, node, i);
  });
  const offer = (list: readonly number[] | undefined, ms: number): void => {
    if (list === undefined || ms > reach.limitMs) return;
    for (const place of list) if (ms < times[place]!) times[place] = ms;
  };
  for (const { end, ms } of reach.starts) {
    const node = 'node' in end ? end.node : nodeAt(end);
    if (node !== null) offer(atNode.get(node), ms);
    else if (!('node' in end))
      offer(
        onEdge.get(end.edge)?.filter((i) => places[i]!.along === end.along),
        ms,
      );
  }
  for (let i = 0; i < reach.edge.length; i++) {
    const edge = reach.edge[i]!;
    const [start, heading, cost, ms] = [
      reach.start[i]!,
      reach.heading[i]!,
      reach.cost[i]!,
      reach.ms[i]!,
    ];
    const until = (along: number): number =>
      ms + Math.abs(Math.round(cost * along) - Math.round(cost * start));
    const ends =
      heading === 1 ? [edgeFrom[edge]!, edgeTo[edge]!] : [edgeTo[edge]!, edgeFrom[edge]!];
    if (start === (heading === 1 ? 0 : 1)) offer(atNode.get(ends[0]!), ms);
    const end = reach.end[i]!;
    if (end === (heading === 1 ? 1 : 0)) offer(atNode.get(ends[1]!), until(end));
    for (const place of onEdge.get(edge) ?? []) {
      const { along } = places[place]!;
      if ((along - start) * heading >= 0 && (end - along) * heading >= 0)
        offer([place], until(along));
    }
  }
  return times;
}
