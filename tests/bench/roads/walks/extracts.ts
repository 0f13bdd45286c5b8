/** The OpenStreetMap extracts of the shared data, and each read twice: by the product, and by somebody else. */
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createOSMStream } from 'osm-pbf-parser-node';
import { readOsmRoads } from '../../../../src/core/roads/osm/read-osm-roads.ts';
import type { RoadNetworkInput } from '../../../../src/core/roads/types.ts';
import { sharedData } from '../../../support/shared-data.ts';

const folder = resolve(sharedData, 'osm');

/** All extracts there are, sub-folders included, by name. */
export const extracts = (): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:osm\.pbf|pbf|osm\.gz|osm)$/.test(name))
        .sort();

export const readExtract = async (name: string): Promise<RoadNetworkInput> =>
  (await readOsmRoads([createReadStream(join(folder, name))], name)).input;

export type Tags = Readonly<Record<string, string>>;

export interface Elements {
  nodes: Map<number, { place: readonly [lng: number, lat: number]; tags: Tags }>;
  ways: Map<number, { refs: readonly number[]; tags: Tags }>;
  relations: { members: readonly { type: string; ref: number }[]; tags: Tags }[];
}

/** What osm-pbf-parser-node gives, which its own types leave open. */
type Item = { id: number; tags?: Record<string, string> } & (
  | { type: 'node'; lon: number; lat: number }
  | { type: 'way'; refs: number[] }
  | { type: 'relation'; members: { type: string; ref: number }[] }
);

/** All elements without the product's readers: PBF by osm-pbf-parser-node, XML by looking for its tags in the text. */
export async function elementsOf(name: string): Promise<Elements> {
  const file = join(folder, name);
  const found: Elements = { nodes: new Map(), ways: new Map(), relations: [] };
  if (!name.endsWith('.pbf')) {
    const bytes = readFileSync(file);
    readXml((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'), found);
    return found;
  }
  for await (const one of createOSMStream(file, { withTags: true, withInfo: false })) {
    if (!('type' in one)) continue;
    const item = one as Item;
    const tags = item.tags ?? {};
    if (item.type === 'node') found.nodes.set(item.id, { place: [item.lon, item.lat], tags });
    else if (item.type === 'way') found.ways.set(item.id, { refs: item.refs, tags });
    else found.relations.push({ members: item.members, tags });
  }
  return found;
}

const ELEMENT = /<(node|way|relation)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g;

function readXml(text: string, { nodes, ways, relations }: Elements): void {
  for (const [, kind, head = '', body = ''] of text.matchAll(ELEMENT)) {
    const id = Number(attribute(head, 'id'));
    const tags: Record<string, string> = {};
    for (const [, inner = ''] of body.matchAll(/<tag\b([^>]*)>/g))
      tags[attribute(inner, 'k')] = attribute(inner, 'v');
    if (kind === 'node') {
      nodes.set(id, {
        place: [Number(attribute(head, 'lon')), Number(attribute(head, 'lat'))],
        tags,
      });
    } else if (kind === 'way') {
      const refs = [...body.matchAll(/<nd\b([^>]*)>/g)].map(([, inner = '']) =>
        Number(attribute(inner, 'ref')),
      );
      ways.set(id, { refs, tags });
    } else {
      const members = [...body.matchAll(/<member\b([^>]*)>/g)].map(([, inner = '']) => ({
        type: attribute(inner, 'type'),
        ref: Number(attribute(inner, 'ref')),
      }));
      relations.push({ members, tags });
    }
  }
}

/** The values these look for hold no characters that XML writes otherwise. */
const attribute = (text: string, name: string): string =>
  new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`)
    .exec(text)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';
