/** What Overpass answers with `[out:json]`: the same elements as a list, nodes of their own or places in the ways. */
import { joinBytes } from '../../../files/whole-bytes.ts';
import { RoadsFailure } from '../../failure.ts';
import { NO_TAGS, placeNodes } from '../elements.ts';
import type { ElementSink, Member, OsmHeader, Tags } from '../elements.ts';

/** A query over more than a county belongs into a file of OpenStreetMap's own formats. */
const MOST_BYTES = 400 * 1024 * 1024;

/** @throws RoadsFailure osm_json_damaged, osm_json_large */
export async function readOverpassJson(
  input: AsyncIterable<Uint8Array>,
  sink: ElementSink,
): Promise<OsmHeader> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RoadsFailure('osm_json_large');
    chunks.push(chunk);
  }
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder('utf-8').decode(joinBytes(chunks)));
  } catch {
    throw new RoadsFailure('osm_json_damaged');
  }
  const elements = isObject(answer) ? answer.elements : null;
  if (!isObject(answer) || !Array.isArray(elements)) throw new RoadsFailure('osm_json_damaged');
  for (const one of elements as unknown[]) if (isObject(one)) handOn(one, sink);
  const meta = isObject(answer.osm3s) ? answer.osm3s.timestamp_osm_base : null;
  const time = typeof meta === 'string' ? Date.parse(meta) : NaN;
  return { dataTime: Number.isNaN(time) ? null : new Date(time).toISOString() };
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function handOn(one: Fields, sink: ElementSink): void {
  const id = wholeNumber(one.id);
  const tags = tagsOf(one.tags);
  if (one.type === 'node') sink.node(id, unitsOf(one.lon), unitsOf(one.lat), tags);
  else if (one.type === 'way') {
    const refs = list(one.nodes).map(wholeNumber);
    const geometry = list(one.geometry).filter(isObject);
    placeNodes(
      sink,
      refs,
      geometry.flatMap(({ lon, lat }) => [unitsOf(lon), unitsOf(lat)]),
    );
    sink.way(id, refs, tags);
  } else if (one.type === 'relation') {
    const members = list(one.members).filter(isObject).flatMap(memberOf);
    sink.relation(id, members, tags);
  }
}

function memberOf({ type, ref, role }: Fields): Member[] {
  if (type !== 'node' && type !== 'way' && type !== 'relation') return [];
  return [{ type, ref: wholeNumber(ref), role: typeof role === 'string' ? role : '' }];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function tagsOf(value: unknown): Tags {
  if (!isObject(value)) return NO_TAGS;
  return new Map(
    Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
}

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new RoadsFailure('osm_json_damaged');
  return value;
}

function unitsOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new RoadsFailure('osm_json_damaged');
  return Math.round(value * 1e7);
}
