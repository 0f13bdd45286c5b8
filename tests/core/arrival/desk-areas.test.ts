/** An area that stops a car lets a truck pass, and a way through water that stops nobody is told. */
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
const asked = (by: Vehicle): RoadQuestion => ({ by, place: AT[0]!, others: Float64Array.from([...AT[1]!, ...AT[2]!]) });

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

  it('that stops nobody is told by the way through it, and only by that one', () => {
    const desk = street();
    desk.close([water([])]);
    const [near, through] = desk.ways(asked('emergency-car'), [0, 1]);
    expect(near?.through).toEqual([]);
    expect(through?.through).toEqual(['water']);
    desk.close([water(['heavy-truck'])]);
    expect(desk.ways(asked('emergency-car'), [1])[0]?.through).toEqual(['water']);
    desk.close([]);
    expect(desk.ways(asked('emergency-car'), [1])[0]?.through ?? []).toEqual([]);
  });
});
