/**
 * One block of elements of an `.osm.pbf` file. Field numbers and delta coding are those of osmformat.proto (OSM wiki
 * page "PBF Format"); authors, versions and times of elements are passed over unread.
 */
import { PbfReader } from 'pbf';
import { NO_TAGS, placeNodes } from '../elements.ts';
import type { ElementSink, Member, Tags } from '../elements.ts';

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

interface Block {
  strings: string[];
  /** Nanodegrees per unit, and the origin in nanodegrees. */
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

/** Hand every element of an OSMData message to the sink. */
export function readBlock(data: Uint8Array, sink: ElementSink): void {
  const block: Block = { strings: [], granularity: 100, latOffset: 0, lonOffset: 0 };
  const groups: Uint8Array[] = [];
  // Scale and origin may follow the groups they apply to.
  new PbfReader(data).readFields((field, one, reader) => {
    if (field === 1) one.strings = readStrings(reader.readBytes());
    else if (field === 2) groups.push(reader.readBytes());
    else if (field === 17) one.granularity = reader.readVarint();
    else if (field === 19) one.latOffset = reader.readVarint(true);
    else if (field === 20) one.lonOffset = reader.readVarint(true);
  }, block);
  for (const group of groups)
    new PbfReader(group).readFields((field, sinkNow, reader) => {
      if (field === 1) readNode(reader.readBytes(), block, sinkNow);
      else if (field === 2) readDense(reader.readBytes(), block, sinkNow);
      else if (field === 3) readWay(reader.readBytes(), block, sinkNow);
      else if (field === 4) readRelation(reader.readBytes(), block, sinkNow);
    }, sink);
}

function readStrings(bytes: Uint8Array): string[] {
  return new PbfReader(bytes).readFields((field, strings, reader) => {
    if (field === 1) strings.push(reader.readString());
  }, [] as string[]);
}

const textAt = (block: Block, index: number | undefined): string => {
  const text = block.strings[index ?? -1];
  if (text === undefined) throw new RangeError('string');
  return text;
};

function tagsOf(block: Block, keys: readonly number[], values: readonly number[]): Tags {
  if (keys.length === 0) return NO_TAGS;
  const tags = new Map<string, string>();
  for (let i = 0; i < keys.length; i++) tags.set(textAt(block, keys[i]), textAt(block, values[i]));
  return tags;
}

/** Nanodegrees to units of 1e-7 degree. */
const units = (origin: number, granularity: number, value: number): number => {
  const found = Math.round((origin + granularity * value) / 100);
  if (!Number.isFinite(found)) throw new RangeError('coordinate');
  return found;
};

function readNode(bytes: Uint8Array, block: Block, sink: ElementSink): void {
  const node = { id: 0, lat: 0, lon: 0, keys: [] as number[], values: [] as number[] };
  new PbfReader(bytes).readFields((field, one, reader) => {
    if (field === 1) one.id = reader.readSVarint();
    else if (field === 2) reader.readPackedVarint(one.keys);
    else if (field === 3) reader.readPackedVarint(one.values);
    else if (field === 8) one.lat = reader.readSVarint();
    else if (field === 9) one.lon = reader.readSVarint();
  }, node);
  const { granularity, latOffset, lonOffset } = block;
  sink.node(
    node.id,
    units(lonOffset, granularity, node.lon),
    units(latOffset, granularity, node.lat),
    tagsOf(block, node.keys, node.values),
  );
}

function readDense(bytes: Uint8Array, block: Block, sink: ElementSink): void {
  const dense = {
    ids: [] as number[],
    lats: [] as number[],
    lons: [] as number[],
    tags: [] as number[],
  };
  new PbfReader(bytes).readFields((field, one, reader) => {
    if (field === 1) reader.readPackedSVarint(one.ids);
    else if (field === 8) reader.readPackedSVarint(one.lats);
    else if (field === 9) reader.readPackedSVarint(one.lons);
    else if (field === 10) reader.readPackedVarint(one.tags);
  }, dense);
  if (dense.lats.length !== dense.ids.length || dense.lons.length !== dense.ids.length)
    throw new RangeError('dense');
  const { granularity, latOffset, lonOffset } = block;
  let [id, lat, lon, at] = [0, 0, 0, 0];
  for (let i = 0; i < dense.ids.length; i++) {
    id += dense.ids[i] ?? 0;
    lat += dense.lats[i] ?? 0;
    lon += dense.lons[i] ?? 0;
    let tags: Map<string, string> | null = null;
    // Key, value, key, value, 0 for each node; nothing at all when no node of the block has tags.
    while (at < dense.tags.length && dense.tags[at] !== 0) {
      tags ??= new Map();
      tags.set(textAt(block, dense.tags[at]), textAt(block, dense.tags[at + 1]));
      at += 2;
    }
    at++;
    sink.node(
      id,
      units(lonOffset, granularity, lon),
      units(latOffset, granularity, lat),
      tags ?? NO_TAGS,
    );
  }
}

function readWay(bytes: Uint8Array, block: Block, sink: ElementSink): void {
  const way = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    refs: [] as number[],
    lats: [] as number[],
    lons: [] as number[],
  };
  new PbfReader(bytes).readFields((field, one, reader) => {
    if (field === 1) one.id = reader.readVarint(true);
    else if (field === 2) reader.readPackedVarint(one.keys);
    else if (field === 3) reader.readPackedVarint(one.values);
    else if (field === 8) reader.readPackedSVarint(one.refs);
    // Optional feature "LocationsOnWays": untagged nodes are left out of the file.
    else if (field === 9) reader.readPackedSVarint(one.lats);
    else if (field === 10) reader.readPackedSVarint(one.lons);
  }, way);
  sumUp(way.refs);
  if (way.lats.length === way.refs.length && way.lons.length === way.refs.length) {
    sumUp(way.lats);
    sumUp(way.lons);
    const { granularity, latOffset, lonOffset } = block;
    placeNodes(
      sink,
      way.refs,
      way.refs.flatMap((_, i) => [
        units(lonOffset, granularity, way.lons[i]!),
        units(latOffset, granularity, way.lats[i]!),
      ]),
    );
  }
  sink.way(way.id, way.refs, tagsOf(block, way.keys, way.values));
}

function readRelation(bytes: Uint8Array, block: Block, sink: ElementSink): void {
  const one = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    roles: [] as number[],
    refs: [] as number[],
    types: [] as number[],
  };
  new PbfReader(bytes).readFields((field, relation, reader) => {
    if (field === 1) relation.id = reader.readVarint(true);
    else if (field === 2) reader.readPackedVarint(relation.keys);
    else if (field === 3) reader.readPackedVarint(relation.values);
    else if (field === 8) reader.readPackedVarint(relation.roles);
    else if (field === 9) reader.readPackedSVarint(relation.refs);
    else if (field === 10) reader.readPackedVarint(relation.types);
  }, one);
  sumUp(one.refs);
  const members = one.refs.map((ref, i): Member => {
    const type = MEMBER_TYPES[one.types[i] ?? -1];
    if (type === undefined) throw new RangeError('member');
    return { type, ref, role: textAt(block, one.roles[i]) };
  });
  sink.relation(one.id, members, tagsOf(block, one.keys, one.values));
}

/** Delta coding undone in place. */
function sumUp(deltas: number[]): void {
  let sum = 0;
  for (let i = 0; i < deltas.length; i++) deltas[i] = sum += deltas[i] ?? 0;
}
