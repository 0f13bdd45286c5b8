/** Sets of points a search must get right, and the oracle: a sort of all points by Turf's own distance. */
import { distance } from '@turf/turf';

export interface PointSet {
  lng: Float64Array;
  lat: Float64Array;
}

/** The same random numbers on every machine (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const fromPairs = (pairs: readonly (readonly [number, number])[]): PointSet => ({
  lng: Float64Array.from(pairs, ([lng]) => lng),
  lat: Float64Array.from(pairs, ([, lat]) => lat),
});

const generate = (n: number, make: (i: number) => readonly [number, number]): PointSet =>
  fromPairs(Array.from({ length: n }, (_, i) => make(i)));

const clampLat = (lat: number): number => Math.max(-90, Math.min(90, lat));
const turn = (lng: number): number => ((((lng + 180) % 360) + 360) % 360) - 180;

/** Evenly over the sphere. */
export function scattered(n: number, random: () => number): PointSet {
  return generate(n, () => [random() * 360 - 180, (Math.asin(random() * 2 - 1) * 180) / Math.PI]);
}

/** Around some centres, `spread` degrees wide; centres at the poles and the antimeridian included. */
export function clustered(n: number, random: () => number, spread: number): PointSet {
  const centres = [
    [180, 10],
    [-179.99, -40],
    [37, 90],
    [0, -90],
    [121.5, 25],
    [113.1, 29.4],
  ] as const;
  return generate(n, () => {
    const [lng, lat] = centres[Math.floor(random() * centres.length)] ?? [0, 0];
    return [turn(lng + (random() - 0.5) * spread), clampLat(lat + (random() - 0.5) * spread)];
  });
}

/** Every other point from a cluster, every other anywhere. */
export function halfClustered(n: number, random: () => number): PointSet {
  const a = scattered(n, random);
  const b = clustered(n, random, 0.5);
  return generate(n, (i) =>
    i % 2 ? [a.lng[i] ?? 0, a.lat[i] ?? 0] : [b.lng[i] ?? 0, b.lat[i] ?? 0],
  );
}

/** Points of a coarse lattice, so that very many share a place or a distance. */
export function lattice(n: number, random: () => number): PointSet {
  return generate(n, () => [Math.floor(random() * 9 - 4) * 45, Math.floor(random() * 5 - 2) * 45]);
}

export const POINT_SETS: Record<string, (n: number, random: () => number) => PointSet> = {
  scattered,
  clustered: (n, random) => clustered(n, random, 0.3),
  'clustered within metres': (n, random) => clustered(n, random, 1e-5),
  'half clustered': halfClustered,
  'many alike': lattice,
  'all at one place': (n) => generate(n, () => [121.5, 25]),
  'one town and one point far away': (n, random) =>
    generate(n, (i) => (i === 0 ? [18, 59.3] : [121.5 + random() * 0.1, 25 + random() * 0.1])),
  'along one meridian': (n, random) => generate(n, () => [113, random() * 180 - 90]),
  'along the equator': (n, random) => generate(n, () => [random() * 360 - 180, 0]),
  'all at the poles': (n, random) => generate(n, (i) => [random() * 360 - 180, i % 2 ? 90 : -90]),
  'longitudes beyond 180': (n, random) =>
    generate(n, () => [random() * 720 - 360, random() * 180 - 90]),
};

/** Places to ask from: special ones, near points of the set, and anywhere. */
export function placesToAsk(set: PointSet, random: () => number, n: number): [number, number][] {
  const places: [number, number][] = [
    [0, 0],
    [180, 0],
    [-180, 0],
    [179.9999, 60],
    [0, 90],
    [77, -90],
    [540, -12],
  ];
  for (let i = 0; i < n; i++) {
    const near = Math.floor(random() * set.lng.length);
    places.push(
      i % 2
        ? [random() * 360 - 180, random() * 180 - 90]
        : [
            (set.lng[near] ?? 0) + (random() - 0.5) * 0.01,
            clampLat((set.lat[near] ?? 0) + (random() - 0.5) * 0.01),
          ],
    );
  }
  return places;
}

/** Turf's distance in metres; Turf answers NaN for some antipodes, where half the circumference is meant. */
export function turfMeters(a: readonly [number, number], b: readonly [number, number]): number {
  const meters = distance([...a], [...b], { units: 'meters' });
  return Number.isNaN(meters) ? Math.PI * 6371008.8 : meters;
}

/** The oracle: every point measured by Turf, sorted by distance, ties by number. */
export function sortedByTurf(
  { lng, lat }: PointSet,
  place: readonly [number, number],
  passes: (id: number) => boolean = () => true,
): { ids: number[]; meters: number[] } {
  const meters = Array.from(lng, (x, i) => turfMeters(place, [x, lat[i] ?? 0]));
  const ids = [...meters.keys()]
    .filter(passes)
    .sort((a, b) => (meters[a] ?? 0) - (meters[b] ?? 0) || a - b);
  return { ids, meters: ids.map((id) => meters[id] ?? 0) };
}
