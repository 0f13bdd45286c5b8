/** Fords and roads that are flooded now and then, from the file to the network. */
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../src/core/roads/build/build-network.ts';
import { openNetwork, waterOn } from '../../../../src/core/roads/network.ts';
import { factsReader, findColumns } from '../../../../src/core/roads/lines/facts.ts';
import { osm, roadsOf, row, way } from './support.ts';

const road = { highway: 'residential' };
const ford = { ford: true };
const floodProne = { floodProne: true };

/** What is known of the whole of a file's roads, from the stored bytes. */
async function water(...elements: string[]): Promise<unknown> {
  const network = openNetwork(buildNetwork((await roadsOf(osm(...elements))).input));
  return waterOn(network, Array(network.edges).keys());
}

describe('water on roads', () => {
  it.each<[Record<string, string>, object]>([
    [{ ford: 'yes' }, ford],
    [{ ford: 'stream' }, ford],
    [{ ford: 'boat' }, ford],
    [{ ford: 'stepping_stones' }, ford],
    [{ ford: 'intermittent;yes' }, ford],
    [{ ford: 'no' }, {}],
    [{ ford: 'unknown' }, {}],
    [{ flood_prone: 'yes' }, floodProne],
    [{ flood_prone: 'no' }, {}],
    [{ hazard: 'flooding' }, floodProne],
    [{ hazard: 'falling_rocks; flooding' }, floodProne],
    [{ hazard: 'falling_rocks' }, {}],
    [{ bridge: 'low_water_crossing' }, floodProne],
    [{ bridge: 'yes' }, {}],
    [{ name: '王家漫水桥' }, floodProne],
    [{ 'bridge:name': '漫水橋' }, floodProne],
    [{ name: '漫水桥路' }, {}],
    [{ name: '漫水桥村' }, {}],
    [{ name: '漫水路' }, {}],
    [{ name: '漫水桥', flood_prone: 'no' }, {}],
    [{ name: '石溪过水路面' }, ford],
    [{ name: '石溪過水路面' }, ford],
    [
      { ford: 'yes', flood_prone: 'yes' },
      { ...ford, ...floodProne },
    ],
    [{}, {}],
  ])('a way with %j', async (tags, expected) => {
    expect(await water(...row(2), way(1, [1, 2], { ...road, ...tags }))).toEqual(expected);
  });

  it('a point of a way: only who passes it goes through the ford', async () => {
    const { input } = await roadsOf(
      osm(...row(3, { 2: { ford: 'yes' } }), way(1, [1, 2, 3], road)),
    );
    expect(input.edges.map((edge) => edge.ford === true)).toEqual([false, false, true]);
    expect(input.edges[2]).toMatchObject({
      forward: 7,
      backward: 7,
      from: input.edges[0]?.to,
      to: input.edges[1]?.from,
    });
  });

  it.each<[Record<string, string>, object]>([
    [{ highway: 'ford' }, ford],
    [{ ford: 'no' }, {}],
    [{ flood_prone: 'yes' }, floodProne],
    [{ highway: 'bus_stop', name: '漫水桥' }, {}],
  ])('a point with %j', async (tags, expected) => {
    expect(await water(...row(3, { 2: tags }), way(1, [1, 2, 3], road))).toEqual(expected);
  });

  it('a road of a table by its name', () => {
    const reader = factsReader(findColumns(['name']));
    expect(reader.of(['王家漫水桥'])).toMatchObject(floodProne);
    expect(reader.of(['石溪过水路面'])).toMatchObject(ford);
    expect(reader.of(['人民路'])).not.toHaveProperty('floodProne');
  });

  it('leaves the limits of a road beside a ford alone', async () => {
    const { input } = await roadsOf(
      osm(...row(3, { 2: { ford: 'yes' } }), way(1, [1, 2, 3], { ...road, maxheight: '3' })),
    );
    expect(input.edges.map(({ maxHeightM }) => maxHeightM)).toEqual([3, 3, null]);
  });
});
