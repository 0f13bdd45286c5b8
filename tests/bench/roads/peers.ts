/** Routers from npm over the same graph with the same costs. Both answer in milliseconds. */
import Graph from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import createGraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import type { Ground } from './questions.ts';

/** Of parallel edges the fastest; neither library is asked to keep more. */
function fastest({ city, ms }: Ground): Map<string, { from: number; to: number; ms: number }> {
  const links = new Map<string, { from: number; to: number; ms: number }>();
  city.edges.forEach(({ from, to }, e) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const known = links.get(key);
    if (from !== to && (known === undefined || ms[e]! < known.ms))
      links.set(key, { from, to, ms: ms[e]! });
  });
  return links;
}

/** One pair by ngraph.path's A*, its estimate the straight line at the highest speed (80 km/h), which keeps it exact. */
export function ngraphPairs(ground: Ground): (from: number, to: number) => number {
  const graph = createGraph<{ lng: number; lat: number }, number>();
  const { lng, lat } = ground.city;
  lng.forEach((x, node) => graph.addNode(node, { lng: x, lat: lat[node]! }));
  for (const { from, to, ms } of fastest(ground).values()) graph.addLink(from, to, ms);
  const squeeze = Math.cos((47.7 * Math.PI) / 180);
  const msPerDegree = (111_194 * 3.6 * 1000) / 80;
  const finder = aStar<{ lng: number; lat: number }, number>(graph, {
    oriented: false,
    distance: (_from, _to, link) => link.data,
    // A hundredth less than the straight line, and no rounding can make it too long.
    heuristic: (a, b) =>
      0.99 *
        msPerDegree *
        Math.hypot((a.data.lng - b.data.lng) * squeeze, a.data.lat - b.data.lat) -
      500,
  });
  return (from, to) => {
    // The route comes from the target back to the source.
    const route = finder.find(from, to);
    let total = 0;
    for (let i = 1; i < route.length; i++) {
      const [a, b] = [route[i - 1]!.id, route[i]!.id];
      total += (graph.getLink(a, b) ?? graph.getLink(b, a))!.data;
    }
    return total;
  };
}

/** Routes to all nodes from one by graphology-shortest-path's Dijkstra. */
export function graphologyAll(ground: Ground): (from: number) => Record<string, string[]> {
  const graph = new Graph({ type: 'undirected' });
  for (let node = 0; node < ground.city.nodes; node++) graph.addNode(String(node));
  for (const { from, to, ms } of fastest(ground).values())
    graph.addUndirectedEdge(String(from), String(to), { ms });
  return (from) => dijkstra.singleSource(graph, String(from), 'ms');
}

/** Milliseconds of a route of nodes, by the fastest link of each step. */
export function msOfRoute(ground: Ground): (route: readonly string[]) => number {
  const links = fastest(ground);
  return (route) => {
    let total = 0;
    for (let i = 1; i < route.length; i++) {
      const a = Number(route[i - 1]);
      const b = Number(route[i]);
      total += links.get(a < b ? `${a} ${b}` : `${b} ${a}`)!.ms;
    }
    return total;
  };
}
