/** From lists of edges and turn restrictions to the network's one buffer. */
import { packBarriers } from '../barriers/pack.ts';
import { writeSections } from '../layout.ts';
import { MODE_BIT } from '../types.ts';
import type { RoadNetworkInput } from '../types.ts';
import { boxesOf } from './boxes.ts';
import { chainsOf } from './chains.ts';
import { factsOf } from './columns.ts';
import { shapesOf } from './shapes.ts';

/**
 * Builds the network; about a second per 200,000 edges. The same input gives the same bytes.
 * @throws RangeError naming the edge or restriction that cannot be used (a line of one place, a place off the earth,
 * a node key or class that is none, a restriction whose edges do not touch its node).
 */
export function buildNetwork(input: RoadNetworkInput): ArrayBuffer {
  const { edges } = input;
  const shapes = shapesOf(edges);
  const n = edges.length;
  const edgeFrom = new Uint32Array(n);
  const edgeTo = new Uint32Array(n);
  const numbers = new Map<number, number>();
  const xy: number[] = [];
  const node = (key: number, vertex: number): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    xy.push(shapes.shape[2 * vertex]!, shapes.shape[2 * vertex + 1]!);
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  for (let e = 0; e < n; e++) {
    const { from, to } = edges[shapes.edgeOrigin[e]!]!;
    edgeFrom[e] = node(from, shapes.edgeShape[e]!);
    edgeTo[e] = node(to, shapes.edgeShape[e + 1]! - 1);
  }
  const { rows, vias } = turnRows(input, shapes.edgeOrigin, numbers);
  const chains = chainsOf(numbers.size, edgeFrom, edgeTo, vias);
  for (let row = 0; row < rows.length; row += 5) rows[row] = chains.nodeJunction[rows[row]!]!;
  return writeSections({
    nodeXY: Int32Array.from(xy),
    edgeFrom,
    edgeTo,
    ...shapes,
    ...factsOf(edges, shapes.edgeOrigin),
    ...chains,
    turns: Uint32Array.from(rows),
    boxes: boxesOf(shapes.edgeShape, shapes.shape),
    source: new TextEncoder().encode(input.source),
    barriers: packBarriers(input.barriers),
  });
}

/** Restrictions as rows of `turns` (with the node in place of its junction), and the nodes they are at. */
function turnRows(
  { edges, restrictions }: RoadNetworkInput,
  edgeOrigin: Uint32Array,
  numbers: ReadonlyMap<number, number>,
): { rows: number[]; vias: Set<number> } {
  const placeOf = new Uint32Array(edges.length);
  edgeOrigin.forEach((origin, e) => (placeOf[origin] = e));
  const rows: number[] = [];
  const vias = new Set<number>();
  restrictions.forEach(({ kind, from, via, to, modes }, i) => {
    for (const edge of [edges[from], edges[to]]) {
      if (edge === undefined || (edge.from !== via && edge.to !== via)) {
        throw new RangeError(`restriction ${i}: its edges do not touch node ${via}`);
      }
    }
    const node = numbers.get(via)!;
    vias.add(node);
    const mask = modes.reduce((bits, mode) => bits | MODE_BIT[mode], 0);
    rows.push(node, placeOf[from]!, placeOf[to]!, kind === 'only' ? 1 : 0, mask);
  });
  return { rows, vias };
}
