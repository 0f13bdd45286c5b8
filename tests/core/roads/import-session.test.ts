/** Road files in hand as the screen's worker has them: looked at, read, put into portions that make the same network. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RoadImportSession, asTrouble } from '../../../src/core/roads/import-session.ts';
import type { RoadProgress, RoadSettings } from '../../../src/core/roads/import-session.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import { gapsAsCsv, gapsAsGeoJson } from '../../../src/core/roads/report/gap-files.ts';
import { base64 } from '../../../src/core/roads/storing/base64.ts';
import { edgePortion, graphPiece, pieceCount } from '../../../src/core/roads/storing/rows.ts';
import { newId } from '../../../src/core/new-id.ts';
import { node, osm, row, way } from './osm/support.ts';
import { roadEdge } from './road-edge.ts';

const settings: RoadSettings = {
  layer: null,
  columns: {},
  crs: null,
  encoding: null,
  tolerance: null,
  splitCrossings: false,
  gap: null,
  source: '某测绘院',
};

const village = osm(
  ...row(3),
  node(9, 0.001, 0.001),
  way(1, [1, 2, 3], { highway: 'primary' }),
  way(2, [3, 9], { highway: 'residential' }),
);

/** Two streets that meet nearly, one that crosses without a vertex. */
const streets = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    [
      [113, 29],
      [113.01, 29],
    ],
    [
      [113.01002, 29],
      [113.02, 29],
    ],
    [
      [113.005, 28.995],
      [113.005, 29.005],
    ],
  ].map((coordinates, i) => ({
    type: 'Feature',
    properties: { 路名: `街${i}`, kuan: 3 + i },
    geometry: { type: 'LineString', coordinates },
  })),
});

function sessionOf(text: string, name: string): RoadImportSession {
  const bytes = new TextEncoder().encode(text);
  async function* open(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
  }
  return new RoadImportSession([{ name, size: bytes.length, open, companions: [] }], () =>
    Promise.reject(new Error('no gpkg')),
  );
}

describe('road files in hand', () => {
  it('are looked at before they are read', async () => {
    expect(await sessionOf(village, 'village.osm').look(null)).toEqual({ tag: 'osm' });
    expect(await sessionOf(streets, 'streets.geojson').look(null)).toMatchObject({
      tag: 'lines',
      columns: ['路名', 'kuan'],
      guessed: { name: '路名' },
    });
  });

  it('are read as a person says, with progress, again and again', async () => {
    const session = sessionOf(streets, 'streets.geojson');
    const reports: RoadProgress[] = [];
    const plain = await session.read(settings, (progress) => reports.push(progress));
    expect(plain).toMatchObject({
      edges: 3,
      report: { components: 3, gaps: { count: 1 }, known: { width: 0 } },
    });
    expect(reports.filter(({ phase }) => phase === 'read').at(-1)).toMatchObject({
      done: Buffer.byteLength(streets),
      total: Buffer.byteLength(streets),
    });
    expect(reports.at(-1)).toEqual({ phase: 'build', done: 0, total: 3 });
    const joined = await session.read(
      { ...settings, splitCrossings: true, tolerance: 0.0001, columns: { width: 'kuan' }, gap: 20 },
      () => undefined,
    );
    expect(joined.report).toMatchObject({
      components: 1,
      gaps: { within: 20, count: 0 },
      known: { width: 1 },
    });
  });

  it('become portions whose sum is the network', async () => {
    const session = sessionOf(village, 'village.osm');
    const { bytes } = await session.read(settings, () => undefined);
    const facts = session.facts('4306');
    const graph = Buffer.concat(
      Array.from({ length: session.pieces() }, (_, part) =>
        Buffer.from(session.piece(part), 'base64'),
      ),
    );
    expect(facts).toMatchObject({
      district: '4306',
      source: '某测绘院',
      bytes,
      edges: 2,
      west: 0,
      east: 0.002,
    });
    expect(createHash('sha256').update(graph).digest('hex')).toBe(facts.checksum);
    expect(openNetwork(new Uint8Array(graph).buffer).edges).toBe(2);
    const portion = session.edges(0);
    expect(portion?.next).toBe(2);
    expect(JSON.parse(portion?.json ?? '')).toMatchObject([
      {
        e: 0,
        o: 'way 1',
        c: 'primary',
        g: 'LINESTRING(0.0000000 0.0000000,0.0010000 0.0000000,0.0020000 0.0000000)',
      },
      { e: 1, o: 'way 2', c: 'residential' },
    ]);
    expect(session.edges(2)).toBeNull();
    expect(session.near([0.0005, -1, 0.0006, 1])).toEqual([
      [
        [0, 0],
        [0.001, 0],
        [0.002, 0],
      ],
    ]);
    expect(session.near([1, 1, 2, 2])).toEqual([]);
  });

  it('say why they are refused', async () => {
    await expect(
      sessionOf('<osm><node', 'cut.osm').read(settings, () => undefined),
    ).rejects.toSatisfy((error) => asTrouble(error)?.code === 'osm_xml_damaged');
    await expect(
      sessionOf(streets, 'a.geojson').read(
        { ...settings, columns: { name: 'x' } },
        () => undefined,
      ),
    ).rejects.toSatisfy((error) => asTrouble(error)?.code === 'column_unknown');
    expect(asTrouble(new Error('x'))).toBeNull();
  });
});

describe('portions', () => {
  it('cut a graph of any length into pieces that make it again', () => {
    const graph = Uint8Array.from({ length: 3_100_001 }, (_, i) => (i * 7) % 256);
    expect(pieceCount(graph)).toBe(3);
    const again = Buffer.concat(
      [0, 1, 2].map((part) => Buffer.from(graphPiece(graph, part), 'base64')),
    );
    expect(again.equals(graph)).toBe(true);
    for (const length of [0, 1, 2, 3, 4, 255])
      expect(base64(graph.subarray(0, length))).toBe(
        Buffer.from(graph.subarray(0, length)).toString('base64'),
      );
  });

  it('hold few enough edges for one request', () => {
    const edges = Array.from({ length: 6001 }, (_, i) =>
      roadEdge(i, i + 1, [
        [113, 29],
        [113.001, 29],
      ]),
    );
    const read = {
      input: { edges, restrictions: [], source: '' },
      origins: edges.map(String),
      dataTime: null,
      lines: 1,
      leftOut: [],
      notes: [],
    };
    const sizes: number[] = [];
    for (let next = 0; ;) {
      const portion = edgePortion(read, next);
      if (portion === null) break;
      sizes.push(portion.next - next);
      expect(portion.json.length).toBeLessThan(2_000_000);
      next = portion.next;
    }
    expect(sizes).toEqual([2500, 2500, 1001]);
  });
});

describe('gaps as files', () => {
  const gaps = [{ a: [113, 29], b: [113.00001, 29], distance: 0.97253 }] as const;
  it('are lines from dead end to dead end', () => {
    expect(JSON.parse(gapsAsGeoJson(gaps, () => true))).toMatchObject({
      features: [
        {
          properties: { gap: 1, meters: 0.973, seen: true },
          geometry: {
            type: 'LineString',
            coordinates: [
              [113, 29],
              [113.00001, 29],
            ],
          },
        },
      ],
    });
    expect(gapsAsCsv(gaps, () => false).split('\r\n')).toEqual([
      '\ufeffgap,meters,lng_a,lat_a,lng_b,lat_b,seen',
      '1,0.973,113,29,113.00001,29,0',
      '',
    ]);
  });
});

it('ids are random UUIDs without crypto.randomUUID', () => {
  const ids = new Set(Array.from({ length: 1000 }, newId));
  expect(ids.size).toBe(1000);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
