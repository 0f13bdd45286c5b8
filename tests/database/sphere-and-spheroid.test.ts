/**
 * The console ranks on the sphere (Turf's haversine), the server on the spheroid (PostGIS `geography <->`). How far may
 * the two differ? The sphere's radius is 6371.0 km; the spheroid curves with 6335.4 km (north-south at the equator) to
 * 6399.6 km (at the poles). So a distance on the sphere is at most 0.5614 % longer and at most 0.4466 % shorter, and the
 * two orders can swap only candidates whose distances are within 1.013 % of each other.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { greatCircle } from '../../src/core/geo/distance.ts';
import { distanceToGeometry } from '../../src/core/geo/to-geometry.ts';
import { buildIndex, nearest } from '../../src/core/nearest/index.ts';
import { halfClustered, randomNumbers } from '../core/nearest/point-sets.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';

const LONGER = 1 + 0.005615;
const SHORTER = 1 - 0.004467;
const SWAP = LONGER / SHORTER;
/** Rounding of both, and the metre that PostGIS may stop at on almost opposite places. */
const ROUNDING = 1e-3;

const COUNT = 3000;
const random = randomNumbers(2026);
const set = halfClustered(COUNT, random);
const places: [number, number][] = [
  [113.1, 29.4],
  [121.5, 25],
  [0, 0],
  [180, 0],
  [-180, 12],
  [179.99, -41],
  [30, 89.9],
  [0, -90],
  ...Array.from({ length: 40 }, (): [number, number] => [
    random() * 360 - 180,
    random() * 180 - 90,
  ]),
];

let database: Prepared;

beforeAll(async () => {
  database = await openPrepared();
  const rows = Array.from(set.lng, (lng, i) => ({
    name: String(i),
    place: `SRID=4326;POINT(${lng} ${set.lat[i]})`,
  }));
  await database.query(
    `insert into public.team (district_code, name, source, kind, geom)
     select '0', name, 'test', 'test', place::extensions.geometry
     from jsonb_to_recordset($1::jsonb) as t(name text, place text)`,
    [JSON.stringify(rows)],
  );
}, 240_000);

afterAll(async () => {
  await database?.close();
});

const bounds = (spheroid: number): [number, number] => [
  spheroid * SHORTER - ROUNDING,
  spheroid * LONGER + ROUNDING,
];

describe('the same pair of places', () => {
  test('differs by at most 0.56 %', async () => {
    const pairs = Array.from({ length: 4000 }, (_, i) => {
      const [x, y] = [random() * 360 - 180, random() * 180 - 90];
      if (i % 4 === 0) return [x, y, random() * 360 - 180, random() * 180 - 90];
      const size = 10 ** -(i % 5);
      const near = Math.max(-90, Math.min(90, y + (random() - 0.5) * size));
      return [x, y, Math.max(-180, Math.min(180, x + (random() - 0.5) * size)), near];
    });
    const measured = await database.query<{ spheroid: number }>(
      `select extensions.st_distance(
         extensions.st_setsrid(extensions.st_makepoint((p->>0)::float8, (p->>1)::float8), 4326)::extensions.geography,
         extensions.st_setsrid(extensions.st_makepoint((p->>2)::float8, (p->>3)::float8), 4326)::extensions.geography
       ) as spheroid
       from jsonb_array_elements($1::jsonb) with ordinality as t(p, n) order by n`,
      [JSON.stringify(pairs)],
    );
    let most = 1;
    let least = 1;
    pairs.forEach(([ax = 0, ay = 0, bx = 0, by = 0], i) => {
      const spheroid = Number(measured[i]?.spheroid);
      const sphere = greatCircle([ax, ay], [bx, by]);
      const [low, high] = bounds(spheroid);
      expect(sphere).toBeGreaterThanOrEqual(low);
      expect(sphere).toBeLessThanOrEqual(high);
      if (spheroid < 10) return;
      most = Math.max(most, sphere / spheroid);
      least = Math.min(least, sphere / spheroid);
    });
    // The bound is no idle one: both ends are nearly reached.
    expect(most).toBeGreaterThan(1.005);
    expect(least).toBeLessThan(0.996);
  });
});

describe('nearest_by_geography', () => {
  test('names the same points as the console, but for near ties, with distances within the same bounds', async () => {
    const index = buildIndex(set.lng, set.lat);
    const k = 20;
    let swapped = 0;
    for (const [lng, lat] of places) {
      const theirs = await database.query<{ name: string; distance_m: number }>(
        `select t.name, n.distance_m
         from public.nearest_by_geography('team', $1::float8, $2::float8, $3::int) with ordinality as n(id, distance_m, rank)
         join public.team t using (id) order by n.rank`,
        [lng, lat, k],
      );
      const { ids, meters } = nearest(index, lng, lat, k);
      expect(theirs).toHaveLength(k);
      theirs.forEach(({ name, distance_m: spheroid }, i) => {
        const [low, high] = bounds(spheroid);
        // Rank by rank: the i-th distances differ no more than the distances of one pair.
        expect(meters[i]).toBeGreaterThanOrEqual(low);
        expect(meters[i]).toBeLessThanOrEqual(high);
        if (Number(name) === ids[i]) return;
        swapped++;
        // Another point at this rank: both are a near tie on the sphere.
        const other = greatCircle(
          [lng, lat],
          [set.lng[Number(name)] ?? 0, set.lat[Number(name)] ?? 0],
        );
        const [nearer, farther] = [
          Math.min(other, meters[i] ?? 0),
          Math.max(other, meters[i] ?? 0),
        ];
        expect(farther).toBeLessThanOrEqual(nearer * SWAP + ROUNDING);
      });
    }
    expect(swapped).toBeLessThan((places.length * k) / 2);
  });
});

describe('lines and areas', () => {
  test('are measured to the edge by both, 0 inside', async () => {
    const shapes = Array.from({ length: 60 }, (_, i) => {
      const size = 10 ** -(i % 4);
      const [x, y] = [random() * 340 - 170, random() * 150 - 75];
      const ring = Array.from({ length: 9 }, (_corner, j): [number, number] => {
        const radius = size * (0.5 + random() / 2);
        return [
          x + radius * Math.cos((j * Math.PI) / 4.5),
          y + radius * Math.sin((j * Math.PI) / 4.5),
        ];
      });
      ring.push(ring[0] ?? [x, y]);
      const place: [number, number] = [
        x + (random() - 0.5) * 2 * size,
        y + (random() - 0.5) * 2 * size,
      ];
      const shape =
        i % 3 === 0
          ? { type: 'LineString' as const, coordinates: ring }
          : { type: 'Polygon' as const, coordinates: [ring] };
      return { place, shape };
    });
    const measured = await database.query<{ spheroid: number }>(
      `select extensions.st_distance(
         extensions.st_setsrid(extensions.st_geomfromgeojson(s->>'shape'), 4326)::extensions.geography,
         extensions.st_setsrid(
           extensions.st_makepoint((s->'place'->>0)::float8, (s->'place'->>1)::float8), 4326)::extensions.geography
       ) as spheroid
       from jsonb_array_elements($1::jsonb) with ordinality as t(s, n) order by n`,
      [JSON.stringify(shapes)],
    );
    let inside = 0;
    shapes.forEach(({ place, shape }, i) => {
      const spheroid = Number(measured[i]?.spheroid);
      const sphere = distanceToGeometry(place, shape);
      if (spheroid === 0 || sphere === 0) {
        inside++;
        expect([sphere, spheroid]).toEqual([0, 0]);
        return;
      }
      // The edge itself runs a little differently on the two bodies: up to a millionth of its length.
      const room = 0.5;
      expect(sphere).toBeGreaterThanOrEqual(spheroid * SHORTER - room);
      expect(sphere).toBeLessThanOrEqual(spheroid * LONGER + room);
    });
    expect(inside).toBeGreaterThan(3);
  });
});
