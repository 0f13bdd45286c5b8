/** A road network as it is stored: what it is, not the graph itself. */
import type { Instant, Meters } from './units.ts';

export interface RoadNetworkInfo {
  id: string;
  districtCode: string;
  /** Counts up with every replacement. */
  version: number;
  /** Of the graph's bytes; a kept copy with the same one is the same network. */
  checksum: string;
  /** Where the roads come from, with the date. */
  source: string;
  importedAt: Instant;
  /** Degrees WGS-84: what its lines lie within. */
  bbox: readonly [west: number, south: number, east: number, north: number];
  length: Meters;
}

export const ROAD_NETWORK_STATES = ['used', 'sending', 'archived'] as const;

/** A network as the admin of its district looks after it. */
export interface KeptRoadNetwork {
  id: string;
  districtCode: string;
  edition: number;
  source: string;
  /** When the file's data were true; null where it did not say. */
  dataTime: Instant | null;
  /** Of one that is on its way: when it was begun. */
  importedAt: Instant;
  /** null for a tool. */
  byName: string | null;
  length: Meters;
  /** Of the graph. */
  bytes: number;
  /** `sending`: never finished; `archived`: replaced or removed, and not cleared yet. */
  state: (typeof ROAD_NETWORK_STATES)[number];
}
