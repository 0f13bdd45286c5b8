/** The report of a network drawn by hand, gaps against every pair, and one of a million directed edges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import type { RoadsRead } from '../../../src/core/roads/incoming.ts';
import { readLineRoads } from '../../../src/core/roads/lines/read-line-roads.ts';
import { findGaps } from '../../../src/core/roads/report/gaps.ts';
import { reportRoads } from '../../../src/core/roads/report.ts';
import { bytesOf, node, osm, roadsOf, row, way } from './osm/support.ts';

describe('report', () => {
  it('counts what a person would count', async () => {
    const read = await roadsOf(
      osm(
        ...row(3),
        node(10, 0.00202, 0),
        node(11, 0.003, 0),
        node(20, 1, 1),
        node(21, 1.001, 1),
        way(1, [1, 2, 3], { highway: 'residential', oneway: 'yes', maxspeed: '30' }),
        way(2, [10, 11], { highway: 'residential' }),
        way(3, [20, 21], { highway: 'footway', width: '2' }),
      ),
    );
    const report = reportRoads(read);
    const km = (meters: number): number => meters / 1000;
    const street = km(greatCircle([0, 0], [0.002, 0]));
    const other = km(greatCircle([0.00202, 0], [0.003, 0]));
    const foot = km(greatCircle([1, 1], [1.001, 1]));
    expect(report).toMatchObject({
      lines: 3,
      nodes: 6,
      edges: 3,
      directedEdges: 6,
      components: 3,
      deadEnds: 6,
    });
    expect(report.kilometres).toBeCloseTo(street + other + foot, 9);
    expect(report.largestShare).toBeCloseTo(street / (street + other + foot), 9);
    expect(report.oneWayShare).toBeCloseTo(street / (street + other), 9);
    expect(report.known.speed).toBeCloseTo(street / report.kilometres, 9);
    expect(report.islands.count).toBe(2);
    expect(report.islands.listed.map(({ kilometres }) => kilometres)).toEqual([
      expect.closeTo(foot, 9),
      expect.closeTo(other, 9),
    ]);
    expect(report.gaps.count).toBe(1);
    expect(report.gaps.listed[0]).toMatchObject({ a: [0.002, 0], b: [0.00202, 0] });
    expect(report.bounds).toEqual([0, 0, 1.001, 1]);
  });

  it('finds the same gaps as a look at every pair', () => {
    const place = fc.tuple(
      fc.integer({ min: -40, max: 40 }).map((n) => 113 + n * 1e-5),
      fc
        .oneof(fc.constant(0), fc.constant(29), fc.constant(78))
        .chain((lat) => fc.integer({ min: -40, max: 40 }).map((n) => lat + n * 1e-5)),
    );
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 60 }),
        fc.constantFrom(1, 5, 12),
        (places, within) => {
          const found = findGaps(places as LngLat[], within, () => false);
          let pairs = 0;
          for (const [i, a] of places.entries())
            for (const b of places.slice(i + 1)) if (greatCircle(a, b) <= within) pairs++;
          expect(found).toHaveLength(pairs);
        },
      ),
    );
  });

  it('takes a network of a million directed edges', async () => {
    // Streets of a chessboard, each one long line: 2 × 500 lines, 500 × 499 × 2 stretches, both ways open.
    const size = 501;
    const at = (i: number): number => Number((113 + i * 0.0005).toFixed(4));
    const up = (i: number): number => Number((29 + i * 0.0005).toFixed(4));
    const range = Array.from({ length: size }, (_, i) => i);
    const line = (coordinates: number[][]): string =>
      JSON.stringify({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates },
      });
    async function* file(): AsyncGenerator<Uint8Array> {
      yield bytesOf('{"type":"FeatureCollection","features":[');
      for (const i of range) {
        yield bytesOf(`${i > 0 ? ',' : ''}${line(range.map((j) => [at(j), up(i)]))}`);
        yield bytesOf(`,${line(range.map((j) => [at(i), up(j)]))}`);
      }
      yield bytesOf(']}');
      await Promise.resolve();
    }
    const read: RoadsRead = await readLineRoads(
      [{ input: file(), fileName: 'grid.geojson' }],
      {},
      'grid',
    );
    expect(read.input.edges).toHaveLength(2 * size * (size - 1));
    expect(reportRoads(read)).toMatchObject({
      directedEdges: 4 * size * (size - 1),
      components: 1,
      nodes: size * size,
    });
    const network = openNetwork(buildNetwork(read.input));
    expect(network).toBeDefined();
  }, 240_000);
});
