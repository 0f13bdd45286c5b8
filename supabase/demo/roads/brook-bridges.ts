/** Small bridges: where a larger road crosses a tributary, the stretch over the water is a road of its own, named. */
import { crossing } from '../geometry/lines.ts';
import { between, distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { segmentIndex } from '../geometry/segments.ts';
import { tributaries } from '../land/rivers.ts';
import type { RoadLine } from './lines.ts';

const HALF_SPAN = 24;
const ORDINALS = [...'一二三四五六七八九十'];

/** Splits trunk, primary and secondary lines so that each crossing of a tributary is a bridge with a name. */
export function withBrookBridges(roads: readonly RoadLine[]): RoadLine[] {
  const index = segmentIndex(tributaries.map(({ course }) => course.points));
  const counts = new Map<string, number>();
  const bridgeName = (brook: number): string => {
    const name = tributaries[brook]?.name ?? '';
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return `${name}${ORDINALS[count] ?? String(count + 1)}桥`;
  };
  return roads.flatMap((road) => {
    if (road.bridge || !['trunk', 'primary', 'secondary'].includes(road.class)) return [road];
    const pieces: RoadLine[] = [];
    let piece: PlanePoint[] = [road.points[0] as PlanePoint];
    for (let place = 0; place + 1 < road.points.length; place += 1) {
      const [a, b] = [road.points[place] as PlanePoint, road.points[place + 1] as PlanePoint];
      const length = distanceBetween(a, b);
      for (const other of index.near(a, b)) {
        const hit = crossing(a, b, other.a, other.b);
        if (!hit) continue;
        const [first, second] = [
          hit.ofFirst - HALF_SPAN / length,
          hit.ofFirst + HALF_SPAN / length,
        ];
        if (first <= 0.02 || second >= 0.98) continue;
        const [onto, off] = [between(a, b, first), between(a, b, second)];
        pieces.push({ ...road, points: [...piece, onto] });
        pieces.push({ ...road, name: bridgeName(other.line), bridge: true, points: [onto, off] });
        piece = [off];
        break;
      }
      piece.push(b);
    }
    return [...pieces, { ...road, points: piece }];
  });
}
