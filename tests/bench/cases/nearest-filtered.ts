/** The ten nearest of those that pass a filter, and an index made anew after its points have moved. */
import { around as flatAround } from 'geoflatbush';
import { around } from 'geokdbush';
import RBush from 'rbush';
import { buildIndex, nearest, subsetOf } from '../../../src/core/nearest/index.ts';
import { randomNumbers } from '../../core/nearest/point-sets.ts';
import type { PointSet } from '../../core/nearest/point-sets.ts';
import { atLeast } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { interleave, interleaveOnce } from '../interleave.ts';
import { asNear, halfInTowns, nearestByTurf, questions } from '../points.ts';
import { flatbushOf, kdbushOf } from './nearest.ts';

const K = 10;
const N = 1e6;
const QUESTIONS = 512;
/** A power of two, so that going round them costs nothing. */
const MASK = QUESTIONS - 1;
const MOVED = 1e5;

export const bench: Bench = (progress) => {
  const tenth = filtered(0.1, progress);
  const thousandth = filtered(0.001, progress);
  const moved = reindexed('moved', 500, progress);
  const anew = reindexed('all over the globe anew', null, progress);
  const cases = [tenth, thousandth, moved, anew];
  const wrong = cases.reduce((sum, one) => sum + one.wrong, 0);
  return {
    cases,
    targets: [
      atLeast('10 % pass: times as fast as geokdbush', 1.8, tenth.ratios.geokdbush ?? null),
      atLeast('0.1 % pass: times as fast as geokdbush', 20, thousandth.ratios.geokdbush ?? null),
      atLeast(
        '1e5 points moved up to 500 m: times as fast as an rbush bulk load',
        10,
        moved.ratios.rbush ?? null,
      ),
      { what: 'wrong answers', target: '0', got: wrong, met: wrong === 0 },
    ],
  };
};

/** Which points pass is drawn by lot, so that no order helps. `muster` asks an index per filter, made once, as for a capability. */
function filtered(share: number, progress: (text: string) => void): CaseReport {
  const label = `${share * 100} % pass`;
  progress(`${label}: building the indices over ${N} points`);
  const set = halfInTowns(N);
  const random = randomNumbers(77);
  const member = Uint8Array.from(set.lng, () => (random() < share ? 1 : 0));
  const passes = (id: number): boolean => member[id] === 1;
  const index = buildIndex(set.lng, set.lat);
  const started = performance.now();
  const subset = subsetOf(index, passes);
  const subsetMs = performance.now() - started;
  const kd = kdbushOf(set);
  const flat = flatbushOf(set);
  const asked = questions(set, QUESTIONS);
  const lng = Float64Array.from(asked, ([x]) => x);
  const lat = Float64Array.from(asked, ([, y]) => y);
  progress(`${label}: checking answers against Turf and geokdbush`);
  const wrong = asked.filter((place, i) => {
    const { ids, meters } = nearest(subset, ...place, K);
    if (nearest(index, ...place, K, Infinity, passes).ids.join() !== ids.join()) return true;
    if (i % 8 === 0 && !asNear(set, place, around(kd, ...place, K, Infinity, passes), meters))
      return true;
    if (i >= 40) return false;
    const oracle = nearestByTurf(set, place, K, passes);
    return ids.join() !== oracle.ids.join() || meters.join() !== oracle.meters.join();
  }).length;
  progress(`${label}: timing`);
  const timings = interleave([
    { name: 'muster', call: (i) => nearest(subset, lng[i & MASK]!, lat[i & MASK]!, K) },
    {
      name: 'muster by predicate',
      call: (i) => nearest(index, lng[i & MASK]!, lat[i & MASK]!, K, Infinity, passes),
    },
    {
      name: 'geokdbush',
      call: (i) => around(kd, lng[i & MASK]!, lat[i & MASK]!, K, Infinity, passes),
    },
    {
      name: 'geoflatbush',
      call: (i) => flatAround(flat, lng[i & MASK]!, lat[i & MASK]!, K, Infinity, passes),
    },
  ]);
  const ours = timings.get('muster')?.ms ?? NaN;
  const figures: Record<string, number> = {
    points: N,
    k: K,
    passing: subset.size,
    'subset made once_ms': subsetMs,
  };
  const ratios: Record<string, number> = {};
  for (const [name, { ms }] of timings) {
    figures[`${name}_us`] = ms * 1000;
    if (name !== 'muster') ratios[name] = ms / ours;
  }
  return { case: `${K} nearest of ${N}, ${label}`, wrong, figures, ratios };
}

/** Time to index all points again: moved by up to so many metres, or (null) each somewhere else. */
function reindexed(
  how: string,
  meters: number | null,
  progress: (text: string) => void,
): CaseReport {
  progress(`${MOVED} points ${how}`);
  const before = halfInTowns(MOVED);
  const after = meters === null ? halfInTowns(MOVED, 2) : movedBy(before, meters);
  const index = buildIndex(before.lng, before.lat);
  const items = Array.from(after.lng, (lng, i) => {
    const lat = after.lat[i]!;
    return { minX: lng, minY: lat, maxX: lng, maxY: lat, id: i };
  });
  const times = interleaveOnce(
    {
      muster: () => buildIndex(after.lng, after.lat, index),
      'muster without the index before': () => buildIndex(after.lng, after.lat),
      rbush: () => new RBush<(typeof items)[number]>().load(items),
      kdbush: () => kdbushOf(after),
      flatbush: () => flatbushOf(after),
    },
    15,
  );
  const again = buildIndex(after.lng, after.lat, index);
  const wrong = questions(after, 200).filter((place) => {
    const { ids } = nearest(again, ...place, K);
    return ids.join() !== nearestByTurf(after, place, K).ids.join();
  }).length;
  const figures: Record<string, number> = { points: MOVED };
  const ratios: Record<string, number> = {};
  for (const [name, ms] of Object.entries(times)) {
    figures[`${name}_ms`] = ms;
    if (name !== 'muster') ratios[name] = ms / (times.muster ?? NaN);
  }
  return { case: `index ${MOVED} points again: ${how}`, wrong, figures, ratios };
}

function movedBy({ lng, lat }: PointSet, meters: number): PointSet {
  const random = randomNumbers(3);
  const step = (2 * meters) / 111_195;
  const shift = (value: number, limit: number): number =>
    Math.max(-limit, Math.min(limit, value + (random() - 0.5) * step));
  return { lng: lng.map((x) => shift(x, 180)), lat: lat.map((y) => shift(y, 90)) };
}
