/**
 * What one writes oneself: a CSR graph in typed arrays and Dijkstra with flatqueue, ending when all targets are settled,
 * predecessors kept for the routes. Same whole-millisecond costs, so that answers must be equal.
 */
import FlatQueue from 'flatqueue';

export interface PlainGraph {
  nodes: number;
  first: Int32Array;
  to: Int32Array;
  cost: Int32Array;
}

/** Undirected: every edge both ways. */
export function plainGraph(
  nodes: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  ms: ArrayLike<number>,
): PlainGraph {
  const first = new Int32Array(nodes + 1);
  for (let e = 0; e < from.length; e++) {
    first[from[e]! + 1]!++;
    first[to[e]! + 1]!++;
  }
  for (let v = 0; v < nodes; v++) first[v + 1]! += first[v]!;
  const next = first.slice();
  const heads = new Int32Array(2 * from.length);
  const cost = new Int32Array(2 * from.length);
  for (let e = 0; e < from.length; e++) {
    const there = next[from[e]!]!++;
    heads[there] = to[e]!;
    cost[there] = ms[e]!;
    const back = next[to[e]!]!++;
    heads[back] = from[e]!;
    cost[back] = ms[e]!;
  }
  return { nodes, first, to: heads, cost };
}

export class PlainDijkstra {
  readonly best: Float64Array;
  readonly before: Int32Array;
  private readonly settled: Uint8Array;
  private readonly wanted: Uint8Array;
  private readonly queue = new FlatQueue<number>();
  private readonly graph: PlainGraph;

  constructor(graph: PlainGraph) {
    this.graph = graph;
    this.best = new Float64Array(graph.nodes);
    this.before = new Int32Array(graph.nodes);
    this.settled = new Uint8Array(graph.nodes);
    this.wanted = new Uint8Array(graph.nodes);
  }

  /** Settles until all targets are; without targets everything. */
  run(source: number, targets: ArrayLike<number> | null): void {
    const { best, before, settled, wanted, queue } = this;
    const { first, to, cost } = this.graph;
    best.fill(Infinity);
    settled.fill(0);
    let open = 0;
    if (targets === null) open = -1;
    else {
      for (let i = 0; i < targets.length; i++) {
        if (wanted[targets[i]!] === 0) open++;
        wanted[targets[i]!] = 1;
      }
    }
    queue.clear();
    best[source] = 0;
    before[source] = -1;
    queue.push(source, 0);
    while (queue.length > 0) {
      const node = queue.pop()!;
      if (settled[node] === 1) continue;
      settled[node] = 1;
      if (wanted[node] === 1 && --open === 0) break;
      const here = best[node]!;
      for (let i = first[node]!; i < first[node + 1]!; i++) {
        const next = to[i]!;
        const total = here + cost[i]!;
        if (total < best[next]!) {
          best[next] = total;
          before[next] = node;
          queue.push(next, total);
        }
      }
    }
    if (targets !== null) for (let i = 0; i < targets.length; i++) wanted[targets[i]!] = 0;
  }

  /** Places along the route to a node, from the source on. */
  route(node: number, lng: Float64Array, lat: Float64Array): number[] {
    const nodes: number[] = [];
    for (let v = node; v !== -1; v = this.before[v]!) nodes.push(v);
    const line: number[] = [];
    for (let i = nodes.length - 1; i >= 0; i--) line.push(lng[nodes[i]!]!, lat[nodes[i]!]!);
    return line;
  }
}
