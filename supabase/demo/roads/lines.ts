/**
 * From edges to roads: edges that belong together become one gently curved line from junction to junction. Lines meet
 * only in points they share exactly; where two curves would cross, the crossing becomes such a point.
 */
import { cornersCut, crossing, relaxed, thinned } from '../geometry/lines.ts';
import { between, distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { segmentIndex } from '../geometry/segments.ts';
import { mainRiver, riverHalfWidth } from '../land/rivers.ts';
import type { Ground } from './ground.ts';
import type { BuiltEdge, RoadClass, Works } from './works.ts';

export interface RoadLine {
  class: RoadClass;
  name: string | null;
  bridge: boolean;
  points: PlanePoint[];
}

/** Moves a point out of the river's reach, straight away from the water. */
function keptDry(point: PlanePoint): PlanePoint {
  const { distance, along } = mainRiver.nearest(point);
  const wanted = riverHalfWidth(along) + 48;
  if (distance >= wanted || distance === 0) return point;
  const foot = mainRiver.at(along);
  return between(foot, point, wanted / distance);
}

const isSameRoad = (a: BuiltEdge, b: BuiltEdge): boolean =>
  a.class === b.class && a.name === b.name && a.bridge === b.bridge;

/** Chains of edges of one road between junctions, ends and the points in `fixed`. */
export function roadLines(ground: Ground, works: Works, fixed: ReadonlySet<number>): RoadLine[] {
  const at = new Map<number, BuiltEdge[]>();
  for (const edge of works.built.values())
    for (const end of [edge.from, edge.to]) at.set(end, [...(at.get(end) ?? []), edge]);
  const isEnd = (point: number): boolean => {
    const [a, b, more] = at.get(point) ?? [];
    return fixed.has(point) || !a || !b || more !== undefined || !isSameRoad(a, b);
  };
  const done = new Set<BuiltEdge>();
  const lines: RoadLine[] = [];
  for (const [start, edges] of at) {
    if (!isEnd(start)) continue;
    for (const first of edges) {
      if (done.has(first)) continue;
      const path = [start];
      for (let edge: BuiltEdge | undefined = first; edge;) {
        done.add(edge);
        const here = path.at(-1) as number;
        const there: number = edge.from === here ? edge.to : edge.from;
        path.push(there);
        if (isEnd(there)) break;
        edge = at.get(there)?.find((other) => !done.has(other));
      }
      const raw = path.map((point) => ground.points[point] as PlanePoint);
      lines.push({
        class: first.class,
        name: first.name,
        bridge: first.bridge,
        points: curved(raw),
      });
    }
  }
  return lines;
}

function curved(raw: readonly PlanePoint[]): PlanePoint[] {
  if (raw.length < 3) return [...raw];
  const soft = cornersCut(cornersCut(relaxed(raw, 3)));
  const dry = soft.map((point, i) => (i === 0 || i === soft.length - 1 ? point : keptDry(point)));
  return thinned(dry, 7);
}

/** Cuts lines where they cross or touch, so that every meeting is a shared end point. Lines keep their order. */
export function cutAtMeetings(lines: readonly RoadLine[]): RoadLine[] {
  const index = segmentIndex(lines.map(({ points }) => points));
  const cuts: { place: number; share: number; point: PlanePoint }[][] = lines.map(() => []);
  lines.forEach(({ points }, line) => {
    for (let place = 0; place + 1 < points.length; place += 1) {
      const [a, b] = [points[place] as PlanePoint, points[place + 1] as PlanePoint];
      for (const other of index.near(a, b)) {
        if (other.line < line || (other.line === line && other.place <= place + 1)) continue;
        const hit = crossing(a, b, other.a, other.b);
        if (!hit) continue;
        const exact = between(a, b, hit.ofFirst);
        const point =
          [a, b, other.a, other.b].find((end) => distanceBetween(end, exact) < 1.5) ?? exact;
        cuts[line]?.push({ place, share: hit.ofFirst, point });
        cuts[other.line]?.push({ place: other.place, share: hit.ofSecond, point });
      }
    }
  });
  return lines.flatMap((road, line) => {
    const pieces: PlanePoint[][] = [];
    let piece: PlanePoint[] = [];
    const here = [...(cuts[line] ?? [])].sort((a, b) => a.place - b.place || a.share - b.share);
    road.points.forEach((vertex, place) => {
      piece.push(vertex);
      for (const cut of here.filter((other) => other.place === place)) {
        piece.push(cut.point);
        pieces.push(piece);
        piece = [cut.point];
      }
    });
    pieces.push(piece);
    return pieces
      .map((points) =>
        points.filter(
          (point, i) => i === 0 || distanceBetween(point, points[i - 1] as PlanePoint) > 1e-6,
        ),
      )
      .filter((points) => points.length > 1)
      .map((points) => ({ ...road, points }));
  });
}
