/** The ten nearest of 1e3 … 1e6 points against the libraries one would otherwise take. */
import { distance, nearestPoint } from '@turf/turf';
import Flatbush from 'flatbush';
import { around as flatAround } from 'geoflatbush';
import type { FeatureCollection, Point } from 'geojson';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { buildIndex, nearest } from '../../../src/core/nearest/index.ts';
import type { PointSet } from '../../core/nearest/point-sets.ts';
import { atLeast } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { interleave } from '../interleave.ts';
import { asNear, halfInTowns, nearestByTurf, questions } from '../points.ts';

const K = 10;
const SIZES = [1e3, 1e4, 1e5, 1e6];
const QUESTIONS = 4096;
/** A power of two, so that going round them costs nothing. */
const MASK = QUESTIONS - 1;

export const bench: Bench = (progress) => {
  const cases = SIZES.map((n) => nearestOf(n, progress));
  const last = cases[cases.length - 1];
  const wrong = cases.reduce((sum, one) => sum + one.wrong, 0);
  return {
    cases,
    targets: [
      atLeast('10 of 1e6: times as fast as geokdbush', 2.5, last?.ratios.geokdbush ?? null),
      atLeast(
        '10 of 1e6: times as fast as geokdbush (stretch)',
        3.5,
        last?.ratios.geokdbush ?? null,
      ),
      atLeast(
        '10 of 1e6: times as fast as Turf distance + sort',
        50_000,
        last?.ratios['turf distance + sort'] ?? null,
      ),
      { what: 'wrong answers', target: '0', got: wrong, met: wrong === 0 },
    ],
  };
};

function nearestOf(n: number, progress: (text: string) => void): CaseReport {
  progress(`${n} points: building the indices`);
  const set = halfInTowns(n);
  const asked = questions(set, QUESTIONS);
  const lng = Float64Array.from(asked, ([x]) => x);
  const lat = Float64Array.from(asked, ([, y]) => y);
  const index = buildIndex(set.lng, set.lat);
  const kd = kdbushOf(set);
  const flat = flatbushOf(set);
  progress(`${n} points: checking answers against Turf and geokdbush`);
  const wrong = wrongAnswers(
    set,
    asked,
    n,
    (place) => nearest(index, ...place, K),
    (place) => around(kd, ...place, K),
  );
  progress(`${n} points: timing`);
  const features = collectionOf(set);
  const timings = interleave([
    { name: 'muster', call: (i) => nearest(index, lng[i & MASK]!, lat[i & MASK]!, K) },
    { name: 'geokdbush', call: (i) => around(kd, lng[i & MASK]!, lat[i & MASK]!, K) },
    { name: 'geoflatbush', call: (i) => flatAround(flat, lng[i & MASK]!, lat[i & MASK]!, K) },
    {
      name: 'turf distance + sort',
      call: (i) => sortedByTurf(set, [lng[i & MASK]!, lat[i & MASK]!]),
    },
    {
      name: 'turf nearestPoint (k = 1)',
      call: (i) => nearestPoint([lng[i & MASK]!, lat[i & MASK]!], features),
    },
  ]);
  const ours = timings.get('muster')?.ms ?? NaN;
  const figures: Record<string, number> = { points: n, k: K };
  const ratios: Record<string, number> = {};
  for (const [name, { ms }] of timings) {
    figures[`${name}_us`] = ms * 1000;
    if (name !== 'muster') ratios[name] = ms / ours;
  }
  return { case: `${K} nearest of ${n}, half in towns`, wrong, figures, ratios };
}

/** All questions against geokdbush, and as many as are affordable against an exhaustive search by Turf. */
function wrongAnswers(
  set: PointSet,
  asked: readonly [number, number][],
  n: number,
  ours: (place: [number, number]) => { ids: number[]; meters: number[] },
  peer: (place: [number, number]) => number[],
): number {
  const exhaustive = Math.min(asked.length, Math.max(24, Math.round(1e7 / n)));
  return asked.filter((place, i) => {
    const { ids, meters } = ours(place);
    if (!asNear(set, place, peer(place), meters)) return true;
    if (i >= exhaustive) return false;
    const oracle = nearestByTurf(set, place, K);
    return ids.join() !== oracle.ids.join() || meters.join() !== oracle.meters.join();
  }).length;
}

/** What one writes first: every distance by Turf, then a sort, then the head. */
function sortedByTurf({ lng, lat }: PointSet, from: [number, number]): number[] {
  const meters = new Float64Array(lng.length);
  const ids = new Array<number>(lng.length);
  for (let id = 0; id < lng.length; id++) {
    meters[id] = distance(from, [lng[id]!, lat[id]!], { units: 'meters' });
    ids[id] = id;
  }
  return ids.sort((a, b) => meters[a]! - meters[b]!).slice(0, K);
}

export function kdbushOf({ lng, lat }: PointSet): KDBush {
  const kd = new KDBush(lng.length);
  for (let i = 0; i < lng.length; i++) kd.add(lng[i]!, lat[i]!);
  return kd.finish();
}

export function flatbushOf({ lng, lat }: PointSet): Flatbush {
  const flat = new Flatbush(lng.length);
  for (let i = 0; i < lng.length; i++) flat.add(lng[i]!, lat[i]!);
  flat.finish();
  return flat;
}

function collectionOf({ lng, lat }: PointSet): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: Array.from(lng, (x, i) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [x, lat[i]!] },
    })),
  };
}
