/** In how many minutes the first team is anywhere in the district, as it was last reckoned. */
import type { MultiPolygon } from 'geojson';
import { create } from 'zustand';
import type { Instant, Seconds } from '../core/model/index.ts';
import type { Uncovered } from '../core/arrival/uncovered.ts';
import type { TeamsToStart } from '../core/ranking/teams-to-start.ts';
import type { Slowing } from '../core/ranking/types.ts';

export interface TimeMap {
  asOf: Instant;
  /** Rising. */
  limits: readonly Seconds[];
  /** Where the first team is by each limit and was not by the one before, WGS-84. */
  bands: readonly MultiPolygon[];
  /** Near a road, and no team comes within the last limit. */
  beyond: MultiPolygon;
  /** How many teams were counted, and how sure that is. */
  teams: Pick<TeamsToStart, 'assumed' | 'unknown' | 'without'> & {
    counted: number;
    withoutRoad: number;
  };
  slowed: readonly Slowing[];
  /** Of the settlements that have a place. */
  settlements: Uncovered;
  /** Where the roads come from. */
  source: string;
}

export type TimeMapState =
  /** Switched off. */
  | { tag: 'off' }
  /** Switched on, and not calculated yet. */
  | { tag: 'waiting' }
  /** `renewing` = something has changed since, and a newer one is on its way. */
  | { tag: 'ready'; map: TimeMap; renewing: boolean }
  /** There are no roads here, no team that could set out, no limit is set, or the roads could not be loaded. */
  | { tag: 'none'; because: 'no-roads' | 'no-teams' | 'no-limits' | 'failed' };

export const useTimeMap = create<{ state: TimeMapState }>(() => ({ state: { tag: 'off' } }));
