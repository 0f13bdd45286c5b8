/** Everything a search needs for one profile, with the roads closed to it. */
import type { RoadNetwork, RoadPlace } from '../network.ts';
import type { RoadProfile } from '../profiles.ts';
import { NO_ROUTE } from './costs.ts';
import { searchGraph } from './graph.ts';
import type { Adjacency, SearchGraph } from './graph.ts';
import { stopAt, stopAtNode, withinChain } from './stops.ts';
import type { EdgeClosures, Stop } from './stops.ts';
import type { Cut } from '../cuts.ts';
import { Sweep } from './sweep.ts';

/** A place along an edge, or a node of the network. */
export type RoadSpot = RoadPlace | { node: number };

/** One of the ways in to a place: a spot on the roads, and what it takes between that and the place (0 or more). */
interface RoadEntrance {
  end: RoadSpot;
  ms: number;
}

/** Where a route begins or ends: at one spot, or at whichever of several makes the whole shortest. */
export type RoadEnd = RoadSpot | { entrances: readonly RoadEntrance[] };

/** `away` = times from one place to many, `towards` = from many places to one. */
export type Direction = 'away' | 'towards';

/** The engine's own, which its closing and opening change. */
interface OwnClosures extends EdgeClosures {
  readonly cuts: Map<number, Map<string, readonly Cut[]>>;
}

export interface Engine {
  readonly network: RoadNetwork;
  readonly profile: RoadProfile;
  readonly graph: SearchGraph;
  readonly closed: OwnClosures;
  readonly sweep: Sweep;
  /** Arc → its entries in graph.out.arcs and graph.into.arcs: from entryStart[arc] to entryStart[arc + 1]. */
  readonly entryStart: Int32Array;
  readonly outEntries: Int32Array;
  readonly intoEntries: Int32Array;
  /** Chain → number of its closed edges. */
  readonly closedInChain: Uint32Array;
  /** Counts up with every change of closures. */
  version: number;
}

/** Prepares a profile's searches: some tenths of a second per million arcs. */
export function makeEngine(network: RoadNetwork, profile: RoadProfile): Engine {
  const graph = searchGraph(network, profile);
  let longest = 1;
  let sum = 0;
  let open = 0;
  for (let arc = 0; arc < graph.arcCost.length; arc++) {
    const cost = graph.arcCost[arc]!;
    if (cost >= NO_ROUTE) continue;
    if (cost > longest) longest = cost;
    sum += cost;
    open++;
  }
  const typical = open === 0 ? 1 : sum / open;
  const arcs = graph.arcCost.length;
  const entryStart = new Int32Array(arcs + 1);
  for (let i = 0; i < graph.out.arcs.length; i++) entryStart[graph.out.arcs[i]! + 1]!++;
  for (let arc = 0; arc < arcs; arc++) entryStart[arc + 1]! += entryStart[arc]!;
  return {
    network,
    profile,
    graph,
    closed: { counts: new Uint16Array(network.edges), cuts: new Map() },
    sweep: new Sweep(graph.nodes, longest, typical),
    entryStart,
    outEntries: entriesOf(graph.out, entryStart),
    intoEntries: entriesOf(graph.into, entryStart),
    closedInChain: new Uint32Array(network.chains),
    version: 0,
  };
}

function entriesOf({ arcs }: Adjacency, entryStart: Int32Array): Int32Array {
  const next = entryStart.slice();
  const entries = new Int32Array(arcs.length);
  for (let entry = 0; entry < arcs.length; entry++) entries[next[arcs[entry]!]!++] = entry;
  return entries;
}

/** An entrance as a search sees it. */
export interface Entrance {
  stop: Stop;
  ms: number;
}

/** The entrances of an end, in their order; a spot is one of its own, at no cost. */
export const entrancesOf = (engine: Engine, end: RoadEnd): Entrance[] =>
  'entrances' in end
    ? end.entrances.map(({ end: spot, ms }) => ({ stop: stopOf(engine, spot), ms }))
    : [{ stop: stopOf(engine, end), ms: 0 }];

/** Pairs of search node and milliseconds at which a search from (`leave`) or to (`arrive`) some entrances begins. */
export const pairsOf = (entrances: readonly Entrance[], side: 'leave' | 'arrive'): number[] =>
  entrances.flatMap(({ stop, ms }) =>
    ms === 0 ? stop[side] : stop[side].map((n, i) => (i % 2 === 0 ? n : n + ms)),
  );

export const stopOf = (engine: Engine, end: RoadSpot): Stop =>
  'node' in end
    ? stopAtNode(engine.network, engine.graph, engine.closed, end.node)
    : stopAt(engine.network, engine.graph, engine.closed, end);

/** Milliseconds between two stops of one chain without leaving it. */
export const direct = ({ network, graph, closed }: Engine, from: Stop, to: Stop): number =>
  withinChain(network, graph, closed, from, to);
