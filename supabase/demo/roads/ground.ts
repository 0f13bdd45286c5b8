/**
 * Where a road could run: a triangular net of points over the county, the streets of the county town, and the few
 * places where the river can be bridged. Roads are chosen among its edges.
 */
import { crossing } from '../geometry/lines.ts';
import { noise } from '../geometry/noise.ts';
import { between, distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { segmentIndex } from '../geometry/segments.ts';
import { mainRiver, riverHalfWidth, tributaries } from '../land/rivers.ts';
import { EXTENT, heightAt, isReservoir } from '../land/terrain.ts';
import { bridgeSites } from './bridges.ts';
import { townStreets } from './town.ts';
import type { Street } from './town.ts';

const PITCH = 330;
/** Nothing but a bridge comes nearer to the water than this, metres. */
const BANK = 95;

/** Through traffic keeps to the wide streets. */
const STREET_EASE = { secondary: 0.45, tertiary: 0.8, residential: 1.3 } as const;

interface Edge {
  to: number;
  cost: number;
  bridge: string | null;
}

export interface Ground {
  points: readonly PlanePoint[];
  edges: readonly (readonly Edge[])[];
  /** Streets of the county town as pairs of points; they exist whether or not a longer road uses them. */
  streets: readonly { from: number; to: number; street: Street }[];
  /** The point in the middle of the county town. */
  middle: number;
  /** The point nearest to a place (among those that `fits`). */
  nearest(place: PlanePoint, fits?: (point: number) => boolean): number;
}

function triangularNet(keptFree: readonly PlanePoint[]): PlanePoint[] {
  const points: PlanePoint[] = [];
  const rise = (PITCH * Math.sqrt(3)) / 2;
  for (let row = 0, north: number = EXTENT.south; north < EXTENT.north; row += 1, north += rise)
    for (let east = EXTENT.west + (row % 2 ? PITCH / 2 : 0); east < EXTENT.east; east += PITCH) {
      const point: PlanePoint = [
        east + (noise(east / 90, north / 90, 71) - 0.5) * PITCH * 0.62,
        north + (noise(east / 90, north / 90, 72) - 0.5) * PITCH * 0.62,
      ];
      const { distance, along } = mainRiver.nearest(point);
      if (distance < riverHalfWidth(along) + BANK || isReservoir(point)) continue;
      if (keptFree.some((taken) => distanceBetween(taken, point) < 235)) continue;
      points.push(point);
    }
  return points;
}

/** Effort of building from a to b: length, slope, height, and 300 m more for a brook to cross. */
function effort(a: PlanePoint, b: PlanePoint, crossesBrook: boolean): number {
  const length = distanceBetween(a, b);
  const [from, to] = [heightAt(a), heightAt(b)];
  const slope = Math.abs(to - from) / length;
  return (
    length * (1 + 9 * slope + Math.max(0, (from + to) / 2 - 260) / 420) + (crossesBrook ? 300 : 0)
  );
}

export function roadGround(): Ground {
  const town = townStreets();
  const sites = bridgeSites();
  const extra = [...town.points, ...sites.flatMap(({ left, right }) => [left, right])];
  const points = [...extra, ...triangularNet(extra)];
  const edges: Edge[][] = points.map(() => []);
  const river = segmentIndex([mainRiver.points]);
  const brooks = segmentIndex(tributaries.map(({ course }) => course.points));
  const crosses = (index: typeof river, a: PlanePoint, b: PlanePoint): boolean =>
    index.near(a, b).some((other) => crossing(a, b, other.a, other.b) !== null);
  const join = (from: number, to: number, bridge: string | null, ease = 1): void => {
    const [a, b] = [points[from] as PlanePoint, points[to] as PlanePoint];
    const cost = effort(a, b, crosses(brooks, a, b)) * ease + (bridge ? 1400 : 0);
    edges[from]?.push({ to, cost, bridge });
    edges[to]?.push({ to: from, cost, bridge });
  };

  const cells = new Map<string, number[]>();
  const cellOf = ([east, north]: PlanePoint): [number, number] => [
    Math.floor(east / 520),
    Math.floor(north / 520),
  ];
  points.forEach((point, i) => {
    const key = cellOf(point).join();
    cells.set(key, [...(cells.get(key) ?? []), i]);
  });
  const around = (place: PlanePoint, rings: number): number[] => {
    const [column, row] = cellOf(place);
    const found: number[] = [];
    for (let r = row - rings; r <= row + rings; r += 1)
      for (let c = column - rings; c <= column + rings; c += 1)
        found.push(...(cells.get(`${c},${r}`) ?? []));
    return found;
  };

  points.forEach((a, from) => {
    for (const to of around(a, 1)) {
      if (to <= from || to < town.points.length) continue;
      const b = points[to] as PlanePoint;
      const limit = from < extra.length ? 520 : PITCH * 1.42;
      if (from < town.points.length && !town.rim.has(from)) continue;
      if (distanceBetween(a, b) > limit || isReservoir(between(a, b, 0.5)) || crosses(river, a, b))
        continue;
      join(from, to, null);
    }
  });
  town.streets.forEach(({ from, to, street }) =>
    join(from, to, street.bridge, STREET_EASE[street.class]),
  );
  sites.forEach(({ name }, i) =>
    join(town.points.length + 2 * i, town.points.length + 2 * i + 1, name),
  );

  return {
    points,
    edges,
    streets: town.streets,
    middle: town.middle,
    nearest: (place, fits = () => true) => {
      let best = -1;
      let least = Infinity;
      points.forEach((point, i) => {
        const distance = distanceBetween(place, point);
        if (distance < least && fits(i)) [best, least] = [i, distance];
      });
      return best;
    },
  };
}
