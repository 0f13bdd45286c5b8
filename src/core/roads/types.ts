/**
 * What the road network is built from. An importer (OpenStreetMap, a line layer) makes lists of these and hands them to
 * `buildNetwork`; everything else about roads is derived from the buffer that comes back.
 */
import type { LngLat, Meters, Seconds } from '../model/index.ts';
import type { BarrierInput } from './barriers/kinds.ts';
import type { WaterOnRoad } from './water.ts';

/** Classes in falling rank; OSM `highway` values fold onto them (`*_link` onto its road), other layers by a mapping. */
export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'track',
  'pedestrian',
  'cycleway',
  'path',
  'steps',
  'ferry',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** How someone moves; access and turn restrictions are given per mode, speeds and sizes per profile (profiles.ts). */
export const TRAVEL_MODES = ['car', 'truck', 'foot'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** The bit of each mode in a mask of modes. */
export const MODE_BIT: Readonly<Record<TravelMode, number>> = { car: 1, truck: 2, foot: 4 };
/** Everyone. */
export const ALL_MODES = 7;

/**
 * One stretch of road between two nodes. Roads join where node keys are equal and nowhere else: two layers that cross
 * on a map, or two lines that cross without a common vertex, stay apart because the importer gives them other keys.
 * A road that others join on the way is cut there into several of these.
 */
export interface RoadEdgeInput extends WaterOnRoad {
  /** Node key at the first position of `line`: any safe integer (an OSM node id, the number of a joined vertex). */
  from: number;
  /** Node key at the last position; equal to `from` for a loop. */
  to: number;
  /** At least two places `[lng, lat]`, WGS-84, kept to 1e-7 degree (about 1 cm). */
  line: readonly LngLat[];
  class: RoadClass;
  name: string | null;
  /**
   * Who may pass along `line` and against it: sums of MODE_BIT. One-way streets and access are settled here by the
   * importer (people on foot mostly pass both ways; an emergency car may use what is closed to the public).
   */
  forward: number;
  backward: number;
  /** Signed or measured speed; null = unknown, the profile's speed of the class counts. */
  speedKmh: number | null;
  /** Free width in metres, largest weight in tonnes, largest height in metres; null = unknown, which never excludes. */
  widthM: Meters | null;
  maxWeightT: number | null;
  maxHeightM: Meters | null;
  bridge: boolean;
  tunnel: boolean;
  /** OSM `layer`: 0 on the ground, positive above, negative below; -128..127. */
  layer: number;
  ferry: boolean;
  /** Part of a roundabout, whose exits directions count. Absent = no, or nobody says so. */
  roundabout?: boolean;
  /** Time for the whole stretch where it does not follow from a speed (a ferry's crossing); else null. */
  seconds: Seconds | null;
}

/**
 * Arriving at node `via` over edge `from`, one may not (`no`) or may only (`only`) go on over edge `to`. Several `only`
 * of one arrival allow each of their `to`; a `no` counts on top of them. Turning back on the same edge is allowed at
 * junctions and dead ends unless a restriction says otherwise; never in the middle of a road.
 */
export interface TurnRestriction {
  kind: 'no' | 'only';
  /** Index into the list of edges. */
  from: number;
  /** Node key that both edges touch. */
  via: number;
  /** Index into the list of edges; equal to `from` for a turn back. */
  to: number;
  /** Whom it binds; people on foot are never listed by OSM's plain `restriction`. */
  modes: readonly TravelMode[];
}

/** What a builder gets. `source` names the origin and its date, kept in the buffer and shown with the roads. */
export interface RoadNetworkInput {
  edges: readonly RoadEdgeInput[];
  restrictions: readonly TurnRestriction[];
  /** What stands between places and roads; absent = nobody gathered it, which is not the same as nothing. */
  barriers?: readonly BarrierInput[];
  source: string;
}
