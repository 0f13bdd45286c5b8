import fc from 'fast-check';
import { distance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { fromWgs84, toWgs84 } from '../../../src/core/crs/datum.ts';

const meters = (a: readonly number[], b: readonly number[]): number =>
  distance([...a], [...b], { units: 'meters' });

describe('datum shifts', () => {
  it('come back to the same place within a centimetre, everywhere in China', () => {
    const china = fc.tuple(
      fc.double({ min: 74, max: 135, noNaN: true }),
      fc.double({ min: 18, max: 53, noNaN: true }),
      fc.constantFrom('gcj02' as const, 'bd09' as const),
    );
    fc.assert(
      fc.property(china, ([lng, lat, datum]) => {
        const shown = fromWgs84([lng, lat], datum);
        expect(meters(toWgs84(shown, datum), [lng, lat])).toBeLessThan(0.01);
      }),
    );
  });

  it('are hundreds of metres in China, and BD-09 is not GCJ-02', () => {
    const place = [113.12, 29.37] as const;
    const gcj = fromWgs84(place, 'gcj02');
    const bd = fromWgs84(place, 'bd09');
    expect(meters(gcj, place)).toBeGreaterThan(300);
    expect(meters(gcj, place)).toBeLessThan(900);
    expect(meters(gcj, bd)).toBeGreaterThan(500);
  });

  it('do nothing outside China and end at its edge', () => {
    expect(toWgs84([8.69, 49.41], 'gcj02')).toEqual([8.69, 49.41]);
    expect(toWgs84([8.69, 49.41], 'bd09')).toEqual([8.69, 49.41]);
    for (const edge of [
      [72.0041, 30],
      [72.01, 30],
      [137.83, 30],
      [110, 0.83],
      [110, 55.827],
    ] as const) {
      const [lng, lat] = toWgs84(edge, 'gcj02');
      expect(Number.isFinite(lng) && Number.isFinite(lat)).toBe(true);
    }
  });
});
