/**
 * `.osm` XML as a stream, by saxes (strict). A document type is refused: it is what entity bombs are made of, and no
 * OpenStreetMap file needs one. Elements marked as deleted by an editor (`action="delete"`, `visible="false"`) are left out.
 */
import { SaxesParser } from 'saxes';
import { RoadsFailure } from '../../failure.ts';
import { NO_TAGS, placeNodes } from '../elements.ts';
import type { ElementSink, Member, OsmHeader } from '../elements.ts';

type Attributes = Readonly<Record<string, string>>;

interface Current {
  kind: 'node' | 'way' | 'relation';
  id: number;
  lng: number;
  lat: number;
  refs: number[];
  /** Places of the refs where the file has them beside each (Overpass `out geom`): lng, lat in 1e-7 degree. */
  places: number[];
  members: Member[];
  tags: Map<string, string> | null;
  gone: boolean;
}

const isKind = (name: string): name is Current['kind'] =>
  name === 'node' || name === 'way' || name === 'relation';

/** @throws RoadsFailure osm_xml_damaged, osm_xml_dtd, osm_change_file, osm_history, not_roads */
export async function readOsmXml(
  input: AsyncIterable<Uint8Array>,
  sink: ElementSink,
): Promise<OsmHeader> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const taker = elementTaker(sink);
  parser.on('doctype', () => {
    throw new RoadsFailure('osm_xml_dtd');
  });
  parser.on('opentag', ({ name, attributes }) => taker.open(name, attributes));
  parser.on('closetag', ({ name }) => taker.close(name));
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of input) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof RoadsFailure
      ? error
      : new RoadsFailure('osm_xml_damaged', { line: parser.line });
  }
  return taker.header;
}

function elementTaker(sink: ElementSink): {
  header: OsmHeader;
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
} {
  const header: OsmHeader = { dataTime: null };
  let current: Current | null = null;
  let root = '';
  let last = '';
  const open = (name: string, attributes: Attributes): void => {
    if (root === '') {
      root = name;
      if (name === 'osmChange') throw new RoadsFailure('osm_change_file');
      if (name !== 'osm') throw new RoadsFailure('not_roads', { start: `<${name}>` });
      header.dataTime = timeOf(attributes.timestamp ?? attributes.osmosis_replication_timestamp);
    } else if (isKind(name)) {
      current = begin(name, attributes);
      // A history has every version of an element, one after the other; of them only the last would be true today.
      const key = `${name} ${current.id}`;
      if (key === last) throw new RoadsFailure('osm_history');
      last = key;
    } else if (name === 'meta') header.dataTime ??= timeOf(attributes.osm_base);
    else if (current !== null) addTo(current, name, attributes);
  };
  const close = (name: string): void => {
    if (current === null || name !== current.kind) return;
    const { kind, id, lng, lat, refs, places, members, gone } = current;
    const tags = current.tags ?? NO_TAGS;
    current = null;
    if (gone) return;
    if (kind === 'node') sink.node(id, lng, lat, tags);
    else if (kind === 'way') {
      placeNodes(sink, refs, places);
      sink.way(id, refs, tags);
    } else sink.relation(id, members, tags);
  };
  return { header, open, close };
}

/** What stands inside of an element: its tags, the nodes of a way, the members of a relation. */
function addTo(element: Current, name: string, attributes: Attributes): void {
  if (name === 'tag') (element.tags ??= new Map()).set(attributes.k ?? '', attributes.v ?? '');
  else if (name === 'nd' && element.kind === 'way') {
    element.refs.push(number(attributes.ref));
    if (attributes.lon !== undefined && attributes.lat !== undefined)
      element.places.push(unitsOf(attributes.lon), unitsOf(attributes.lat));
  } else if (name === 'member' && element.kind === 'relation' && isKind(attributes.type ?? ''))
    element.members.push({
      type: attributes.type as Member['type'],
      ref: number(attributes.ref),
      role: attributes.role ?? '',
    });
}

function begin(kind: Current['kind'], attributes: Attributes): Current {
  const gone = attributes.action === 'delete' || attributes.visible === 'false';
  const placed = kind === 'node' && !gone;
  return {
    kind,
    id: number(attributes.id),
    lng: placed ? unitsOf(attributes.lon) : 0,
    lat: placed ? unitsOf(attributes.lat) : 0,
    refs: [],
    places: [],
    members: [],
    tags: null,
    gone,
  };
}

function number(text: string | undefined): number {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new RangeError('number');
  return value;
}

const unitsOf = (text: string | undefined): number => Math.round(number(text) * 1e7);

function timeOf(text: string | undefined): string | null {
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
