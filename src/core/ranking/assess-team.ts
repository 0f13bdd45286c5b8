/** Whether a team qualifies, and what is known and unknown about it. */
import type { Team } from '../model/index.ts';
import type { Ages } from './ages.ts';
import { sameName } from './names.ts';
import type { Assessment } from './assessment.ts';
import { nothingAgainst } from './assessment.ts';
import type { Filters } from './types.ts';

/**
 * An empty list of capabilities means that nobody recorded any: unknown. A list that holds others but not the asked
 * one is a recorded negative, as long as it is not too old.
 */
export function assessTeam(team: Team, { capability, onlyAvailable }: Filters, ages: Ages): Assessment {
  const result = nothingAgainst();
  const recorded = ages.latest(team.observedAt, team.verifiedAt);
  assessAvailability(team, onlyAvailable, ages, result);
  if (capability !== null) {
    const old = ages.tooOld(recorded, team.districtCode);
    if (team.capabilities.length === 0) result.unknowns.push({ fact: 'capability', why: 'never-recorded' });
    else if (old !== null) result.unknowns.push({ fact: 'capability', ...old });
    else if (team.capabilities.some((one) => sameName(one, capability))) {
      result.facts.push({ tag: 'capability', capability });
    } else result.against ??= { reason: 'lacks-capability', capability, has: team.capabilities };
  }
  if (team.people !== null) result.facts.push({ tag: 'people', people: team.people });
  return result;
}

function assessAvailability(team: Team, onlyAvailable: boolean, ages: Ages, result: Assessment): void {
  const value = team.availability;
  if (value === 'unknown') {
    result.unknowns.push({ fact: 'availability', why: 'never-recorded' });
    return;
  }
  const moment = ages.latest(team.availabilityAt) ?? ages.latest(team.observedAt, team.verifiedAt);
  const old = ages.tooOld(moment, team.districtCode);
  if (old !== null) {
    result.unknowns.push({ fact: 'availability', ...old });
    return;
  }
  const at = moment?.at ?? null;
  if (onlyAvailable && value !== 'available') result.against = { reason: 'unavailable', state: value, at };
  result.facts.push({ tag: 'availability', value, at });
}
