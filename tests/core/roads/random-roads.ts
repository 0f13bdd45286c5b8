/** Random small networks with everything that has ever broken a router. */
import fc from 'fast-check';
import type { RoadEdgeInput, TurnRestriction } from '../../../src/core/roads/types.ts';
import type { OracleEnd } from './oracle.ts';
import { roadEdge } from './road-edge.ts';

export interface RandomRoads {
  edges: RoadEdgeInput[];
  restrictions: TurnRestriction[];
  /** Milliseconds of each edge. */
  cost: number[];
  nodes: number;
}

/** A street between two of `towns` crossings, cut into pieces by nodes where nothing joins. */
interface Street {
  from: number;
  to: number;
  pieces: { ms: number; forward: number; backward: number; turned: boolean }[];
}

const mask = fc.oneof({ weight: 4, arbitrary: fc.constant(7) }, fc.constantFrom(0, 1, 4, 5, 7));
const ms = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.constantFrom(0, 1, 1, 2),
  fc.integer({ min: 1, max: 900_000 }),
);
const piece = fc.record({ ms, forward: mask, backward: mask, turned: fc.boolean() });
const street = (towns: number): fc.Arbitrary<Street> =>
  fc.record({
    from: fc.nat(towns - 1),
    to: fc.nat(towns - 1),
    pieces: fc.oneof(
      { weight: 3, arbitrary: fc.array(piece, { minLength: 1, maxLength: 1 }) },
      fc.array(piece, { minLength: 2, maxLength: 4 }),
    ),
  });
interface Turning {
  from: number;
  to: number;
  kind: 'no' | 'only';
  truckOnly: boolean;
}

const turn: fc.Arbitrary<Turning> = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  kind: fc.constantFrom<'no' | 'only'>('no', 'no', 'only'),
  truckOnly: fc.boolean(),
});

/** Networks of up to `towns` crossings and `streets` streets, with up to `turns` restrictions. */
export function randomRoads(
  towns: number,
  streets: number,
  turns: number,
): fc.Arbitrary<RandomRoads> {
  return fc
    .integer({ min: 1, max: towns })
    .chain((n) =>
      fc.record({
        n: fc.constant(n),
        streets: fc.array(street(n), { minLength: 1, maxLength: streets }),
        turns: fc.array(turn, { maxLength: turns }),
      }),
    )
    .map(lay);
}

function lay({
  n,
  streets,
  turns,
}: {
  n: number;
  streets: Street[];
  turns: Turning[];
}): RandomRoads {
  const edges: RoadEdgeInput[] = [];
  const cost: number[] = [];
  let nodes = n;
  for (const { from, to, pieces } of streets) {
    let at = from;
    pieces.forEach(({ ms: time, forward, backward, turned }, i) => {
      const next = i === pieces.length - 1 ? to : nodes++;
      edges.push(
        turned ? edge(next, at, backward, forward, time) : edge(at, next, forward, backward, time),
      );
      cost.push(Math.max(1, time));
      at = next;
    });
  }
  const restrictions: TurnRestriction[] = [];
  for (const { from, to, kind, truckOnly } of turns) {
    const first = from % edges.length;
    const via = from % 2 === 0 ? edges[first]!.to : edges[first]!.from;
    const touching = edges.flatMap((one, e) => (one.from === via || one.to === via ? [e] : []));
    const second = touching[to % touching.length]!;
    restrictions.push({
      kind,
      from: first,
      via,
      to: second,
      modes: truckOnly ? ['truck'] : ['car', 'truck'],
    });
  }
  return { edges, restrictions, cost, nodes };
}

function edge(
  from: number,
  to: number,
  forward: number,
  backward: number,
  time: number,
): RoadEdgeInput {
  const place = (node: number): [number, number] => [
    121 + (node % 7) * 1e-3,
    25 + Math.floor(node / 7) * 1e-3,
  ];
  const line = time === 0 ? [place(from), place(from)] : [place(from), place(to)];
  const seconds = time === 0 ? null : time / 1000;
  return roadEdge(from * 1000 - 3, to * 1000 - 3, line, { forward, backward, seconds });
}

/** Places on such a network: at nodes and inside edges. */
export const randomEnd = ({ edges }: RandomRoads): fc.Arbitrary<OracleEnd> =>
  fc.oneof(
    fc.record({ edge: fc.nat(edges.length - 1), along: fc.constantFrom(0, 1, 0.5, 0.25, 0.999) }),
    fc.record({
      edge: fc.nat(edges.length - 1),
      along: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.nat(edges.length - 1).map((e) => ({ node: edges[e]!.from })),
  );
