/** The same question under what is closed now and under what was closed before: who comes otherwise, and through what. */
import type { ByRoad } from '../ranking/types.ts';

/** Which obstacles made a candidate's route another one, by their ids. */
export interface Compared {
  /** Closed now, and on the route of before. */
  closed: readonly string[];
  /** Closed before, and on the route of now. */
  opened: readonly string[];
}

/** What the roads say under the obstacles of before. */
export interface UnderBefore {
  /** Per candidate. */
  times: ByRoad[];
  /** Per candidate; null = it comes as before. */
  causes: (Compared | null)[];
}

/** Whether a candidate comes in the same time and as near, or as little as before. */
export const comesSame = (a: ByRoad, b: ByRoad): boolean =>
  a.tag === 'reached' && b.tag === 'reached'
    ? a.seconds === b.seconds && a.offRoad === b.offRoad
    : a.tag === b.tag;

/** The names that a route meets on its edges, each once. */
export const namesOn = (
  edges: Iterable<number> | undefined,
  names: ReadonlyMap<number, readonly string[]>,
): string[] => [...new Set([...(edges ?? [])].flatMap((edge) => names.get(edge) ?? []))];
