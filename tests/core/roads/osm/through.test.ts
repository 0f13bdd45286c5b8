/** Turn restrictions whose roads run on through the junction: which half is meant follows from the turn they name. */
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../../src/core/roads/network.ts';
import { EMERGENCY_CAR } from '../../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../../src/core/roads/router.ts';
import { routeMeters } from '../../../../src/core/roads/search/routes.ts';
import type { RoadsRead } from '../../../../src/core/roads/incoming.ts';
import { node, osm, relation, roadsOf, way } from './support.ts';
import { routeBetween } from '../asked.ts';

const road = { highway: 'residential' };
const [WEST, EAST, SOUTH, NORTH, VIA] = [1, 2, 3, 4, 5];
const places = [
  node(1, -0.001, 29),
  node(2, 0.001, 29),
  node(3, 0, 28.999),
  node(4, 0, 29.001),
  node(5, 0, 29),
];

interface Turn {
  from: number | readonly number[];
  to: number | readonly number[];
  kind: string;
}
const turn = ({ from, to, kind }: Turn): string =>
  relation(
    7,
    [
      ...[from].flat().map((ref): [string, number, string] => ['way', ref, 'from']),
      ['node', VIA, 'via'],
      ...[to].flat().map((ref): [string, number, string] => ['way', ref, 'to']),
    ],
    { type: 'restriction', restriction: kind },
  );

/** Restrictions as [from where, kind, to where] by the compass, whichever way the edges were drawn. */
function restrictionsIn({ input }: RoadsRead): unknown[] {
  const corner = (edge: number, via: number): string => {
    const { line, from } = input.edges[edge]!;
    const [lng, lat] = from === via ? line.at(-1)! : line[0]!;
    if (lng < -1e-4) return 'west';
    if (lng > 1e-4) return 'east';
    return lat < 29 ? 'south' : 'north';
  };
  return input.restrictions.map(({ kind, from, to, via }) => [
    corner(from, via),
    kind,
    corner(to, via),
  ]);
}
const reasons = ({ leftOut }: RoadsRead): unknown[] =>
  leftOut.map(({ reason, count }) => [reason, count]);

/** Way 1 comes from the south and ends here; way 2 runs through from west to east. */
const tee = (
  one: Turn,
  through: readonly number[] = [WEST, VIA, EAST],
  tags = road,
): Promise<RoadsRead> =>
  roadsOf(osm(...places, way(1, [SOUTH, VIA], road), way(2, through, tags), turn(one)));

describe('a road that runs on through the junction', () => {
  it.each([
    ['no_left_turn', 'no', 'west'],
    ['no_right_turn', 'no', 'east'],
    ['only_left_turn', 'only', 'west'],
    ['only_right_turn', 'only', 'east'],
  ])('as the one turned into: %s', async (kind, is, where) => {
    for (const through of [
      [WEST, VIA, EAST],
      [EAST, VIA, WEST],
    ]) {
      const read = await tee({ from: 1, to: 2, kind }, through);
      expect(restrictionsIn(read)).toEqual([['south', is, where]]);
      expect(read.leftOut).toEqual([]);
    }
  });

  it.each([
    ['no_left_turn', 'no', 'east'],
    ['no_right_turn', 'no', 'west'],
    ['only_left_turn', 'only', 'east'],
    ['only_right_turn', 'only', 'west'],
  ])('as the one turned out of: %s', async (kind, is, where) => {
    expect(restrictionsIn(await tee({ from: 2, to: 1, kind }))).toEqual([[where, is, 'south']]);
  });

  /** Way 1 from the south; way 2 runs from the north through here and turns off to the west. */
  const bend = (one: Turn): Promise<RoadsRead> =>
    roadsOf(
      osm(...places, way(1, [SOUTH, VIA], road), way(2, [NORTH, VIA, WEST], road), turn(one)),
    );

  it('as the one gone straight on into', async () => {
    expect(restrictionsIn(await bend({ from: 1, to: 2, kind: 'no_straight_on' }))).toEqual([
      ['south', 'no', 'north'],
    ]);
    expect(restrictionsIn(await bend({ from: 1, to: 2, kind: 'only_straight_on' }))).toEqual([
      ['south', 'only', 'north'],
    ]);
    expect(restrictionsIn(await bend({ from: 2, to: 1, kind: 'no_straight_on' }))).toEqual([
      ['north', 'no', 'south'],
    ]);
  });

  it('as the other carriageway one turns back onto', async () => {
    // Way 2 comes from the north and goes back south beside way 1.
    const beside = node(9, 0.0001, 28.999);
    const read = await roadsOf(
      osm(
        ...places,
        beside,
        way(1, [SOUTH, VIA], road),
        way(2, [NORTH, VIA, 9], road),
        turn({ from: 1, to: 2, kind: 'no_u_turn' }),
      ),
    );
    expect(restrictionsIn(read)).toEqual([['south', 'no', 'south']]);
    const [one] = read.input.restrictions;
    expect(one?.to).not.toBe(one?.from);
  });

  it('as both, where only one half can be come from', async () => {
    const oneWay = { ...road, oneway: 'yes' };
    const crossing = (tags: typeof road): Promise<RoadsRead> =>
      roadsOf(
        osm(
          ...places,
          way(1, [SOUTH, VIA, NORTH], tags),
          way(2, [WEST, VIA, EAST], road),
          turn({ from: 1, to: 2, kind: 'no_left_turn' }),
        ),
      );
    expect(restrictionsIn(await crossing(oneWay))).toEqual([['south', 'no', 'west']]);
    // From the south one turns left to the west, from the north to the east: either may be meant.
    const open = await crossing(road);
    expect(restrictionsIn(open)).toEqual([]);
    expect(reasons(open)).toEqual([['restriction_ambiguous', 1]]);
  });

  it('as a ring that comes back to the junction', async () => {
    const ring = await roadsOf(
      osm(
        ...places,
        way(1, [SOUTH, VIA], road),
        way(2, [VIA, NORTH, EAST, VIA, WEST], road),
        turn({ from: 1, to: 2, kind: 'no_left_turn' }),
      ),
    );
    // The ring is entered straight on or to the right, so that it is not what lies to the left.
    expect(restrictionsIn(ring)).toEqual([['south', 'no', 'west']]);
  });

  it('is told by the junction itself, not by where the road ends up', async () => {
    // Leaves to the east for 30 m, then bends back to the far west.
    const bent = [node(21, 0.0003, 29), node(22, 0.0003, 29.002), node(23, -0.02, 29.002)];
    const read = await roadsOf(
      osm(
        ...places,
        ...bent,
        way(1, [SOUTH, VIA], road),
        way(2, [WEST, VIA, 21, 22, 23], road),
        turn({ from: 1, to: 2, kind: 'no_right_turn' }),
      ),
    );
    const [one] = read.input.restrictions;
    expect(read.input.edges[one!.to]?.line).toHaveLength(4);
  });

  it('does not take a vertex a step from the junction for the direction of the road', async () => {
    // The first metre of the eastern half is drawn towards the north-west.
    const slip = node(21, -0.00001, 29.00001);
    const read = await roadsOf(
      osm(
        ...places,
        slip,
        way(1, [SOUTH, VIA], road),
        way(2, [WEST, VIA, 21, EAST], road),
        turn({ from: 1, to: 2, kind: 'no_right_turn' }),
      ),
    );
    expect(read.input.edges[read.input.restrictions[0]!.to]?.line).toHaveLength(3);
  });

  it('stays out and is counted where the geometry does not decide', async () => {
    // No turn in the name; a fork of which both arms lie to the left; a road gone straight on into that lies across.
    expect(reasons(await tee({ from: 1, to: 2, kind: 'no_entry' }))).toEqual([
      ['restriction_ambiguous', 1],
    ]);
    const fork = await roadsOf(
      osm(
        ...places,
        node(9, -0.001, 29.001),
        way(1, [SOUTH, VIA], road),
        way(2, [WEST, VIA, 9], road),
        turn({ from: 1, to: 2, kind: 'no_left_turn' }),
      ),
    );
    expect([restrictionsIn(fork), reasons(fork)]).toEqual([[], [['restriction_ambiguous', 1]]]);
    const across = await tee({ from: 1, to: 2, kind: 'no_straight_on' });
    expect([restrictionsIn(across), reasons(across)]).toEqual([[], [['restriction_ambiguous', 1]]]);
  });

  it('sends a car around instead of to the left', async () => {
    const block = [
      node(1, 113, 28.99),
      node(2, 113, 29),
      node(3, 112.99, 29),
      node(4, 113.01, 29),
      node(5, 113.01, 28.99),
    ];
    const ways = [
      way(10, [1, 2], { highway: 'tertiary' }),
      way(11, [3, 2, 4], { highway: 'primary' }),
      way(12, [1, 5, 4], { highway: 'residential' }),
    ];
    const left = relation(
      1,
      [
        ['way', 10, 'from'],
        ['node', 2, 'via'],
        ['way', 11, 'to'],
      ],
      { type: 'restriction', restriction: 'no_left_turn' },
    );
    const drive = async (...rest: string[]): Promise<{ seconds: number; meters: number }> => {
      const { input } = await roadsOf(osm(...block, ...ways, ...rest));
      const network = openNetwork(buildNetwork(input));
      const router = makeRouter(network, EMERGENCY_CAR);
      const route = routeBetween(
        router,
        router.snap([113, 28.99], 50)[0]!,
        router.snap([112.99, 29], 50)[0]!,
      )!;
      return { seconds: route.ms / 1000, meters: routeMeters(network, route) };
    };
    const free = await drive();
    expect(free.seconds).toBeCloseTo(154, 0);
    const bound = await drive(left);
    expect(bound.seconds).toBeCloseTo(408, 0);
    expect(bound.meters / 10).toBeCloseTo(403, 0);
  });
});
