/** Which shelters the map greys out: those in an active area that threatens them, and those the answer calls none. */
import type { Shelter } from '../model/index.ts';
import { invalidShelters, threatTo } from './shelter-validity.ts';
import type { Answer, ThreatArea } from './types.ts';

export function unusableShelters(
  shelters: Iterable<Shelter>,
  areas: readonly ThreatArea[],
  answer: Answer | null,
): ReadonlySet<string> {
  const ids = new Set<string>();
  if (areas.some(({ threatens }) => threatens))
    for (const shelter of shelters) if (threatTo(shelter, areas) !== null) ids.add(shelter.id);
  if (answer?.kind === 'shelter') for (const { id } of invalidShelters(answer)) ids.add(id);
  return ids;
}
