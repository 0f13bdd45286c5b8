/** Restrictions between ways made into restrictions between edges. */
import { MODE_BIT } from '../types.ts';
import type { RoadEdgeInput, TravelMode, TurnRestriction } from '../types.ts';
import type { CutWays } from './cut-ways.ts';
import type { Gathered } from './gather.ts';

type Fault = 'restriction_not_in_network' | 'restriction_ambiguous';

/** Those that cannot be placed are counted by their reason. */
export function attachRestrictions(cut: CutWays, { nodes, restrictions, leftOut }: Gathered): TurnRestriction[] {
  const edgesOfWay = new Map<number, number[]>();
  const named = new Set(restrictions.flatMap(({ restriction }) => [...restriction.from, ...restriction.to]));
  for (const [edge, way] of cut.wayOf.entries()) {
    if (!named.has(way)) continue;
    const list = edgesOfWay.get(way);
    if (list === undefined) edgesOfWay.set(way, [edge]);
    else list.push(edge);
  }
  const found: TurnRestriction[] = [];
  for (const { id, restriction } of restrictions) {
    const { kind, modes, uTurn } = restriction;
    const via = nodes.indexOf(restriction.via);
    const edgesAt = (way: number, arriving: boolean): number[] =>
      (edgesOfWay.get(way) ?? []).filter((edge) => touches(cut.edges[edge], via, modes, arriving));
    let fault: Fault | null = null;
    for (const from of restriction.from)
      for (const to of restriction.to) {
        const pairs = pairsOf(edgesAt(from, true), edgesAt(to, false), uTurn && from === to);
        if (typeof pairs === 'string') fault = pairs;
        else for (const [a, b] of pairs) found.push({ kind, from: a, via, to: b, modes });
      }
    if (fault !== null) leftOut.add(fault, `relation ${id}`);
  }
  return found;
}

/** Whether somebody bound may drive over the edge to the node, or away from it. */
function touches(
  edge: RoadEdgeInput | undefined,
  via: number,
  modes: readonly TravelMode[],
  arriving: boolean,
): boolean {
  if (edge === undefined || via < 0) return false;
  const along = arriving ? edge.to : edge.from;
  const against = arriving ? edge.from : edge.to;
  return modes.some(
    (mode) =>
      (along === via && (edge.forward & MODE_BIT[mode]) !== 0) ||
      (against === via && (edge.backward & MODE_BIT[mode]) !== 0),
  );
}

/** A way should end at the node; one that goes through it leaves open which half is meant. */
function pairsOf(from: readonly number[], to: readonly number[], back: boolean): (readonly [number, number])[] | Fault {
  if (from.length === 0 || to.length === 0) return 'restriction_not_in_network';
  if (back) return from.map((edge) => [edge, edge] as const);
  const pairs = from.flatMap((a) => to.filter((b) => b !== a).map((b) => [a, b] as const));
  return pairs.length === 1 ? pairs : 'restriction_ambiguous';
}
