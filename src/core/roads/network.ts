/** A road network laid over its buffer, and the few words needed to speak about it. */
import type { LngLat, Meters } from '../model/index.ts';
import {
  BACKWARD_SHIFT,
  FLAG_BRIDGE,
  FLAG_FERRY,
  FLAG_FLOOD_PRONE,
  FLAG_FORD,
  FLAG_TUNNEL,
} from './build/columns.ts';
import { UNITS_PER_DEGREE, readSections } from './layout.ts';
import type { Sections } from './layout.ts';
import { MODE_BIT, ROAD_CLASSES } from './types.ts';
import type { RoadClass } from './types.ts';
import type { WaterOnRoad } from './water.ts';

/** The columns of layout.ts, with their counts. Everything in it may be read, nothing may be written. */
export interface RoadNetwork extends Sections {
  readonly buffer: ArrayBuffer;
  readonly nodes: number;
  readonly edges: number;
  readonly junctions: number;
  readonly chains: number;
}

/** A place on the network: a part of the way (0..1) along an edge. Exactly 0 or 1 is the node at that end. */
export interface RoadPlace {
  edge: number;
  along: number;
}

/**
 * Lays a network over the bytes of `buildNetwork`; nothing is parsed or copied.
 * @throws RoadDataError, see `readSections`.
 */
export function openNetwork(buffer: ArrayBuffer): RoadNetwork {
  const sections = readSections(buffer);
  return {
    ...sections,
    buffer,
    nodes: sections.nodeJunction.length,
    edges: sections.edgeFrom.length,
    junctions: sections.junctionNode.length,
    chains: sections.chainFrom.length,
  };
}

const decoder = new TextDecoder();

/** The name of an edge's road, null when it has none. */
export function nameOf(network: RoadNetwork, edge: number): string | null {
  const name = network.edgeName[edge]!;
  if (name === 0) return null;
  return decoder.decode(
    network.nameBytes.subarray(network.nameStart[name], network.nameStart[name + 1]),
  );
}

export const classOf = (network: RoadNetwork, edge: number): RoadClass =>
  ROAD_CLASSES[network.edgeClass[edge]!]!;

/** What keeps a road off the ground beside it, or shuts it off from there. */
export type RoadStructure = 'bridge' | 'tunnel' | 'ferry' | 'motorway';

/** Why one does not get onto an edge from the ground beside it; null = one does. */
export function structureOf(network: RoadNetwork, edge: number): RoadStructure | null {
  const flags = network.edgeFlags[edge]!;
  if ((flags & FLAG_FERRY) !== 0 || classOf(network, edge) === 'ferry') return 'ferry';
  if ((flags & FLAG_TUNNEL) !== 0) return 'tunnel';
  if ((flags & FLAG_BRIDGE) !== 0) return 'bridge';
  return classOf(network, edge) === 'motorway' ? 'motorway' : null;
}

/** Whether one gets onto an edge from the ground beside it: no bridge, tunnel or ferry, and no motorway. */
export const isOnGround = (network: RoadNetwork, edge: number): boolean =>
  structureOf(network, edge) === null;

const FOOT_BITS = MODE_BIT.foot | (MODE_BIT.foot << BACKWARD_SHIFT);

/**
 * Whether an edge lies on the ground and is a motorway, or a trunk road closed to people on foot like one: nobody walks
 * across it. Below a bridge and above a tunnel one does.
 */
export function isShutOffFromFoot(network: RoadNetwork, edge: number): boolean {
  const flags = network.edgeFlags[edge]!;
  if ((flags & (FLAG_BRIDGE | FLAG_TUNNEL | FLAG_FERRY)) !== 0) return false;
  const name = classOf(network, edge);
  return name === 'motorway' || (name === 'trunk' && (flags & FOOT_BITS) === 0);
}

/** What is known about water on any of some edges; a network that was stored before this was read knows nothing. */
export function waterOn({ edgeFlags }: RoadNetwork, edges: Iterable<number>): WaterOnRoad {
  let flags = 0;
  for (const edge of edges) flags |= edgeFlags[edge]!;
  return {
    ...((flags & FLAG_FORD) === 0 ? {} : { ford: true }),
    ...((flags & FLAG_FLOOD_PRONE) === 0 ? {} : { floodProne: true }),
  };
}

export const lengthOf = (network: RoadNetwork, edge: number): Meters =>
  network.edgeLength[edge]! / 1000;

/** An edge's line from its first to its last node. */
export function lineOf(network: RoadNetwork, edge: number): LngLat[] {
  const line: LngLat[] = [];
  for (let v = network.edgeShape[edge]!; v < network.edgeShape[edge + 1]!; v++) {
    line.push([
      network.shape[2 * v]! / UNITS_PER_DEGREE,
      network.shape[2 * v + 1]! / UNITS_PER_DEGREE,
    ]);
  }
  return line;
}
