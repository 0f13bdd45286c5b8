/** OpenStreetMap's three elements as the readers hand them on. Ids are whole numbers below 2^53. */

export type Tags = ReadonlyMap<string, string>;

export const NO_TAGS: Tags = new Map();

export interface Member {
  type: 'node' | 'way' | 'relation';
  ref: number;
  role: string;
}

/** What takes the elements of a file, in the file's order. The arrays belong to the taker. */
export interface ElementSink {
  /** @param lng @param lat degrees WGS-84 in units of 1e-7, the resolution of OpenStreetMap's own database. */
  node: (id: number, lng: number, lat: number, tags: Tags) => void;
  way: (id: number, refs: number[], tags: Tags) => void;
  relation: (id: number, members: Member[], tags: Tags) => void;
}

/** What a file says of itself. */
export interface OsmHeader {
  /** ISO 8601: the database had these data then; null when the file does not say. */
  dataTime: string | null;
}

/**
 * Hands on the nodes of a way whose file writes places into the way itself (LocationsOnWays, Overpass `out geom`).
 * @param places lng, lat, lng, lat … in 1e-7 degree; as many as there are refs, or it says nothing
 */
export function placeNodes(
  sink: ElementSink,
  refs: readonly number[],
  places: readonly number[],
): void {
  if (places.length !== 2 * refs.length) return;
  refs.forEach((ref, i) => sink.node(ref, places[2 * i]!, places[2 * i + 1]!, NO_TAGS));
}
