/** A small town whose answers can be reckoned by hand: one street, a bridge, a narrow lane, an island. */
import { describe, expect, it } from 'vitest';
import type { RoadQuestion } from '../../../src/core/arrival/asked.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

const AT: Record<number, LngLat> = {
  1: [113.0, 29.0],
  2: [113.01, 29.0],
  3: [113.02, 29.0],
  4: [113.01, 29.01],
  8: [113.1, 29.1],
  9: [113.11, 29.1],
};

const road = (from: number, to: number, given: Partial<RoadEdgeInput> = {}): RoadEdgeInput =>
  roadEdge(from, to, [AT[from]!, AT[to]!], { class: 'primary', ...given });

/** 1 — 2 — 3 is the main street, 2 — 4 a lane of two metres, 3 → 4 one-way, 8 — 9 an island. */
const town = (): RouterService =>
  new RouterService(
    buildNetwork({
      edges: [
        road(1, 2, { name: '大桥' }),
        road(2, 3),
        road(2, 4, { widthM: 2 }),
        road(3, 4, { backward: 0, class: 'tertiary' }),
        road(8, 9),
      ],
      restrictions: [],
      source: 'test',
    }),
  );

const asked = (by: RoadQuestion['by'], ...others: number[]): RoadQuestion => ({
  by,
  place: AT[1]!,
  others: Float64Array.from(others.flatMap((node) => [...AT[node]!])),
});

/** Metres of a hundredth of a degree of longitude at 29° north, on the sphere of core/geo. */
const BLOCK = 972.5;

describe('times by road', () => {
  it('are length over speed, towards the incident', () => {
    const service = town();
    const [near, far] = service.times(asked('emergency-car', 2, 3));
    expect(near).toMatchObject({
      tag: 'reached',
      meters: null,
      seconds: expect.closeTo((BLOCK * 3.6) / 65, 0) as number,
    });
    const [second, first] = service.routes(asked('emergency-car', 2, 3), [1, 0]);
    expect(first?.meters).toBeCloseTo(BLOCK, -1);
    expect(second?.meters).toBeCloseTo(2 * BLOCK, -1);
    expect([near, far]).toMatchObject([{ seconds: first?.seconds }, { seconds: second?.seconds }]);
  });

  it('measure from the incident to the road', () => {
    const alone = town().times({ ...asked('emergency-car', 2), place: [112.99, 28.998] });
    expect(alone).toMatchObject([{ tag: 'reached', offRoad: expect.closeTo(997.6, 0) as number }]);
  });

  it('say why there is no route: an island, no road, a vehicle too large', () => {
    const service = town();
    expect(service.times(asked('emergency-car', 9))).toEqual([
      { tag: 'unreached', because: { reason: 'island' } },
    ]);
    const nowhere = service.times({ ...asked('emergency-car'), others: Float64Array.of(114, 29) });
    expect(nowhere).toMatchObject([{ because: { reason: 'no-road', end: 'candidate' } }]);
    const lost = service.times({ ...asked('emergency-car', 2), place: [114, 29] });
    expect(lost).toMatchObject([{ because: { reason: 'no-road', end: 'incident' } }]);
    // The lane is the only way from 4: the street from 3 runs towards it.
    expect(service.times(asked('emergency-car', 4))).toMatchObject([{ tag: 'reached' }]);
    expect(service.times(asked('heavy-truck', 4))).toEqual([
      {
        tag: 'unreached',
        because: { reason: 'too-large', road: null, limit: { what: 'width', value: 2 } },
      },
    ]);
  });

  it('follow closures, name them, and come back when they are lifted', () => {
    const service = town();
    const across = (version: number) => ({
      id: 'flooded bridge',
      version,
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [113.005, 28.99],
          [113.005, 29.01],
        ],
      },
    });
    const before = service.times(asked('emergency-car', 2));
    expect(service.close([across(1)])).toBe(1);
    expect(service.times(asked('emergency-car', 2))).toEqual([
      { tag: 'unreached', because: { reason: 'closed', closures: ['flooded bridge'] } },
    ]);
    // A second profile that is asked only now knows of it too.
    expect(service.times(asked('foot', 2))).toMatchObject([{ because: { reason: 'closed' } }]);
    service.close([]);
    expect(service.times(asked('emergency-car', 2))).toEqual(before);
  });

  it('take a point for a closure of the road it lies on, and a moved one anew', () => {
    const service = town();
    const point = (version: number, lng: number, lat: number) => ({
      id: 'tree',
      version,
      geometry: { type: 'Point' as const, coordinates: [lng, lat] },
    });
    const before = service.times(asked('emergency-car', 2, 3));
    expect(service.close([point(1, 113.015, 29.0001)])).toBe(1);
    const [near, far] = service.times(asked('emergency-car', 2, 3));
    expect(near).toEqual(before[0]);
    // From 3 the route is now over 4 and down the lane; a truck has none.
    expect(far).toMatchObject({ tag: 'reached' });
    expect(service.routes(asked('emergency-car', 2, 3), [1])[0]?.meters).toBeGreaterThan(3 * BLOCK);
    expect(service.times(asked('heavy-truck', 3))).toMatchObject([
      { because: { reason: 'closed', closures: ['tree'] } },
    ]);
    expect(service.close([point(2, 113.03, 29.005)])).toBe(0);
    expect(service.times(asked('emergency-car', 2, 3))).toEqual(before);
  });
});

describe('routes', () => {
  it('are the lines that are driven, in driving order; none where there is no route', () => {
    const [route, none] = town().routes(asked('emergency-car', 3, 9), [0, 1]);
    expect(route?.line[0]).toEqual(AT[3]);
    expect(route?.line.at(-1)).toEqual(AT[1]);
    expect(none).toBeNull();
    const [walk] = town().routes(asked('foot', 3), [0]);
    expect(walk?.line[0]).toEqual(AT[1]);
    expect(walk?.meters).toBeCloseTo(2 * BLOCK, -1);
  });

  it('are told step by step, each where it begins on the line', () => {
    const [route] = town().routes(asked('emergency-car', 4), [0]);
    expect(route?.steps.map(({ turn, name, first }) => [turn, name, route.line[first]])).toEqual([
      ['depart', null, AT[4]],
      ['right', '大桥', AT[2]],
    ]);
    expect(route?.steps.reduce((sum, { meters }) => sum + meters, 0)).toBeCloseTo(
      route?.meters ?? 0,
      6,
    );
  });

  it('come out of the search of the times, also when others were asked in between, and follow a closure since', () => {
    const service = town();
    const question = asked('emergency-car', 2, 3);
    const alone = town().routes(question, [0, 1]);
    service.times(question);
    service.times(asked('emergency-car', 4));
    expect(service.routes(question, [0, 1])).toEqual(alone);
    // The bands are another search of the same router, from elsewhere.
    const from = Float64Array.of(...AT[4]!);
    service.times(question);
    service.first({
      starts: from,
      leaving: Float64Array.of(0),
      factor: 1,
      limits: [9],
      places: new Float64Array(),
    });
    expect(service.routes(question, [0, 1])).toEqual(alone);
    service.times(question);
    service.close([
      { id: 'tree', version: 1, geometry: { type: 'Point', coordinates: [113.015, 29.0001] } },
    ]);
    expect(service.routes(question, [1])[0]?.meters).toBeGreaterThan(3 * BLOCK);
  });
});

describe('a station whose nearest road leads nowhere', () => {
  const metres = (north: number): number => 29 + north / 111_195;
  /** A street to the incident; a yard's own piece of road, joined to nothing, `gap` metres north of it; over that a bridge. */
  const yard = (gap: number, given: Partial<RoadEdgeInput> = {}): RouterService =>
    new RouterService(
      buildNetwork({
        edges: [
          roadEdge(1, 2, [AT[1]!, AT[2]!], { class: 'primary', ...given }),
          roadEdge(5, 6, [
            [113.008, metres(gap)],
            [113.009, metres(gap)],
          ]),
        ],
        restrictions: [],
        source: 'test',
      }),
    );
  const station = (gap: number): RoadQuestion => ({
    by: 'emergency-car',
    place: AT[1]!,
    others: Float64Array.of(113.0085, metres(gap + 1)),
  });

  it('uses another one next to it, with the walk to it, and says so', () => {
    const [reached] = yard(20).times(station(20));
    // 827 m at 65 km/h, and 20 m at 4 km/h.
    expect(reached).toMatchObject({
      tag: 'reached',
      otherRoad: expect.closeTo(20, 1) as number,
      seconds: expect.closeTo((0.85 * BLOCK * 3.6) / 65 + 18, 0) as number,
    });
    const [route] = yard(20).routes(station(20), [0]);
    expect(route!.meters).toBeCloseTo(0.85 * BLOCK, -1);
  });

  it('uses none beyond water or a closure, though it may leave by the dry end of a stretch that is wet farther on', () => {
    const box = (south: number, north: number, west = 113.0084, east = 113.0086) => ({
      id: 'flood',
      version: Math.round(south * 100),
      stops: ['emergency-car' as const],
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [west, metres(south)],
            [east, metres(south)],
            [east, metres(north)],
            [west, metres(north)],
            [west, metres(south)],
          ],
        ],
      },
    });
    const service = yard(20);
    service.close([box(15, 30)]);
    expect(service.times(station(20))).toMatchObject([{ tag: 'unreached' }]);
    service.close([box(5, 10)]);
    expect(service.times(station(20))).toMatchObject([{ tag: 'unreached' }]);
    service.close([box(16, 30, 113.0088, 113.0089)]);
    expect(service.times(station(20))).toMatchObject([
      { tag: 'reached', otherRoad: expect.closeTo(20, 1) as number },
    ]);
  });

  it('uses none that lies farther, or that is not to be got onto from beside it', () => {
    const island = [{ tag: 'unreached', because: { reason: 'island' } }];
    expect(yard(40).times(station(40))).toEqual(island);
    expect(yard(20, { bridge: true }).times(station(20))).toEqual(island);
    expect(yard(20, { class: 'motorway' }).times(station(20))).toEqual(island);
  });

  it('goes back to its own road as soon as that leads somewhere', () => {
    const service = town();
    const question = asked('emergency-car', 3);
    const [before] = service.times(question);
    expect(before).not.toHaveProperty('otherRoad');
    const closed = (version: number) => ({
      id: 'tree',
      version,
      geometry: { type: 'Point' as const, coordinates: [113.005, 29] },
    });
    service.close([closed(1)]);
    expect(service.times(question)).toMatchObject([{ tag: 'unreached' }]);
    service.close([]);
    expect(service.times(question)).toEqual([before]);
  });
});
