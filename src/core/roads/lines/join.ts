/** Lines without topology made into edges: vertices joined on a grid, lines cut where others join. */
import type { LngLat } from '../../model/index.ts';
import type { LeftOutList } from '../incoming.ts';
import type { RoadEdgeInput } from '../types.ts';
import { findCrossings, splitCrossings } from './crossings.ts';
import type { Line } from './crossings.ts';
import type { LineFacts } from './facts.ts';
import { Vertices } from './vertices.ts';

/** A line of the file, WGS-84. */
export interface RawLine {
  flat: number[];
  facts: LineFacts;
  /** What the file calls it. */
  origin: string;
}

interface JoinedLines {
  edges: RoadEdgeInput[];
  origins: string[];
  /** Places where lines cross without a common vertex: found, or joined when that was asked for. */
  crossings: number;
}

/** @param split whether crossings become junctions. */
export function joinLines(
  raw: readonly RawLine[],
  tolerance: number,
  split: boolean,
  leftOut: LeftOutList,
): JoinedLines {
  const vertices = new Vertices(tolerance);
  let lines = raw.map(({ flat }) => numbered(flat, vertices));
  const crossings = findCrossings(lines);
  if (split) lines = splitCrossings(lines, crossings).map((flat) => numbered(flat, vertices));
  const uses = new Uint8Array(vertices.count);
  const count = (vertex: number, times: number): void => {
    uses[vertex] = Math.min(2, (uses[vertex] ?? 0) + times);
  };
  for (const { numbers } of lines) {
    for (const vertex of numbers) count(vertex, 1);
    count(numbers[0] ?? 0, 2);
    count(numbers.at(-1) ?? 0, 2);
  }
  const joined: JoinedLines = { edges: [], origins: [], crossings: crossings.length };
  for (const [i, { flat, numbers }] of lines.entries()) {
    const { facts, origin } = raw[i] ?? {};
    if (facts === undefined || origin === undefined) continue;
    if (numbers.length < 2) {
      leftOut.add('too_short', origin);
      continue;
    }
    let from = 0;
    for (let at = 1; at < numbers.length; at++) {
      if ((uses[numbers[at] ?? 0] ?? 0) < 2) continue;
      const line: LngLat[] = [];
      for (let vertex = from; vertex <= at; vertex++)
        line.push([flat[vertex * 2] ?? 0, flat[vertex * 2 + 1] ?? 0]);
      joined.edges.push({ ...facts, from: numbers[from] ?? 0, to: numbers[at] ?? 0, line });
      joined.origins.push(origin);
      from = at;
    }
  }
  return joined;
}

/** Vertices by number; one that is the same as the vertex before it is dropped. */
function numbered(flat: readonly number[], vertices: Vertices): Line {
  const line: Line = { flat: [], numbers: [] };
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const [lng = 0, lat = 0] = [flat[at], flat[at + 1]];
    const number = vertices.numberOf(lng, lat);
    if (line.numbers.at(-1) === number) continue;
    line.flat.push(lng, lat);
    line.numbers.push(number);
  }
  return line;
}
