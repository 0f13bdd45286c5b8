/** Small OpenStreetMap files for tests. */
import { readOsmRoads } from '../../../../src/core/roads/osm/read-osm-roads.ts';
import type { RoadsRead } from '../../../../src/core/roads/incoming.ts';
import type { RoadEdgeInput } from '../../../../src/core/roads/types.ts';

/** Bytes in pieces of a size, as a file arrives. */
export async function* pieces(bytes: Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  await Promise.resolve();
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type TagList = Readonly<Record<string, string>>;

const quoted = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const tagText = (tags: TagList): string =>
  Object.entries(tags)
    .map(([k, v]) => `<tag k="${quoted(k)}" v="${quoted(v)}"/>`)
    .join('');

export const node = (id: number, lng: number, lat: number, tags: TagList = {}): string =>
  `<node id="${id}" lon="${lng}" lat="${lat}">${tagText(tags)}</node>`;
export const way = (id: number, refs: readonly number[], tags: TagList): string =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagText(tags)}</way>`;
export const relation = (
  id: number,
  members: readonly [type: string, ref: number, role: string][],
  tags: TagList,
): string =>
  `<relation id="${id}">${members
    .map(([type, ref, role]) => `<member type="${type}" ref="${ref}" role="${role}"/>`)
    .join('')}${tagText(tags)}</relation>`;

export const osm = (...elements: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">${elements.join('\n')}</osm>`;

/** The roads of an XML text. */
export const roadsOf = (text: string): Promise<RoadsRead> =>
  readOsmRoads([pieces(bytesOf(text))], 'test');

/** Nodes 1…n in a row on the equator, 0.001 degree apart. */
export const row = (count: number, tags: Readonly<Record<number, TagList>> = {}): string[] =>
  Array.from({ length: count }, (_, i) => node(i + 1, i / 1000, 0, tags[i + 1]));

/** The edges of one way's tags on two nodes. */
export async function edgesOf(tags: TagList): Promise<readonly RoadEdgeInput[]> {
  return (await roadsOf(osm(...row(2), way(1, [1, 2], tags)))).input.edges;
}
