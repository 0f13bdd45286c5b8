/** What is said about a ranked row. Thousands are judged for each that is described, so notes are taken on demand only. */
import type { Fact, UnknownFact } from './types.ts';

export interface Notes {
  facts: Fact[];
  unknowns: UnknownFact[];
}

export const emptyNotes = (): Notes => ({ facts: [], unknowns: [] });
