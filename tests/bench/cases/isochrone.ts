/** Ten minutes from one place: the search, and the outline of the area, against Turf's concave hull. */
import { area, concave } from '@turf/turf';
import type { FeatureCollection, Point } from 'geojson';
import { isochronesOf, piecesOf, STREET_RADIUS } from '../../../src/core/roads/isochrone.ts';
import { throwDarts } from '../../core/roads/driven-area.ts';
import { randomNumbers } from '../../core/nearest/point-sets.ts';
import { atLeast, atMost } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { interleave } from '../interleave.ts';
import { pgRoutingOf, timed } from '../roads/pgrouting.ts';
import { PlainDijkstra } from '../roads/plain.ts';
import { seattleGround, someNodes } from '../roads/questions.ts';
import { hasSeattle } from '../roads/seattle.ts';
import { reachOf } from '../../core/roads/asked.ts';

const LIMIT_MS = 600_000;
const SOURCES = 8;
/** Turf measures areas on the equatorial radius, everything here is measured on the mean one. */
const TURF_AREA = (6_378_137 / 6_371_008.8) ** 2;

export const bench: Bench = async (progress) => {
  const what = 'ten minutes by car';
  if (!hasSeattle) {
    const skipped = { all: 'the road files are not there' };
    return { cases: [{ case: what, wrong: 0, figures: {}, ratios: {}, skipped }], targets: [] };
  }
  progress('building the networks');
  const ground = seattleGround();
  const { city, router, network, plain, end } = ground;
  const sources = someNodes(city.nodes, SOURCES, 41);
  const search = (i: number) => reachOf(router, end(sources[i % SOURCES]!), 'away', LIMIT_MS);
  const reaches = sources.map((_, i) => search(i));
  const outline = (i: number) => isochronesOf(network, reaches[i % SOURCES]!, [LIMIT_MS])[0]!;
  const bands = (i: number) =>
    isochronesOf(network, reaches[i % SOURCES]!, [LIMIT_MS / 3, (2 * LIMIT_MS) / 3, LIMIT_MS]);

  progress('checking what is reached against a plain search, and areas by throwing darts');
  const dijkstra = new PlainDijkstra(plain);
  const nodeOf = new Int32Array(city.nodes);
  network.edgeOrigin.forEach((origin, e) => {
    nodeOf[city.edges[origin]!.from] = network.edgeFrom[e]!;
    nodeOf[city.edges[origin]!.to] = network.edgeTo[e]!;
  });
  let wrong = 0;
  let worst = 0;
  reaches.forEach((reach, i) => {
    const arrived = new Set<number>([nodeOf[sources[i]!]!]);
    for (let s = 0; s < reach.edge.length; s++) {
      const [edge, heading] = [reach.edge[s]!, reach.heading[s]!];
      if (reach.ms[s]! <= LIMIT_MS)
        arrived.add(heading === 1 ? network.edgeFrom[edge]! : network.edgeTo[edge]!);
      const through = reach.ms[s]! + reach.cost[s]! <= LIMIT_MS;
      if (through && reach.start[s]! % 1 === 0)
        arrived.add(heading === 1 ? network.edgeTo[edge]! : network.edgeFrom[edge]!);
    }
    dijkstra.run(sources[i]!, null);
    for (let node = 0; node < city.nodes; node++) {
      if (dijkstra.best[node]! <= LIMIT_MS !== arrived.has(nodeOf[node]!)) wrong++;
    }
    const { squareMeters } = throwDarts(
      piecesOf(network, reach, LIMIT_MS),
      STREET_RADIUS,
      60_000,
      randomNumbers(i),
    );
    const share = area(outline(i)) / TURF_AREA / squareMeters;
    worst = Math.max(worst, Math.abs(share - 1));
  });
  if (worst > 0.05) wrong++;

  progress('loading pgRouting, where there is one');
  const pgRouting = await pgRoutingOf(ground);
  dijkstra.run(sources[0]!, null);
  if (pgRouting !== null) {
    const within = await pgRouting.within(sources[0]!, LIMIT_MS);
    for (let node = 0; node < city.nodes; node++) {
      const expected = dijkstra.best[node]! <= LIMIT_MS ? dijkstra.best[node] : undefined;
      if (within.get(node) !== expected) wrong++;
    }
  }
  const pgMs =
    pgRouting === null
      ? null
      : await timed(5, (i) => pgRouting.within(sources[i % SOURCES]!, LIMIT_MS));
  await pgRouting?.stop();

  progress('timing');
  dijkstra.run(sources[0]!, null);
  const points: FeatureCollection<Point> = { type: 'FeatureCollection', features: [] };
  for (let node = 0; node < city.nodes; node++) {
    if (dijkstra.best[node]! > LIMIT_MS) continue;
    const coordinates = [city.lng[node]!, city.lat[node]!];
    points.features.push({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates },
    });
  }
  const times = interleave(
    [
      { name: 'search', call: search },
      { name: 'outline', call: () => outline(0) },
      { name: 'outlines of three bands', call: () => bands(0) },
      {
        name: 'turf.concave of the reached nodes',
        call: () => concave(points, { maxEdge: 300, units: 'meters' }),
      },
    ],
    60,
    4,
  );
  const ms = (name: string): number => times.get(name)?.ms ?? NaN;
  const ratio = ms('turf.concave of the reached nodes') / ms('outline');
  const searchRatio = pgMs === null ? null : pgMs / ms('search');
  return {
    cases: [
      {
        case: `Seattle: ${what}`,
        wrong,
        figures: {
          'stretches reached': reaches[0]!.edge.length,
          'nodes reached': points.features.length,
          search_ms: ms('search'),
          outline_ms: ms('outline'),
          'outlines of three bands_ms': ms('outlines of three bands'),
          'turf.concave_ms': ms('turf.concave of the reached nodes'),
          'area off by at most': worst,
          ...(pgMs === null ? {} : { pgr_drivingDistance_ms: pgMs }),
        },
        ratios: {
          'turf.concave': ratio,
          ...(searchRatio === null ? {} : { pgr_drivingDistance: searchRatio }),
        },
        ...(pgMs === null ? { skipped: { pgr_drivingDistance: 'not installed' } } : {}),
      },
    ],
    targets: [
      atLeast('outline: times as fast as turf.concave', 10, ratio),
      atMost('area off from the buffered reached edges by', 0.05, worst),
      atLeast('search: times as fast as pgr_drivingDistance', 15, searchRatio),
      { what: 'wrong answers', target: '0', got: wrong, met: wrong === 0 },
    ],
  };
};
