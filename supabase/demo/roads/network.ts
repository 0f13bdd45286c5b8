/** The finished roads as a network of exactly shared points, and the shortest route through it on foot or by car. */
import { Heap } from '../geometry/heap.ts';
import { distanceBetween, toPosition } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import type { RoadLine } from './lines.ts';

export interface Network {
  /** Points of the shortest route between the network points nearest to two places; null when there is none. */
  route(from: PlanePoint, to: PlanePoint): PlanePoint[] | null;
}

export function networkOf(roads: readonly RoadLine[]): Network {
  const points: PlanePoint[] = [];
  const links: { to: number; metres: number }[][] = [];
  const numbers = new Map<string, number>();
  const numberOf = (point: PlanePoint): number => {
    const key = toPosition(point).join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, points.length);
    links.push([]);
    return points.push(point) - 1;
  };
  for (const { points: line } of roads)
    line.slice(1).forEach((b, i) => {
      const a = line[i] as PlanePoint;
      const [from, to, metres] = [numberOf(a), numberOf(b), distanceBetween(a, b)];
      links[from]?.push({ to, metres });
      links[to]?.push({ to: from, metres });
    });
  const nearest = (place: PlanePoint): number => {
    let best = 0;
    let least = Infinity;
    points.forEach((point, i) => {
      const distance = distanceBetween(point, place);
      if (distance < least) [best, least] = [i, distance];
    });
    return best;
  };
  return {
    route: (from, to) => {
      const [start, goal] = [nearest(from), nearest(to)];
      const reached = new Float64Array(points.length).fill(Infinity);
      const cameFrom = new Int32Array(points.length).fill(-1);
      const queue = new Heap();
      reached[start] = 0;
      queue.push(start, 0);
      for (let top = queue.pop(); top && top.item !== goal; top = queue.pop()) {
        if (top.priority > (reached[top.item] ?? 0)) continue;
        for (const { to: next, metres } of links[top.item] ?? []) {
          const total = top.priority + metres;
          if (total >= (reached[next] ?? 0)) continue;
          reached[next] = total;
          cameFrom[next] = top.item;
          queue.push(next, total);
        }
      }
      if (start !== goal && cameFrom[goal] === -1) return null;
      const route: PlanePoint[] = [];
      for (let at = goal; at >= 0; at = cameFrom[at] ?? -1) route.push(points[at] as PlanePoint);
      return route.reverse();
    },
  };
}
