import { EVENT_KINDS } from '../../core/model/index.ts';
import type { EventKind, Shelter, Suitability } from '../../core/model/index.ts';

export interface SuitabilityRow {
  event: EventKind;
  value: Suitability;
}

const ORDER: readonly EventKind[] = Object.values(EVENT_KINDS).flat();

/** What is stated about a shelter per kind of event, in the order of the register; what is not stated is unknown. */
export const suitabilityRows = ({ suitability }: Pick<Shelter, 'suitability'>): SuitabilityRow[] =>
  ORDER.flatMap((event) => {
    const value = suitability[event];
    return value === undefined ? [] : [{ event, value }];
  });
