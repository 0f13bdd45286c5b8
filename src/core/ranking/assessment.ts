/** The judgement on one candidate, apart from where it is. */
import type { Fact, LeftOutBecause, UnknownFact } from './types.ts';

export interface Assessment {
  /** What leaves it out; null = it qualifies. */
  against: LeftOutBecause | null;
  facts: Fact[];
  unknowns: UnknownFact[];
}

export const nothingAgainst = (): Assessment => ({ against: null, facts: [], unknowns: [] });
