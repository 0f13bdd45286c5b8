/**
 * Ways cut into edges at every node that another way, another passage of the same way, a barrier or a restriction uses.
 * Roads join where they share a node and nowhere else: a bridge over a road has no node with it, so they stay apart.
 */
import { greatCircle } from '../../geo/distance.ts';
import type { RoadEdgeInput } from '../types.ts';
import type { Gathered, KeptWay } from './gather.ts';

export interface CutWays {
  edges: RoadEdgeInput[];
  /** Way id of each edge. */
  wayOf: number[];
}

/** Node numbers of a way in runs without gaps: an extract may have left nodes out at its border. */
function runsOf(way: KeptWay, gathered: Gathered): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let missing = false;
  for (const ref of way.refs) {
    const index = gathered.nodes.indexOf(ref);
    if (index < 0) {
      missing = true;
      if (run.length > 1) runs.push(run);
      run = [];
      // The same node twice in a row is a slip of the pen.
    } else if (run.at(-1) !== index) run.push(index);
  }
  if (run.length > 1) runs.push(run);
  if (missing) gathered.leftOut.add('nodes_missing', `way ${way.id}`);
  else if (runs.length === 0) gathered.leftOut.add('no_geometry', `way ${way.id}`);
  return runs;
}

export function cutWays(gathered: Gathered): CutWays {
  const { nodes, ways, limits, restrictions } = gathered;
  // How many ends and passages a node has, as far as two.
  const uses = new Uint8Array(nodes.size);
  const count = (index: number, times: number): void => {
    uses[index] = Math.min(2, (uses[index] ?? 0) + times);
  };
  const pieces: { way: KeptWay; run: number[] }[] = [];
  for (const way of ways)
    for (const run of runsOf(way, gathered)) {
      pieces.push({ way, run });
      for (const index of run) count(index, 1);
      count(run[0] ?? 0, 2);
      count(run.at(-1) ?? 0, 2);
    }
  for (const id of [...limits.keys(), ...restrictions.map(({ restriction }) => restriction.via)]) {
    const index = nodes.indexOf(id);
    if (index >= 0) count(index, 2);
  }
  const cut: CutWays = { edges: [], wayOf: [] };
  for (const { way, run } of pieces) {
    const first = cut.edges.length;
    let from = 0;
    for (let i = 1; i < run.length; i++) {
      if ((uses[run[i] ?? 0] ?? 0) < 2) continue;
      const line = run.slice(from, i + 1).map((index) => nodes.place(index));
      cut.edges.push({ ...way.facts, from: run[from] ?? 0, to: run[i] ?? 0, line });
      cut.wayOf.push(way.id);
      from = i;
    }
    if (way.facts.seconds !== null) shareTime(cut.edges, first, way.facts.seconds);
  }
  return cut;
}

/** A crossing's time, shared among its edges by their length. */
function shareTime(edges: RoadEdgeInput[], first: number, seconds: number): void {
  const lengths = edges.slice(first).map(({ line }) => {
    let sum = 0;
    for (let i = 1; i < line.length; i++)
      sum += greatCircle(line[i - 1] ?? [0, 0], line[i] ?? [0, 0]);
    return sum;
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  for (const [i, length] of lengths.entries()) {
    const edge = edges[first + i];
    if (edge !== undefined)
      edge.seconds = whole > 0 ? (seconds * length) / whole : seconds / lengths.length;
  }
}
