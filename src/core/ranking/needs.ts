/** What an incident of a kind usually asks for. Proposed, never a filter by itself: whoever answers decides. */
import type { EventKind, Team } from '../model/index.ts';
import { capabilitiesIn } from './capabilities.ts';
import type { CapabilityId } from './capabilities.ts';

/**
 * The most urgent first. Product default: no standard read for this project assigns capabilities to kinds of incident, and
 * an office knows its own better; the list is short on purpose.
 */
export const NEEDS: Readonly<Record<EventKind, readonly CapabilityId[]>> = {
  flood: ['water_rescue', 'evacuation', 'flood_defence', 'medical'],
  waterlogging: ['drainage', 'water_rescue', 'evacuation'],
  debris_flow: ['extrication', 'evacuation', 'earthworks', 'medical', 'road_clearing'],
  landslide: ['extrication', 'evacuation', 'earthworks', 'medical', 'road_clearing'],
  earthquake: [
    'extrication',
    'medical',
    'casualty_transport',
    'evacuation',
    'road_clearing',
    'communications',
  ],
  typhoon: ['evacuation', 'flood_defence', 'power_supply', 'road_clearing'],
  storm_surge: ['evacuation', 'water_rescue', 'flood_defence'],
  tsunami: ['evacuation', 'water_rescue', 'medical'],
  volcano: ['evacuation', 'medical'],
  wildfire: ['wildfire', 'evacuation', 'medical'],
  drought: ['drainage', 'water_testing'],
  cold_wave: ['snow_clearing', 'power_supply', 'road_clearing'],
  other_natural: ['evacuation', 'medical'],
  fire: ['firefighting', 'extrication', 'medical'],
  explosion: ['firefighting', 'extrication', 'medical', 'hazmat'],
  hazardous_chemical: ['hazmat', 'firefighting', 'medical', 'evacuation'],
  traffic: ['extrication', 'medical', 'casualty_transport', 'public_order'],
  mine: ['mine_rescue', 'medical', 'drainage'],
  building_collapse: ['extrication', 'medical', 'earthworks'],
  pipeline: ['gas_repair', 'firefighting', 'evacuation'],
  dam_break: ['evacuation', 'water_rescue', 'flood_defence', 'earthworks'],
  drowning: ['water_rescue', 'diving', 'medical'],
  other_accident: ['extrication', 'medical'],
  epidemic: ['epidemic_control', 'medical'],
  food_poisoning: ['medical', 'epidemic_control'],
  animal_epidemic: ['animal_disease', 'epidemic_control'],
  water_pollution: ['water_testing', 'epidemic_control', 'hazmat'],
  other_health: ['medical', 'epidemic_control'],
  crowd: ['public_order', 'medical'],
  mass_incident: ['public_order', 'medical'],
  public_security: ['public_order', 'medical'],
  other_social: ['public_order'],
};

/** How many teams of a register are recorded to be able to do something an incident usually asks for. */
interface Need {
  id: CapabilityId;
  teams: number;
}

/** What an incident of a kind asks for, with how many teams can do it; 0 = the register lacks it, which is to be said. */
export function needsOf(kind: EventKind, teams: Iterable<Team>): Need[] {
  const counts = new Map<CapabilityId, number>();
  for (const { capabilities, archivedAt } of teams) {
    if (archivedAt !== null) continue;
    for (const id of new Set(capabilities.flatMap((one) => capabilitiesIn(one))))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return NEEDS[kind].map((id) => ({ id, teams: counts.get(id) ?? 0 }));
}

/** Which of those needs a team is recorded to meet. */
export function meets(
  kind: EventKind,
  { capabilities }: Pick<Team, 'capabilities'>,
): CapabilityId[] {
  const can = new Set(capabilities.flatMap((one) => capabilitiesIn(one)));
  return NEEDS[kind].filter((id) => can.has(id));
}
