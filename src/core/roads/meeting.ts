/** Which edges meet at a node, for whoever goes along roads that no search uses. */
import type { RoadNetwork } from './network.ts';

interface Rows {
  /** Node → its first place in `edges`; one more at the end. */
  first: Uint32Array;
  edges: Uint32Array;
}

const known = new WeakMap<RoadNetwork, Rows>();

/** Every edge that begins or ends at a node; one that does both comes twice. Laid out once per network, when first asked for. */
export function edgesAt(network: RoadNetwork, node: number): Uint32Array {
  let rows = known.get(network);
  if (rows === undefined) known.set(network, (rows = rowsOf(network)));
  return rows.edges.subarray(rows.first[node], rows.first[node + 1]);
}

function rowsOf({ nodes, edges: count, edgeFrom, edgeTo }: RoadNetwork): Rows {
  const first = new Uint32Array(nodes + 1);
  for (const ends of [edgeFrom, edgeTo]) for (let e = 0; e < count; e++) first[ends[e]! + 1]!++;
  for (let v = 0; v < nodes; v++) first[v + 1]! += first[v]!;
  const next = first.slice();
  const edges = new Uint32Array(2 * count);
  for (const ends of [edgeFrom, edgeTo])
    for (let e = 0; e < count; e++) edges[next[ends[e]!]!++] = e;
  return { first, edges };
}
