/** A random network laid out for the router, with the given numbers of edges and nodes turned into the network's. */
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import type { RoadNetwork } from '../../../src/core/roads/network.ts';
import type { RoadSpot } from '../../../src/core/roads/search/engine.ts';
import type { OracleEnd } from './oracle.ts';
import type { RandomRoads } from './random-roads.ts';

export interface Laid {
  network: RoadNetwork;
  /** Given edge → edge of the network. */
  edgeOf: number[];
  endOf: (end: OracleEnd) => RoadSpot;
}

export function layOut({ edges, restrictions }: Pick<RandomRoads, 'edges' | 'restrictions'>): Laid {
  const network = openNetwork(buildNetwork({ edges, restrictions, source: 'test' }));
  const edgeOf: number[] = [];
  network.edgeOrigin.forEach((origin, e) => (edgeOf[origin] = e));
  const nodeOf = new Map<number, number>();
  edges.forEach(({ from, to }, i) => {
    nodeOf.set(from, network.edgeFrom[edgeOf[i]!]!);
    nodeOf.set(to, network.edgeTo[edgeOf[i]!]!);
  });
  const endOf = (end: OracleEnd): RoadSpot =>
    'node' in end ? { node: nodeOf.get(end.node)! } : { edge: edgeOf[end.edge]!, along: end.along };
  return { network, edgeOf, endOf };
}
