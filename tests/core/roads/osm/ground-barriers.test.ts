/** What stops whoever walks beside the roads is gathered from OpenStreetMap, with what opens it, and kept with the network. */
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../../src/core/model/index.ts';
import { WalkGround } from '../../../../src/core/roads/barriers/walk-ground.ts';
import { buildNetwork } from '../../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../../src/core/roads/network.ts';
import { node, osm, relation, roadsOf, way } from './support.ts';

type TagList = Readonly<Record<string, string>>;

/** A street along the equator, and what lies at 0.0005° (56 m) north of it, from west to east. */
const street = [node(1, 0, 0), node(2, 0.002, 0), way(1, [1, 2], { highway: 'residential' })];
const line = (tags: TagList, middle: TagList = {}, isRoadNode = false): string =>
  osm(
    ...street,
    node(10, 0, 0.0005),
    node(11, 0.001, 0.0005, middle),
    node(12, 0.002, 0.0005),
    way(10, [10, 11, 12], tags),
    ...(isRoadNode ? [node(13, 0.001, 0.001), way(13, [11, 13], { highway: 'footway' })] : []),
  );

async function groundOf(text: string): Promise<WalkGround> {
  return new WalkGround(openNetwork(buildNetwork((await roadsOf(text)).input)));
}

/** What a walk from 111 m north of the street down to it crosses. */
const acrossAt = async (text: string, lng: number): Promise<string[]> =>
  (await groundOf(text)).across([lng, 0.001], [lng, 0]);

describe('what a walk to a road crosses', () => {
  it.each<[string, TagList, string[]]>([
    ['a river', { waterway: 'river' }, ['water']],
    ['a canal', { waterway: 'canal' }, ['water']],
    ['a wide stream', { waterway: 'stream', width: '4 m' }, ['water']],
    ['a coast', { natural: 'coastline' }, ['water']],
    ['rails', { railway: 'rail' }, ['railway']],
    ['rails in a cutting', { railway: 'rail', layer: '-1' }, ['railway']],
    ['a wall', { barrier: 'wall' }, ['wall']],
    ['a fence', { barrier: 'fence' }, ['wall']],
    ['a hedge', { barrier: 'hedge' }, ['wall']],
    ['something nobody named', { barrier: 'yes' }, ['wall']],
    ['a cliff', { natural: 'cliff' }, ['cliff']],
    ['a motorway', { highway: 'motorway' }, ['motorway']],
    ['a large road closed to people', { highway: 'trunk', motorroad: 'yes' }, ['motorway']],
    ['a large road', { highway: 'trunk' }, []],
    ['a stream of unknown width', { waterway: 'stream' }, []],
    ['a river in a culvert', { waterway: 'river', tunnel: 'culvert' }, []],
    ['a canal on an aqueduct', { waterway: 'canal', bridge: 'aqueduct' }, []],
    ['rails in a tunnel', { railway: 'rail', tunnel: 'yes' }, []],
    ['rails on a bridge', { railway: 'rail', bridge: 'yes' }, []],
    ['rails that are gone', { railway: 'abandoned' }, []],
    ['a tram', { railway: 'tram' }, []],
    ['a motorway on a bridge', { highway: 'motorway', bridge: 'yes', layer: '1' }, []],
    ['a motorway in a tunnel', { highway: 'motorway', tunnel: 'yes' }, []],
    ['a guard rail', { barrier: 'guard_rail' }, []],
    ['a wall one steps over', { barrier: 'wall', height: '0.4' }, []],
  ])('%s', async (_, tags, expected) => {
    expect(await acrossAt(line(tags), 0.0005)).toEqual(expected);
  });

  it.each<[string, TagList, string[]]>([
    ['a gate', { barrier: 'gate' }, []],
    ['a lift gate', { barrier: 'lift_gate' }, []],
    ['an entrance', { entrance: 'yes' }, []],
    ['a gate that is locked', { barrier: 'gate', locked: 'yes' }, ['wall']],
    ['a post of the wall', { barrier: 'wall' }, ['wall']],
    ['nothing', {}, ['wall']],
  ])('a wall with %s in it: there, and 11 m beside it', async (_, middle, expected) => {
    const text = line({ barrier: 'wall' }, middle);
    expect(await acrossAt(text, 0.00101)).toEqual(expected);
    expect(await acrossAt(text, 0.0011)).toEqual(['wall']);
  });

  it('goes through a wall and over rails where a road does, and not through a river', async () => {
    expect(await acrossAt(line({ barrier: 'wall' }, {}, true), 0.00101)).toEqual([]);
    expect(await acrossAt(line({ railway: 'rail' }, {}, true), 0.00101)).toEqual([]);
    expect(await acrossAt(line({ waterway: 'river' }, {}, true), 0.00101)).toEqual(['water']);
    expect(
      await acrossAt(line({ railway: 'rail' }, { railway: 'level_crossing' }), 0.00101),
    ).toEqual([]);
  });

  it('does not cross what it only comes up to: the wall along its own road', async () => {
    const text = osm(...street, way(10, [1, 2], { barrier: 'retaining_wall' }));
    expect(await acrossAt(text, 0.0005)).toEqual([]);
  });

  it('crosses once what it meets in a vertex', async () => {
    expect(await acrossAt(line({ railway: 'rail' }), 0.001)).toEqual(['railway']);
  });
});

describe('water that is drawn with its banks', () => {
  const square = (first: number, lng: number, lat: number, size: number): string[] => [
    node(first, lng, lat),
    node(first + 1, lng + size, lat),
    node(first + 2, lng + size, lat + size),
    node(first + 3, lng, lat + size),
  ];
  const lake = osm(
    ...street,
    ...square(20, 0, 0.001, 0.002),
    ...square(30, 0.0005, 0.0015, 0.001),
    way(20, [20, 21, 22], {}),
    way(21, [22, 23, 20], {}),
    way(22, [30, 31, 32, 33, 30], {}),
    relation(
      1,
      [
        ['way', 20, 'outer'],
        ['way', 21, 'outer'],
        ['way', 22, 'inner'],
      ],
      { type: 'multipolygon', natural: 'water' },
    ),
  );

  it('holds what lies in it, and not its islands', async () => {
    const ground = await groundOf(lake);
    expect(ground.isInWater([0.0002, 0.0012])).toBe(true);
    expect(ground.isInWater([0.001, 0.002])).toBe(false);
    expect(ground.isInWater([0.001, 0.0005])).toBe(false);
    expect(ground.across([0.001, 0.002], [0.001, 0])).toEqual(['water']);
    expect(ground.across([0.0001, 0.0005], [0.0001, 0])).toEqual([]);
  });

  it('is only a line where a part of its shore is not in the file', async () => {
    for (const part of [/<way id="21">.*?<\/way>/, /<member type="way" ref="21" role="outer"\/>/]) {
      const ground = await groundOf(lake.replace(part, ''));
      expect(ground.isInWater([0.0002, 0.0012])).toBe(false);
      expect(ground.across([0.001, 0.002], [0.001, 0])).toEqual(['water']);
    }
  });

  it('is one closed way, and a coastline has its water outside', async () => {
    const pond = (tags: TagList): string =>
      osm(...street, ...square(20, 0, 0.001, 0.002), way(20, [20, 21, 22, 23, 20], tags));
    expect((await groundOf(pond({ natural: 'water' }))).isInWater([0.001, 0.002])).toBe(true);
    expect((await groundOf(pond({ waterway: 'riverbank' }))).isInWater([0.001, 0.002])).toBe(true);
    expect((await groundOf(pond({ natural: 'coastline' }))).isInWater([0.001, 0.002])).toBe(false);
  });
});

describe('what was not gathered', () => {
  it('is told by what the file has none of', async () => {
    expect((await groundOf(osm(...street))).unchecked).toEqual(['water', 'railway', 'wall']);
    expect((await groundOf(line({ railway: 'rail' }))).unchecked).toEqual(['water', 'wall']);
  });

  it('keeps long lines whole over the pieces they are looked up by', async () => {
    const nodes = Array.from({ length: 100 }, (_, i) =>
      node(100 + i, i * 0.0001, 0.0005 + (i % 2) * 0.00001),
    );
    const text = osm(
      node(1, 0, 0),
      node(2, 0.01, 0),
      way(1, [1, 2], { highway: 'residential' }),
      ...nodes,
      way(
        2,
        nodes.map((_, i) => 100 + i),
        { railway: 'rail' },
      ),
    );
    const ground = await groundOf(text);
    const missed = Array.from({ length: 197 }, (_, i) => 0.00005 + i * 0.00005).filter((lng) => {
      const from: LngLat = [lng, 0.001];
      return lng < 0.0098 && ground.across(from, [lng, 0]).length === 0;
    });
    expect(missed).toEqual([]);
  });
});
