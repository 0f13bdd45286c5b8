/** Lines without topology: what joins, what does not, and what their columns mean. */
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { factsReader, findColumns, oneWayIn } from '../../../../src/core/roads/lines/facts.ts';
import type { LineOptions } from '../../../../src/core/roads/lines/options.ts';
import { readLineRoads } from '../../../../src/core/roads/lines/read-line-roads.ts';
import { Vertices } from '../../../../src/core/roads/lines/vertices.ts';
import type { RoadsRead } from '../../../../src/core/roads/incoming.ts';
import { reportRoads } from '../../../../src/core/roads/report.ts';
import { MODE_BIT } from '../../../../src/core/roads/types.ts';
import { bytesOf, pieces } from '../osm/support.ts';

type Places = [number, number][];

const feature = (coordinates: Places, properties: Record<string, unknown> = {}): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
});

const read = (features: readonly unknown[], options: LineOptions = {}): Promise<RoadsRead> =>
  readLineRoads(
    [
      {
        input: pieces(bytesOf(JSON.stringify({ type: 'FeatureCollection', features }))),
        fileName: 'roads.geojson',
      },
    ],
    options,
    'test',
  );

const notes = (found: RoadsRead): string[] => found.notes.map(({ note }) => note);

describe('joining', () => {
  const cross = [
    feature([
      [0, 0],
      [0.002, 0],
    ]),
    feature([
      [0.001, -0.001],
      [0.001, 0.001],
    ]),
  ];

  it('joins vertices that round to the same place, and no others', async () => {
    const near = await read([
      feature([
        [0, 0],
        [0.001, 0],
      ]),
      feature([
        [0.0010002, 0.0000003],
        [0.002, 0],
      ]),
    ]);
    expect(reportRoads(near).components).toBe(1);
    const far = await read([
      feature([
        [0, 0],
        [0.001, 0],
      ]),
      feature([
        [0.001002, 0],
        [0.002, 0],
      ]),
    ]);
    expect(reportRoads(far).components).toBe(2);
    expect(
      reportRoads(
        await read(
          [
            feature([
              [0, 0],
              [0.001, 0],
            ]),
            feature([
              [0.001002, 0],
              [0.002, 0],
            ]),
          ],
          { tolerance: 1e-4 },
        ),
      ).components,
    ).toBe(1);
  });

  it('joins at inner vertices and cuts there', async () => {
    const tee = await read([
      feature([
        [0, 0],
        [0.001, 0],
        [0.002, 0],
      ]),
      feature([
        [0.001, 0],
        [0.001, 0.001],
      ]),
    ]);
    expect(tee.input.edges).toHaveLength(3);
    expect(reportRoads(tee).components).toBe(1);
  });

  it('leaves lines that only cross apart, and says so', async () => {
    const apart = await read(cross);
    expect(reportRoads(apart).components).toBe(2);
    expect(apart.notes).toContainEqual({ note: 'crossings_not_joined', params: { count: 1 } });
  });

  it('joins crossings when asked, and says that too', async () => {
    const joined = await read(cross, { splitCrossings: true });
    expect(reportRoads(joined).components).toBe(1);
    expect(joined.input.edges).toHaveLength(4);
    expect(joined.notes).toContainEqual({ note: 'crossings_split', params: { count: 1 } });
  });

  it('joins a line that ends on another when asked', async () => {
    const touch = [
      feature([
        [0, 0],
        [0.002, 0],
      ]),
      feature([
        [0.0005, 0],
        [0.0005, 0.001],
      ]),
    ];
    expect(reportRoads(await read(touch)).components).toBe(2);
    expect(reportRoads(await read(touch, { splitCrossings: true })).components).toBe(1);
  });

  it('finds several crossings of one segment in their order', async () => {
    const ladder = [0.4, 0.1, 0.3, 0.2].map((x) =>
      feature([
        [x, -0.01],
        [x, 0.01],
      ]),
    );
    const joined = await read(
      [
        feature([
          [0, 0],
          [0.5, 0],
        ]),
        ...ladder,
      ],
      { splitCrossings: true },
    );
    expect(joined.input.edges).toHaveLength(5 + 8);
    expect(joined.input.edges.slice(0, 5).map(({ line }) => line[0]?.[0])).toEqual([
      0, 0.1, 0.2, 0.3, 0.4,
    ]);
  });

  it('names what it leaves out', async () => {
    const found = await read([
      feature([
        [0, 0],
        [0.001, 0],
      ]),
      { type: 'Feature', properties: {}, geometry: null },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 0] } },
      feature([
        [1, 1],
        [1.0000001, 1],
      ]),
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [2, 2],
              [3, 3],
            ],
            [
              [4, 4],
              [5, 5],
            ],
          ],
        },
      },
    ]);
    expect(found.leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['no_geometry', 1],
      ['not_a_line', 1],
      ['too_short', 1],
    ]);
    expect(found.lines).toBe(5);
    expect(found.input.edges).toHaveLength(3);
  });

  it('refuses a tolerance that is none, a column that is not there, and a file without roads', async () => {
    const one = [
      feature([
        [0, 0],
        [1, 1],
      ]),
    ];
    await expect(read(one, { tolerance: 0 })).rejects.toMatchObject({ code: 'out_of_range' });
    await expect(read(one, { columns: { name: 'label' } })).rejects.toMatchObject({
      code: 'column_unknown',
    });
    await expect(read([{ type: 'Feature', properties: {}, geometry: null }])).rejects.toMatchObject(
      {
        code: 'no_roads',
      },
    );
  });

  it('numbers vertices as a map of rounded pairs would', () => {
    const vertices = new Vertices(1e-6);
    const known = new Map<string, number>();
    let seed = 7;
    const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let i = 0; i < 30_000; i++) {
      const [lng, lat] = [
        Math.round((random() - 0.5) * 200) * 1.8,
        Math.round((random() - 0.5) * 180),
      ];
      const key = `${Math.round(lng / 1e-6)} ${Math.round(lat / 1e-6)}`;
      if (!known.has(key)) known.set(key, known.size);
      expect(vertices.numberOf(lng, lat)).toBe(known.get(key));
    }
  });
});

describe('columns', () => {
  it('finds columns by their usual names, or by the one a person states', () => {
    expect(findColumns(['id', 'RNM', 'WID', 'One_Way', '道路等级', 'maxspeed'])).toEqual({
      name: 1,
      width: 2,
      oneway: 3,
      class: 4,
      speed: 5,
    });
    expect(findColumns(['a', 'b'], { width: 'B' })).toMatchObject({ width: 1, name: null });
  });

  const facts = (cells: Record<string, unknown>, options: LineOptions = {}) =>
    factsReader(findColumns(Object.keys(cells)), options.classes).of(
      Object.values(cells) as string[],
    );

  it('reads widths and speeds with their units, and takes zero for unknown', () => {
    expect(facts({ width: 3.5, speed: '30 mph' })).toMatchObject({
      widthM: 3.5,
      speedKmh: 48.28032,
    });
    expect(facts({ width: 0, speed: -1 })).toMatchObject({ widthM: null, speedKmh: null });
    expect(facts({ width: null, speed: '' })).toMatchObject({ widthM: null, speedKmh: null });
  });

  it.each([
    ['高速公路', 'motorway'],
    ['城市快速路', 'trunk'],
    ['国道', 'primary'],
    ['县道', 'secondary'],
    ['乡道', 'tertiary'],
    ['村道', 'unclassified'],
    ['motorway_link', 'motorway'],
    ['footway', 'path'],
    ['whatever', 'unclassified'],
  ])('folds %s onto %s', (text, expected) => {
    expect(facts({ class: text }).class).toBe(expected);
  });

  it('lets a person say what a class means', () => {
    expect(facts({ class: '7' }, { classes: { '7': 'track' } }).class).toBe('track');
    expect(facts({ class: 'footway' }).forward).toBe(MODE_BIT.foot);
  });

  it.each([
    ['1', false, 'forward'],
    ['yes', false, 'forward'],
    ['是', false, 'forward'],
    ['-1', false, 'backward'],
    ['', false, 'both'],
    ['双向', false, 'both'],
    ['F', false, 'both'],
    ['T', false, 'forward'],
    ['F', true, 'forward'],
    ['T', true, 'backward'],
    ['B', true, 'both'],
    ['maybe', false, null],
  ])('one-way %j (letters %s) is %s', (text, letters, expected) => {
    expect(oneWayIn(text, letters)).toBe(expected);
  });

  it('keeps people on foot free of one-way streets', async () => {
    const found = await read([
      feature(
        [
          [0, 0],
          [1, 0],
        ],
        { oneway: 'yes' },
      ),
      feature(
        [
          [0, 0],
          [0, 1],
        ],
        { oneway: '??' },
      ),
    ]);
    expect(found.input.edges.map(({ forward, backward }) => [forward, backward])).toEqual([
      [7, MODE_BIT.foot],
      [7, 7],
    ]);
    expect(found.notes).toContainEqual({
      note: 'values_unreadable',
      params: { field: 'oneway', count: 1 },
    });
    expect(notes(found)).toContain('no_class_column');
    expect(notes(found)).not.toContain('no_one_way_column');
  });

  it('turns another system into WGS-84', async () => {
    const twd97 = await read(
      [
        feature([
          [302000, 2770000],
          [302100, 2770000],
        ]),
      ],
      { crs: 'EPSG:3826' },
    );
    const [lng = 0, lat = 0] = twd97.input.edges[0]?.line[0] ?? [];
    expect(lng).toBeCloseTo(121.5, 1);
    expect(lat).toBeCloseTo(25.04, 1);
    expect(reportRoads(twd97).kilometres).toBeCloseTo(0.1, 3);
  });
});
