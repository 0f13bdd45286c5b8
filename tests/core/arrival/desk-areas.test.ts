/** An area that stops a car lets a truck pass, and a route through water that stops nobody is told. */
import { describe, expect, it } from 'vitest';
import { RoadDesk } from '../../../src/core/arrival/index.ts';
import type { Obstacle, RoadQuestion } from '../../../src/core/arrival/index.ts';
import type { Vehicle } from '../../../src/core/ranking/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { buildNetwork } from '../../../src/core/roads/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

const AT: LngLat[] = [
  [113, 29],
  [113.01, 29],
  [113.02, 29],
];
const street = (): RoadDesk =>
  new RoadDesk(
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
const far = (desk: RoadDesk, by: Vehicle) => desk.times(asked(by))[1];
const CLOSED = { tag: 'unreached', because: { reason: 'closed', closures: ['water'] } };

describe('an area', () => {
  it('stops those it says, whoever asked before, and follows its rule without a new version', () => {
    const desk = street();
    expect(far(desk, 'emergency-car')).toMatchObject({ tag: 'reached' });
    expect(desk.close([water(['emergency-car'])])).toBe(1);
    expect(far(desk, 'emergency-car')).toEqual(CLOSED);
    expect(far(desk, 'heavy-truck')).toMatchObject({ tag: 'reached' });
    desk.close([water(['heavy-truck'])]);
    expect(far(desk, 'emergency-car')).toMatchObject({ tag: 'reached' });
    expect(far(desk, 'heavy-truck')).toEqual(CLOSED);
    desk.close([water(undefined)]);
    expect(far(desk, 'emergency-car')).toEqual(CLOSED);
    expect(far(desk, 'foot')).toEqual(CLOSED);
    expect(desk.close([water([])])).toBe(0);
    expect(far(desk, 'foot')).toMatchObject({ tag: 'reached' });
    desk.close([water(['foot'], 2)]);
    expect(far(desk, 'foot')).toEqual(CLOSED);
    desk.close([]);
    expect(far(desk, 'foot')).toMatchObject({ tag: 'reached' });
  });

  it('that stops nobody is told by the route through it, and only by that one', () => {
    const desk = street();
    desk.close([water([])]);
    const [near, through] = desk.routes(asked('emergency-car'), [0, 1]);
    expect(near?.through).toEqual([]);
    expect(through?.through).toEqual(['water']);
    desk.close([water(['heavy-truck'])]);
    expect(desk.routes(asked('emergency-car'), [1])[0]?.through).toEqual(['water']);
    desk.close([]);
    expect(desk.routes(asked('emergency-car'), [1])[0]?.through ?? []).toEqual([]);
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
    const desk = street();
    const before = far(desk, 'emergency-car');
    desk.close([around(['emergency-car'])]);
    const now = far(desk, 'emergency-car');
    if (now?.tag !== 'reached' || before?.tag !== 'reached') throw new Error('not reached');
    expect(now.upTo).toEqual(['water']);
    // The road leaves the water 0.005 degrees of longitude away.
    expect(now.offRoad).toBeCloseTo(486.3, 0);
    expect(now.seconds).toBeLessThan(before.seconds);
    expect(far(desk, 'heavy-truck')).toEqual(
      before.tag === 'reached' ? far(street(), 'heavy-truck') : null,
    );
    desk.close([around([], 2)]);
    expect(far(desk, 'emergency-car')).toEqual(before);
    desk.close([]);
    expect(far(desk, 'emergency-car')).toEqual(before);
  });

  it('is out of reach when no open road is near', () => {
    const desk = street();
    desk.close([
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
    expect(far(desk, 'emergency-car')).toEqual(CLOSED);
  });
});
