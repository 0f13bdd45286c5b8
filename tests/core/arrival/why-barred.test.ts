/** Why somebody has no route: a barrier, a one-way street, a motorway, a tunnel or bridge closed to it, by name. */
import { describe, expect, it } from 'vitest';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import type { Vehicle } from '../../../src/core/ranking/roads.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { MODE_BIT } from '../../../src/core/roads/types.ts';
import type { RoadEdgeInput, TurnRestriction } from '../../../src/core/roads/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { node, osm, roadsOf, way } from '../roads/osm/support.ts';
import { roadEdge } from '../roads/road-edge.ts';

const at = (km: number): LngLat => [113 + km / 100, 29];
const { car, truck, foot } = MODE_BIT;

/** Two kilometres of road at each end, and what lies between them. */
const road = (between: Partial<RoadEdgeInput>): RoadEdgeInput[] => [
  roadEdge(0, 1, [at(0), at(1)], { name: '西街' }),
  roadEdge(1, 2, [at(1), at(2)], { name: '中街', ...between }),
  roadEdge(2, 3, [at(2), at(3)], { name: '东街' }),
];
const becauseOf = (
  edges: RoadEdgeInput[],
  by: Vehicle,
  restrictions: TurnRestriction[] = [],
): unknown => {
  const service = new RouterService(buildNetwork({ edges, restrictions, source: 'test' }));
  const [time] = service.times({ by, place: at(2.8), others: Float64Array.from(at(0.2)) });
  return time?.tag === 'unreached' ? time.because : time?.tag;
};

describe('somebody who has no route', () => {
  it.each<[string, Partial<RoadEdgeInput>, Vehicle, string]>([
    ['a one-way street', { forward: foot }, 'emergency-car', 'one-way'],
    [
      'a motorway',
      { class: 'motorway', forward: car + truck, backward: car + truck },
      'foot',
      'motorway',
    ],
    ['a tunnel', { tunnel: true, forward: car, backward: car }, 'foot', 'tunnel'],
    ['a bridge', { bridge: true, forward: car, backward: car }, 'foot', 'bridge'],
    ['a path', { class: 'path', forward: foot, backward: foot }, 'emergency-car', 'path'],
    ['a closed road', { forward: foot, backward: foot }, 'emergency-car', 'forbidden'],
  ])('is told what bars it: %s', (_, between, by, what) => {
    expect(becauseOf(road(between), by)).toEqual({
      reason: 'barred',
      by: [{ by: what, road: '中街' }],
    });
  });

  it('is told of a turn that is not allowed', () => {
    const restrictions: TurnRestriction[] = [
      { kind: 'no', from: 0, via: 1, to: 1, modes: ['car', 'truck'] },
    ];
    expect(becauseOf(road({}), 'emergency-car', restrictions)).toEqual({
      reason: 'barred',
      by: [{ by: 'turn', road: null }],
    });
  });

  it('is told that a truck is too large as before, and that roads do not meet', () => {
    expect(becauseOf(road({ widthM: 2 }), 'heavy-truck')).toMatchObject({ reason: 'too-large' });
    const [west, , east] = road({});
    expect(becauseOf([west!, east!], 'emergency-car')).toEqual({ reason: 'island' });
  });

  it('takes a way around before one more barrier, and tells all that are left', () => {
    const shut = { forward: foot, backward: foot };
    const twice = [
      ...road({}).filter((_, i) => i !== 1),
      roadEdge(1, 7, [at(1), at(1.5)], { name: '中街', ...shut }),
      roadEdge(7, 2, [at(1.5), at(2)], { name: '中街', forward: foot }),
    ];
    expect(becauseOf(twice, 'emergency-car')).toEqual({
      reason: 'barred',
      by: [
        { by: 'forbidden', road: '中街' },
        { by: 'one-way', road: '中街' },
      ],
    });
    const around = [
      roadEdge(1, 8, [at(1), [113.015, 29.03]], {}),
      roadEdge(
        8,
        9,
        [
          [113.015, 29.03],
          [113.0199, 29.0002],
        ],
        {},
      ),
      roadEdge(9, 2, [[113.0199, 29.0002], at(2)], { name: '小路', ...shut, class: 'path' }),
    ];
    expect(becauseOf([...twice, ...around], 'emergency-car')).toEqual({
      reason: 'barred',
      by: [{ by: 'path', road: '小路' }],
    });
  });

  it('is told of bollards at a node of OpenStreetMap', async () => {
    const nodes = [0, 1, 2].map((i) =>
      node(i + 1, i / 100, 0, i === 1 ? { barrier: 'bollard' } : {}),
    );
    const text = osm(...nodes, way(1, [1, 2, 3], { highway: 'residential', name: '中街' }));
    const service = new RouterService(buildNetwork((await roadsOf(text)).input));
    const [time] = service.times({
      by: 'emergency-car',
      place: [0.018, 0],
      others: Float64Array.of(0.002, 0),
    });
    expect(time).toEqual({
      tag: 'unreached',
      because: { reason: 'barred', by: [{ by: 'barrier', road: '中街' }] },
    });
  });
});

describe('whoever uses another road than the own', () => {
  const yard = roadEdge(10, 11, [
    [113.0199, 29.0004],
    [113.0201, 29.0004],
  ]);
  const ask = (...more: RoadEdgeInput[]) => {
    const service = new RouterService(
      buildNetwork({ edges: [...road({}), yard, ...more], restrictions: [], source: '' }),
    );
    const [time] = service.times({
      by: 'emergency-car',
      place: [113.02, 29.00045],
      others: Float64Array.from(at(0.2)),
    });
    return time?.tag === 'reached' ? time.remarks : time;
  };

  it('is told what bars the route to that', () => {
    const gate = roadEdge(10, 2, [[113.0199, 29.0004], at(2)], {
      name: '门前路',
      forward: car,
      backward: foot,
    });
    expect(ask(gate)).toEqual([
      { tag: 'other-home' },
      { tag: 'barred', by: [{ by: 'one-way', road: '门前路' }] },
    ]);
  });

  it('is told nothing more where it joins nothing at all', () => {
    expect(ask()).toEqual([{ tag: 'other-home' }]);
  });
});
