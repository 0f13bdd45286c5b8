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
