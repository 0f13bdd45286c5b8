/**
 * What is reached within a time: stretches of edges, each with the moment its driving begins. One search serves every
 * smaller number of minutes too, because a stretch says how far it is driven by then.
 */
import type { RoadNetwork } from '../network.ts';
import { NO_WAY } from './costs.ts';
import { stopOf } from './engine.ts';
import type { Direction, Engine, RoadEnd } from './engine.ts';
import type { Stop } from './stops.ts';

/** Stretch i is edge[i], driven from `start[i]` (share along the edge) away from the place that was asked. */
export interface RoadReach {
  edge: Uint32Array;
  /** 1 = along the edge's line, -1 = against it. */
  way: Int8Array;
  start: Float64Array;
  /** Milliseconds at the start of the stretch, and for the whole edge. */
  ms: Int32Array;
  cost: Int32Array;
  limitMs: number;
}

const NOBODY = { settle: (_node: number, _label: number, limit: number): number => limit };

/**
 * Everything within `limitMs` of a place, `away` from it or `towards` it (how long those there need to arrive). A road
 * that can be driven both ways may appear from both ends.
 */
export function reachOf(engine: Engine, end: RoadEnd, direction: Direction, limitMs: number): RoadReach {
  const { network, graph, sweep } = engine;
  const stop = stopOf(engine, end);
  const away = direction === 'away';
  const limit = Math.min(limitMs, NO_WAY - 1);
  const mark = new Int32Array(graph.nodes);
  sweep.run(away ? graph.out : graph.into, away ? stop.leave : stop.arrive, limit, { ...NOBODY, mark });
  const stretches = new Stretches(engine, away, limit);
  if (stop.chain >= 0) stretches.fromInside(stop);
  for (let arc = 0; arc < 2 * network.chains; arc++) {
    const label = away ? tailLabel(engine, arc) : sweep.label[graph.arcHead[arc]!]!;
    if (label <= limit) stretches.alongArc(arc, label);
  }
  return stretches.columns();
}

/** When the start of an arc is reached so that it may be taken. */
function tailLabel({ network, graph, sweep }: Engine, arc: number): number {
  const chain = arc >> 1;
  let label = sweep.label[(arc & 1) === 0 ? network.chainFrom[chain]! : network.chainTo[chain]!]!;
  for (const copy of graph.copyTails.get(arc) ?? []) label = Math.min(label, sweep.label[copy]!);
  return label;
}

class Stretches {
  private readonly rows: number[] = [];
  private readonly network: RoadNetwork;
  private readonly engine: Engine;
  private readonly away: boolean;
  private readonly limit: number;

  constructor(engine: Engine, away: boolean, limit: number) {
    this.engine = engine;
    this.network = engine.network;
    this.away = away;
    this.limit = limit;
  }

  /** From the beginning of an arc (towards: from its end back). */
  alongArc(arc: number, ms: number): void {
    const members = this.members(arc >> 1);
    const forth = ((arc & 1) === 0) === this.away;
    this.walk(arc >> 1, forth ? 0 : members - 1, forth, ms, null);
  }

  /** From a place inside a chain, both ways. */
  fromInside(stop: Stop): void {
    this.walk(stop.chain, stop.place, true, 0, stop.along);
    this.walk(stop.chain, stop.place, false, 0, stop.along);
  }

  columns(): RoadReach {
    const n = this.rows.length / 5;
    const column = (at: number) => (_: unknown, i: number) => this.rows[5 * i + at]!;
    const size = { length: n };
    return {
      edge: Uint32Array.from(size, column(0)),
      way: Int8Array.from(size, column(1)),
      start: Float64Array.from(size, column(2)),
      ms: Int32Array.from(size, column(3)),
      cost: Int32Array.from(size, column(4)),
      limitMs: this.limit,
    };
  }

  private members(chain: number): number {
    return this.network.chainStart[chain + 1]! - this.network.chainStart[chain]!;
  }

  /** Drives member after member, as the chain lies or against it, until time is up or the road ends. */
  private walk(chain: number, place: number, forth: boolean, ms: number, along: number | null): void {
    const { closed, graph } = this.engine;
    for (; place >= 0 && place < this.members(chain) && ms <= this.limit; place += forth ? 1 : -1) {
      const member = this.network.chainEdges[this.network.chainStart[chain]! + place]!;
      const edge = member >> 1;
      const way = ((member & 1) === 0) === forth ? 1 : -1;
      const start = along ?? (way === 1 ? 0 : 1);
      along = null;
      if (start === (way === 1 ? 1 : 0)) continue;
      // Away one drives as one goes; towards one goes back along what is driven the other way round.
      const costs = (way === 1) === this.away ? graph.costs.along : graph.costs.against;
      const cost = costs[edge]!;
      if (cost === NO_WAY || closed[edge] !== 0) return;
      this.rows.push(edge, way, start, ms, cost);
      const part = Math.round(cost * start);
      const forthMs = way === 1 ? cost - part : part;
      ms += forthMs;
    }
  }
}

/** The part of stretch i that is driven within `limitMs`: from where to where along its edge; null when none. */
export function driven(reach: RoadReach, i: number, limitMs: number): { from: number; to: number } | null {
  const left = limitMs - reach.ms[i]!;
  if (left < 0) return null;
  const from = reach.start[i]!;
  const to = from + (reach.way[i]! * left) / reach.cost[i]!;
  return { from, to: Math.min(1, Math.max(0, to)) };
}
