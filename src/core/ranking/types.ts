/**
 * What is asked of a ranking and what it answers: the shape the answer panel draws. Everything here is plain data;
 * words for a person come from src/messages. A row's `terms` are a list, so that arrival by road can later replace
 * the straight line without a change to the panel: it sums what is there and says each part.
 */
import type { Geometry } from 'geojson';
import type { GroundAt, OtherCase, RoadRemark, Unreached, Vehicle } from './roads.ts';
import type {
  Availability,
  Depot,
  District,
  Threshold,
  EventKind,
  Hazard,
  Instant,
  LngLat,
  Meters,
  RectificationState,
  Seconds,
  Shelter,
  ShelterState,
  StockLot,
  Suitability,
  Team,
} from '../model/index.ts';
import type { Age, Doubt } from '../trust/index.ts';

export * from './roads.ts';

export const RANKED_KINDS = ['team', 'depot', 'shelter', 'hazard'] as const;
export type RankedKind = (typeof RANKED_KINDS)[number];

/** What the person set. `null` and `false` mean "not asked". `AnswerFilters` of the session has this shape. */
export interface Filters {
  /** How many rows; null = the district's `nearest_count`. */
  count: number | null;
  /** null = the district's `nearest_radius`. */
  radius: Meters | null;
  /** Teams: one capability. */
  capability: string | null;
  /** Teams: leave out those recorded busy or off duty (never those unknown). */
  onlyAvailable: boolean;
  /** Depots: an item, and how much of it (null = any). */
  item: string | null;
  itemQuantity: number | null;
  /** Shelters: so many free places. */
  freeCapacity: number | null;
}

export interface Question {
  kind: RankedKind;
  /** Where the incident is. */
  place: LngLat;
  /** What it is: suitability of a shelter depends on it. null = not said. */
  eventKind: EventKind | null;
  /** District whose count and radius hold; null = the root's. */
  districtCode: string | null;
  filters: Filters;
  /** The server's clock: every age is measured with it. */
  now: Instant;
  /** It rains: roads take longer by the district's `rain_road_factor`. */
  rain?: boolean;
  /** Areas active now: a shelter in one that threatens it is none. */
  areas?: readonly ThreatArea[];
  /** List only so many of those left out, the nearest; `leftOutBy` counts them all. Absent or null = list all. */
  leftOutCount?: number | null;
}

/** How deep water stands somewhere: a range whose upper bound counts; null = nobody knows. */
export interface Depth {
  min: Meters | null;
  max: Meters | null;
}

/** An active area as far as it matters to a shelter in it. */
export interface ThreatArea {
  of: 'hazard' | 'incident';
  id: string;
  name: string;
  kind: EventKind;
  geometry: Geometry;
  /** null = a kind without water. */
  water: Depth | null;
  /** Whether a shelter in it is no shelter: under deeper water than the rule lets pass, or in what stops anybody. */
  threatens: boolean;
}

/** The tables a ranking reads; the console's `RecordTables` can be passed as it is. */
export interface RankingTables {
  readonly team: ReadonlyMap<string, Team>;
  readonly depot: ReadonlyMap<string, Depot>;
  readonly shelter: ReadonlyMap<string, Shelter>;
  readonly hazard: ReadonlyMap<string, Hazard>;
  readonly stock_lot: ReadonlyMap<string, StockLot>;
  readonly district: ReadonlyMap<string, District>;
  readonly district_setting: ReadonlyMap<string, Threshold>;
}

/** One summand of a row's score. All terms of one answer have the answer's `scoreUnit`. */
export type Term =
  /** Great-circle distance, Turf's value; a panel must say that it is a straight line. `inside` = the place lies in the area. */
  | { tag: 'straight-line'; meters: Meters; inside: boolean }
  /** Great-circle distance to a base where the team is known not to be: shown, and not ranked by. */
  | { tag: 'base-distance'; meters: Meters }
  /** Time until they leave; `assumed` null = recorded. */
  | { tag: 'mobilisation'; seconds: Seconds; assumed: Assumed | null }
  /** Time to load a truck at a depot. */
  | { tag: 'loading'; seconds: Seconds; assumed: Assumed | null }
  /**
   * Time on the road under current closures; `factor` = by how much night and rain lengthen it (already in `seconds`),
   * `meters` null = not asked for. `walk` = set for residents.
   */
  | {
      tag: 'road';
      by: Vehicle;
      seconds: Seconds;
      meters: Meters | null;
      factor: number;
      walk?: Walk;
    }
  /** On foot as the crow flies between the incident and the road; `walk` = set for residents. */
  | { tag: 'off-road'; seconds: Seconds; meters: Meters; walk?: Walk }
  /** Along the road that active areas close, from where the route ends to the incident: shown, and counted in no time. */
  | { tag: 'closed-road'; meters: Meters };

/** What a time nobody recorded is taken from: `seconds` of its term is the slow end of the range, and counts. */
interface Assumed {
  fast: Seconds;
  from: AssumedFrom;
}

export type AssumedFrom =
  /** The quartiles of the times that so many teams of this kind recorded. */
  | { by: 'kind'; kind: string; teams: number }
  /** The quartiles of the times that so many teams of any kind recorded. */
  | { by: 'register'; teams: number }
  /** The district's rule. `source` null = nobody has set one. */
  | { by: 'rule'; source: string | null };

/** A walk of residents: its term says the time at the slow pace, this the time at the ordinary one. Paces in km/h. */
export interface Walk {
  slowKmh: number;
  ordinaryKmh: number;
  ordinary: Seconds;
}

/** Something that lengthens every route now, by a district's setting. */
export interface Slowing {
  cause: 'night' | 'rain';
  /** null = nobody has set one: nothing is lengthened. */
  factor: number | null;
  source: string | null;
  clause: string | null;
}

/** Something the ranking looked at and found recorded. */
export type Fact =
  | { tag: 'availability'; value: Exclude<Availability, 'unknown'>; at: Instant | null }
  | { tag: 'capability'; capability: string }
  | { tag: 'people'; people: number }
  /**
   * Sums per unit of the lots that count. `quantity` is the largest of `sums`, 0 when there is none; `at` null = nobody
   * knows when at least one of them was counted. `item` is the word asked for, `items` what the summed lots are called.
   */
  | {
      tag: 'stock';
      item: string;
      items: string[];
      quantity: number;
      unit: string | null;
      sums: StockSum[];
      at: Instant | null;
    }
  /** Lots past their date: not in the sum, and said. `quantity` null = never counted. */
  | {
      tag: 'expired-stock';
      item: string;
      lots: number;
      quantity: number | null;
      unit: string | null;
    }
  | { tag: 'capacity'; capacity: number }
  /** capacity - occupancy. */
  | { tag: 'free-capacity'; free: number; capacity: number; occupancy: number; at: Instant | null }
  | { tag: 'shelter-state'; value: Exclude<ShelterState, 'unknown'> }
  | { tag: 'suitability'; eventKind: EventKind; value: Exclude<Suitability, 'unknown'> }
  | { tag: 'rectification'; state: RectificationState };

export interface StockSum {
  unit: string;
  quantity: number;
}

/** What is not known about a ranked row; it ranks all the same and this is said. */
export type UnknownFact = {
  fact:
    | 'availability'
    | 'capability'
    | 'stock'
    | 'capacity'
    | 'occupancy'
    | 'shelter-state'
    | 'suitability'
    | 'rectification'
    /** The record as a whole is disputed: said once, whatever was asked. */
    | 'record';
} & UnknownWhy;

export type UnknownWhy =
  | { why: 'never-recorded' }
  /** Recorded, but too old or disputed. */
  | Doubt
  /** Stock: lots in different units, none of which is enough alone. */
  | { why: 'units-differ' }
  /** Stock: no list anywhere bears the word that was asked for, so that this one's silence says nothing. */
  | { why: 'word-unheard' }
  /** Stock: the item stands only in the inventory text. */
  | { why: 'only-in-text' };

/** Why a team is ranked from where it is. */
export type PlaceBasis =
  /** The recorded place (a base, a building, the edge of an area). */
  | { tag: 'recorded' }
  /** The last position, young enough. */
  | { tag: 'position'; at: Instant; seconds: Seconds }
  /** The base, because the last position is older than the district's `position_max_age` (or carries no time: both null). */
  | { tag: 'base-position-too-old'; at: Instant | null; seconds: Seconds | null; limit: Seconds }
  /** Recorded as out, and no position young enough: `at` = of the last one, null = none with a time. Its place is unknown. */
  | { tag: 'away'; at: Instant | null; seconds: Seconds | null }
  /** A position without a time, and no base: better than nothing, and said. */
  | { tag: 'position-undated' };

export interface Ranked {
  kind: RankedKind;
  id: string;
  name: string;
  /** Where the distance was measured to: for areas and lines the nearest point of the edge, inside it the incident itself. */
  place: LngLat;
  placeFrom: 'base' | 'position';
  basis: PlaceBasis;
  terms: Term[];
  /**
   * Sum of the terms in the answer's `scoreUnit`; rows are in rising order of it, ties by id. Where arrival ranks, a row of
   * which something is unknown comes before a known one only if it is sooner by more than the district's `near_tie`. Where routes end at
   * the edge of areas the closed road beyond weighs in the order too (`closedRoadWeight`) and is not in it. Where arrival ranks, those
   * the roads were not asked about follow in order of the straight line. Those whose basis is `away` come after all others.
   */
  score: number;
  /** The sum with the quick end of every time nobody recorded; null = all of them are recorded, or no time is known. */
  fastest: Seconds | null;
  distance: Meters;
  /** Why arrival is not known, in an answer in seconds: `score` is the straight line then, in metres. Else null. */
  unreached: Unreached | null;
  /** Where arrival ranks: the place it would have by the straight line among all that qualify, from 1. Else null. */
  straightRank: number | null;
  /** How much farther than its nearest road, which leads nowhere now, the one is that it uses; null = it uses the nearest. */
  otherRoad: Meters | null;
  /** What else is to be said about how it comes. */
  remarks: readonly RoadRemark[];
  /** Ids of active areas on the route that do not stop this traveller, as far as that is known. */
  through: readonly string[];
  /** Where unknown water decides about the route: the other case. Else null. */
  otherCase: OtherCase | null;
  /** Ids of active areas around the incident: the route ends at their edge, and `closed-road` is the rest. */
  upTo: readonly string[];
  facts: Fact[];
  unknowns: UnknownFact[];
  age: Age;
}

export const LEFT_OUT_REASONS = [
  'unavailable',
  'lacks-capability',
  'stock-short',
  'full',
  'in-area',
  'unsuitable',
  'position-too-old',
  'outside-radius',
  'no-place',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** The first reason that applies in the order of LEFT_OUT_REASONS, except that a missing place is said before all others. */
export type LeftOutBecause =
  /** A team recorded busy or off duty while only available ones were asked, or a shelter recorded closed. */
  | { reason: 'unavailable'; state: 'busy' | 'off_duty' | 'closed'; at: Instant | null }
  | { reason: 'lacks-capability'; capability: string; has: readonly string[] }
  /** `asked` null = any at all. `expired` = how much more there was, past its date. */
  | {
      reason: 'stock-short';
      item: string;
      asked: number | null;
      has: number;
      unit: string | null;
      expired: number;
    }
  /** `asked` null = any at all; `occupancy` null = never counted, and the capacity alone is too small. */
  | {
      reason: 'full';
      asked: number | null;
      free: number;
      capacity: number;
      occupancy: number | null;
    }
  /** A shelter recorded as no shelter from this kind of incident. */
  | { reason: 'unsuitable'; eventKind: EventKind }
  /** A shelter inside an active area that threatens it, or touching it. */
  | { reason: 'in-area'; area: Omit<ThreatArea, 'geometry' | 'threatens'> }
  | { reason: 'position-too-old'; at: Instant; seconds: Seconds; limit: Seconds }
  | { reason: 'outside-radius'; radius: Meters }
  | { reason: 'no-place' };

export interface LeftOut {
  kind: RankedKind;
  id: string;
  name: string;
  /** null = no usable place. */
  place: LngLat | null;
  distance: Meters | null;
  because: LeftOutBecause;
  age: Age;
}

/** An item asked for by a word that no lot and no inventory text bears; `alike` = items whose names share something. */
export interface UnheardItem {
  item: string;
  alike: string[];
}

export interface Answer {
  kind: RankedKind;
  /** Nearest first, at most `count`. */
  ranked: Ranked[];
  /**
   * Those without a route by road while others have one, nearest by straight line first: all of them, whatever the count.
   * Where nobody has a route they are ranked by the straight line like others.
   */
  unreachable: Ranked[];
  /** What lengthens the routes of this answer now; empty while the straight line ranks. */
  slowed: Slowing[];
  /** What the roads know about the ground at the incident; null = they were not asked. */
  ground: GroundAt | null;
  /** What was left out, nearest first, those without a place last; ties by id. All of it, unless `leftOutCount` was set. */
  leftOut: LeftOut[];
  /** How many were left out for each reason, listed or not. */
  leftOutBy: Record<LeftOutReason, number>;
  /** How many more qualified but are farther than the last row: total = ranked + farther + unreachable + the sum of leftOutBy. */
  farther: number;
  total: number;
  /** What the scores are in: metres while the straight line ranks, seconds once somebody is known to arrive. */
  scoreUnit: 'meters' | 'seconds';
  /** The limits that held: asked for, or the district's; Infinity when nobody has set any. */
  count: number;
  radius: Meters;
  /** Depots: what was asked for bears a word nobody recorded; then nobody is left out for it. */
  unheard: UnheardItem | null;
  /** The clock the ages were measured with. */
  asOf: Instant;
}
