/** The ten nearest of many by road: a search that looks no further than it must, against all times and a sort. */
import { atLeast } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { interleave } from '../interleave.ts';
import { PlainDijkstra } from '../roads/plain.ts';
import { seattleGround, someNodes } from '../roads/questions.ts';
import type { Ground } from '../roads/questions.ts';
import { timesToAll } from '../../../src/core/roads/search/many.ts';
import { prepareTargets } from '../../../src/core/roads/search/targets.ts';
import { engineOf, nearestByRoad } from '../roads/nearest-by-road.ts';
import { PLAIN_CAR, hasSeattle } from '../roads/seattle.ts';

const K = 10;
const SOURCES = 256;

export const bench: Bench = (progress) => {
  if (!hasSeattle) {
    const skipped = { all: 'the road files are not there' };
    return {
      cases: [{ case: `${K} nearest by road`, wrong: 0, figures: {}, ratios: {}, skipped }],
      targets: [],
    };
  }
  progress('building the networks');
  const ground = seattleGround();
  const [many, few] = [500, 50].map((count) => nearestOf(ground, count, progress)) as [
    CaseReport,
    CaseReport,
  ];
  const wrong = many.wrong + few.wrong;
  const own = 'own one-to-all + sort';
  return {
    cases: [many, few],
    targets: [
      atLeast(`${K} of 500: times as fast as ${own}`, 50, many.ratios[own] ?? null),
      atLeast(`${K} of 50: times as fast as ${own}`, 4, few.ratios[own] ?? null),
      { what: 'wrong answers', target: '0', got: wrong, met: wrong === 0 },
    ],
  };
};

function nearestOf(ground: Ground, count: number, progress: (text: string) => void): CaseReport {
  const { city, network, end } = ground;
  const engine = engineOf(network, PLAIN_CAR);
  const sources = someNodes(city.nodes, SOURCES, 5);
  const nodes = someNodes(city.nodes, count, 6);
  // As on the day: whoever is asked for drives towards the incident.
  const targets = prepareTargets(engine, nodes.map(end), 'towards');
  const plain = new PlainDijkstra(ground.plain);
  const head = (times: ArrayLike<number>): number[] =>
    Array.from(times, (_, t) => t)
      .sort((a, b) => times[a]! - times[b]! || a - b)
      .slice(0, K);
  const source = (i: number) => end(sources[i % SOURCES]!);
  const sorted = (i: number) => head(timesToAll(engine, source(i), targets));
  const sortedPlain = (i: number) => {
    plain.run(sources[i % SOURCES]!, null);
    return head(nodes.map((node) => plain.best[node]!));
  };
  progress(`${K} of ${count}: checking answers`);
  let wrong = 0;
  for (let i = 0; i < 64; i++) {
    const found = nearestByRoad(engine, source(i), targets, K);
    const expected = sortedPlain(i);
    if (found.targets.join() !== expected.join()) wrong++;
    if (found.ms.some((ms, j) => ms !== plain.best[nodes[expected[j]!]!])) wrong++;
    if (sorted(i).join() !== expected.join()) wrong++;
  }
  progress(`${K} of ${count}: timing`);
  const times = interleave(
    [
      { name: 'muster', call: (i) => nearestByRoad(engine, source(i), targets, K) },
      { name: 'own one-to-all + sort', call: sorted },
      { name: 'plain CSR + flatqueue one-to-all + sort', call: sortedPlain },
    ],
    300,
    30,
  );
  const muster = times.get('muster')!.ms;
  const figures: Record<string, number> = { targets: count, k: K };
  const ratios: Record<string, number> = {};
  for (const [name, { ms }] of times) {
    figures[`${name}_us`] = ms * 1000;
    if (name !== 'muster') ratios[name] = ms / muster;
  }
  return { case: `Seattle: ${K} nearest of ${count} by road`, wrong, figures, ratios };
}
