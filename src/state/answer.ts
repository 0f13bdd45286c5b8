/** The answer now on screen: the panel that asked puts it here, the map draws its lines and ranks. */
import { create } from 'zustand';
import type { Way } from '../core/arrival/index.ts';
import type { LngLat } from '../core/model/index.ts';
import type { Answer } from '../core/ranking/types.ts';

export interface ShownAnswer {
  /** Where the incident is: every line starts here. WGS-84. */
  from: LngLat;
  answer: Answer;
  /** The way of each ranked id by road, as it is drawn and told; null = the straight line ranks. */
  ways: ReadonlyMap<string, Way> | null;
}

export const useAnswer = create<{ shown: ShownAnswer | null }>(() => ({ shown: null }));
