/** An OpenStreetMap file by how it begins, whatever it is called: packed, XML, PBF or what Overpass answers. */
import { peek } from '../../../files/whole-bytes.ts';
import { RoadsFailure } from '../../failure.ts';
import type { ElementSink, OsmHeader } from '../elements.ts';
import { gunzipped } from './gunzip.ts';
import { readOverpassJson } from './overpass-json.ts';
import { readPbf } from './pbf.ts';
import { readOsmXml } from './xml.ts';

/** Enough for a declaration and the first comment of an XML file. */
const HEAD = 512;

/** Whether bytes begin like an OpenStreetMap file or like a packed one. */
export const looksLikeOsm = (head: Uint8Array): boolean =>
  isGzip(head) || isBzip2(head) || isPbf(head) || isOsmXml(head) || isOverpassJson(head);

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

const isBzip2 = (head: Uint8Array): boolean => /^BZh[1-9]1AY&SY/.test(latin(head));

/** Four bytes of length, then a BlobHeader whose first field is the text "OSMHeader". */
const isPbf = (head: Uint8Array): boolean => latin(head.subarray(4, 15)) === '\n\tOSMHeader';

const isOsmXml = (head: Uint8Array): boolean => {
  const start = latin(head);
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(start) && /<(osm|osmChange)[\s>]/.test(start);
};

/** GeoJSON begins with a type of its own; Overpass says who it is, or at least that it lists elements. */
const isOverpassJson = (head: Uint8Array): boolean => {
  const start = latin(head);
  return (
    /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(start) &&
    /"(osm3s|elements)"\s*:|"generator"\s*:\s*"Overpass/.test(start)
  );
};

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Read the elements of a file. @throws RoadsFailure */
export async function readOsm(
  input: AsyncIterable<Uint8Array>,
  sink: ElementSink,
): Promise<OsmHeader> {
  const { head, all } = await peek(input, HEAD);
  if (isGzip(head)) return readOsm(gunzipped(all), sink);
  if (isBzip2(head)) throw new RoadsFailure('osm_bzip2');
  if (isOverpassJson(head)) return readOverpassJson(all, sink);
  if (isPbf(head)) return readPbf(all, sink);
  if (isOsmXml(head)) return readOsmXml(all, sink);
  throw new RoadsFailure('not_roads', {
    start: latin(head.subarray(0, 24)).replace(/[^\x20-\x7e]/g, '·'),
  });
}
