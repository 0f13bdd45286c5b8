/** Where incidents are put in an extract, and which of its roads hang together, found without the product's own search. */
import type { LngLat, Meters } from '../../../../src/core/model/index.ts';
import { edgeCosts } from '../../../../src/core/roads/search/costs.ts';
import { NO_ROUTE } from '../../../../src/core/roads/search/costs.ts';
import { placeOn } from '../../../../src/core/roads/geometry.ts';
import { classOf, isOnGround, lengthOf, lineOf } from '../../../../src/core/roads/network.ts';
import type { RoadNetwork } from '../../../../src/core/roads/network.ts';
import type { RoadProfile } from '../../../../src/core/roads/profiles.ts';

const METERS_PER_DEGREE = 111_195;

/** How far off the road a house stands. */
const OFF: readonly [Meters, Meters] = [5, 60];

/**
 * House-like places: a point of a residential, service or unclassified road drawn by its length, and 5–60 m to one side of
 * it, evenly.
 */
export function houses(network: RoadNetwork, count: number, random: () => number): LngLat[] {
  const edges: number[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (let edge = 0; edge < network.edges; edge++) {
    if (!['residential', 'service', 'unclassified'].includes(classOf(network, edge))) continue;
    if (lengthOf(network, edge) < 1) continue;
    sum += lengthOf(network, edge);
    edges.push(edge);
    sums.push(sum);
  }
  return Array.from({ length: count }, () => {
    const drawn = random() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < drawn) low = middle + 1;
      else high = middle;
    }
    const edge = edges[low]!;
    const along = random();
    const [lng, lat] = placeOn(network, { edge, along });
    const [a, b] = [
      placeOn(network, { edge, along: Math.max(0, along - 0.01) }),
      placeOn(network, { edge, along: Math.min(1, along + 0.01) }),
    ];
    const shrink = Math.cos((lat * Math.PI) / 180);
    const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]];
    const length = Math.hypot(dx, dy) || 1;
    const off = (OFF[0] + random() * (OFF[1] - OFF[0])) * (random() < 0.5 ? 1 : -1);
    return [
      lng - (dy / length / shrink) * (off / METERS_PER_DEGREE),
      lat + (dx / length) * (off / METERS_PER_DEGREE),
    ];
  });
}

/** Edges of the largest part in which a profile gets from everywhere to everywhere (Kosaraju), turns not looked at. */
export function mainEdges(network: RoadNetwork, profile: RoadProfile): Uint8Array {
  const { along, against } = edgeCosts(network, profile);
  const out: number[][] = Array.from({ length: network.nodes }, () => []);
  const into: number[][] = Array.from({ length: network.nodes }, () => []);
  for (let edge = 0; edge < network.edges; edge++) {
    const [from, to] = [network.edgeFrom[edge]!, network.edgeTo[edge]!];
    if (along[edge]! < NO_ROUTE) {
      out[from]!.push(to);
      into[to]!.push(from);
    }
    if (against[edge]! < NO_ROUTE) {
      out[to]!.push(from);
      into[from]!.push(to);
    }
  }
  const order = finishing(out);
  const part = new Int32Array(network.nodes).fill(-1);
  const sizes: number[] = [];
  for (const root of order.reverse()) {
    if (part[root] !== -1) continue;
    let size = 0;
    const waiting = [root];
    part[root] = sizes.length;
    while (waiting.length > 0) {
      const node = waiting.pop()!;
      size++;
      for (const next of into[node]!)
        if (part[next] === -1) {
          part[next] = sizes.length;
          waiting.push(next);
        }
    }
    sizes.push(size);
  }
  const largest = sizes.indexOf(Math.max(...sizes));
  return Uint8Array.from({ length: network.edges }, (_, edge) => {
    const isUsed = Math.min(along[edge]!, against[edge]!) < NO_ROUTE;
    return isUsed &&
      part[network.edgeFrom[edge]!] === largest &&
      part[network.edgeTo[edge]!] === largest
      ? 1
      : 0;
  });
}

/** Nodes in the order in which a search in depth leaves them. */
function finishing(out: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const seen = new Uint8Array(out.length);
  const next = new Int32Array(out.length);
  for (let root = 0; root < out.length; root++) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const path = [root];
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const to = out[node]![next[node]!++];
      if (to === undefined) order.push(path.pop()!);
      else if (seen[to] === 0) {
        seen[to] = 1;
        path.push(to);
      }
    }
  }
  return order;
}

/** Middles of some streets of the main part, where teams stand. */
export function bases(
  network: RoadNetwork,
  main: Uint8Array,
  count: number,
  random: () => number,
): LngLat[] {
  const able: number[] = [];
  for (let edge = 0; edge < network.edges; edge++) {
    const isStreet = ['residential', 'tertiary', 'secondary', 'unclassified'].includes(
      classOf(network, edge),
    );
    if (
      main[edge] === 1 &&
      isStreet &&
      isOnGround(network, edge) &&
      lineOf(network, edge).length > 1
    )
      able.push(edge);
  }
  return Array.from({ length: count }, () =>
    placeOn(network, { edge: able[Math.floor(random() * able.length)]!, along: 0.5 }),
  );
}
