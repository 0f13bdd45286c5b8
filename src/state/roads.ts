/** What the console knows about the roads around the incident in question. */
import { create } from 'zustand';
import type { LngLat, RoadNetworkInfo } from '../core/model/index.ts';
import type { RankedKind, RoadTimes } from '../core/ranking/types.ts';

export type RoadsStatus =
  /** Nobody has imported roads for this place, or the place is not asked about yet. */
  { tag: 'none' } | { tag: 'loading' } | { tag: 'ready'; network: RoadNetworkInfo } | { tag: 'failed' };

/** What the roads said last, and about what. */
export interface AskedRoads {
  kind: RankedKind;
  place: LngLat;
  roads: RoadTimes;
  /** By id of the ranked: the way as it is drawn, WGS-84. */
  ways: ReadonlyMap<string, readonly LngLat[]>;
}

export const useRoads = create<{ status: RoadsStatus; asked: AskedRoads | null }>(() => ({
  status: { tag: 'none' },
  asked: null,
}));
