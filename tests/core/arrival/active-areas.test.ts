/** Which areas are active, whom each stops, and what the rule was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeAreas, nextChange, VEHICLES } from '../../../src/core/arrival/active-areas.ts';
import type { AreaTables } from '../../../src/core/arrival/active-areas.ts';
import {
  areaObstacles,
  isUnfathomed,
  sameAreas,
} from '../../../src/core/arrival/area-obstacles.ts';
import { circle } from '../../../src/core/arrival/circle.ts';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import { distanceToGeometry } from '../../../src/core/geo/to-geometry.ts';
import type { Hazard, Incident, ThresholdKey } from '../../../src/core/model/index.ts';
import { NOW, ago, hazard, setting, tables } from '../ranking/register.ts';
import { incident } from '../../map/records.ts';

const RULES: [ThresholdKey, number][] = [
  ['flood_stops_car', 0.3],
  ['flood_stops_truck', 0.5],
  ['flood_stops_foot', 0.3],
  ['flood_stops_shelter', 0],
  ['area_stops_ground', 7],
  ['area_stops_toxic', 3],
  ['area_stops_other', 0],
];
const rules = (...own: [string, ThresholdKey, number][]) => [
  ...RULES.map(([key, value]) => setting('0', key, value)),
  ...own.map(([code, key, value]) => setting(code, key, value)),
];

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [113, 29],
      [113.1, 29],
      [113.1, 29.1],
      [113, 29.1],
      [113, 29],
    ],
  ],
};

const of = (
  hazards: Hazard[],
  incidents: Incident[] = [],
  district_setting = rules(),
): AreaTables => ({
  ...tables({ hazard: hazards, district_setting }),
  incident: new Map(incidents.map((one) => [one.id, one])),
});
const flood = (given: Partial<Hazard> = {}): Hazard =>
  hazard('f', { geometry: square, activeFrom: ago(60), ...given });
const only = (given: Partial<Hazard>, district_setting = rules()) =>
  activeAreas(of([flood(given)], [], district_setting), NOW)[0];

describe('an area of a hazard', () => {
  it('is active from its beginning to its end, and not archived', () => {
    const active = (given: Partial<Hazard>) => only(given) !== undefined;
    expect(active({})).toBe(true);
    expect(active({ activeFrom: null })).toBe(false);
    expect(active({ activeFrom: ago(-1) })).toBe(false);
    expect(active({ activeUntil: ago(-1) })).toBe(true);
    expect(active({ activeUntil: NOW })).toBe(false);
    expect(active({ archivedAt: ago(5) })).toBe(false);
    expect(active({ geometry: null, lng: null, lat: null })).toBe(false);
    expect(only({ geometry: null })?.geometry).toEqual({ type: 'Point', coordinates: [113, 29] });
  });

  it('opens by itself: the next time at which anything changes is known', () => {
    const hazards = [
      flood({ activeUntil: ago(-300) }),
      flood({ activeFrom: ago(-100), activeUntil: ago(-900) }),
    ];
    expect(nextChange(hazards, Date.parse(NOW))).toBe(Date.parse(NOW) + 100_000);
    expect(nextChange(hazards, Date.parse(NOW) + 900_000)).toBeNull();
  });
});

describe('water', () => {
  it('stops whoever it is too deep for; the upper bound counts, and the limit itself lets pass', () => {
    expect(only({ depthMinM: 0, depthMaxM: 0.3 })?.stops).toEqual([]);
    expect(only({ depthMinM: 0.1, depthMaxM: 0.4 })?.stops).toEqual(['emergency-car', 'foot']);
    expect(only({ depthMinM: 0.3, depthMaxM: 1 })?.stops).toEqual([
      'emergency-car',
      'heavy-truck',
      'foot',
    ]);
  });

  it('of unknown depth stops nobody, and is told', () => {
    const area = only({ depthMinM: null, depthMaxM: null })!;
    expect(area.stops).toEqual([]);
    expect(isUnfathomed(area)).toBe(true);
    const { obstacles } = areaObstacles([area], null, [], 0);
    expect(obstacles).toMatchObject([{ id: 'f', stops: [] }]);
    expect(only({ depthMinM: 0.4, depthMaxM: null })?.stops).toEqual(['emergency-car', 'foot']);
  });

  it('goes by the rule of its own district, the nearest above; the rule that held is told', () => {
    const area = only({ depthMaxM: 0.6 }, rules(['4306', 'flood_stops_car', 0.8]))!;
    expect(area.stops).toEqual(['heavy-truck', 'foot']);
    expect(area.rules[0]).toMatchObject({
      by: 'emergency-car',
      stops: false,
      setting: { districtCode: '4306' },
    });
    expect(only({ depthMaxM: 0.6 }, [])?.rules[0]?.setting).toBeNull();
    expect(only({ depthMaxM: 9 }, [])?.stops).toEqual([]);
  });
});

describe('other kinds', () => {
  it('stop whom the district says', () => {
    expect(only({ kind: 'landslide' })?.stops).toEqual(VEHICLES);
    expect(only({ kind: 'pipeline', class: 'accident' })?.stops).toEqual([
      'emergency-car',
      'heavy-truck',
    ]);
    const quake = only({ kind: 'earthquake', depthMaxM: 5 })!;
    expect(quake).toMatchObject({ stops: [], water: null, threatens: false });
    expect(areaObstacles([quake], null, [], 0).obstacles).toEqual([]);
  });

  it('threaten shelters as far as they stop anybody; water does at any depth, known or not', () => {
    expect(only({ kind: 'landslide' })?.threatens).toBe(true);
    expect(only({ depthMaxM: 0.1 })?.threatens).toBe(true);
    expect(only({ depthMaxM: null })?.threatens).toBe(true);
    expect(only({ depthMaxM: 0 })?.threatens).toBe(false);
    const dry = rules(['43', 'flood_stops_shelter', 0.2]);
    expect(only({ depthMaxM: 0.1 }, dry)?.threatens).toBe(false);
    expect(only({ depthMaxM: null }, dry)?.threatens).toBe(false);
  });
});

describe('an area of an incident', () => {
  const leak = (given: Partial<Incident> = {}) =>
    incident({
      id: 'leak',
      kind: 'pipeline',
      class: 'accident',
      occurredAt: ago(60),
      districtCode: '430611',
      ...given,
    });

  it('is what it was drawn as, or the stated radius, while it is open', () => {
    const found = (given: Partial<Incident>) => activeAreas(of([], [leak(given)]), NOW)[0];
    expect(found({})).toBeUndefined();
    expect(found({ geometry: square })?.geometry).toBe(square);
    expect(found({ areaRadiusM: 500 })?.geometry.type).toBe('Polygon');
    expect(found({ areaRadiusM: 500, state: 'closed' })).toBeUndefined();
    expect(found({ areaRadiusM: 500, occurredAt: ago(-60) })).toBeUndefined();
  });

  it('closes nothing to those who are sent to it, and everything to others', () => {
    const areas = activeAreas(of([flood({ depthMaxM: 1 })], [leak({ areaRadiusM: 500 })]), NOW);
    expect(areaObstacles(areas, 'leak', [], 0).obstacles.map(({ id }) => id)).toEqual(['f']);
    expect(areaObstacles(areas, null, [], 0).obstacles.map(({ id }) => id)).toEqual(['f', 'leak']);
  });

  it('has a radius that is one: every corner lies so far from its place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 50_000, noNaN: true }),
        (lng, lat, radius) => {
          const area = circle([lng, lat], radius);
          for (const [x, y] of area.coordinates[0]!)
            expect(Math.abs(greatCircle([lng, lat], [x!, y!]) / radius - 1)).toBeLessThan(1e-6);
          expect(distanceToGeometry([lng, lat], area)).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('two states of the world', () => {
  it('are the same while areas, records and rules are', () => {
    const one = () => activeAreas(of([flood({ depthMaxM: 1 })]), NOW);
    expect(sameAreas(one(), one())).toBe(true);
    expect(sameAreas(one(), activeAreas(of([flood({ depthMaxM: 1, version: 2 })]), NOW))).toBe(
      false,
    );
    expect(
      sameAreas(
        one(),
        activeAreas(of([flood({ depthMaxM: 1 })], [], rules(['43', 'flood_stops_car', 2])), NOW),
      ),
    ).toBe(false);
  });
});

describe('any depths and limits', () => {
  it('deeper water never stops fewer', () => {
    const depth = fc.integer({ min: 0, max: 500 }).map((cm) => cm / 100);
    fc.assert(
      fc.property(depth, depth, depth, (a, b, limit) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const held = rules(['43', 'flood_stops_car', limit]);
        const shallow = only({ depthMaxM: low }, held)!.stops;
        const deep = only({ depthMaxM: high }, held)!.stops;
        expect(deep).toEqual(expect.arrayContaining([...shallow]));
        expect(deep.includes('emergency-car')).toBe(high > limit);
      }),
    );
  });
});
