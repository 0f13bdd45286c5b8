/** What the roads say about the candidates of a question, as plain data. */
import type { Meters, Seconds } from '../model/index.ts';
import type { Barred } from '../roads/barred.ts';
import type { GroundBarrier, WalkBarrier } from '../roads/barriers/kinds.ts';

/** Who moves: teams drive a car, depots send a truck, people walk to a shelter. Also the ids of the road profiles. */
export type Vehicle = 'emergency-car' | 'heavy-truck' | 'foot';

/** Why there is no route by road, as far as it is known. */
export type Unreached =
  /** No usable road within `limit` of the incident or of the candidate. */
  | { reason: 'no-road'; end: 'incident' | 'candidate'; limit: Meters }
  /** There would be a route if nothing were closed; `closures` = ids of what lies on it, closures and active areas alike. */
  | { reason: 'closed'; closures: readonly string[] }
  /**
   * There would be a route for something smaller or lighter; where that first goes along a road too small: its name (null =
   * it has none) and what it allows in metres or tonnes (null = no such vehicle at all).
   */
  | {
      reason: 'too-large';
      road: string | null;
      limit: { what: 'width' | 'weight' | 'height'; value: number } | null;
    }
  /** There would be a route for whoever minded neither signs nor barriers: what bars it, as little as can be, in driving order. */
  | { reason: 'barred'; by: readonly Barred[] }
  /** The two ends lie on roads that do not meet. */
  | { reason: 'island' };

/** Something about a route that a person has to know, though it changes no time. */
export type RoadRemark =
  /** The incident's own road leads nowhere for this one: it comes to another, `offRoad` from the incident. */
  | { tag: 'other-home' }
  /** By the incident's own road it is a detour of more than five minutes against the other one right beside that is used. */
  | { tag: 'detour' }
  /** The candidate stands off every road: metres as the crow flies to the nearest, on foot and counted. */
  | { tag: 'from-road'; meters: Meters }
  /** That end is reckoned as on a road that is not on the ground there, or shut off from the ground. */
  | {
      tag: 'on';
      at: 'incident' | 'candidate';
      structure: 'bridge' | 'tunnel' | 'ferry' | 'motorway';
    }
  /** The straight line between that end and its road crosses these; `meters` long. Nobody knows whether one gets across. */
  | { tag: 'across'; at: 'incident' | 'candidate'; what: readonly WalkBarrier[]; meters: Meters }
  /** A nearer road is not used: it is none on the ground there, or these lie between. */
  | { tag: 'passed-over'; at: 'incident' | 'candidate'; what: readonly PassedOver[] }
  /** Another road than the own is used at one end or both: what bars the route between the own ones, in driving order. */
  | { tag: 'barred'; by: readonly Barred[] }
  /** Its route goes through a ford. */
  | { tag: 'ford' }
  /** Its route goes over a road that is known to be flooded now and then. */
  | { tag: 'flood-prone' };

export type PassedOver = WalkBarrier | 'bridge' | 'tunnel' | 'ferry' | 'motorway';

/** What is known about the ground where the incident is. */
export interface GroundAt {
  /** It lies in mapped water. */
  inWater: boolean;
  /** Walks between places and roads are not held against these: the roads came without any. */
  unchecked: readonly GroundBarrier[];
}

/** What the road network says about one candidate. Times are at profile speed, without night or rain. */
export type ByRoad =
  | {
      tag: 'reached';
      seconds: Seconds;
      /** null = its route was not asked for, only its time. */
      meters: Meters | null;
      /** From the incident to the road; with `upTo` from the incident along the closed road to its edge. */
      offRoad: Meters;
      /**
       * Set where the candidate's nearest road leads nowhere now: it uses another one, so much farther from it. What that
       * takes on foot is in `seconds`.
       */
      otherRoad?: Meters;
      /** What else is to be said about how it comes; absent = nothing. */
      remarks?: readonly RoadRemark[];
      /** Ids of active areas on the route that do not stop this traveller, as far as that is known; absent = none, or not asked. */
      through?: readonly string[];
      /** Ids of active areas that close the road to the incident where the route ends: time and route are up to there. Absent = none. */
      upTo?: readonly string[];
    }
  | ({ tag: 'unreached' } & { because: Unreached });

/** What the road network says about the candidates of one question, by their ids. */
export interface RoadTimes {
  readonly by: Vehicle;
  readonly times: ReadonlyMap<string, ByRoad>;
  /** Absent = nobody asked. */
  readonly ground?: GroundAt;
  /** The same if water of which nobody knows how deep it is stopped this traveller; absent = there is none that does not. */
  readonly ifClosed?: ReadonlyMap<string, ByRoad>;
  /** The same if it did not stop this traveller; absent = there is none that does. */
  readonly ifOpen?: ReadonlyMap<string, ByRoad>;
}

/** What becomes of a row if water of unknown depth is otherwise than the office's rule takes it to be. */
export interface OtherCase {
  /** `closed`: the water cannot be passed after all; `open`: it can. */
  water: 'closed' | 'open';
  /** When they would be there then; null = not at all. */
  seconds: Seconds | null;
}
