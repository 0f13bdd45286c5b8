/** Ways to edges: where roads join, where they do not, and what stands on them. */
import { describe, expect, it } from 'vitest';
import { reportRoads } from '../../../../src/core/roads/report.ts';
import { MODE_BIT } from '../../../../src/core/roads/types.ts';
import { node, osm, relation, roadsOf, row, way } from './support.ts';

const { car, truck, foot } = MODE_BIT;
const road = { highway: 'residential' };

describe('ways become edges', () => {
  it('cuts a way where another shares a node', async () => {
    const { input, origins } = await roadsOf(
      osm(...row(3), node(9, 0.001, 0.001), way(1, [1, 2, 3], road), way(2, [2, 9], road)),
    );
    expect(origins).toEqual(['way 1', 'way 1', 'way 2']);
    expect(input.edges[0]?.to).toBe(input.edges[1]?.from);
    expect(input.edges[2]?.from).toBe(input.edges[0]?.to);
  });

  it('keeps a road together that nobody joins on the way', async () => {
    const { input } = await roadsOf(osm(...row(5), way(1, [1, 2, 3, 4, 5], road)));
    expect(input.edges).toHaveLength(1);
    expect(input.edges[0]?.line).toHaveLength(5);
  });

  it('does not join a bridge with the road below it, even at one place', async () => {
    const crossing = [node(1, -0.001, 0), node(2, 0.001, 0), node(3, 0, -0.001), node(4, 0, 0.001)];
    const under = [node(5, 0, 0), node(6, 0, 0)];
    const apart = await roadsOf(
      osm(
        ...crossing,
        ...under,
        way(1, [1, 5, 2], { ...road, bridge: 'yes', layer: '1' }),
        way(2, [3, 6, 4], road),
      ),
    );
    expect(reportRoads(apart).components).toBe(2);
    const joined = await roadsOf(
      osm(...crossing, ...under, way(1, [1, 5, 2], road), way(2, [3, 5, 4], road)),
    );
    expect(reportRoads(joined).components).toBe(1);
  });

  it('cuts a way that meets itself', async () => {
    const square = [node(1, 0, 0), node(2, 0.001, 0), node(3, 0.001, 0.001), node(4, 0, 0.001)];
    const loop = await roadsOf(osm(...square, way(1, [1, 2, 3, 4, 2], road)));
    expect(loop.input.edges).toHaveLength(2);
    expect(loop.input.edges[1]?.from).toBe(loop.input.edges[1]?.to);
  });

  it('shares the time of a crossing by length', async () => {
    const { input } = await roadsOf(
      osm(
        ...row(2),
        node(3, 0.004, 0),
        way(1, [1, 2, 3], { route: 'ferry', duration: '00:20' }),
        way(2, [2, 9], road),
        node(9, 0.001, 1),
      ),
    );
    const [first, second] = input.edges;
    expect(first?.seconds).toBeCloseTo(300, 6);
    expect(second?.seconds).toBeCloseTo(900, 6);
    expect(first).toMatchObject({ ferry: true, class: 'ferry' });
  });

  it('breaks a way where the extract lacks a node, and says so', async () => {
    const { input, leftOut } = await roadsOf(
      osm(...row(2), node(4, 0.003, 0), node(5, 0.004, 0), way(1, [1, 2, 3, 4, 5], road)),
    );
    expect(input.edges).toHaveLength(2);
    expect(leftOut).toEqual([{ reason: 'nodes_missing', count: 1, examples: ['way 1'] }]);
  });

  it('finds nodes whatever their order, before and after the ways', async () => {
    const { input } = await roadsOf(osm(way(1, [3, 1, 2], road), ...row(3).reverse()));
    expect(input.edges[0]?.line).toEqual([
      [0.002, 0],
      [0, 0],
      [0.001, 0],
    ]);
  });

  it('counts limits by the hour, of whatever kind', async () => {
    const timed = [
      'maxweight:conditional',
      'maxheight:forward:conditional',
      'maxweight:hgv:conditional',
    ].map((key, i) => way(i + 1, [1, 2], { ...road, [key]: '3.5 @ (22:00-06:00)' }));
    const { notes, input } = await roadsOf(osm(...row(2), ...timed));
    expect(notes).toContainEqual({ note: 'conditional_access', params: { count: 3 } });
    expect(input.edges.map(({ maxWeightT, maxHeightM }) => maxWeightT ?? maxHeightM)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('refuses a file without any road', async () => {
    await expect(
      roadsOf(osm(...row(2), way(1, [1, 2], { building: 'yes' }))),
    ).rejects.toMatchObject({
      code: 'no_roads',
    });
  });
});

describe('what stands on a road', () => {
  it('puts a bollard between two halves: people pass, cars do not', async () => {
    const { input } = await roadsOf(
      osm(...row(3, { 2: { barrier: 'bollard' } }), way(1, [1, 2, 3], road)),
    );
    expect(input.edges).toHaveLength(3);
    const [before, after, gate] = input.edges;
    expect(before?.to).not.toBe(after?.from);
    expect(gate).toMatchObject({
      forward: foot,
      backward: foot,
      from: before?.to,
      to: after?.from,
    });
    expect(
      reportRoads(
        await roadsOf(osm(...row(3, { 2: { barrier: 'bollard' } }), way(1, [1, 2, 3], road))),
      ).components,
    ).toBe(1);
  });

  it('lets a crew lower a bollard, and takes a gate for open', async () => {
    const lowered = await roadsOf(
      osm(...row(3, { 2: { barrier: 'bollard', bollard: 'rising' } }), way(1, [1, 2, 3], road)),
    );
    expect(lowered.input.edges[2]?.forward).toBe(foot + car);
    const gate = await roadsOf(osm(...row(3, { 2: { barrier: 'gate' } }), way(1, [1, 2, 3], road)));
    expect(gate.input.edges).toHaveLength(1);
    const locked = await roadsOf(
      osm(...row(3, { 2: { barrier: 'gate', access: 'private' } }), way(1, [1, 2, 3], road)),
    );
    expect(locked.input.edges[2]?.forward).toBe(car + truck);
  });

  it('gives a low bar to the point it hangs at', async () => {
    const { input } = await roadsOf(
      osm(
        ...row(3, { 2: { barrier: 'height_restrictor', maxheight: '2.1' } }),
        way(1, [1, 2, 3], road),
      ),
    );
    expect(input.edges.map(({ maxHeightM }) => maxHeightM)).toEqual([null, null, 2.1]);
  });
});

describe('turn restrictions', () => {
  const crossing = [
    ...row(3),
    node(4, 0.001, 0.001),
    way(1, [1, 2], road),
    way(2, [2, 3], road),
    way(3, [2, 4], road),
  ];
  const turn = (tags: Record<string, string>, members: [string, number, string][] = []): string =>
    relation(
      7,
      members.length > 0
        ? members
        : [
            ['way', 1, 'from'],
            ['node', 2, 'via'],
            ['way', 3, 'to'],
          ],
      { type: 'restriction', ...tags },
    );

  it('forbids a turn for vehicles', async () => {
    const { input } = await roadsOf(osm(...crossing, turn({ restriction: 'no_left_turn' })));
    expect(input.restrictions).toEqual([
      { kind: 'no', from: 0, via: input.edges[0]?.to, to: 2, modes: ['car', 'truck'] },
    ]);
  });

  it('keeps only_* as what must be done', async () => {
    const { input } = await roadsOf(osm(...crossing, turn({ restriction: 'only_left_turn' })));
    expect(input.restrictions[0]).toMatchObject({ kind: 'only', from: 0, to: 2 });
  });

  it('knows whom a restriction spares and whom alone it binds', async () => {
    const modes = async (tags: Record<string, string>): Promise<unknown> =>
      (await roadsOf(osm(...crossing, turn(tags)))).input.restrictions.map((one) => one.modes);
    expect(await modes({ restriction: 'no_left_turn', except: 'emergency;psv' })).toEqual([
      ['truck'],
    ]);
    expect(await modes({ restriction: 'no_left_turn', except: 'hgv' })).toEqual([['car']]);
    expect(await modes({ restriction: 'no_left_turn', except: 'emergency;hgv' })).toEqual([]);
    expect(await modes({ 'restriction:hgv': 'no_left_turn' })).toEqual([['truck']]);
    expect(await modes({ 'restriction:bicycle': 'no_left_turn' })).toEqual([]);
    expect(await modes({ restriction: 'no_right_turn_on_red' })).toEqual([]);
  });

  it('forbids to turn back on one road', async () => {
    const back = turn({ restriction: 'no_u_turn' }, [
      ['way', 1, 'from'],
      ['node', 2, 'via'],
      ['way', 1, 'to'],
    ]);
    expect((await roadsOf(osm(...crossing, back))).input.restrictions[0]).toMatchObject({
      from: 0,
      to: 0,
    });
  });

  it('takes every way of a no_entry', async () => {
    const entry = turn({ restriction: 'no_entry' }, [
      ['way', 1, 'from'],
      ['way', 3, 'from'],
      ['node', 2, 'via'],
      ['way', 2, 'to'],
    ]);
    const { input } = await roadsOf(osm(...crossing, entry));
    expect(input.restrictions.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 1],
    ]);
  });

  it('counts what it cannot use, by reason', async () => {
    const reasons = async (one: string): Promise<string[]> =>
      (await roadsOf(osm(...crossing, one))).leftOut.map(({ reason }) => reason);
    expect(
      await reasons(turn({ 'restriction:conditional': 'no_left_turn @ (07:00-09:00)' })),
    ).toEqual(['restriction_conditional']);
    expect(
      await reasons(
        turn({ restriction: 'no_left_turn' }, [
          ['way', 1, 'from'],
          ['way', 2, 'via'],
          ['way', 3, 'to'],
        ]),
      ),
    ).toEqual(['restriction_via_way']);
    expect(await reasons(turn({ restriction: 'no_fun' }))).toEqual(['restriction_unreadable']);
    expect(
      await reasons(
        turn({ restriction: 'no_left_turn' }, [
          ['way', 1, 'from'],
          ['node', 3, 'via'],
          ['way', 3, 'to'],
        ]),
      ),
    ).toEqual(['restriction_not_in_network']);
    const through = [
      ...row(3),
      node(4, 0.001, 0.001),
      way(1, [1, 2, 3], road),
      way(3, [2, 4], road),
    ];
    const leftOut = (await roadsOf(osm(...through, turn({ restriction: 'no_entry' })))).leftOut;
    expect(leftOut.map(({ reason }) => reason)).toEqual(['restriction_ambiguous']);
  });
});
