/** The largest part of a profile's roads in which one gets from everywhere to everywhere, with all roads open. */
import type { Adjacency } from './graph.ts';

/**
 * 1 per search node of the largest strongly connected part (equal ones: the one found first). Tarjan, Depth-first search and
 * linear graph algorithms (1972), without recursion: a county has more nodes than a stack has room.
 */
export function mainPart({ first, links }: Adjacency): Uint8Array {
  const nodes = first.length - 1;
  const order = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const part = new Int32Array(nodes).fill(-1);
  const next = first.slice(0, nodes);
  const path: number[] = [];
  const waiting: number[] = [];
  let visited = 0;
  let parts = 0;
  let [largest, most] = [-1, 0];
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (order[node] === -1) {
        order[node] = low[node] = visited++;
        waiting.push(node);
      }
      let deeper = false;
      while (next[node]! < first[node + 1]!) {
        const to = links[2 * next[node]!]!;
        if (order[to] === -1) {
          path.push(to);
          deeper = true;
          break;
        }
        if (part[to] === -1) low[node] = Math.min(low[node]!, low[to]!);
        next[node]!++;
      }
      if (deeper) continue;
      path.pop();
      if (low[node] !== order[node]) continue;
      let size = 0;
      for (let one = -1; one !== node; size++) {
        one = waiting.pop()!;
        part[one] = parts;
      }
      if (size > most) [largest, most] = [parts, size];
      parts++;
    }
  }
  return Uint8Array.from(part, (one) => (one === largest ? 1 : 0));
}
