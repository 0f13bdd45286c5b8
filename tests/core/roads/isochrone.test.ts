import { area, booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../src/core/model/index.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { bandsOf, isochronesOf, piecesOf } from '../../../src/core/roads/isochrone.ts';
import { randomNumbers } from '../nearest/point-sets.ts';
import { throwDarts } from './driven-area.ts';
import { layOut } from './laid.ts';
import { roadEdge } from './road-edge.ts';
import { reachOf } from './asked.ts';

/** A town of 30 × 30 crossings, about 220 m apart, a little crooked. */
function town() {
  const random = randomNumbers(3);
  const places = Array.from({ length: 900 }, (_, i): LngLat => {
    const jitter = (): number => (random() - 0.5) * 0.001;
    return [121 + (i % 30) * 0.0022 + jitter(), 25 + Math.floor(i / 30) * 0.002 + jitter()];
  });
  const edges = places.flatMap((from, i) => [
    ...(i % 30 < 29 && random() < 0.9
      ? [roadEdge(i, i + 1, [from, places[i + 1]!], { speedKmh: 40 })]
      : []),
    ...(i < 870 && random() < 0.9
      ? [roadEdge(i, i + 30, [from, places[i + 30]!], { speedKmh: 30 })]
      : []),
  ]);
  return layOut({ edges, restrictions: [] });
}

const random = randomNumbers(11);
const DARTS = Array.from({ length: 3000 }, (): [number, number] => [
  120.998 + random() * 0.07,
  24.998 + random() * 0.064,
]);

/** Metres from each dart to the nearest piece, by looking at every one. */
function metersToPieces(
  pieces: readonly number[],
  darts: readonly (readonly [number, number])[],
): number[] {
  const perUnit = 111_195 / 1e7;
  return darts.map(([lng, lat]) => {
    const shrink = Math.cos((lat * Math.PI) / 180);
    let least = Infinity;
    for (let i = 0; i < pieces.length; i += 4) {
      const [ax, ay] = [(pieces[i]! - lng * 1e7) * shrink, pieces[i + 1]! - lat * 1e7];
      const [dx, dy] = [(pieces[i + 2]! - pieces[i]!) * shrink, pieces[i + 3]! - pieces[i + 1]!];
      const length = dx * dx + dy * dy;
      const share = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
      least = Math.min(least, Math.hypot(ax + share * dx, ay + share * dy));
    }
    return least * perUnit;
  });
}

describe('areas reached within minutes', () => {
  const { network, endOf } = town();
  const router = makeRouter(network, EMERGENCY_CAR);
  const limits = [120_000, 60_000, 240_000];
  const reach = reachOf(router, endOf({ node: 465 }), 'away', 240_000);
  const areas = isochronesOf(network, reach, limits);

  it('are as large as all that lies within 75 m of a driven road, and lie there', () => {
    limits.forEach((limit, i) => {
      const { squareMeters, darts } = throwDarts(
        piecesOf(network, reach, limit),
        75,
        40_000,
        randomNumbers(5),
      );
      // Turf's area is on a sphere of 6,378 km where ours has 6,371.
      expect(area(areas[i]!) / 1.00224 / squareMeters).toBeGreaterThan(0.97);
      expect(area(areas[i]!) / 1.00224 / squareMeters).toBeLessThan(1.03);
      for (const { lng, lat, meters } of darts.slice(0, 3000)) {
        // A crest between two roads may fall between two cells of 25 m.
        if (Math.abs(meters - 75) < 12.5) continue;
        expect(booleanPointInPolygon([lng, lat], areas[i]!)).toBe(meters < 75);
      }
    });
  });

  it('lie in one another, turn the way GeoJSON wants, and leave holes', () => {
    const sizes = areas.map((one) => area(one));
    expect(sizes[1]).toBeLessThan(sizes[0]!);
    expect(sizes[0]).toBeLessThan(sizes[2]!);
    const signed = (ring: MultiPolygon['coordinates'][0][0]): number =>
      ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);
    const [outer, ...holes] = areas[2]!.coordinates[0]!;
    expect(signed(outer!)).toBeGreaterThan(0);
    expect(holes.length).toBeGreaterThan(5);
    expect(holes.every((hole) => signed(hole) < 0)).toBe(true);
  });

  it('are empty where nothing is driven', () => {
    const closed = makeRouter(network, EMERGENCY_CAR);
    closed.close(
      'all',
      Array.from({ length: network.edges }, (_, e) => e),
    );
    const nothing = reachOf(closed, endOf({ node: 465 }), 'away', 600_000);
    expect(isochronesOf(network, nothing, [600_000])).toEqual([
      { type: 'MultiPolygon', coordinates: [] },
    ]);
  });
});

describe('bands of minutes', () => {
  const { network, endOf } = town();
  const router = makeRouter(network, EMERGENCY_CAR);
  const limits = [60_000, 120_000, 240_000];
  const starts = [100, 465, 800].map((node, i) => ({ end: endOf({ node }), ms: i * 50_000 }));
  const reach = router.reachFrom(starts, 'away', limits[2]!);
  const all = Array.from({ length: network.edges }, (_, edge) => [edge, 1] as const);
  const roads = {
    ...reach,
    edge: Uint32Array.from(all, ([edge]) => edge),
    heading: new Int8Array(all.length).fill(1),
  };
  const whole = {
    ...roads,
    start: new Float64Array(all.length),
    end: new Float64Array(all.length).fill(1),
    ms: new Int32Array(all.length),
  };
  const anywhere = piecesOf(network, { ...whole, cost: new Int32Array(all.length).fill(1) }, 1);

  it('are where one is by a limit and was not by the one before; beyond is the rest of what lies near a road', () => {
    const { bands, beyond } = bandsOf(network, reach, limits, 75, () => true);
    const areas = [...bands, beyond];
    // One pool of darts; for each limit how far it is to what is driven by then.
    const far = [...limits.map((limit) => piecesOf(network, reach, limit)), anywhere].map(
      (pieces) => metersToPieces(pieces, DARTS),
    );
    let counted = 0;
    DARTS.forEach((dart, i) => {
      const meters = far.map((list) => list[i]!);
      // A crest between two roads may fall between two cells of 25 m.
      if (meters.some((one) => Math.abs(one - 75) < 12.5)) return;
      counted++;
      const expected = meters.findIndex((one) => one < 75);
      expect(areas.map((area) => booleanPointInPolygon(dart, area))).toEqual(
        areas.map((_, k) => k === expected),
      );
    });
    expect(counted).toBeGreaterThan(1000);
    expect(areas.every((one) => area(one) > 0)).toBe(true);
  });

  it('know nothing where no road may be used', () => {
    const { bands, beyond } = bandsOf(network, reach, limits, 75, () => false);
    expect([...bands, beyond].every(({ coordinates }) => coordinates.length === 0)).toBe(true);
  });
});
