/**
 * Merges runs of edges: where exactly two edge ends meet and no turn restriction applies, nobody can turn off, so that
 * a search need not stop there. What is left are junctions (ends, forks, vias) and the chains between them.
 */

interface Chains {
  nodeJunction: Int32Array;
  junctionNode: Uint32Array;
  chainFrom: Uint32Array;
  chainTo: Uint32Array;
  chainStart: Uint32Array;
  chainEdges: Uint32Array;
  edgeChain: Uint32Array;
  edgePlace: Uint32Array;
  outStart: Uint32Array;
  outArcs: Uint32Array;
}

/** `vias` are nodes that stay junctions because a turn is restricted there. Columns are those of layout.ts. */
export function chainsOf(
  nodes: number,
  edgeFrom: Uint32Array,
  edgeTo: Uint32Array,
  vias: Iterable<number>,
): Chains {
  const edges = edgeFrom.length;
  const degree = new Uint32Array(nodes);
  /** Both edges of a node of degree two, combined by exclusive or: one gives the other. */
  const pair = new Uint32Array(nodes);
  for (let e = 0; e < edges; e++) {
    const from = edgeFrom[e]!;
    const to = edgeTo[e]!;
    degree[from]!++;
    degree[to]!++;
    pair[from]! ^= e;
    pair[to]! ^= e;
  }
  for (let e = 0; e < edges; e++) if (edgeFrom[e] === edgeTo[e]) degree[edgeFrom[e]!] = 3;
  for (const via of vias) degree[via] = 3;

  const nodeJunction = new Int32Array(nodes).fill(-1);
  const junctionNode: number[] = [];
  const chainFrom: number[] = [];
  const chainTo: number[] = [];
  const chainStart: number[] = [0];
  const chainEdges = new Uint32Array(edges);
  const edgeChain = new Uint32Array(edges);
  const edgePlace = new Uint32Array(edges);
  const taken = new Uint8Array(edges);
  let filled = 0;

  const junction = (node: number): number => {
    if (nodeJunction[node] === -1) nodeJunction[node] = junctionNode.push(node) - 1;
    return nodeJunction[node]!;
  };
  /** Walks from `node` over `edge` until a junction. */
  const walk = (node: number, edge: number): void => {
    const chain = chainFrom.push(junction(node)) - 1;
    const start = filled;
    for (;;) {
      const against = edgeFrom[edge] !== node;
      taken[edge] = 1;
      edgeChain[edge] = chain;
      edgePlace[edge] = filled - start;
      chainEdges[filled++] = edge * 2 + (against ? 1 : 0);
      node = against ? edgeFrom[edge]! : edgeTo[edge]!;
      if (degree[node] !== 2) break;
      edge = (pair[node]! ^ edge) >>> 0;
    }
    chainTo.push(junction(node));
    chainStart.push(filled);
  };

  for (let e = 0; e < edges; e++) {
    if (taken[e] === 1) continue;
    if (degree[edgeFrom[e]!] !== 2) walk(edgeFrom[e]!, e);
    else if (degree[edgeTo[e]!] !== 2) walk(edgeTo[e]!, e);
  }
  // What remains are rings that nothing joins: one node of each has to serve as its junction.
  for (let e = 0; e < edges; e++) {
    if (taken[e] === 1) continue;
    degree[edgeFrom[e]!] = 3;
    walk(edgeFrom[e]!, e);
  }
  const from = Uint32Array.from(chainFrom);
  const to = Uint32Array.from(chainTo);
  return {
    nodeJunction,
    junctionNode: Uint32Array.from(junctionNode),
    chainFrom: from,
    chainTo: to,
    chainStart: Uint32Array.from(chainStart),
    chainEdges,
    edgeChain,
    edgePlace,
    ...leaving(junctionNode.length, from, to),
  };
}

/** The arcs that leave each junction. */
function leaving(
  junctions: number,
  from: Uint32Array,
  to: Uint32Array,
): { outStart: Uint32Array; outArcs: Uint32Array } {
  const outStart = new Uint32Array(junctions + 1);
  for (let c = 0; c < from.length; c++) {
    outStart[from[c]! + 1]!++;
    outStart[to[c]! + 1]!++;
  }
  for (let j = 0; j < junctions; j++) outStart[j + 1]! += outStart[j]!;
  const next = outStart.slice();
  const outArcs = new Uint32Array(2 * from.length);
  for (let c = 0; c < from.length; c++) {
    outArcs[next[from[c]!]!++] = 2 * c;
    outArcs[next[to[c]!]!++] = 2 * c + 1;
  }
  return { outStart, outArcs };
}
