/**
 * A second independent router, for whole districts: Dijkstra over (edge, direction) states with flatqueue, every node and
 * every turn looked at one by one. Places are inside edges.
 */
import FlatQueue from 'flatqueue';
import { MODE_BIT } from '../../../src/core/roads/types.ts';
import type { RoadNetworkInput, TravelMode } from '../../../src/core/roads/types.ts';

export interface Inside {
  edge: number;
  along: number;
}

/** Milliseconds from one place to many (Infinity = no route); `cost` per given edge, Infinity where it may not be used. */
export function edgeStates(
  { edges, restrictions }: RoadNetworkInput,
  mode: TravelMode,
  cost: (edge: number, heading: 0 | 1) => number,
): (from: Inside, to: readonly Inside[]) => number[] {
  const leaving = new Map<number, number[]>();
  const ends = new Map<number, number>();
  const loops = new Set<number>();
  edges.forEach(({ from, to }, e) => {
    leaving.set(from, [...(leaving.get(from) ?? []), 2 * e]);
    leaving.set(to, [...(leaving.get(to) ?? []), 2 * e + 1]);
    ends.set(from, (ends.get(from) ?? 0) + 1);
    ends.set(to, (ends.get(to) ?? 0) + 1);
    if (from === to) loops.add(from);
  });
  const vias = new Set(restrictions.map(({ via }) => via));
  const rules = new Map<string, { only: Set<number>; no: Set<number> }>();
  for (const { kind, from, via, to, modes } of restrictions) {
    if (!modes.includes(mode)) continue;
    const rule = rules.get(`${via} ${from}`) ?? { only: new Set(), no: new Set() };
    rule[kind].add(to);
    rules.set(`${via} ${from}`, rule);
  }
  const ms = new Float64Array(2 * edges.length);
  edges.forEach((edge, e) => {
    ms[2 * e] = (edge.forward & MODE_BIT[mode]) !== 0 ? cost(e, 0) : Infinity;
    ms[2 * e + 1] = (edge.backward & MODE_BIT[mode]) !== 0 ? cost(e, 1) : Infinity;
  });
  /** States one may go on to after state s. */
  const onward = (s: number): number[] => {
    const edge = s >> 1;
    const node = (s & 1) === 0 ? edges[edge]!.to : edges[edge]!.from;
    const rule = rules.get(`${node} ${edge}`);
    const backAllowed = ends.get(node) !== 2 || loops.has(node) || vias.has(node);
    return leaving.get(node)!.filter((next) => {
      if (rule !== undefined && rule.only.size > 0 && !rule.only.has(next >> 1)) return false;
      if (rule?.no.has(next >> 1) === true) return false;
      return next !== (s ^ 1) || backAllowed;
    });
  };
  return (from, to) => {
    /** When each state is entered at its beginning. */
    const enter = new Float64Array(2 * edges.length).fill(Infinity);
    const queue = new FlatQueue<number>();
    const leave = (s: number, at: number): void => {
      for (const next of onward(s)) {
        if (at < enter[next]! && ms[next]! < Infinity) {
          enter[next] = at;
          queue.push(next, at);
        }
      }
    };
    const there = 2 * from.edge;
    const part = (state: number, along: number): number => {
      const share = Math.round(ms[state]! * along);
      return (state & 1) === 0 ? share : ms[state]! - share;
    };
    for (const s of [there, there + 1])
      if (ms[s]! < Infinity) leave(s, ms[s]! - part(s, from.along));
    for (let s = queue.peek(); s !== undefined; s = queue.peek()) {
      const at = queue.peekValue()!;
      queue.pop();
      if (at === enter[s]) leave(s, at + ms[s]!);
    }
    return to.map(({ edge, along }) => {
      let best = Infinity;
      for (const s of [2 * edge, 2 * edge + 1])
        if (ms[s]! < Infinity) best = Math.min(best, enter[s]! + part(s, along));
      if (edge === from.edge) {
        const s = along >= from.along ? 2 * edge : 2 * edge + 1;
        if (along === from.along) best = 0;
        else if (ms[s]! < Infinity) best = Math.min(best, part(s, along) - part(s, from.along));
      }
      return best;
    });
  };
}
