/** Points and questions for the nearest benchmarks, the same in every run. */
import { distance } from '@turf/turf';
import { randomNumbers } from '../core/nearest/point-sets.ts';
import type { PointSet } from '../core/nearest/point-sets.ts';

const CLUSTERS = 50;
/** Degrees: towns of some 30 km. */
const SPREAD = 0.3;

const clampLat = (lat: number): number => Math.max(-90, Math.min(90, lat));
const evenLat = (random: () => number): number => (Math.asin(random() * 2 - 1) * 180) / Math.PI;

/** Half of the points evenly over the globe, half around 50 towns (normal distribution). */
export function halfInTowns(n: number, seed = 1): PointSet {
  const random = randomNumbers(seed);
  const towns = Array.from(
    { length: CLUSTERS },
    () => [random() * 360 - 180, evenLat(random) * 0.85] as const,
  );
  const lng = new Float64Array(n);
  const lat = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (i % 2 === 0) {
      lng[i] = random() * 360 - 180;
      lat[i] = evenLat(random);
      continue;
    }
    const [x, y] = towns[Math.floor(random() * CLUSTERS)] ?? [0, 0];
    const radius = Math.sqrt(-2 * Math.log(1 - random())) * SPREAD;
    const angle = random() * 2 * Math.PI;
    lng[i] = ((x + radius * Math.cos(angle) + 540) % 360) - 180;
    lat[i] = clampLat(y + radius * Math.sin(angle));
  }
  return { lng, lat };
}

/** Half of the questions near a point, half anywhere. */
export function questions({ lng, lat }: PointSet, count: number, seed = 9): [number, number][] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, i): [number, number] => {
    if (i % 2 === 0) return [random() * 360 - 180, evenLat(random)];
    const near = Math.floor(random() * lng.length);
    return [
      Math.max(-180, Math.min(180, (lng[near] ?? 0) + (random() - 0.5) * 0.02)),
      clampLat((lat[near] ?? 0) + (random() - 0.5) * 0.02),
    ];
  });
}

/** The oracle: the k nearest of all points by Turf's distance, ties by number; one pass over everything. */
export function nearestByTurf(
  { lng, lat }: PointSet,
  from: [number, number],
  k: number,
  passes: (id: number) => boolean = () => true,
): { ids: number[]; meters: number[] } {
  const ids: number[] = [];
  const meters: number[] = [];
  for (let id = 0; id < lng.length; id++) {
    if (!passes(id)) continue;
    const far = distance(from, [lng[id] ?? 0, lat[id] ?? 0], { units: 'meters' });
    if (ids.length === k && far >= (meters[k - 1] ?? 0)) continue;
    let at = Math.min(ids.length, k - 1);
    for (; at > 0 && (meters[at - 1] ?? 0) > far; at--) {
      ids[at] = ids[at - 1]!;
      meters[at] = meters[at - 1]!;
    }
    ids[at] = id;
    meters[at] = far;
  }
  return { ids, meters };
}

/** Whether a peer's answer is as good: the same distances within a micrometre (its ties may come in another order). */
export function asNear(
  { lng, lat }: PointSet,
  from: [number, number],
  theirs: readonly number[],
  meters: readonly number[],
): boolean {
  return (
    theirs.length === meters.length &&
    theirs.every((id, i) => {
      const far = distance(from, [lng[id] ?? 0, lat[id] ?? 0], { units: 'meters' });
      return Math.abs(far - (meters[i] ?? NaN)) <= 1e-6;
    })
  );
}
