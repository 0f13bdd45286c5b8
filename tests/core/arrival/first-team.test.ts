/** The first of many anywhere: turn-out and route, night and rain, closures; and who is not reached in time. */
import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import type { FirstQuestion } from '../../../src/core/arrival/first-team.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { notBy, tallyTimes } from '../../../src/core/arrival/uncovered.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

/** A street of ten blocks of a hundredth of a degree (972.5 m); 36 km/h, so that a block takes 97 s. An island beyond. */
const at = (block: number): LngLat => [113 + block / 100, 29];
const street = (): RouterService =>
  new RouterService(
    buildNetwork({
      edges: [
        ...Array.from({ length: 10 }, (_, i) =>
          roadEdge(i, i + 1, [at(i), at(i + 1)], { speedKmh: 36 }),
        ),
        roadEdge(50, 51, [at(30), at(31)], { speedKmh: 36 }),
      ],
      restrictions: [],
      source: 'test',
    }),
  );
const flat = (...places: LngLat[]): Float64Array => Float64Array.from(places.flat());

const asked = (given: Partial<FirstQuestion> = {}): FirstQuestion => ({
  starts: flat(at(0), at(10)),
  leaving: Float64Array.of(60, 300),
  factor: 1,
  limits: [300, 600, 1200],
  places: flat(at(0), at(3), at(9), at(30), [113.05, 29.1]),
  ...given,
});
/** Seconds for one block as the profile of a car drives a signed 36 km/h. */
const block = (service: RouterService): number => (service.first(asked()).times[1]! - 60) / 3;

describe('the first of many', () => {
  it('is the one with the least turn-out and route; far from roads and on islands nobody is known to come', () => {
    const service = street();
    const seconds = block(service);
    expect(seconds).toBeGreaterThan(80);
    const { times, hasRoad } = service.first(asked());
    expect([...times]).toEqual([
      60,
      expect.closeTo(60 + 3 * seconds, 1),
      expect.closeTo(300 + seconds, 1),
      Infinity,
      NaN,
    ]);
    expect(hasRoad).toEqual([true, true]);
  });

  it('takes longer on the way by night and rain, not to turn out', () => {
    const service = street();
    const { times } = service.first(asked({ factor: 1.5, limits: [300, 600, 2400] }));
    expect(times[0]).toBe(60);
    expect(times[1]).toBeCloseTo(60 + 3 * block(service) * 1.5, 1);
  });

  it('follows a closure, and a start without a road is told', () => {
    const service = street();
    service.close([
      { id: 'slide', version: 1, geometry: { type: 'Point', coordinates: [113.025, 29] } },
    ]);
    const { times } = service.first(asked({ limits: [300, 3000] }));
    expect(times[1]).toBeCloseTo(300 + 7 * block(street()), 0);
    const { hasRoad } = service.first(asked({ starts: flat(at(0), [114, 29]) }));
    expect(hasRoad).toEqual([true, false]);
  });

  it('lies in the band of its minutes; the island lies beyond, the country in none', () => {
    const { bands, beyond } = street().first(asked());
    const bandOf = (place: LngLat): number[] =>
      [...bands, beyond].flatMap((area, i) =>
        booleanPointInPolygon([place[0], place[1] + 0.0005], area) ? [i] : [],
      );
    expect([at(0), at(2), at(4), at(9), at(30.5)].map(bandOf)).toEqual([[0], [0], [1], [1], [3]]);
    expect(bandOf([113.05, 29.02])).toEqual([]);
  });
});

describe('settlements not reached in time', () => {
  const tally = tallyTimes(
    [60, 700, Infinity, NaN, 300, 900],
    [100, 200, null, 50, 7, null],
    [300, 600, 1200],
  );

  it('are counted by band with their people, unrecorded ones apart', () => {
    expect(tally.within).toEqual([
      { places: 2, people: 107, unrecorded: 0 },
      { places: 0, people: 0, unrecorded: 0 },
      { places: 2, people: 200, unrecorded: 1 },
    ]);
    expect(tally.beyond).toEqual({ places: 1, people: 0, unrecorded: 1 });
    expect(tally.noRoad).toEqual({ places: 1, people: 50, unrecorded: 0 });
  });

  it('add up from a limit on', () => {
    expect(notBy(tally, 0)).toEqual({ places: 3, people: 200, unrecorded: 2 });
    expect(notBy(tally, 2)).toEqual(tally.beyond);
  });
});
