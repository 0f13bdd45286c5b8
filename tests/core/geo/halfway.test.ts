import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import { halfwayAlong } from '../../../src/core/geo/halfway.ts';
import { distanceToGeometry } from '../../../src/core/geo/to-geometry.ts';
import type { LngLat } from '../../../src/core/model/index.ts';

const place = fc.tuple(
  fc.double({ min: 110, max: 110.2, noNaN: true }),
  fc.double({ min: 28, max: 28.2, noNaN: true }),
);

describe('the middle along a line', () => {
  it('lies on the line, with as much of it before as behind', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 12 }), (coordinates) => {
        const middle = halfwayAlong({ type: 'LineString', coordinates });
        if (middle === null) throw new Error('no middle');
        // Straight in degrees is not a great circle: some decimetres over 20 km.
        expect(distanceToGeometry(middle, { type: 'LineString', coordinates })).toBeLessThan(20);
        const length = (line: LngLat[]) =>
          line.slice(1).reduce((sum, to, i) => sum + greatCircle(line[i] ?? to, to), 0);
        const whole = length(coordinates);
        const halves = coordinates.slice(1).map((to, i) => {
          const from = coordinates[i] ?? to;
          return [
            length([...coordinates.slice(0, i + 1), middle]),
            greatCircle(from, middle) + greatCircle(middle, to) - greatCircle(from, to),
          ];
        });
        const on = halves
          .filter(([, detour = 1]) => Math.abs(detour) < 0.5)
          .map(([before = 0]) => before);
        expect(Math.min(...on.map((before) => Math.abs(before - whole / 2)))).toBeLessThan(
          1 + whole / 1000,
        );
      }),
    );
  });

  it('is that of the longest part, and null for what is no line', () => {
    const parts = [
      [
        [110, 28],
        [110.001, 28],
      ],
      [
        [111, 28],
        [111.2, 28],
      ],
    ];
    expect(halfwayAlong({ type: 'MultiLineString', coordinates: parts })?.[0]).toBeCloseTo(
      111.1,
      6,
    );
    for (const geometry of [
      null,
      { type: 'Point' as const, coordinates: [110, 28] },
      { type: 'LineString' as const, coordinates: [[110, 28]] },
      { type: 'MultiLineString' as const, coordinates: [] },
    ])
      expect(halfwayAlong(geometry)).toBeNull();
  });

  it('is the place itself where a line has no length', () => {
    const coordinates = [
      [110, 28],
      [110, 28],
    ];
    expect(halfwayAlong({ type: 'LineString', coordinates })).toEqual([110, 28]);
  });
});
