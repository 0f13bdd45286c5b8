/** The three containers of OpenStreetMap data: the same roads out of each, and a sentence for each that is broken. */
import { gzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RoadsFailure } from '../../../../src/core/roads/failure.ts';
import { readOsmRoads } from '../../../../src/core/roads/osm/read-osm-roads.ts';
import { bytesOf, node, osm, pieces, way } from './support.ts';
import { writePbf } from './write-pbf.ts';
import type { PbfSample } from './write-pbf.ts';

const nodes = [
  { id: 5_000_000_001, lon: 113.1234567, lat: 29.3765432, tags: { barrier: 'bollard' } },
  { id: 12, lon: -0.0000001, lat: -29.5 },
  { id: 7, lon: 179.9999999, lat: 0 },
];
const ways = [
  {
    id: 12_000_000_001,
    refs: [12, 5_000_000_001, 7],
    tags: { highway: 'residential', name: '岳阳大道' },
  },
];
const sample: PbfSample = { nodes, ways };
const xml = osm(
  ...nodes.map(({ id, lon, lat, tags }) => node(id, lon, lat, tags)),
  ...ways.map(({ id, refs, tags }) => way(id, refs, tags)),
);
const read = (bytes: Uint8Array, size?: number): ReturnType<typeof readOsmRoads> =>
  readOsmRoads([pieces(bytes, size)], 'test');
const plain = await read(bytesOf(xml));

describe('containers', () => {
  it('reads every coordinate to the last digit', () => {
    expect(plain.input.edges.map(({ line }) => line)).toEqual([
      [
        [-0.0000001, -29.5],
        [113.1234567, 29.3765432],
      ],
      [
        [113.1234567, 29.3765432],
        [179.9999999, 0],
      ],
      [
        [113.1234567, 29.3765432],
        [113.1234567, 29.3765432],
      ],
    ]);
    expect(plain.input.edges[0]?.name).toBe('岳阳大道');
  });

  it.each([
    ['dense nodes', { dense: true }],
    ['single nodes', {}],
    ['unpacked blobs', { packed: false }],
    [
      'another scale and origin',
      { dense: true, granularity: 50, lonOffset: 1_000_000, latOffset: 2_000_000 },
    ],
  ])('finds the same in PBF with %s', async (_, options) => {
    expect(await read(writePbf({ ...sample, ...options }))).toEqual(plain);
  });

  it.each([1, 3, 17, 1000])('does not care where the pieces of %i bytes end', async (size) => {
    expect(await read(writePbf({ ...sample, dense: true }), size)).toEqual(plain);
    expect(await read(bytesOf(xml), size)).toEqual(plain);
    expect(await read(gzipSync(bytesOf(xml)), size)).toEqual(plain);
  });

  it('unpacks gzip of several members, and PBF that was packed again', async () => {
    const bytes = bytesOf(xml);
    const [a, b] = [gzipSync(bytes.subarray(0, 200)), gzipSync(bytes.subarray(200))];
    expect(await read(new Uint8Array([...a, ...b]))).toEqual(plain);
    expect(await read(gzipSync(writePbf(sample)))).toEqual(plain);
  });

  it('knows how old the data are', async () => {
    expect((await read(writePbf({ ...sample, seconds: 1_700_000_000 }))).dataTime).toBe(
      '2023-11-14T22:13:20.000Z',
    );
    expect(
      (await read(bytesOf(xml.replace('<osm ', '<osm timestamp="2024-02-29T01:02:03Z" '))))
        .dataTime,
    ).toBe('2024-02-29T01:02:03.000Z');
  });

  it('leaves out what an editor deleted', async () => {
    const gone = xml.replace(
      '</osm>',
      `${way(4, [12, 7], { highway: 'service' }).replace('<way', '<way visible="false"')}</osm>`,
    );
    expect(await read(bytesOf(gone))).toEqual(plain);
  });
});

describe('what cannot be read is refused with its reason', () => {
  const pbf = writePbf({ ...sample, dense: true });
  const packed = gzipSync(bytesOf(xml));
  it.each<[string, Uint8Array, string]>([
    ['text', bytesOf('name,lng,lat'), 'not_roads'],
    ['nothing', new Uint8Array(0), 'not_roads'],
    ['another XML', bytesOf('<?xml version="1.0"?><gpx><osm/></gpx>'), 'not_roads'],
    [
      'a document type',
      bytesOf(xml.replace('<osm', '<!DOCTYPE osm [<!ENTITY a "b">]><osm')),
      'osm_xml_dtd',
    ],
    ['a change file', bytesOf('<osmChange version="0.6"></osmChange>'), 'osm_change_file'],
    ['XML that ends early', bytesOf(xml.slice(0, -20)), 'osm_xml_damaged'],
    ['a place that is none', bytesOf(xml.replace('lat="0"', 'lat="north"')), 'osm_xml_damaged'],
    ['a place beyond the pole', bytesOf(xml.replace('lat="0"', 'lat="91"')), 'out_of_range'],
    ['PBF that ends early', pbf.subarray(0, pbf.length - 9), 'osm_damaged'],
    ['PBF that ends in a length', pbf.subarray(0, 2 + 4 + 16), 'osm_damaged'],
    ['gzip that ends early', packed.subarray(0, packed.length - 20), 'gzip_damaged'],
    [
      'histories',
      writePbf({ ...sample, features: ['OsmSchema-V0.6', 'HistoricalInformation'] }),
      'osm_feature_unknown',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'RoadsFailure', code });
  });

  it('ends in a reason or in roads for any damaged byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(pbf, packed, bytesOf(xml)),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (bytes, damages) => {
          const broken = bytes.slice();
          for (const [at, value] of damages) broken[at % broken.length] = value;
          try {
            await read(broken);
          } catch (error) {
            expect(error).toBeInstanceOf(RoadsFailure);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Nodes are numbered as they come, which is another order where the ways bring them. */
const linesOf = ({ input }: Awaited<ReturnType<typeof read>>) =>
  input.edges.map(({ line, name, class: roadClass }) => ({ line, name, roadClass }));

/** The same without what stands on the road. */
const bare = await read(
  bytesOf(
    osm(
      ...nodes.map(({ id, lon, lat }) => node(id, lon, lat)),
      ...ways.map(({ id, refs, tags }) => way(id, refs, tags)),
    ),
  ),
);

describe('what Overpass and others write', () => {
  const places = (id: number): { lat: number; lon: number } => nodes.find((one) => one.id === id)!;
  const first = ways[0]!;
  const tags = Object.entries(first.tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('');
  it('reads XML with the places in the ways (out geom)', async () => {
    const nds = first.refs
      .map((ref) => `<nd ref="${ref}" lat="${places(ref).lat}" lon="${places(ref).lon}"/>`)
      .join('');
    expect(linesOf(await read(bytesOf(osm(`<way id="${first.id}">${nds}${tags}</way>`))))).toEqual(
      linesOf(bare),
    );
  });

  it('reads JSON, with nodes of their own or with places in the ways', async () => {
    const asJson = (elements: unknown[]): Uint8Array =>
      bytesOf(
        JSON.stringify({
          version: 0.6,
          generator: 'Overpass API',
          osm3s: { timestamp_osm_base: '2026-11-01T00:00:00Z' },
          elements,
        }),
      );
    const listed = nodes.map(({ id, lon, lat, tags: own }) => ({
      type: 'node',
      id,
      lon,
      lat,
      tags: own,
    }));
    const found = await read(
      asJson([...listed, { type: 'way', id: first.id, nodes: first.refs, tags: first.tags }]),
    );
    expect(found.input).toEqual({ ...plain.input });
    const within = {
      type: 'way',
      id: first.id,
      nodes: first.refs,
      geometry: first.refs.map(places),
      tags: first.tags,
    };
    expect(linesOf(await read(asJson([within])))).toEqual(linesOf(bare));
  });

  it.each([
    ['osm_json_damaged', bytesOf('{"generator": "Overpass API", "elements": [')],
    ['osm_json_damaged', bytesOf('{"elements": [{"type": "node", "id": 1}]}')],
    ['osm_bzip2', bytesOf('BZh91AY&SY\u0000\u0001')],
    [
      'osm_history',
      bytesOf(
        osm(
          '<way id="10" version="1" visible="true"/>',
          '<way id="10" version="2" visible="false"/>',
        ),
      ),
    ],
  ])('refuses with a reason of its own: %s', async (code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });
});
