/** What an obstacle closes, in words and as lines. */
import type { LngLat, Meters } from '../model/index.ts';
import { appendStretch } from '../roads/geometry.ts';
import { shareCut } from '../roads/cuts.ts';
import type { Cut } from '../roads/cuts.ts';
import { lengthOf, nameOf } from '../roads/network.ts';
import type { RoadNetwork } from '../roads/network.ts';

export interface ClosureEffect {
  /** Stretches of road between junctions that are cut; 0 = it closes no road. */
  stretches: number;
  /** Length of what is closed. */
  meters: Meters;
  /** Names of the roads, the longest closed part first; those without a name are only counted. */
  names: string[];
}

export function effectOf(
  network: RoadNetwork,
  cuts: ReadonlyMap<number, readonly Cut[]>,
): ClosureEffect {
  const chains = new Set<number>();
  const byName = new Map<string, Meters>();
  let meters = 0;
  for (const [edge, list] of cuts) {
    chains.add(network.edgeChain[edge]!);
    const length = lengthOf(network, edge) * shareCut(list);
    meters += length;
    const name = nameOf(network, edge);
    if (name !== null) byName.set(name, (byName.get(name) ?? 0) + length);
  }
  const names = [...byName]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
  return { stretches: chains.size, meters, names };
}

/** Closed roads as lines: those that drafts close alone apart from those that are closed. */
export interface ClosedLines {
  inForce: LngLat[][];
  drafts: LngLat[][];
}

/** A cut at a single place is drawn so far to both sides, or nobody would see it. */
const SEEN: Meters = 8;

export function linesOf(
  network: RoadNetwork,
  inForce: ReadonlyMap<number, readonly Cut[]>,
  drafts: ReadonlyMap<number, readonly Cut[]>,
): ClosedLines {
  const lines = (cuts: Iterable<readonly [number, readonly Cut[]]>): LngLat[][] =>
    [...cuts].flatMap(([edge, list]) => list.map((cut) => cutLine(network, edge, cut)));
  return {
    inForce: lines(inForce),
    drafts: lines([...drafts].filter(([edge]) => !inForce.has(edge))),
  };
}

function cutLine(network: RoadNetwork, edge: number, [from, to]: Cut): LngLat[] {
  const seen = SEEN / Math.max(1, lengthOf(network, edge));
  const isPlace = from === to;
  const flat: number[] = [];
  appendStretch(
    flat,
    network,
    edge,
    isPlace ? Math.max(0, from - seen) : from,
    isPlace ? Math.min(1, to + seen) : to,
  );
  const line: LngLat[] = [];
  for (let i = 0; i < flat.length; i += 2) line.push([flat[i]!, flat[i + 1]!]);
  return line;
}
