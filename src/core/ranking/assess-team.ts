/** Whether a team qualifies, and what is known and unknown about it. */
import type { Team } from '../model/index.ts';
import { recordedAt } from '../trust/index.ts';
import type { Ages } from '../trust/index.ts';
import type { Notes } from './assessment.ts';
import { covers } from './capabilities.ts';
import type { Filters, LeftOutBecause } from './types.ts';

/** What leaves a team out, null = nothing. Notes, when given, are filled with what was found and what is unknown. */
export function assessTeam(
  team: Team,
  filters: Filters,
  ages: Ages,
  notes: Notes | null,
): LeftOutBecause | null {
  const unavailable = assessAvailability(team, filters.onlyAvailable, ages, notes);
  const incapable =
    filters.capability === null ? null : assessCapability(team, filters.capability, ages, notes);
  if (team.people !== null) notes?.facts.push({ tag: 'people', people: team.people });
  return unavailable ?? incapable;
}

/** Whether a team is known to be out: then it is not at its base. */
export const isOut = (team: Team, ages: Ages): boolean =>
  team.availability === 'busy' &&
  ages.doubted(team, team.availabilityAt ?? recordedAt(team)) === null;

function assessAvailability(
  team: Team,
  asked: boolean,
  ages: Ages,
  notes: Notes | null,
): LeftOutBecause | null {
  const value = team.availability;
  if (value === 'unknown') {
    notes?.unknowns.push({ fact: 'availability', why: 'never-recorded' });
    return null;
  }
  if (notes === null && (!asked || value === 'available')) return null;
  const at = team.availabilityAt ?? recordedAt(team);
  const old = ages.doubted(team, at);
  if (old !== null) {
    notes?.unknowns.push({ fact: 'availability', ...old });
    return null;
  }
  notes?.facts.push({ tag: 'availability', value, at });
  return asked && value !== 'available' ? { reason: 'unavailable', state: value, at } : null;
}

/**
 * An empty list of capabilities means that nobody recorded any: unknown. A list that holds others but not the asked
 * one is a recorded negative, as long as it is not too old.
 */
function assessCapability(
  team: Team,
  capability: string,
  ages: Ages,
  notes: Notes | null,
): LeftOutBecause | null {
  const has = team.capabilities;
  if (has.length === 0) {
    notes?.unknowns.push({ fact: 'capability', why: 'never-recorded' });
    return null;
  }
  const old = ages.doubted(team, recordedAt(team));
  if (old !== null) {
    notes?.unknowns.push({ fact: 'capability', ...old });
    return null;
  }
  if (!covers(has, capability)) return { reason: 'lacks-capability', capability, has };
  notes?.facts.push({ tag: 'capability', capability });
  return null;
}
