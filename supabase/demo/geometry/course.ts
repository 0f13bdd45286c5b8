/** A line with a length: positions and directions along it, and the place on it nearest to a point. */
import { distanceBetween } from './plane.ts';
import type { PlanePoint } from './plane.ts';

export interface Course {
  readonly points: readonly PlanePoint[];
  readonly length: number;
  /** The point `metres` from the beginning. */
  at(metres: number): PlanePoint;
  /** The point `metres` along and `left` metres to the left of the direction of flow (negative = right). */
  aside(metres: number, left: number): PlanePoint;
  /** Distance to the course and how far along it the nearest place is. */
  nearest(point: PlanePoint): { distance: number; along: number };
}

/** Runs of segments `from` … `to` with the box around them, to pass over what is far away. */
interface Stretch {
  from: number;
  to: number;
  west: number;
  south: number;
  right: number;
  top: number;
}

function stretchesOf(points: readonly PlanePoint[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from + 1 < points.length; from += 12) {
    const to = Math.min(points.length - 1, from + 12);
    const part = points.slice(from, to + 1);
    const easts = part.map(([east]) => east);
    const norths = part.map(([, north]) => north);
    stretches.push({
      from,
      to,
      west: Math.min(...easts),
      south: Math.min(...norths),
      right: Math.max(...easts),
      top: Math.max(...norths),
    });
  }
  return stretches;
}

export function courseOf(points: readonly PlanePoint[]): Course {
  const reached = [0];
  for (let i = 1; i < points.length; i += 1)
    reached.push(
      (reached[i - 1] ?? 0) + distanceBetween(points[i - 1] as PlanePoint, points[i] as PlanePoint),
    );
  const length = reached.at(-1) ?? 0;

  const stretches = stretchesOf(points);

  const at = (metres: number): PlanePoint => {
    const wanted = Math.max(0, Math.min(length, metres));
    let low = 0;
    let high = points.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((reached[middle] ?? 0) <= wanted) low = middle;
      else high = middle;
    }
    const [a, b] = [points[low] as PlanePoint, points[high] as PlanePoint];
    const span = (reached[high] ?? 0) - (reached[low] ?? 0);
    const share = span === 0 ? 0 : (wanted - (reached[low] ?? 0)) / span;
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  };

  return {
    points,
    length,
    at,
    aside: (metres, left) => {
      const [before, after, here] = [at(metres - 200), at(metres + 200), at(metres)];
      const run = distanceBetween(before, after);
      return [
        here[0] - ((after[1] - before[1]) / run) * left,
        here[1] + ((after[0] - before[0]) / run) * left,
      ];
    },
    nearest: ([east, north]) => {
      let least = Infinity;
      let along = 0;
      for (const { from, to, west, south, right, top } of stretches) {
        const aside = Math.max(west - east, 0, east - right);
        const above = Math.max(south - north, 0, north - top);
        if (aside * aside + above * above >= least) continue;
        for (let i = from; i < to; i += 1) {
          const a = points[i] as PlanePoint;
          const b = points[i + 1] as PlanePoint;
          const runE = b[0] - a[0];
          const runN = b[1] - a[1];
          const raw =
            ((east - a[0]) * runE + (north - a[1]) * runN) / (runE * runE + runN * runN || 1);
          const share = Math.max(0, Math.min(1, raw));
          const offE = east - a[0] - share * runE;
          const offN = north - a[1] - share * runN;
          const squared = offE * offE + offN * offN;
          if (squared < least) {
            least = squared;
            along = (reached[i] ?? 0) + share * ((reached[i + 1] ?? 0) - (reached[i] ?? 0));
          }
        }
      }
      return { distance: Math.sqrt(least), along };
    },
  };
}
