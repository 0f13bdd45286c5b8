/** The incident is put on roads with the same care as a candidate: joined ones, on the ground here, the walk from them told. */
import { describe, expect, it } from 'vitest';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

type Node = [key: number, lng: number, lat: number];
const edge = (from: Node, to: Node, more: Partial<RoadEdgeInput> = {}): RoadEdgeInput =>
  roadEdge(
    from[0],
    to[0],
    [
      [from[1], from[2]],
      [to[1], to[2]],
    ],
    more,
  );
const serviceOf = (...edges: RoadEdgeInput[]): RouterService =>
  new RouterService(buildNetwork({ edges, restrictions: [], source: 'test' }));
/** The same with a river far off, so that water is known. */
const mappedServiceOf = (...edges: RoadEdgeInput[]): RouterService => {
  const river = {
    kind: 'water',
    lines: [
      [
        [114, 29],
        [114, 30],
      ] as LngLat[],
    ],
    isArea: false,
  } as const;
  return new RouterService(
    buildNetwork({ edges, restrictions: [], barriers: [river], source: 'test' }),
  );
};
const ask = (service: RouterService, place: LngLat, ...others: LngLat[]) =>
  service.times({ by: 'emergency-car', place, others: Float64Array.from(others.flat()) });

/** A main street from west to east, 39 m south of the incident. */
const W: Node = [1, 112.98, 28.9997];
const M: Node = [2, 113, 28.9997];
const E: Node = [3, 113.02, 28.9997];
const street = [edge(W, M), edge(M, E)];
const teams: LngLat[] = [
  [112.981, 28.9997],
  [113.019, 28.9997],
];
const incident: LngLat = [113, 29.00005];

describe('an incident beside a road that is no route to it', () => {
  it('joined to nothing: the street 39 m away is used, and the walk from there is told', () => {
    const aisle = edge([10, 112.9998, 29.0001], [11, 113.0002, 29.0001], { class: 'service' });
    const times = ask(serviceOf(...street, aisle), incident, ...teams);
    for (const time of times) {
      expect(time).toMatchObject({ tag: 'reached', remarks: [{ tag: 'other-home' }] });
      if (time.tag === 'reached') expect(time.offRoad).toBeCloseTo(39, 0);
    }
  });

  it('leading only out: vehicles stop on the street', () => {
    const out = edge([10, 113, 29.0001], M, { class: 'service', backward: 4 });
    for (const time of ask(serviceOf(...street, out), [113.0004, 29.0001], ...teams))
      expect(time).toMatchObject({
        tag: 'reached',
        remarks: [{ tag: 'other-home' }, { tag: 'barred', by: [{ by: 'one-way' }] }],
      });
  });

  it('behind many aisles of the same lot', () => {
    const aisles = Array.from({ length: 40 }, (_, i) =>
      edge(
        [100 + 2 * i, 112.9998, 29.0001 + i * 1e-6],
        [101 + 2 * i, 113.0002, 29.0001 + i * 1e-6],
        {
          class: 'service',
        },
      ),
    );
    for (const time of ask(serviceOf(...street, ...aisles), incident, ...teams))
      expect(time.tag).toBe('reached');
  });

  it('is still not reached where no road within a stated distance is joined', () => {
    const aisle = edge([10, 112.9998, 29.0021], [11, 113.0002, 29.0021], { class: 'service' });
    expect(ask(serviceOf(...street, aisle), [113, 29.002], ...teams).map(({ tag }) => tag)).toEqual(
      ['unreached', 'unreached'],
    );
  });

  it('in a lane with crossings of its own that a slide cuts off: the street 39 m away is used', () => {
    const lane: Node = [10, 113.0005, 29.0003];
    const service = serviceOf(
      ...Array.from({ length: 40 }, (_, i) =>
        edge([20 + i, 112.97, 28.99 + i * 1e-4], [21 + i, 112.97, 28.9901 + i * 1e-4]),
      ),
      ...Array.from({ length: 40 }, (_, i) => edge([20 + i, 112.97, 28.99 + i * 1e-4], W)),
      ...street,
      edge(E, [11, 113.02, 29.0003]),
      edge([11, 113.02, 29.0003], lane),
      edge(lane, [12, 113.0005, 29.0007]),
      edge(lane, [13, 112.9999, 29.0002]),
    );
    service.close([
      { id: 'slide', version: 1, geometry: { type: 'Point', coordinates: [113.015, 29.0003] } },
    ]);
    for (const time of ask(service, incident, ...teams))
      expect(time).toMatchObject({ tag: 'reached', remarks: [{ tag: 'other-home' }] });
  });

  it('keeps whoever comes to the own road there', () => {
    const [time] = ask(serviceOf(...street), incident, ...teams);
    expect(time).not.toHaveProperty('remarks');
  });
});

describe('an incident near a road that is not on the ground there', () => {
  /** A straight road from the team, and a mountain road of 20 km that ends 44 m north of the incident. */
  const A: Node = [1, 112.94, 29];
  const B: Node = [2, 113.06, 29];
  const top: Node = [3, 113, 29.0007];
  const far: Node = [4, 112.94, 29.09];
  const round = [edge(A, far), edge(far, top)];
  const team: LngLat = [112.9401, 29];
  const cases = [
    ['a tunnel', { tunnel: true, layer: -1 }],
    ['a bridge', { bridge: true, layer: 1 }],
    ['a motorway', { class: 'motorway' }],
    ['a ferry', { class: 'ferry', ferry: true, seconds: 100 }],
  ] as const;

  it.each(cases)('is not arrived at over %s, which is said', (name, structure) => {
    const service = serviceOf(edge(A, B, structure), ...round);
    const [time] = ask(service, [113, 29.0003], team);
    const [nearby] = ask(service, [113, 29.0004], team);
    expect(time).toMatchObject({ tag: 'reached' });
    if (time?.tag !== 'reached' || nearby?.tag !== 'reached') throw new Error('not reached');
    expect(time.seconds).toBe(nearby.seconds);
    expect(time.offRoad).toBeCloseTo(44, 0);
    // The team stands at the corner with that road.
    const what = name.slice('a '.length);
    expect(time.remarks).toEqual([
      { tag: 'passed-over', at: 'incident', what: [what] },
      { tag: 'on', at: 'candidate', structure: what },
    ]);
  });

  it.each(cases)('lies on it where it is that near, and that is said: %s', (_, structure) => {
    const [time] = ask(serviceOf(edge(A, B, structure), ...round), [113, 29.00005], team);
    expect(time).toMatchObject({
      remarks: [
        { tag: 'on', at: 'incident' },
        { tag: 'on', at: 'candidate' },
      ],
    });
    if (time?.tag === 'reached') expect(time.offRoad).toBeLessThan(12);
  });

  it('nor does a team leave by one', () => {
    const over: Node = [5, 112.97, 29.0004];
    const lane = [edge([6, 112.96, 29.0008], over), edge(over, top)];
    const [time] = ask(
      serviceOf(edge(A, B, { bridge: true, layer: 1 }), ...lane),
      [113, 29.0008],
      [112.965, 29.0003],
    );
    expect(time).toMatchObject({ tag: 'reached' });
  });
});

describe('a team whose own road leads nowhere', () => {
  /** A yard whose only link to the street is in the west, and another street 60 m behind it that meets the first far off. */
  const gate: Node = [10, 112.9995, 29.0005];
  const end: Node = [11, 113.0005, 29.0005];
  const back: [Node, Node] = [
    [12, 112.98, 29.0011],
    [13, 113.02, 29.0011],
  ];
  const yard = [edge(gate, end, { class: 'service' }), edge(...back), edge(W, back[0])];
  const link = edge(M, gate, { class: 'service' });
  const question = [
    [113.019, 28.9997],
    [113.0003, 29.00055],
  ] as const;

  it('uses the street 95 m off, as an incident would, where nothing on the map joins it', () => {
    const [time] = ask(mappedServiceOf(...street, ...yard), ...question);
    expect(time).toMatchObject({ tag: 'reached', otherRoad: expect.closeTo(89, 0) as number });
  });

  it('uses none farther than a second gate, where nobody knows of water between', () => {
    expect(ask(serviceOf(...street, ...yard), ...question)[0]).toMatchObject({
      because: { reason: 'island' },
    });
  });

  it('uses none farther than a second gate, where it is only closed now', () => {
    const service = mappedServiceOf(...street, ...yard, link);
    expect(ask(service, ...question)[0]).not.toHaveProperty('otherRoad');
    service.close([
      { id: 'tree', version: 1, geometry: { type: 'Point', coordinates: [112.99975, 29.0001] } },
    ]);
    expect(ask(service, ...question)[0]).toMatchObject({
      tag: 'unreached',
      because: { reason: 'closed' },
    });
  });
});

describe('a crew off the roads', () => {
  it('goes to the nearest one on foot, which is told and counted at its pace', () => {
    const service = serviceOf(...street);
    const question = {
      by: 'emergency-car',
      place: [113, 28.9997],
      others: Float64Array.of(113.01, 29.0117),
    } as const;
    const [time] = service.times({ ...question, walkKmh: 4 });
    const [slower] = service.times({ ...question, walkKmh: 2 });
    if (time?.tag !== 'reached' || slower?.tag !== 'reached') throw new Error('not reached');
    expect(time.remarks).toEqual([{ tag: 'from-road', meters: expect.closeTo(1334, 0) as number }]);
    expect(slower.seconds - time.seconds).toBeCloseTo(1334 * 0.9, 0);
  });

  it('is not reached from the other end of the county', () => {
    expect(ask(serviceOf(...street), [113, 28.9997], [113.01, 29.06])).toEqual([
      { tag: 'unreached', because: { reason: 'no-road', end: 'candidate', limit: 5000 } },
    ]);
  });
});
