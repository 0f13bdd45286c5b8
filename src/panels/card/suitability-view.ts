import { ALL_EVENT_KINDS } from '../../core/model/index.ts';
import type { EventKind, Shelter, Suitability } from '../../core/model/index.ts';

interface SuitabilityRow {
  value: Suitability;
  /** In the order of the register. */
  events: EventKind[];
}

const ANSWERS: readonly Suitability[] = ['no', 'yes', 'unknown'];

/**
 * What is stated about a shelter: the recorded no first, because it must not be overlooked, then yes, then what was
 * looked at without an answer. Kinds that are not stated at all are unknown too and not listed.
 */
export const suitabilityRows = ({ suitability }: Pick<Shelter, 'suitability'>): SuitabilityRow[] =>
  ANSWERS.map((value) => ({
    value,
    events: ALL_EVENT_KINDS.filter((event) => suitability[event] === value),
  })).filter(({ events }) => events.length > 0);
