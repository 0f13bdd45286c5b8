/** What a reader of road files hands on: edges for the builder, and an account of everything that was in the file. */
import type { LngLat, Meters } from '../model/index.ts';
import type { RoadNetworkInput } from './types.ts';

/** Why a line of the file is no road of the network. */
const LEFT_OUT_REASONS = [
  'no_geometry',
  'not_a_line',
  'bad_place',
  'too_short',
  'not_a_road',
  'closed_to_all',
  'nodes_missing',
  'restriction_conditional',
  'restriction_via_way',
  'restriction_unreadable',
  'restriction_not_in_network',
  'restriction_ambiguous',
  'narrow_missed',
  'narrow_unusable',
] as const;
type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What a person should know about how the file was understood. */
type RoadNote =
  | 'vertices_joined'
  | 'crossings_not_joined'
  | 'crossings_split'
  | 'columns_used'
  | 'no_one_way_column'
  | 'no_class_column'
  | 'conditional_access'
  | 'values_unreadable'
  | 'layers_apart'
  | 'crs_assumed'
  | 'narrowed';

export interface LeftOut {
  reason: LeftOutReason;
  count: number;
  /** Some of them, as the file names them (`way 123`, `row 17`). */
  examples: string[];
}

export interface Noted {
  note: RoadNote;
  params: Readonly<Record<string, string | number>>;
}

/** Counts by reason, with the first few of each. */
export class LeftOutList {
  private readonly found = new Map<LeftOutReason, LeftOut>();

  add(reason: LeftOutReason, example: string): void {
    let entry = this.found.get(reason);
    if (entry === undefined) this.found.set(reason, (entry = { reason, count: 0, examples: [] }));
    entry.count++;
    if (entry.examples.length < 10) entry.examples.push(example);
  }

  list(): LeftOut[] {
    return LEFT_OUT_REASONS.flatMap((reason) => this.found.get(reason) ?? []);
  }
}

export interface RoadsRead {
  input: RoadNetworkInput;
  /** Of each edge, what it is called in the file: a way's id, a row's number. */
  origins: string[];
  /** What the file's data were true at (ISO 8601); null when it does not say. */
  dataTime: string | null;
  /** Lines (ways, features) in the file that were looked at as roads. */
  lines: number;
  leftOut: LeftOut[];
  notes: Noted[];
}

/** Two places a road file keeps apart although they lie close together. */
export interface Gap {
  a: LngLat;
  b: LngLat;
  distance: Meters;
}
