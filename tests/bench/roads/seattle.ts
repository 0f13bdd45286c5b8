/**
 * Seattle's roads (OpenStreetMap, ODbL) from two binary files: the largest component, 147,063 nodes and 171,851
 * edges (75 of them parallel to another).
 * The files give no unit: coordinates are read as centimetres around 47.61° N, 122.33° W, which gives the city its size.
 * Speeds are 30, 50 or 80 km/h by `speedOf`; every edge may be driven both ways.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import type { RoadProfile } from '../../../src/core/roads/profiles.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import { sharedData } from '../../support/shared-data.ts';

const graphFile = resolve(sharedData, 'benchmarks/roads/seattle.gr.bin');
const placesFile = resolve(sharedData, 'benchmarks/roads/seattle.co.bin');
export const hasSeattle = existsSync(graphFile) && existsSync(placesFile);

const CM_PER_DEGREE = 11_119_508;
const MIDDLE_LAT = 47.61;
const MIDDLE_LNG = -122.33;

/** The stated hash: Knuth's multiplicative hash of the edge's number in the file, bits 16 and up, modulo three. */
export const speedOf = (edge: number): number =>
  [30, 50, 80][(Math.imul(edge + 1, 2654435761) >>> 16) % 3]!;

/** An emergency car that drives every road at exactly its own speed. */
export const PLAIN_CAR: RoadProfile = {
  ...EMERGENCY_CAR,
  id: 'plain-car',
  signedShare: 1,
  topKmh: 200,
};

export interface Seattle {
  /** Node keys are 0..nodes-1. */
  nodes: number;
  lng: Float64Array;
  lat: Float64Array;
  edges: RoadEdgeInput[];
}

export function seattle(): Seattle {
  const pairs = ints(graphFile).map((node) => node - 1);
  const places = ints(placesFile);
  const component = largestComponent(pairs, places.length / 2);
  const number = new Int32Array(component.length).fill(-1);
  let nodes = 0;
  component.forEach((inside, node) => {
    if (inside === 1) number[node] = nodes++;
  });
  const lng = new Float64Array(nodes);
  const lat = new Float64Array(nodes);
  const squeeze = Math.cos((MIDDLE_LAT * Math.PI) / 180);
  component.forEach((inside, node) => {
    if (inside === 0) return;
    lng[number[node]!] = rounded(MIDDLE_LNG + places[2 * node]! / (CM_PER_DEGREE * squeeze));
    lat[number[node]!] = rounded(MIDDLE_LAT + places[2 * node + 1]! / CM_PER_DEGREE);
  });
  const edges: RoadEdgeInput[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const from = number[pairs[i]!]!;
    const to = number[pairs[i + 1]!]!;
    if (from < 0) continue;
    edges.push({
      from,
      to,
      line: [
        [lng[from]!, lat[from]!],
        [lng[to]!, lat[to]!],
      ],
      class: 'residential',
      name: null,
      forward: 7,
      backward: 7,
      speedKmh: speedOf(i / 2),
      widthM: null,
      maxWeightT: null,
      maxHeightM: null,
      bridge: false,
      tunnel: false,
      layer: 0,
      ferry: false,
      seconds: null,
    });
  }
  return { nodes, lng, lat, edges };
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

function ints(file: string): Int32Array {
  const bytes = readFileSync(file);
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** 1 for each node of the largest component (union-find with path halving). */
function largestComponent(pairs: Int32Array, nodes: number): Uint8Array {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node);
  const root = (node: number): number => {
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  for (let i = 0; i < pairs.length; i += 2) parent[root(pairs[i]!)] = root(pairs[i + 1]!);
  const size = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) size[root(node)]!++;
  const largest = size.indexOf(size.reduce((a, b) => Math.max(a, b), 0));
  return Uint8Array.from(parent, (_, node) => (root(node) === largest ? 1 : 0));
}
