/** One place to a hundred by road, with the routes of the best ten, against what one would otherwise take. */
import type { RoadRoute } from '../../../src/core/roads/search/route.ts';
import { flatLineOf } from '../../../src/core/roads/search/routes.ts';
import { atLeast } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { interleave } from '../interleave.ts';
import { memoryFloor } from '../roads/floor.ts';
import { graphologyAll, msOfRoute, ngraphPairs } from '../roads/peers.ts';
import { pgRoutingOf, timed } from '../roads/pgrouting.ts';
import { PlainDijkstra } from '../roads/plain.ts';
import { seattleGround, someNodes } from '../roads/questions.ts';
import type { Ground } from '../roads/questions.ts';
import { hasSeattle } from '../roads/seattle.ts';
import { timesAndRoutes } from '../../core/roads/asked.ts';

const TARGETS = 100;
const BEST = 10;
const SOURCES = 64;

export const bench: Bench = async (progress) => {
  const what = `one to ${TARGETS} with the ways of the best ${BEST}`;
  if (!hasSeattle) {
    const skipped = { all: 'the road files are not there' };
    return { cases: [{ case: what, wrong: 0, figures: {}, ratios: {}, skipped }], targets: [] };
  }
  progress('building the networks');
  const ground = seattleGround();
  const { city, router, network } = ground;
  const sources = someNodes(city.nodes, SOURCES, 1);
  const targets = someNodes(city.nodes, TARGETS, 2);
  const ours = router.targets(targets.map(ground.end), 'away');
  const ask = (i: number) => {
    const answer = timesAndRoutes(router, ground.end(sources[i % SOURCES]!), ours, BEST);
    return { ...answer, lines: answer.routes.map((route) => flatLineOf(network, route)) };
  };
  const plain = new PlainDijkstra(ground.plain);
  const askPlain = (i: number) => {
    plain.run(sources[i % SOURCES]!, targets);
    const order = [...targets].sort((a, b) => plain.best[a]! - plain.best[b]!).slice(0, BEST);
    return order.map((node) => plain.route(node, city.lng, city.lat));
  };
  const ngraph = ngraphPairs(ground);
  const graphology = graphologyAll(ground);

  progress('loading pgRouting, where there is one');
  const pgRouting = await pgRoutingOf(ground);

  progress('checking answers');
  let wrong = 0;
  const costOf = msOfRoute(ground);
  for (let i = 0; i < SOURCES; i++) {
    const answer = ask(i);
    plain.run(sources[i]!, targets);
    targets.forEach((node, t) => (wrong += answer.ms[t] === plain.best[node] ? 0 : 1));
    answer.best.forEach((t, b) => {
      if (!isRoute(ground, answer.routes[b]!, answer.lines[b]!, sources[i]!, targets[t]!)) wrong++;
    });
    if (i < 2) {
      for (const t of [0, 1]) if (ngraph(sources[i]!, targets[t]!) !== answer.ms[t]) wrong++;
      const all = graphology(sources[i]!);
      targets.forEach((node, t) => (wrong += costOf(all[node]!) === answer.ms[t] ? 0 : 1));
    }
  }

  if (pgRouting !== null) {
    const { ms, lines } = await pgRouting.timesAndLines(sources[0]!, targets, BEST);
    plain.run(sources[0]!, targets);
    targets.forEach((node, t) => (wrong += ms[t] === plain.best[node] ? 0 : 1));
    if (lines.length !== BEST) wrong++;
  }

  progress('timing');
  const times = interleave(
    [
      { name: 'muster', call: ask },
      { name: 'plain CSR + flatqueue', call: askPlain },
      { name: 'ngraph.path', call: (i) => ngraph(sources[i % SOURCES]!, targets[i % TARGETS]!) },
      { name: 'graphology', call: (i) => graphology(sources[i % SOURCES]!) },
    ],
    100,
    5,
  );
  const pgMs =
    pgRouting === null
      ? null
      : await timed(5, (i) => pgRouting.timesAndLines(sources[i % SOURCES]!, targets, BEST));
  await pgRouting?.stop();
  const of = (name: string, calls = 1): number => (times.get(name)?.ms ?? NaN) * calls;
  const muster = of('muster');
  const ratios = {
    'plain CSR + flatqueue': of('plain CSR + flatqueue') / muster,
    'ngraph.path': of('ngraph.path', TARGETS) / muster,
    graphology: of('graphology') / muster,
    ...(pgMs === null ? {} : { pgRouting: pgMs / muster }),
  };
  return {
    cases: [
      {
        case: `Seattle: ${what}`,
        wrong,
        figures: {
          nodes: network.nodes,
          edges: network.edges,
          junctions: network.junctions,
          chains: network.chains,
          bytes: network.buffer.byteLength,
          build_ms: ground.buildMs,
          router_ms: ground.routerMs,
          muster_ms: muster,
          'plain CSR + flatqueue_ms': of('plain CSR + flatqueue'),
          'ngraph.path_ms (100 times the median pair)': of('ngraph.path', TARGETS),
          'graphology_ms (one to all)': of('graphology'),
          ...(pgMs === null ? {} : { pgRouting_ms: pgMs }),
        },
        ratios,
        ...(pgMs === null ? { skipped: { pgRouting: 'not installed' } } : {}),
      },
      memoryFloor(ground),
    ],
    targets: [
      atLeast('times as fast as plain CSR + flatqueue', 3, ratios['plain CSR + flatqueue']),
      atLeast('times as fast as ngraph.path', 1500, ratios['ngraph.path']),
      atLeast('times as fast as graphology', 300, ratios.graphology),
      atLeast('times as fast as pgRouting', 20, ratios.pgRouting ?? null),
      { what: 'wrong answers', target: '0', got: wrong, met: wrong === 0 },
    ],
  };
};

/** Whether a route costs what it says, hangs together, and leads from the one node to the other. */
function isRoute(
  { city, network, ms }: Ground,
  route: RoadRoute,
  line: number[],
  from: number,
  to: number,
): boolean {
  const total = route.members.reduce(
    (sum, member) => sum + ms[network.edgeOrigin[member >> 1]!]!,
    0,
  );
  const ends = route.members.map((member) => {
    const edge = member >> 1;
    const there = [network.edgeFrom[edge]!, network.edgeTo[edge]!];
    return (member & 1) === 1 ? there.reverse() : there;
  });
  const joined = ends.every(([start], i) => i === 0 || ends[i - 1]![1] === start);
  const n = line.length;
  const begins = n === 0 ? from === to : line[0] === city.lng[from] && line[1] === city.lat[from];
  const finishes = n === 0 || (line[n - 2] === city.lng[to] && line[n - 1] === city.lat[to]);
  return total === route.ms && joined && begins && finishes;
}
