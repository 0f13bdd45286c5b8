import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS, greatCircle, haversine, isPlace } from '../../../src/core/geo/distance.ts';

const lng = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -900, max: 900, noNaN: true }),
);
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const place = fc.tuple(lng, lat);

describe('great-circle distance', () => {
  it('is bit for bit the value of Turf', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const turf = distance([...a], [...b], { units: 'meters' });
        if (Number.isNaN(turf))
          expect(greatCircle(a, b)).toBeGreaterThan(Math.PI * EARTH_RADIUS - 1);
        else expect(greatCircle(a, b)).toBe(turf);
      }),
      { numRuns: 5000 },
    );
  });

  it('is half the circumference at an antipode where rounding makes Turf answer NaN', () => {
    let seen = 0;
    for (let lngDegrees = -180; lngDegrees < 180; lngDegrees += 2.37) {
      for (let latDegrees = -80; latDegrees <= 80; latDegrees += 3.1) {
        const there = [lngDegrees + 180, -latDegrees] as const;
        if (!Number.isNaN(distance([lngDegrees, latDegrees], [...there]))) continue;
        seen++;
        expect(greatCircle([lngDegrees, latDegrees], there)).toBe(Math.PI * EARTH_RADIUS);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('crosses the antimeridian and the pole the short way', () => {
    expect(greatCircle([179.9, 0], [-179.9, 0])).toBeCloseTo(greatCircle([0, 0], [0.2, 0]), 6);
    expect(greatCircle([10, 89.9], [-170, 89.9])).toBeCloseTo(greatCircle([0, 0], [0, 0.2]), 6);
    expect(haversine(113, 29, 113, 29)).toBe(0);
    expect(haversine(NaN, 29, 113, 29)).toBeNaN();
  });
});

it('knows what is a place', () => {
  expect(isPlace(113, 29)).toBe(true);
  expect(isPlace(-180, 90)).toBe(true);
  expect(isPlace(190, -90)).toBe(true);
  expect(isPlace(null, 29)).toBe(false);
  expect(isPlace(113, null)).toBe(false);
  expect(isPlace(NaN, 29)).toBe(false);
  expect(isPlace(113, 90.1)).toBe(false);
  expect(isPlace(541, 0)).toBe(false);
});
