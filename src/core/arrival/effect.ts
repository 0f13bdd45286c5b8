/** What an obstacle closes, in words and as lines. */
import type { LngLat, Meters } from '../model/index.ts';
import { lengthOf, lineOf, nameOf } from '../roads/index.ts';
import type { RoadNetwork } from '../roads/index.ts';

export interface ClosureEffect {
  /** Stretches of road between junctions that are touched; 0 = it closes no road. */
  stretches: number;
  /** Length of what is closed. */
  meters: Meters;
  /** Names of the roads, the longest closed part first; those without a name are only counted. */
  names: string[];
}

export function effectOf(network: RoadNetwork, edges: Uint32Array): ClosureEffect {
  const chains = new Set<number>();
  const byName = new Map<string, Meters>();
  let meters = 0;
  for (const edge of edges) {
    chains.add(network.edgeChain[edge]!);
    const length = lengthOf(network, edge);
    meters += length;
    const name = nameOf(network, edge);
    if (name !== null) byName.set(name, (byName.get(name) ?? 0) + length);
  }
  const names = [...byName].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return { stretches: chains.size, meters, names };
}

/** Closed roads as lines: those that drafts close alone apart from those that are closed. */
export interface ClosedLines {
  inForce: LngLat[][];
  drafts: LngLat[][];
}

export function linesOf(network: RoadNetwork, inForce: ReadonlySet<number>, drafts: ReadonlySet<number>): ClosedLines {
  const lines = (edges: Iterable<number>): LngLat[][] => [...edges].map((edge) => lineOf(network, edge));
  return { inForce: lines(inForce), drafts: lines([...drafts].filter((edge) => !inForce.has(edge))) };
}
