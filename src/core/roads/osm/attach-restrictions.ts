/** Restrictions between ways made into restrictions between edges. */
import { MODE_BIT } from '../types.ts';
import type { RoadEdgeInput, TravelMode, TurnRestriction } from '../types.ts';
import type { CutWays } from './cut-ways.ts';
import type { Gathered } from './gather.ts';
import { directionFrom, mayBe } from './turn-angle.ts';
import type { NamedTurn } from './turn-angle.ts';

type Fault = 'restriction_not_in_network' | 'restriction_ambiguous';

/** Those that cannot be placed are counted by their reason. */
export function attachRestrictions(
  cut: CutWays,
  { nodes, restrictions, leftOut }: Gathered,
): TurnRestriction[] {
  const edgesOfWay = new Map<number, number[]>();
  const named = new Set(
    restrictions.flatMap(({ restriction }) => [...restriction.from, ...restriction.to]),
  );
  for (const [edge, way] of cut.wayOf.entries()) {
    if (!named.has(way)) continue;
    const list = edgesOfWay.get(way);
    if (list === undefined) edgesOfWay.set(way, [edge]);
    else list.push(edge);
  }
  const found: TurnRestriction[] = [];
  for (const { id, restriction } of restrictions) {
    const { kind, modes, turn } = restriction;
    const via = nodes.indexOf(restriction.via);
    const armsAt = (way: number, arriving: boolean): Arm[] =>
      (edgesOfWay.get(way) ?? []).flatMap((edge) => {
        const directions = directionsAt(cut.edges[edge], via, modes, arriving);
        return directions.length === 0 ? [] : [{ edge, directions }];
      });
    let fault: Fault | null = null;
    for (const from of restriction.from)
      for (const to of restriction.to) {
        const pairs = pairsOf(armsAt(from, true), armsAt(to, false), turn, from === to);
        if (typeof pairs === 'string') fault = pairs;
        else for (const [a, b] of pairs) found.push({ kind, from: a, via, to: b, modes });
      }
    if (fault !== null) leftOut.add(fault, `relation ${id}`);
  }
  return found;
}

/** An edge at the node, with the directions in which it lies there: two for a ring that comes back to it. */
interface Arm {
  edge: number;
  /** Degrees, see `directionFrom`. */
  directions: number[];
}

/** Where an edge lies as seen from the node, at each end over which somebody bound may drive to the node, or away from it. */
function directionsAt(
  edge: RoadEdgeInput | undefined,
  via: number,
  modes: readonly TravelMode[],
  arriving: boolean,
): number[] {
  if (edge === undefined || via < 0) return [];
  const may = (mask: number): boolean => modes.some((mode) => (mask & MODE_BIT[mode]) !== 0);
  const found: number[] = [];
  if (edge.from === via && may(arriving ? edge.backward : edge.forward))
    found.push(directionFrom(edge.line));
  if (edge.to === via && may(arriving ? edge.forward : edge.backward))
    found.push(directionFrom([...edge.line].reverse()));
  return found;
}

/**
 * A way should end at the node. Of one that goes through it the half is meant to which the named turn leads; where the
 * geometry leaves several, or none, nobody can say which.
 */
function pairsOf(
  from: readonly Arm[],
  to: readonly Arm[],
  turn: NamedTurn | null,
  sameWay: boolean,
): (readonly [number, number])[] | Fault {
  if (from.length === 0 || to.length === 0) return 'restriction_not_in_network';
  if (turn === 'back' && sameWay) return from.map(({ edge }) => [edge, edge] as const);
  const all = from.flatMap((a) => to.filter((b) => b.edge !== a.edge).map((b) => [a, b] as const));
  const possible =
    all.length === 1 || turn === null
      ? all
      : all.filter(([a, b]) =>
          a.directions.some((come) => b.directions.some((go) => mayBe(turn, come, go))),
        );
  return possible.length === 1
    ? possible.map(([a, b]) => [a.edge, b.edge] as const)
    : 'restriction_ambiguous';
}
