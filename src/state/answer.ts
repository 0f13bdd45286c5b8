/** The answer now on screen: the panel that asked puts it here, the map draws its lines and ranks. */
import { create } from 'zustand';
import type { LngLat } from '../core/model/index.ts';
import type { Answer } from '../core/ranking/types.ts';

export interface ShownAnswer {
  /** Where the incident is: every line starts here. WGS-84. */
  from: LngLat;
  answer: Answer;
}

export const useAnswer = create<{ shown: ShownAnswer | null }>(() => ({ shown: null }));
