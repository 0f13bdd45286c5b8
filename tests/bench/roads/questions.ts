/** Seattle laid out for the router and for its peers, with the same numbers for the same nodes, and what is asked. */
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import type { RoadNetwork } from '../../../src/core/roads/network.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import type { Router } from '../../../src/core/roads/router.ts';
import type { RoadSpot } from '../../../src/core/roads/search/engine.ts';
import { edgeCosts } from '../../../src/core/roads/search/costs.ts';
import { plainGraph } from './plain.ts';
import type { PlainGraph } from './plain.ts';
import { PLAIN_CAR, seattle } from './seattle.ts';
import type { Seattle } from './seattle.ts';

export interface Ground {
  city: Seattle;
  network: RoadNetwork;
  router: Router;
  plain: PlainGraph;
  /** Milliseconds of each given edge. */
  ms: Int32Array;
  /** A given node as the router wants it. */
  end: (node: number) => RoadSpot;
  buildMs: number;
  routerMs: number;
}

export function seattleGround(): Ground {
  const city = seattle();
  const started = performance.now();
  const network = openNetwork(
    buildNetwork({ edges: city.edges, restrictions: [], source: 'Seattle' }),
  );
  const built = performance.now();
  const router = makeRouter(network, PLAIN_CAR);
  const routerMs = performance.now() - built;
  const costs = edgeCosts(network, PLAIN_CAR).along;
  const ms = new Int32Array(city.edges.length);
  const nodeOf = new Int32Array(city.nodes);
  network.edgeOrigin.forEach((origin, e) => {
    ms[origin] = costs[e]!;
    nodeOf[city.edges[origin]!.from] = network.edgeFrom[e]!;
    nodeOf[city.edges[origin]!.to] = network.edgeTo[e]!;
  });
  const plain = plainGraph(
    city.nodes,
    city.edges.map(({ from }) => from),
    city.edges.map(({ to }) => to),
    ms,
  );
  return {
    city,
    network,
    router,
    plain,
    ms,
    end: (node) => ({ node: nodeOf[node]! }),
    buildMs: built - started,
    routerMs,
  };
}

/** `count` nodes out of 0..nodes-1 by a linear congruential generator (Numerical Recipes), the same every time. */
export function someNodes(nodes: number, count: number, seed: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * nodes);
  });
}
