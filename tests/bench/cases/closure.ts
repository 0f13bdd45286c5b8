/** A drawn area of fifty corners over a city's roads: which edges it closes, and what a search costs afterwards. */
import { booleanIntersects } from '@turf/turf';
import Flatbush from 'flatbush';
import type { LineString, Polygon, Position } from 'geojson';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { edgesTouching } from '../../../src/core/roads/touching.ts';
import { atLeast, atMost } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { interleave } from '../interleave.ts';
import { PlainDijkstra, plainGraph } from '../roads/plain.ts';
import { seattleGround, someNodes } from '../roads/questions.ts';
import type { Ground } from '../roads/questions.ts';
import { PLAIN_CAR, hasSeattle } from '../roads/seattle.ts';
import { timesOf } from '../../core/roads/asked.ts';

const CORNERS = 50;
const AREAS = 16;
const TARGETS = 100;

export const bench: Bench = (progress) => {
  const what = `an area of ${CORNERS} corners on a city's roads`;
  if (!hasSeattle) {
    const skipped = { all: 'the road files are not there' };
    return { cases: [{ case: what, wrong: 0, figures: {}, ratios: {}, skipped }], targets: [] };
  }
  progress('building the networks');
  const ground = seattleGround();
  const { network, router, city } = ground;
  const areas = someNodes(city.nodes, AREAS, 11).map((node, i) =>
    blob(city.lng[node]!, city.lat[node]!, i),
  );
  const lines = linesOf(ground);
  const boxes = new Flatbush(network.edges);
  for (let e = 0; e < network.edges; e++) {
    const [west, south, east, north] = network.boxes.subarray(4 * e, 4 * e + 4);
    boxes.add(west! / 1e7, south! / 1e7, east! / 1e7, north! / 1e7);
  }
  boxes.finish();
  const ours = (i: number) => edgesTouching(network, areas[i % AREAS]!);
  const turfAll = (i: number) =>
    lines.flatMap((line, e) => (booleanIntersects(areas[i % AREAS]!, line) ? [e] : []));
  const boxTurf = (i: number) => {
    const area = areas[i % AREAS]!;
    const found = boxes.search(...boundsOf(area)).filter((e) => booleanIntersects(area, lines[e]!));
    return found.sort((a, b) => a - b);
  };

  progress('checking the edges against Turf');
  let wrong = 0;
  let closedEdges = 0;
  for (let i = 0; i < AREAS; i++) {
    const found = [...ours(i)];
    closedEdges += found.length;
    if (found.join() !== boxTurf(i).join()) wrong++;
    if (i < 3 && found.join() !== turfAll(i).join()) wrong++;
  }

  progress('checking the times under closures against a plain search without those edges');
  const sources = someNodes(city.nodes, 64, 12);
  const targets = someNodes(city.nodes, TARGETS, 13);
  const prepared = router.targets(targets.map(ground.end), 'away');
  for (let i = 0; i < AREAS; i++) {
    router.close('area', ours(i));
    const times = timesOf(router, ground.end(sources[i]!), prepared);
    const plain = plainWithout(ground, new Set(ours(i)));
    plain.run(sources[i]!, targets);
    targets.forEach((node, t) => {
      const expected = plain.best[node] === Infinity ? -1 : plain.best[node];
      if (times[t] !== expected) wrong++;
    });
  }
  router.open('area');

  progress('timing');
  const mask = interleave(
    [
      { name: 'edges found', call: ours },
      {
        name: 'edges found, closed and opened again',
        call: (i) => {
          router.close('area', ours(i));
          router.open('area');
        },
      },
      { name: 'box index + Turf', call: boxTurf },
      { name: 'Turf over all edges', call: turfAll },
    ],
    120,
    4,
  );
  const before = makeAsk(ground, sources, targets, null);
  const after = makeAsk(ground, sources, targets, ours(0));
  const search = interleave(
    [
      { name: 'open', call: before },
      { name: 'closed', call: after },
    ],
    150,
    150,
  );
  const ms = (name: string): number => mask.get(name)?.ms ?? NaN;
  const found = ms('edges found, closed and opened again');
  const ratios = {
    'box index + Turf': ms('box index + Turf') / found,
    'Turf over all edges': ms('Turf over all edges') / found,
  };
  const slower = search.get('closed')!.ms / search.get('open')!.ms;
  return {
    cases: [
      {
        case: `Seattle: ${what}`,
        wrong,
        figures: {
          edges: network.edges,
          'closed edges (mean)': closedEdges / AREAS,
          'edges found_us': ms('edges found') * 1000,
          'edges found, closed and opened again_us': found * 1000,
          'box index + Turf_us': ms('box index + Turf') * 1000,
          'Turf over all edges_us': ms('Turf over all edges') * 1000,
          'search, all open_ms': search.get('open')!.ms,
          'search, closed_ms': search.get('closed')!.ms,
        },
        ratios,
      },
    ],
    targets: [
      atLeast('times as fast as Turf over all edges', 500, ratios['Turf over all edges']),
      atLeast('times as fast as box index + Turf', 25, ratios['box index + Turf']),
      atMost('a search afterwards: times as long', 1.15, slower),
      { what: 'wrong answers', target: '0', got: wrong, met: wrong === 0 },
    ],
  };
};

/** A star-shaped area of about 1.5 km across. */
function blob(lng: number, lat: number, seed: number): Polygon {
  const radii = someNodes(1000, CORNERS, 100 + seed);
  const ring: Position[] = radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const degrees = 0.005 + (0.004 * radius) / 1000;
    return [lng + degrees * 1.48 * Math.cos(angle), lat + degrees * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

function boundsOf({ coordinates }: Polygon): [number, number, number, number] {
  const lng = coordinates[0]!.map((place) => place[0]!);
  const lat = coordinates[0]!.map((place) => place[1]!);
  return [Math.min(...lng), Math.min(...lat), Math.max(...lng), Math.max(...lat)];
}

function linesOf({ network }: Ground): LineString[] {
  const place = (v: number): Position => [
    network.shape[2 * v]! / 1e7,
    network.shape[2 * v + 1]! / 1e7,
  ];
  return Array.from({ length: network.edges }, (_, e) => ({
    type: 'LineString',
    coordinates: [place(network.edgeShape[e]!), place(network.edgeShape[e + 1]! - 1)],
  }));
}

function plainWithout({ city, network, ms }: Ground, closed: ReadonlySet<number>): PlainDijkstra {
  const open = [...network.edgeOrigin].filter((_, e) => !closed.has(e));
  const from = open.map((edge) => city.edges[edge]!.from);
  const to = open.map((edge) => city.edges[edge]!.to);
  return new PlainDijkstra(
    plainGraph(
      city.nodes,
      from,
      to,
      open.map((edge) => ms[edge]!),
    ),
  );
}

/** One to a hundred by a router of its own, so that neither kind of call pays for the other's closing. */
function makeAsk(
  ground: Ground,
  sources: readonly number[],
  targets: readonly number[],
  closed: Uint32Array | null,
): (i: number) => Int32Array {
  const router = makeRouter(ground.network, PLAIN_CAR);
  if (closed !== null) router.close('area', closed);
  const prepared = router.targets(targets.map(ground.end), 'away');
  return (i) => timesOf(router, ground.end(sources[i % sources.length]!), prepared);
}
