/** The answer to the question in hand. An action asks and ranks; the panel, the map and the paper show this one answer. */
import { create } from 'zustand';
import type { Route } from '../core/arrival/asked.ts';
import type { RowChange } from '../core/ranking/changes.ts';
import type { Answer, RankingTables } from '../core/ranking/types.ts';
import type { LngLat } from '../core/model/index.ts';

/** What the map draws of an answer. */
export interface DrawnAnswer {
  /** Where the incident is: every line starts here. WGS-84. */
  from: LngLat;
  answer: Answer;
  /** The route of each ranked id by road, as it is drawn and told; null = the straight line ranks. */
  routes: ReadonlyMap<string, Route> | null;
}

export interface ShownAnswer extends DrawnAnswer {
  /** Another id is another question: another incident or place, another kind, or the same one asked about anew. */
  questionId: string;
  /** What became of it since something else was closed, in the order of now. */
  changes: readonly RowChange[];
  /** The records it was ranked from. */
  tables: RankingTables;
}

interface AnswerState {
  /** null = nothing is asked, or there is no answer. */
  shown: ShownAnswer | null;
  /** What made ranking fail; null = nothing did. */
  failed: unknown;
}

export const noAnswer: AnswerState = { shown: null, failed: null };

export const useAnswer = create<AnswerState>(() => noAnswer);
