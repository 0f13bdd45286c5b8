/** A network as the database takes it: what it is in words, its bytes in pieces, its edges in lists. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { RoadsRead } from '../incoming.ts';
import type { RoadReport } from '../report.ts';
import type { RoadEdgeInput } from '../types.ts';
import { base64 } from './base64.ts';

/** What `road_upload_open` is given. */
export interface NetworkFacts {
  district: string;
  source: string;
  data_time: string | null;
  west: number;
  south: number;
  east: number;
  north: number;
  length_m: number;
  report: RoadReport;
  /** SHA-256 of the graph, hexadecimal. */
  checksum: string;
  bytes: number;
  edges: number;
}

/** @param graph as `buildNetwork` made it of `read.input` */
export function networkFacts(
  district: string,
  read: RoadsRead,
  report: RoadReport,
  graph: Uint8Array,
): NetworkFacts {
  const [west, south, east, north] = report.bounds;
  return {
    district,
    source: read.input.source,
    data_time: read.dataTime,
    west,
    south,
    east,
    north,
    length_m: report.kilometres * 1000,
    report,
    checksum: bytesToHex(sha256(graph)),
    bytes: graph.length,
    edges: read.input.edges.length,
  };
}

/** Bytes of one piece of a graph: a whole number of base64 groups, and half a minute of a slow line. */
const PIECE = 1_500_000;

export const pieceCount = (graph: Uint8Array): number => Math.ceil(graph.length / PIECE);

/** One piece of a graph, base64. */
export const graphPiece = (graph: Uint8Array, part: number): string =>
  base64(graph.subarray(part * PIECE, (part + 1) * PIECE));

/** A few hundred milliseconds of work for the embedded database, so that others get their turn in between. */
const MOST_ROWS = 2500;
const MOST_TEXT = 1_500_000;

export interface EdgePortion {
  /** A JSON array of rows as `road_upload_edges` takes them. */
  json: string;
  /** Number of the edge after the last one of it. */
  next: number;
}

/** The rows from one edge on; null at the end. */
export function edgePortion(
  { input: { edges }, origins }: RoadsRead,
  from: number,
): EdgePortion | null {
  const rows: string[] = [];
  let size = 0;
  let at = from;
  for (
    let edge = edges[at];
    edge !== undefined && rows.length < MOST_ROWS && size < MOST_TEXT;
    edge = edges[++at]
  ) {
    const row = JSON.stringify(edgeRow(edge, at, origins[at] ?? ''));
    rows.push(row);
    size += row.length;
  }
  return rows.length === 0 ? null : { json: `[${rows.join(',')}]`, next: at };
}

const edgeRow = (edge: RoadEdgeInput, number: number, origin: string): object => ({
  e: number,
  o: origin,
  c: edge.class,
  n: edge.name,
  f: edge.forward,
  b: edge.backward,
  s: edge.speedKmh,
  w: edge.widthM,
  t: edge.maxWeightT,
  h: edge.maxHeightM,
  br: edge.bridge,
  tu: edge.tunnel,
  l: edge.layer,
  fe: edge.ferry,
  g: `LINESTRING(${edge.line.map(([lng, lat]) => `${lng.toFixed(7)} ${lat.toFixed(7)}`).join(',')})`,
});
