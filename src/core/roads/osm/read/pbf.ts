/** `.osm.pbf`: frames, their header, their blocks. The protobuf coding itself is read by Mapbox's `pbf`. */
import { PbfReader } from 'pbf';
import { RoadsFailure } from '../../failure.ts';
import type { ElementSink, OsmHeader } from '../elements.ts';
import { readBlock } from './pbf-block.ts';
import { readFrames } from './pbf-frames.ts';

/** Features a reader must know (OSM wiki "PBF Format"). Histories hold several versions of one road: refused. */
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** @throws RoadsFailure osm_damaged, osm_feature_unknown, osm_compression */
export async function readPbf(
  input: AsyncIterable<Uint8Array>,
  sink: ElementSink,
): Promise<OsmHeader> {
  let header: OsmHeader | null = null;
  try {
    for await (const { type, data } of readFrames(input)) {
      if (type === 'OSMHeader') header = readHeaderBlock(data);
      else if (type === 'OSMData') {
        if (header === null) throw new RoadsFailure('osm_damaged');
        readBlock(data, sink);
      }
    }
  } catch (error) {
    // What the protobuf reader stumbles over are bytes that are no such file.
    throw error instanceof RoadsFailure ? error : new RoadsFailure('osm_damaged');
  }
  if (header === null) throw new RoadsFailure('osm_damaged');
  return header;
}

function readHeaderBlock(data: Uint8Array): OsmHeader {
  const found = { unknown: null as string | null, seconds: 0 };
  new PbfReader(data).readFields((field, one, reader) => {
    if (field === 4) {
      const feature = reader.readString();
      if (!KNOWN_FEATURES.has(feature)) one.unknown = feature;
    } else if (field === 32) one.seconds = reader.readVarint();
  }, found);
  if (found.unknown !== null)
    throw new RoadsFailure('osm_feature_unknown', { feature: found.unknown });
  const known = found.seconds > 0 && found.seconds < 8.64e12;
  return { dataTime: known ? new Date(found.seconds * 1000).toISOString() : null };
}
