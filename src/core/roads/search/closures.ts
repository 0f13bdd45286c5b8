/** Closing and opening edges in a profile's graph: only the arcs of the touched chains change, nothing is rebuilt. */
import type { Cut } from '../cuts.ts';
import { NO_ROUTE } from './costs.ts';
import type { Engine } from './engine.ts';

/** Counts one more closure on each edge (a list without repetition). */
export function closeEdges(engine: Engine, edges: ArrayLike<number>): void {
  const { closedInChain, network } = engine;
  const { counts } = engine.closed;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!;
    if (counts[edge]!++ > 0) continue;
    const chain = network.edgeChain[edge]!;
    if (closedInChain[chain]!++ === 0) setChain(engine, chain, false);
  }
  engine.version++;
}

/** Takes one closure off each edge; an edge opens with its last one. */
export function openEdges(engine: Engine, edges: ArrayLike<number>): void {
  const { closedInChain, network } = engine;
  const { counts } = engine.closed;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!;
    if (--counts[edge]! > 0) continue;
    const chain = network.edgeChain[edge]!;
    if (--closedInChain[chain]! === 0) setChain(engine, chain, true);
  }
  engine.version++;
}

function setChain(
  { graph, entryStart, outEntries, intoEntries }: Engine,
  chain: number,
  open: boolean,
): void {
  for (let arc = 2 * chain; arc <= 2 * chain + 1; arc++) {
    const cost = open ? graph.arcCost[arc]! : NO_ROUTE;
    for (let i = entryStart[arc]!; i < entryStart[arc + 1]!; i++) {
      graph.out.links[2 * outEntries[i]! + 1] = cost;
      graph.into.links[2 * intoEntries[i]! + 1] = cost;
    }
  }
}

/** Where closures of a name cut edges; the others of that name close all of theirs. */
export function cutEdges(
  engine: Engine,
  name: string,
  cuts: ReadonlyMap<number, readonly Cut[]>,
): void {
  const { cuts: held } = engine.closed;
  for (const [edge, list] of cuts) {
    const named = held.get(edge);
    if (named === undefined) held.set(edge, new Map([[name, list]]));
    else named.set(name, list);
  }
}

/** Forgets them again. */
export function mendEdges(engine: Engine, name: string, edges: Iterable<number>): void {
  const { cuts: held } = engine.closed;
  for (const edge of edges) {
    const named = held.get(edge);
    if (named?.delete(name) === true && named.size === 0) held.delete(edge);
  }
}
