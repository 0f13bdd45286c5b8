/** Whether a shelter qualifies, and what is known and unknown about it. */
import { EVENT_KINDS } from '../model/index.ts';
import type { EventKind, Shelter } from '../model/index.ts';
import type { Ages } from './ages.ts';
import { nothingAgainst } from './assessment.ts';
import type { Assessment } from './assessment.ts';
import type { Filters, UnknownWhy } from './types.ts';

const naturalKinds: readonly EventKind[] = EVENT_KINDS.natural;

/**
 * Recorded closed, or recorded full, leaves a shelter out whatever was asked: people sent there would stand before a
 * shut door. Recorded unsuitable leaves it out only when the person asks for that (a school in a flood may still have a
 * dry upper floor); otherwise it is ranked and said.
 */
export function assessShelter(
  shelter: Shelter,
  { freeCapacity, suitableOnly }: Filters,
  eventKind: EventKind | null,
  ages: Ages,
): Assessment {
  const result = nothingAgainst();
  const recorded = ages.latest(shelter.observedAt, shelter.verifiedAt);
  const old = ages.tooOld(recorded, shelter.districtCode);
  assessState(shelter, old, recorded?.at ?? null, result);
  assessRoom(shelter, freeCapacity, old, ages, result);
  if (eventKind !== null) assessSuitability(shelter, eventKind, suitableOnly, old, result);
  return result;
}

function assessState(shelter: Shelter, old: UnknownWhy | null, at: string | null, result: Assessment): void {
  const value = shelter.state;
  if (value === 'unknown') result.unknowns.push({ fact: 'shelter-state', why: 'never-recorded' });
  else if (old !== null) result.unknowns.push({ fact: 'shelter-state', ...old });
  else {
    if (value === 'closed') result.against = { reason: 'unavailable', state: 'closed', at };
    result.facts.push({ tag: 'shelter-state', value });
  }
}

/** Free places = capacity - occupancy. A capacity that is too small in all is enough to know, even if nobody counted the people. */
function assessRoom(
  shelter: Shelter,
  asked: number | null,
  old: UnknownWhy | null,
  ages: Ages,
  result: Assessment,
): void {
  const { capacity, occupancy, districtCode } = shelter;
  const counted = ages.latest(shelter.occupancyAt);
  const countOld = ages.tooOld(counted ?? ages.latest(shelter.observedAt, shelter.verifiedAt), districtCode);
  const countKnown = occupancy !== null && countOld === null;
  if (occupancy === null) result.unknowns.push({ fact: 'occupancy', why: 'never-recorded' });
  else if (countOld !== null) result.unknowns.push({ fact: 'occupancy', ...countOld });
  if (capacity === null) result.unknowns.push({ fact: 'capacity', why: 'never-recorded' });
  else if (old !== null) result.unknowns.push({ fact: 'capacity', ...old });
  else {
    const free = capacity - (countKnown ? occupancy : 0);
    if (countKnown) {
      result.facts.push({ tag: 'free-capacity', free, capacity, occupancy, at: counted?.at ?? null });
    } else result.facts.push({ tag: 'capacity', capacity });
    if (free < Math.max(1, asked ?? 0)) {
      result.against ??= { reason: 'full', asked, free, capacity, occupancy: countKnown ? occupancy : null };
    }
  }
}

/** Suitability is recorded per natural kind; for other kinds it is looked at only when asked for or recorded. */
function assessSuitability(
  shelter: Shelter,
  eventKind: EventKind,
  suitableOnly: boolean,
  old: UnknownWhy | null,
  result: Assessment,
): void {
  const value = shelter.suitability[eventKind] ?? 'unknown';
  if (value === 'unknown') {
    if (suitableOnly || naturalKinds.includes(eventKind)) {
      result.unknowns.push({ fact: 'suitability', why: 'never-recorded' });
    }
  } else if (old !== null) result.unknowns.push({ fact: 'suitability', ...old });
  else {
    if (suitableOnly && value === 'no') result.against ??= { reason: 'unsuitable', eventKind };
    result.facts.push({ tag: 'suitability', eventKind, value });
  }
}
