/** What the console knows about the roads around the incident in question, and what closes them. */
import { create } from 'zustand';
import type {
  ActiveArea,
  ClosedLines,
  ClosureEffect,
  Compared,
  Obstacle,
  RoadStretch,
  Route,
} from '../core/arrival/index.ts';
import type { LngLat, RoadNetworkInfo } from '../core/model/index.ts';
import type { RankedKind, RoadTimes } from '../core/ranking/types.ts';

export type RoadsStatus =
  /** Nobody has imported roads for this place, or the place is not asked about yet. */
  | { tag: 'none' }
  | { tag: 'loading' }
  | { tag: 'ready'; network: RoadNetworkInfo }
  | { tag: 'failed' };

/** What the roads said last, and about what. */
export interface AskedRoads {
  /** Which question (see `state/answer`) they answered; one asked again as time goes by keeps its id. */
  questionId: string;
  kind: RankedKind;
  place: LngLat;
  roads: RoadTimes;
  /** By id of the ranked: the route as it is drawn and told, WGS-84. */
  routes: ReadonlyMap<string, Route>;
  /** The same question under what was closed before (see `comparedWith`); null = nothing is otherwise. */
  before: BeforeRoads | null;
}

/** What the roads said under the obstacles of before, and which obstacles made the difference. */
export interface BeforeRoads {
  roads: RoadTimes;
  /** By id of the candidate; null = it comes in the same time. */
  causes: ReadonlyMap<string, Compared | null>;
}

/** What is drawn and said of what closes roads, as far as a network was there to ask. */
interface ClosureView {
  /** By id; absent = not asked, or no roads are known where it is. */
  effects: ReadonlyMap<string, ClosureEffect>;
  lines: ClosedLines;
}

interface RoadsState {
  status: RoadsStatus;
  asked: AskedRoads | null;
  /**
   * What closes roads now: closures in force (those in hand as drafts), active areas. The one place that everything
   * subscribes to that depends on it; another reference exactly when something else is closed.
   */
  obstacles: readonly Obstacle[];
  /** Hazards and incidents whose area is active now, whom each stops and by which rule; another list when that changes. */
  areas: readonly ActiveArea[];
  /** What was closed when the incident in question was first asked about, or changes were last read; null = nothing to compare. */
  comparedWith: readonly Obstacle[] | null;
  closures: ClosureView;
  /** The stretch of road under the pointer while one is being chosen. */
  aimedAt: RoadStretch | null;
}

export const initialRoads: RoadsState = {
  status: { tag: 'none' },
  asked: null,
  obstacles: [],
  areas: [],
  comparedWith: null,
  closures: { effects: new Map(), lines: { inForce: [], drafts: [] } },
  aimedAt: null,
};

export const useRoads = create<RoadsState>(() => initialRoads);
