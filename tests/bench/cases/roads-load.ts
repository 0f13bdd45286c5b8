/** A graph of a million directed edges from its bytes to the first answer, and how much of that is spent on the bytes. */
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import { snapToRoads } from '../../../src/core/roads/snap.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import { roadEdge } from '../../core/roads/road-edge.ts';
import type { Bench } from '../bench.ts';
import { median } from '../interleave.ts';
import { manyToOne } from '../../core/roads/asked.ts';

/** Crossings along each side of a grid: 2 × 501 × 500 streets are 1,002,000 directed edges. */
const SIDE = 501;
const STEP = 1e-3;
const ROUNDS = 7;

function grid(): RoadEdgeInput[] {
  const edges: RoadEdgeInput[] = [];
  const place = (x: number, y: number): [number, number] => [113 + x * STEP, 29 + y * STEP];
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const node = y * SIDE + x;
      if (x + 1 < SIDE)
        edges.push(roadEdge(node, node + 1, [place(x, y), place(x + 1, y)], { seconds: 10 }));
      if (y + 1 < SIDE)
        edges.push(roadEdge(node, node + SIDE, [place(x, y), place(x, y + 1)], { seconds: 10 }));
    }
  return edges;
}

export const bench: Bench = (progress) => {
  progress('building the graph');
  const edges = grid();
  const started = performance.now();
  const bytes = buildNetwork({ edges, restrictions: [], source: 'grid' });
  const buildMs = performance.now() - started;
  const taken = {
    open: [] as number[],
    router: [] as number[],
    snap: [] as number[],
    answer: [] as number[],
  };
  let wrong = 0;
  progress('opening and asking');
  for (let round = 0; round < ROUNDS; round++) {
    // A request gives bytes of its own.
    const arrived = bytes.slice(0);
    const t0 = performance.now();
    const network = openNetwork(arrived);
    const t1 = performance.now();
    const router = makeRouter(network, EMERGENCY_CAR);
    const t2 = performance.now();
    const corner = snapToRoads(network, [113, 29], 10)[0]!;
    const middle = snapToRoads(network, [113.25, 29.25], 10)[0]!;
    const t3 = performance.now();
    const [ms = UNREACHED] = manyToOne(router, [middle], corner);
    const t4 = performance.now();
    // 250 blocks east and 250 north, ten seconds each.
    if (ms !== 5_000_000) wrong++;
    taken.open.push(t1 - t0);
    taken.router.push(t2 - t1);
    taken.snap.push(t3 - t2);
    taken.answer.push(t4 - t3);
  }
  const of = (what: keyof typeof taken): number => median(taken[what]);
  const total = of('open') + of('router') + of('snap') + of('answer');
  return {
    cases: [
      {
        case: `${(2 * edges.length).toLocaleString('en')} directed edges`,
        wrong,
        figures: {
          bytes: bytes.byteLength,
          'built in ms': buildMs,
          'bytes opened and checked in ms': of('open'),
          'costs of a profile in ms': of('router'),
          'two places snapped in ms': of('snap'),
          'first answer in ms': of('answer'),
          'bytes to first answer in ms': total,
          'share of that on the bytes': of('open') / total,
        },
        ratios: {},
      },
    ],
    targets: [{ what: 'wrong answers', target: '0', got: wrong, met: wrong === 0 }],
  };
};
