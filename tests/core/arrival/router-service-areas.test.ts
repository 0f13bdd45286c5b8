/** An area that stops a car lets a truck pass, and a route through water that stops nobody is told. */
import { describe, expect, it } from 'vitest';
import type { RoadQuestion } from '../../../src/core/arrival/asked.ts';
import type { Obstacle } from '../../../src/core/arrival/obstacle.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { Vehicle } from '../../../src/core/ranking/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

const AT: LngLat[] = [
  [113, 29],
  [113.01, 29],
  [113.02, 29],
];
const street = (): RouterService =>
  new RouterService(
    buildNetwork({
      edges: [0, 1].map((i) => roadEdge(i, i + 1, [AT[i]!, AT[i + 1]!], { class: 'primary' })),
      restrictions: [],
      source: 'test',
    }),
  );
const asked = (by: Vehicle): RoadQuestion => ({
  by,
  place: AT[0]!,
  others: Float64Array.from([...AT[1]!, ...AT[2]!]),
});

/** Over the second stretch. */
const water = (stops: Obstacle['stops'], version = 1): Obstacle => ({
  id: 'water',
  version,
  stops,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [113.014, 28.99],
        [113.016, 28.99],
        [113.016, 29.01],
        [113.014, 29.01],
        [113.014, 28.99],
      ],
    ],
  },
});
const far = (service: RouterService, by: Vehicle) => service.times(asked(by))[1];
const CLOSED = { tag: 'unreached', because: { reason: 'closed', closures: ['water'] } };

describe('an area', () => {
  it('stops those it says, whoever asked before, and follows its rule without a new version', () => {
    const service = street();
    expect(far(service, 'emergency-car')).toMatchObject({ tag: 'reached' });
    expect(service.close([water(['emergency-car'])])).toBe(1);
    expect(far(service, 'emergency-car')).toEqual(CLOSED);
    expect(far(service, 'heavy-truck')).toMatchObject({ tag: 'reached' });
    service.close([water(['heavy-truck'])]);
    expect(far(service, 'emergency-car')).toMatchObject({ tag: 'reached' });
    expect(far(service, 'heavy-truck')).toEqual(CLOSED);
    service.close([water(undefined)]);
    expect(far(service, 'emergency-car')).toEqual(CLOSED);
    expect(far(service, 'foot')).toEqual(CLOSED);
    expect(service.close([water([])])).toBe(0);
    expect(far(service, 'foot')).toMatchObject({ tag: 'reached' });
    service.close([water(['foot'], 2)]);
    expect(far(service, 'foot')).toEqual(CLOSED);
    service.close([]);
    expect(far(service, 'foot')).toMatchObject({ tag: 'reached' });
  });

  it('that stops nobody is told by the route through it, and only by that one', () => {
    const service = street();
    service.close([water([])]);
    const [near, through] = service.routes(asked('emergency-car'), [0, 1]);
    expect(near?.through).toEqual([]);
    expect(through?.through).toEqual(['water']);
    service.close([water(['heavy-truck'])]);
    expect(service.routes(asked('emergency-car'), [1])[0]?.through).toEqual(['water']);
    service.close([]);
    expect(service.routes(asked('emergency-car'), [1])[0]?.through ?? []).toEqual([]);
  });
});

describe('an incident that lies in an area', () => {
  /** Over the incident's end of the street. */
  const around = (stops: Obstacle['stops'], version = 1): Obstacle => ({
    ...water(stops, version),
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [112.999, 28.99],
          [113.005, 28.99],
          [113.005, 29.01],
          [112.999, 29.01],
          [112.999, 28.99],
        ],
      ],
    },
  });

  it('is reached by road up to its edge, and the rest is told; as before when the area is over', () => {
    const service = street();
    const before = far(service, 'emergency-car');
    service.close([around(['emergency-car'])]);
    const now = far(service, 'emergency-car');
    if (now?.tag !== 'reached' || before?.tag !== 'reached') throw new Error('not reached');
    expect(now.upTo).toEqual(['water']);
    // The road leaves the water 0.005 degrees of longitude away.
    expect(now.offRoad).toBeCloseTo(486.3, 0);
    expect(now.seconds).toBeLessThan(before.seconds);
    expect(far(service, 'heavy-truck')).toEqual(
      before.tag === 'reached' ? far(street(), 'heavy-truck') : null,
    );
    service.close([around([], 2)]);
    expect(far(service, 'emergency-car')).toEqual(before);
    service.close([]);
    expect(far(service, 'emergency-car')).toEqual(before);
  });

  it('is out of reach when no open road is near', () => {
    const service = street();
    service.close([
      {
        ...around(undefined),
        geometry: {
          ...around(undefined).geometry,
          coordinates: [
            [
              [112, 28],
              [114, 28],
              [114, 30],
              [112, 30],
              [112, 28],
            ],
          ],
        } as Obstacle['geometry'],
      },
    ]);
    expect(far(service, 'emergency-car')).toEqual(CLOSED);
  });
});
