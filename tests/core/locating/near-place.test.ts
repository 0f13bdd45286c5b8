import { expect, it } from 'vitest';
import { nearestName } from '../../../src/core/locating/index.ts';

const point = (name: string | null, lng: number, lat: number) => ({
  name,
  lng,
  lat,
  geometry: null,
});
const HERE = [110.94, 28.02] as const;
/** Metres of latitude in degrees. */
const north = (meters: number): number => 28.02 + meters / 111_195;

it('is the name of the nearest thing, and of nothing that is far', () => {
  expect(
    nearestName(HERE, [point('远村', 110.94, north(900)), point('近村', 110.94, north(300))]),
  ).toBe('近村');
  expect(nearestName(HERE, [point('远村', 110.94, north(1600))])).toBeNull();
  expect(nearestName(HERE, [])).toBeNull();
});

it('takes a line by its edge, not by its point, and leaves out what has no name or place', () => {
  const road = {
    name: '环城北路',
    lng: 111.2,
    lat: 28.02,
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [110.9, north(100)],
        [111.5, north(100)],
      ],
    },
  };
  const nameless = [
    point(null, 110.94, 28.02),
    point('  ', 110.94, 28.02),
    { name: '无位置', lng: null, lat: null, geometry: null },
  ];
  expect(nearestName(HERE, [point('近村', 110.94, north(300)), road, ...nameless])).toBe(
    '环城北路',
  );
});

it('is the same on every console: of equals the first by name', () => {
  const [a, b] = [point('甲村', 110.94, north(300)), point('乙村', 110.94, north(300))];
  expect(nearestName(HERE, [a, b])).toBe(nearestName(HERE, [b, a]));
});
