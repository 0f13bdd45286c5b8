import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../src/core/model/index.ts';
import { EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import { routeLine } from '../../../src/core/roads/search/routes.ts';
import { layOut } from './laid.ts';
import { roadEdge } from './road-edge.ts';
import { oneToMany, routeBetween } from './asked.ts';

/**
 *        3
 *        |  北街 (north)
 *  0 --- 1 --- 2 --- 5   东街 (east); 1-2 is one-way east, 2-5 has a weak bridge
 *        |
 *        4           南街 (south), narrow
 */
const at: Record<number, LngLat> = {
  0: [121, 25],
  1: [121.01, 25],
  2: [121.02, 25],
  3: [121.01, 25.01],
  4: [121.01, 24.99],
  5: [121.03, 25],
};
const street = (from: number, to: number, name: string, other = {}) =>
  roadEdge(from, to, [at[from]!, at[to]!], { name, speedKmh: 36, ...other });
const edges = [
  street(0, 1, '东街'),
  street(1, 2, '东街', { backward: 4 }),
  street(1, 3, '北街'),
  street(4, 1, '南街', { widthM: 2.2 }),
  street(2, 5, '东街', { bridge: true, maxWeightT: 10 }),
];
const noLeft = {
  kind: 'no' as const,
  from: 0,
  via: 1,
  to: 2,
  modes: ['car' as const, 'truck' as const],
};
const plain = { ...EMERGENCY_CAR, signedShare: 1 };

describe('a route in words', () => {
  const { network, endOf } = layOut({ edges, restrictions: [noLeft] });
  const car = makeRouter(network, plain);
  const node = (key: number) => endOf({ node: key });

  it('goes on along one name, says turns and their side', () => {
    const east = routeBetween(car, node(0), node(5))!;
    expect(car.steps(east).map(({ turn, name }) => [turn, name])).toEqual([['depart', '东街']]);
    expect(east.ms).toBeGreaterThan(300_000);
    const south = car.steps(routeBetween(car, node(0), node(4))!);
    expect(south.map(({ turn, name }) => [turn, name])).toEqual([
      ['depart', '东街'],
      ['right', '南街'],
    ]);
    expect(south[0]!.meters).toBeCloseTo(1007.8, 0);
    expect(south[0]!.seconds).toBeCloseTo(100.78, 1);
    expect(routeLine(network, routeBetween(car, node(0), node(4))!)).toEqual([at[0], at[1], at[4]]);
    expect(car.steps(routeBetween(car, node(4), node(3))!).map(({ turn }) => turn)).toEqual([
      'depart',
      'straight',
    ]);
  });

  it('turns back where a left turn is not allowed, but walks it', () => {
    const around = car.steps(routeBetween(car, node(0), node(3))!);
    expect(around.map(({ turn, name }) => [turn, name])).toEqual([
      ['depart', '东街'],
      ['right', '南街'],
      ['turn-back', '南街'],
      ['straight', '北街'],
    ]);
    const foot = makeRouter(network, ON_FOOT);
    expect(foot.steps(routeBetween(foot, node(0), node(3))!).map(({ turn }) => turn)).toEqual([
      'depart',
      'left',
    ]);
  });

  it('keeps one-way streets, and the sizes of a truck', () => {
    expect(routeBetween(car, node(2), node(0))).toBeNull();
    const foot = makeRouter(network, ON_FOOT);
    expect(routeBetween(foot, node(2), node(0))).not.toBeNull();
    const truck = makeRouter(network, HEAVY_TRUCK);
    expect(
      [...oneToMany(truck, node(0), [node(2), node(4), node(5)])].map((ms) => ms !== UNREACHED),
    ).toEqual([true, false, false]);
    const small = makeRouter(network, { ...HEAVY_TRUCK, widthM: 2.2, weightT: 10 });
    expect([...oneToMany(small, node(0), [node(4), node(5)])]).not.toContain(UNREACHED);
  });

  it('begins and ends inside edges', () => {
    const route = routeBetween(
      car,
      endOf({ edge: 0, along: 0.5 }),
      endOf({ edge: 3, along: 0.25 }),
    )!;
    expect(routeLine(network, route)).toEqual([[121.005, 25], at[1], [121.01, 24.9925]]);
    const back = routeBetween(
      car,
      endOf({ edge: 0, along: 0.75 }),
      endOf({ edge: 0, along: 0.25 }),
    )!;
    expect(routeLine(network, back)).toEqual([
      [121.0075, 25],
      [121.0025, 25],
    ]);
  });
});

/**
 *            3
 *            |
 *        ,-- c --.
 *  0 --- a       e --- 4     a ring driven counter-clockwise: a → b → e → c → a
 *        `-- b --'
 *            |
 *            2
 */
describe('a roundabout', () => {
  const place: Record<number, LngLat> = {
    0: [121, 25],
    2: [121.02, 24.98],
    3: [121.02, 25.02],
    4: [121.04, 25],
    10: [121.019, 25],
    11: [121.02, 24.999],
    12: [121.021, 25],
    13: [121.02, 25.001],
  };
  const road = (from: number, to: number, name: string | null, other = {}) =>
    roadEdge(from, to, [place[from]!, place[to]!], { name, speedKmh: 36, ...other });
  const ring = (from: number, to: number) =>
    road(from, to, null, { backward: 4, roundabout: true });
  const spokes = [
    road(0, 10, '西路'),
    road(11, 2, '南路'),
    road(12, 4, '东路'),
    road(13, 3, '北路'),
  ];
  const { network, endOf } = layOut({
    edges: [...spokes, ring(10, 11), ring(11, 12), ring(12, 13), ring(13, 10)],
    restrictions: [],
  });
  const car = makeRouter(network, plain);
  const stepsBetween = (from: number, to: number) =>
    car
      .steps(routeBetween(car, endOf({ node: from }), endOf({ node: to }))!)
      .map(({ turn, name, exit }) => [turn, name, exit]);

  it('is one step with its exit and the road one leaves it by', () => {
    expect(stepsBetween(0, 2)).toEqual([
      ['depart', '西路', null],
      ['roundabout', '南路', 1],
    ]);
    expect(stepsBetween(0, 4).at(-1)).toEqual(['roundabout', '东路', 2]);
    expect(stepsBetween(0, 3).at(-1)).toEqual(['roundabout', '北路', 3]);
    expect(stepsBetween(4, 2).at(-1)).toEqual(['roundabout', '南路', 3]);
  });

  it('has no exit where the route ends inside, and none is counted where it begins inside', () => {
    expect(stepsBetween(0, 12).at(-1)).toEqual(['roundabout', null, null]);
    expect(stepsBetween(10, 4)).toEqual([
      ['depart', null, null],
      ['slight-right', '东路', null],
    ]);
  });

  it('does not count a road that only leads in', () => {
    const inward = road(12, 4, '东路', { forward: 4 });
    const rings = [ring(10, 11), ring(11, 12), ring(12, 13), ring(13, 10)];
    const other = layOut({
      edges: [spokes[0]!, spokes[1]!, inward, spokes[3]!, ...rings],
      restrictions: [],
    });
    const router = makeRouter(other.network, plain);
    const steps = router.steps(
      routeBetween(router, other.endOf({ node: 0 }), other.endOf({ node: 3 }))!,
    );
    expect(steps.at(-1)).toMatchObject({ turn: 'roundabout', name: '北路', exit: 2 });
  });
});
