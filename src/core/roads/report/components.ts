/** Which roads hang together, whoever may drive them in whatever direction. */
import type { RoadEdgeInput } from '../types.ts';

interface Components {
  /** Component of each edge, 0 the one with the most kilometres. */
  ofEdge: Int32Array;
  /** Metres by component, falling. */
  meters: number[];
  /** Edges by component. */
  edges: number[];
  /** Nodes by component. */
  nodes: number[];
}

/** Numbers 0…n-1 for whatever keys nodes have, and the two of each edge. */
export interface NodeNumbers {
  count: number;
  from: Int32Array;
  to: Int32Array;
}

export function numberNodes(edges: readonly RoadEdgeInput[]): NodeNumbers {
  const numbers = new Map<number, number>();
  const numberOf = (key: number): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  for (const [i, edge] of edges.entries()) {
    from[i] = numberOf(edge.from);
    to[i] = numberOf(edge.to);
  }
  return { count: numbers.size, from, to };
}

/** Union-find with path halving. */
export function findComponents({ count, from, to }: NodeNumbers, meters: Float64Array): Components {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (let i = 0; i < from.length; i++) {
    const [a, b] = [root(from[i] ?? 0), root(to[i] ?? 0)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const sums = new Map<number, { meters: number; edges: number; nodes: number }>();
  for (let node = 0; node < count; node++) {
    const at = root(node);
    const sum = sums.get(at);
    if (sum === undefined) sums.set(at, { meters: 0, edges: 0, nodes: 1 });
    else sum.nodes++;
  }
  for (let i = 0; i < from.length; i++) {
    const sum = sums.get(root(from[i] ?? 0));
    if (sum === undefined) continue;
    sum.meters += meters[i] ?? 0;
    sum.edges++;
  }
  const order = [...sums].sort(
    ([a, x], [b, y]) => y.meters - x.meters || y.edges - x.edges || a - b,
  );
  const rank = new Map(order.map(([node], i) => [node, i]));
  return {
    ofEdge: from.map((node) => rank.get(root(node)) ?? 0),
    meters: order.map(([, sum]) => sum.meters),
    edges: order.map(([, sum]) => sum.edges),
    nodes: order.map(([, sum]) => sum.nodes),
  };
}
