/**
 * A barrier or a low bar stands at a node, while only edges can carry limits. So every road that ends at such a node gets
 * a node of its own, tied to the first road's by an edge without length that carries the limit.
 */
import type { LngLat } from '../../model/index.ts';
import type { RoadEdgeInput } from '../types.ts';
import type { CutWays } from './cut-ways.ts';
import type { Gathered } from './gather.ts';
import type { PointLimit } from './tags/barriers.ts';

/** Put the limits of nodes between the edges; edges are added at the end. */
export function applyPointLimits(cut: CutWays, { nodes, limits }: Gathered): void {
  const byNode = new Map<number, PointLimit>();
  for (const [id, limit] of limits) {
    const index = nodes.indexOf(id);
    if (index >= 0) byNode.set(index, limit);
  }
  const seen = new Set<number>();
  let next = nodes.size;
  const own = cut.edges.length;
  const ownEnd = (node: number, edge: RoadEdgeInput, place: LngLat, wayId: number): number => {
    const limit = byNode.get(node);
    if (limit === undefined) return node;
    if (!seen.has(node)) {
      seen.add(node);
      return node;
    }
    const copy = next++;
    cut.edges.push(gateEdge(node, copy, place, edge, limit));
    cut.wayOf.push(wayId);
    return copy;
  };
  for (let i = 0; i < own; i++) {
    const edge = cut.edges[i];
    if (edge === undefined) continue;
    const wayId = cut.wayOf[i] ?? 0;
    edge.from = ownEnd(edge.from, edge, edge.line[0] ?? [0, 0], wayId);
    edge.to = ownEnd(edge.to, edge, edge.line.at(-1) ?? [0, 0], wayId);
  }
}

const gateEdge = (
  from: number,
  to: number,
  place: LngLat,
  road: RoadEdgeInput,
  { modes, ...limits }: PointLimit,
): RoadEdgeInput => ({
  ...road,
  from,
  to,
  line: [place, place],
  forward: modes,
  backward: modes,
  ...limits,
  seconds: null,
});
