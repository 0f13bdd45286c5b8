/** Building roads: the least effort path from here to there, where what is built already is the easiest ground. */
import { Heap } from '../geometry/heap.ts';
import type { Ground } from './ground.ts';

const ROAD_CLASSES = ['trunk', 'primary', 'secondary', 'tertiary', 'residential', 'track'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export interface BuiltEdge {
  from: number;
  to: number;
  class: RoadClass;
  name: string;
  bridge: boolean;
}

export interface Works {
  readonly built: ReadonlyMap<number, BuiltEdge>;
  isOnRoad(point: number): boolean;
  /** Builds along the path of least effort; false when there is none. `reuse` = effort of a built edge against a new one. */
  build(
    from: number,
    goal: number | 'any road',
    road: { class: RoadClass; name: string },
    reuse?: number,
  ): boolean;
  /** Builds one edge as it is. */
  lay(from: number, to: number, road: { class: RoadClass; name: string; bridge: boolean }): void;
}

const keyOf = (a: number, b: number): number => (a < b ? a * 131_072 + b : b * 131_072 + a);

export function roadWorks(ground: Ground, isOpen: (point: number) => boolean): Works {
  const built = new Map<number, BuiltEdge>();
  const onRoad = new Set<number>();
  const cost = new Float64Array(ground.points.length);
  const cameFrom = new Int32Array(ground.points.length);

  const lay: Works['lay'] = (from, to, road) => {
    const key = keyOf(from, to);
    const before = built.get(key);
    if (before && ROAD_CLASSES.indexOf(before.class) <= ROAD_CLASSES.indexOf(road.class)) return;
    const name = before?.bridge ? before.name : road.name;
    built.set(key, { from, to, class: road.class, name, bridge: before?.bridge ?? road.bridge });
    onRoad.add(from).add(to);
  };

  const search = (from: number, goal: number | 'any road', reuse: number): number[] | null => {
    cost.fill(Infinity);
    cameFrom.fill(-1);
    cost[from] = 0;
    const queue = new Heap();
    queue.push(from, 0);
    for (let top = queue.pop(); top; top = queue.pop()) {
      const at = top.item;
      if (top.priority > (cost[at] ?? 0)) continue;
      if (goal === 'any road' ? at !== from && onRoad.has(at) : at === goal) {
        const path = [at];
        for (let step = cameFrom[at] ?? -1; step >= 0; step = cameFrom[step] ?? -1) path.push(step);
        return path;
      }
      for (const edge of ground.edges[at] ?? []) {
        const newGround = isOpen(edge.to) ? 1 : 5;
        const ease = built.has(keyOf(at, edge.to)) ? reuse : newGround;
        const reached = top.priority + edge.cost * ease;
        if (reached < (cost[edge.to] ?? 0)) {
          cost[edge.to] = reached;
          cameFrom[edge.to] = at;
          queue.push(edge.to, reached);
        }
      }
    }
    return null;
  };

  return {
    built,
    isOnRoad: (point) => onRoad.has(point),
    lay,
    build: (from, goal, road, reuse = 0.5) => {
      const path = search(from, goal, reuse);
      if (!path) return false;
      for (let i = 0; i + 1 < path.length; i += 1) {
        const [a, b] = [path[i] as number, path[i + 1] as number];
        const bridge = ground.edges[a]?.find((edge) => edge.to === b)?.bridge ?? null;
        lay(a, b, { class: road.class, name: bridge ?? road.name, bridge: bridge !== null });
      }
      return true;
    },
  };
}
