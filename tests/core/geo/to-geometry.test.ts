import {
  booleanPointInPolygon,
  point,
  pointToLineDistance,
  pointToPolygonDistance,
  polygon,
} from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import {
  atLeast,
  distanceToGeometry,
  isSomewhere,
  nearestOnGeometry,
} from '../../../src/core/geo/to-geometry.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { randomNumbers } from '../nearest/point-sets.ts';

const square = (
  west: number,
  south: number,
  east: number,
  north: number,
): Polygon['coordinates'][number] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** The oracle: the edge walked in many small steps along the great circle between its ends. */
function byWalking(
  place: LngLat,
  line: readonly (readonly [number, number])[],
  steps = 1000,
): number {
  let best = Infinity;
  const unit = ([lng, lat]: readonly [number, number]): number[] => {
    const [x, y] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
    return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
  };
  for (let i = 1; i < line.length; i++) {
    const a = unit(line[i - 1] ?? [0, 0]);
    const b = unit(line[i] ?? [0, 0]);
    for (let step = 0; step <= steps; step++) {
      const [x = 0, y = 0, z = 0] = a.map(
        (value, axis) => value + ((b[axis] ?? 0) - value) * (step / steps),
      );
      const lng = (Math.atan2(y, x) * 180) / Math.PI;
      const lat = (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI;
      best = Math.min(best, greatCircle(place, [lng, lat]));
    }
  }
  return best;
}

describe('distance to a line', () => {
  const random = randomNumbers(5);

  it('is the shortest to any point of its great-circle edges', () => {
    for (let i = 0; i < 36; i++) {
      const size = 10 ** (-4 + (i % 6));
      const origin: [number, number] = [random() * 360 - 180, random() * 170 - 85];
      const near = (): [number, number] => [
        origin[0] + (random() - 0.5) * size,
        Math.max(-90, Math.min(90, origin[1] + (random() - 0.5) * size)),
      ];
      const line = [near(), near(), near()];
      const place = near();
      const meters = distanceToGeometry(place, { type: 'LineString', coordinates: line });
      const walked = byWalking(place, line);
      expect(meters).toBeLessThanOrEqual(walked + 1e-6);
      // A walk in 1000 steps misses the foot by at most half a step.
      expect(walked - meters).toBeLessThan(size * 120 + 1e-6);
    }
  });

  it('agrees with Turf, whose iteration stops at about a thousandth', () => {
    for (let i = 0; i < 40; i++) {
      const near = (): [number, number] => [121 + random(), 25 + random()];
      const line = [near(), near(), near(), near()];
      const place = near();
      const turf = pointToLineDistance(
        point(place),
        { type: 'LineString', coordinates: line },
        { units: 'meters' },
      );
      const meters = distanceToGeometry(place, { type: 'LineString', coordinates: line });
      expect(Math.abs(meters - turf)).toBeLessThan(0.002 * turf + 120);
    }
  });

  it('finds the one near edge among thousands', () => {
    const coordinates = Array.from({ length: 1500 }, (_, i): [number, number] => [
      100 + i * 0.007,
      20 + Math.sin(i / 40) * 2,
    ]);
    for (let i = 0; i < 15; i++) {
      const place: LngLat = [99 + random() * 12, 17 + random() * 6];
      const whole = distanceToGeometry(place, { type: 'LineString', coordinates });
      const pieces = coordinates.slice(1).map((to, j) =>
        distanceToGeometry(place, {
          type: 'LineString',
          coordinates: [coordinates[j] ?? to, to],
        }),
      );
      expect(whole).toBe(Math.min(...pieces));
    }
  });

  it('crosses the antimeridian', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [179.5, 1],
        [-179.5, 1],
      ],
    };
    const found = nearestOnGeometry([180, 1.5], line);
    expect(found?.meters).toBeCloseTo(greatCircle([180, 1.5], [180, 1.0000381]), 0);
    expect(found?.place[0]).toBeCloseTo(180, 6);
    expect(found?.inside).toBe(false);
  });

  it('is the distance of a vertex for what is only points', () => {
    expect(distanceToGeometry([113, 29], { type: 'Point', coordinates: [113.1, 29] })).toBe(
      greatCircle([113, 29], [113.1, 29]),
    );
    const many: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [10, 10],
        [113.1, 29],
        [-70, 0],
      ],
    };
    expect(distanceToGeometry([113, 29], many)).toBe(greatCircle([113, 29], [113.1, 29]));
    const twice: Geometry = {
      type: 'LineString',
      coordinates: [
        [113.1, 29],
        [113.1, 29],
      ],
    };
    expect(distanceToGeometry([113, 29], twice)).toBe(greatCircle([113, 29], [113.1, 29]));
  });
});

describe('distance to an area', () => {
  const withHole: Geometry = {
    type: 'Polygon',
    coordinates: [square(110, 20, 114, 24), square(111, 21, 113, 23)],
  };

  it('is 0 inside, and the asked place is the nearest', () => {
    expect(nearestOnGeometry([110.5, 22], withHole)).toEqual({
      meters: 0,
      place: [110.5, 22],
      inside: true,
    });
  });

  it('is to the edge of the hole for what stands in it', () => {
    const found = nearestOnGeometry([111.2, 22], withHole);
    expect(found?.inside).toBe(false);
    expect(found?.meters).toBeCloseTo(greatCircle([111.2, 22], [111, 22]), -1);
  });

  it('is to the outer edge from outside', () => {
    expect(distanceToGeometry([115, 22], withHole)).toBeCloseTo(
      greatCircle([115, 22], [114, 22]),
      -2,
    );
  });

  it('agrees with Turf on inside and outside of random small areas', () => {
    const random = randomNumbers(9);
    for (let i = 0; i < 300; i++) {
      const centre: [number, number] = [random() * 350 - 175, random() * 160 - 80];
      const ring = Array.from({ length: 40 }, (_, j): [number, number] => {
        const radius = 0.01 + random() * 0.02;
        return [
          centre[0] + Math.cos((j * Math.PI) / 20) * radius,
          centre[1] + Math.sin((j * Math.PI) / 20) * radius,
        ];
      });
      ring.push(ring[0] ?? centre);
      const area = polygon([ring]);
      const place: [number, number] = [
        centre[0] + (random() - 0.5) * 0.06,
        centre[1] + (random() - 0.5) * 0.06,
      ];
      const inside = booleanPointInPolygon(place, area);
      expect(nearestOnGeometry(place, area.geometry)?.inside).toBe(inside);
      if (inside) continue;
      const turf = pointToPolygonDistance(point(place), area, { units: 'meters' });
      expect(Math.abs(distanceToGeometry(place, area.geometry) - turf)).toBeLessThan(
        0.01 * turf + 1,
      );
    }
  });

  it('holds across the antimeridian and around a pole', () => {
    const fiji: Geometry = { type: 'Polygon', coordinates: [square(177, -19, -178, -16)] };
    expect(nearestOnGeometry([180, -17], fiji)?.inside).toBe(true);
    expect(nearestOnGeometry([-179, -17], fiji)?.inside).toBe(true);
    expect(nearestOnGeometry([0, -17], fiji)?.inside).toBe(false);
    const cap = (lat: number): Geometry => ({
      type: 'Polygon',
      coordinates: [
        [
          [-180, lat],
          [-90, lat],
          [0, lat],
          [90, lat],
          [180, lat],
        ],
      ],
    });
    expect(nearestOnGeometry([45, 89], cap(70))?.inside).toBe(true);
    expect(nearestOnGeometry([45, 50], cap(70))?.inside).toBe(false);
    expect(nearestOnGeometry([45, -89], cap(-70))?.inside).toBe(true);
    expect(nearestOnGeometry([45, -50], cap(-70))?.inside).toBe(false);
    const rfc7946: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [-180, 70],
          [-90, 70],
          [0, 70],
          [90, 70],
          [180, 70],
          [180, 90],
          [-180, 90],
          [-180, 70],
        ],
      ],
    };
    expect(nearestOnGeometry([-120, 85], rfc7946)?.inside).toBe(true);
    expect(nearestOnGeometry([-120, 60], rfc7946)?.inside).toBe(false);
  });

  it('takes any of several areas, and a ring that is not closed', () => {
    const several: Geometry = {
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'MultiPolygon',
          coordinates: [[square(0, 0, 1, 1)], [square(10, 0, 11, 1).slice(0, 4)]],
        },
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [20, 0],
              [20, 1],
            ],
          ],
        },
      ],
    };
    expect(distanceToGeometry([10.5, 0.5], several)).toBe(0);
    expect(distanceToGeometry([20.1, 0.5], several)).toBeCloseTo(
      greatCircle([20.1, 0.5], [20, 0.5]),
      0,
    );
  });
});

describe('no geometry', () => {
  it.each<Geometry>([
    { type: 'GeometryCollection', geometries: [] },
    { type: 'MultiPolygon', coordinates: [] },
    { type: 'Polygon', coordinates: [] },
    { type: 'LineString', coordinates: [] },
    { type: 'Point', coordinates: [] },
  ])('is nowhere: %j', (geometry) => {
    expect(isSomewhere(geometry)).toBe(false);
    expect(nearestOnGeometry([0, 0], geometry)).toBeNull();
    expect(distanceToGeometry([0, 0], geometry)).toBe(Infinity);
  });
});

describe('the lower bound', () => {
  it('is never more than the distance', () => {
    const coordinate = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    );
    fc.assert(
      fc.property(
        coordinate,
        fc.array(coordinate, { minLength: 2, maxLength: 20 }),
        (place, coordinates) => {
          const line: Geometry = { type: 'LineString', coordinates };
          expect(atLeast(place, line)).toBeLessThanOrEqual(distanceToGeometry(place, line));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
