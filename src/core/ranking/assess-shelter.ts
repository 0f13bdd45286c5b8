/** Whether a shelter qualifies, and what is known and unknown about it. */
import { EVENT_KINDS } from '../model/index.ts';
import type { EventKind, Instant, Shelter } from '../model/index.ts';
import { recordedAt } from '../trust/index.ts';
import type { Ages } from '../trust/index.ts';
import type { Notes } from './assessment.ts';
import { threatTo } from './shelter-validity.ts';
import type { Filters, LeftOutBecause, ThreatArea, UnknownWhy } from './types.ts';

const naturalKinds: readonly EventKind[] = EVENT_KINDS.natural;

/** What is asked of a shelter. */
interface ShelterAsked {
  filters: Pick<Filters, 'freeCapacity'>;
  eventKind: EventKind | null;
  areas: readonly ThreatArea[];
}

/**
 * What leaves a shelter out, null = nothing. Recorded closed or full does whatever was asked: people sent there would
 * stand before a shut door. So does one recorded unsuitable for this kind of incident, and one in an active area that
 * threatens it: it is no shelter now. What nobody knows leaves nothing out. Notes, when given, are filled.
 */
export function assessShelter(
  shelter: Shelter,
  { filters, eventKind, areas }: ShelterAsked,
  ages: Ages,
  notes: Notes | null,
): LeftOutBecause | null {
  const at = recordedAt(shelter);
  const old = ages.doubted(shelter, at);
  const closed = assessState(shelter, at, old, notes);
  const full = assessRoom(shelter, filters.freeCapacity, old, ages, notes);
  const unfit = eventKind === null ? null : assessSuitability(shelter, eventKind, old, notes);
  return closed ?? full ?? assessPlace(shelter, areas) ?? unfit;
}

function assessPlace(shelter: Shelter, areas: readonly ThreatArea[]): LeftOutBecause | null {
  const threat = areas.length === 0 ? null : threatTo(shelter, areas);
  if (threat === null) return null;
  const { of, id, name, kind, water } = threat;
  return { reason: 'in-area', area: { of, id, name, kind, water } };
}

function assessState(
  { state: value }: Shelter,
  at: Instant | null,
  old: UnknownWhy | null,
  notes: Notes | null,
): LeftOutBecause | null {
  if (value === 'unknown') {
    notes?.unknowns.push({ fact: 'shelter-state', why: 'never-recorded' });
    return null;
  }
  if (old !== null) {
    notes?.unknowns.push({ fact: 'shelter-state', ...old });
    return null;
  }
  notes?.facts.push({ tag: 'shelter-state', value });
  return value === 'closed' ? { reason: 'unavailable', state: 'closed', at } : null;
}

/** Free places = capacity - occupancy. A capacity that is too small in all is enough to know, even if nobody counted the people. */
function assessRoom(
  shelter: Shelter,
  asked: number | null,
  old: UnknownWhy | null,
  ages: Ages,
  notes: Notes | null,
): LeftOutBecause | null {
  const { capacity, occupancy, occupancyAt } = shelter;
  const countOld = occupancyAt === null ? old : ages.doubted(shelter, occupancyAt);
  const inside = countOld === null ? occupancy : null;
  if (occupancy === null) notes?.unknowns.push({ fact: 'occupancy', why: 'never-recorded' });
  else if (countOld !== null) notes?.unknowns.push({ fact: 'occupancy', ...countOld });
  if (capacity === null || old !== null) {
    notes?.unknowns.push({
      fact: 'capacity',
      ...(capacity === null || old === null ? neverRecorded : old),
    });
    return null;
  }
  const free = capacity - (inside ?? 0);
  if (inside === null) notes?.facts.push({ tag: 'capacity', capacity });
  else
    notes?.facts.push({ tag: 'free-capacity', free, capacity, occupancy: inside, at: occupancyAt });
  return free < Math.max(1, asked ?? 0)
    ? { reason: 'full', asked, free, capacity, occupancy: inside }
    : null;
}

const neverRecorded: UnknownWhy = { why: 'never-recorded' };

/** Suitability is recorded per natural kind; for other kinds it counts only where it is recorded. */
function assessSuitability(
  shelter: Shelter,
  eventKind: EventKind,
  old: UnknownWhy | null,
  notes: Notes | null,
): LeftOutBecause | null {
  const value = shelter.suitability[eventKind] ?? 'unknown';
  if (value === 'unknown') {
    if (naturalKinds.includes(eventKind)) {
      notes?.unknowns.push({ fact: 'suitability', ...neverRecorded });
    }
    return null;
  }
  if (old !== null) {
    notes?.unknowns.push({ fact: 'suitability', ...old });
    return null;
  }
  notes?.facts.push({ tag: 'suitability', eventKind, value });
  return value === 'no' ? { reason: 'unsuitable', eventKind } : null;
}
