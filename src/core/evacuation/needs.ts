/**
 * Who has to be brought where: people by settlement, their routes and shelters, and who is responsible. Numbers only;
 * names stand in contacts alone, which not every role may see.
 */
import type { Contact, EvacuationRoute, Settlement, Shelter } from '../model/index.ts';

interface EvacuationTables {
  readonly settlement: ReadonlyMap<string, Settlement>;
  readonly shelter: ReadonlyMap<string, Shelter>;
  readonly evacuation_route: ReadonlyMap<string, EvacuationRoute>;
  readonly contact: ReadonlyMap<string, Contact>;
}

export interface RouteTo {
  route: EvacuationRoute;
  /** null = not recorded, or not on this console. */
  shelter: Shelter | null;
  responsible: Contact | null;
}

export interface SettlementNeed {
  settlement: Settlement;
  routes: RouteTo[];
  /** No route, or a route nobody is responsible for (as far as this role may see). */
  hasGap: boolean;
}

/** Free places: capacity less the people in it; null when either is unknown. */
export const freePlaces = ({
  capacity,
  occupancy,
}: Pick<Shelter, 'capacity' | 'occupancy'>): number | null =>
  capacity === null || occupancy === null ? null : capacity - occupancy;

/** Contacts about routes, by route; the one whose duty is the evacuation first, then by name. */
export function responsibleByRoute(
  contacts: Iterable<Contact>,
  duty: string,
): ReadonlyMap<string, Contact> {
  const found = new Map<string, Contact>();
  const isBetter = (a: Contact, b: Contact): boolean =>
    Number(a.duty === duty) - Number(b.duty === duty) > 0 || (a.duty === b.duty && a.id < b.id);
  for (const contact of contacts) {
    if (contact.resourceKind !== 'evacuation_route') continue;
    const held = found.get(contact.resourceId);
    if (held === undefined || isBetter(contact, held)) found.set(contact.resourceId, contact);
  }
  return found;
}

/**
 * Every settlement with its routes: most people in need of help first, unknown numbers before those who need none,
 * because nobody knows how many they are. `duty` is what the register calls the responsible person's duty.
 */
export function evacuationNeeds(
  tables: EvacuationTables,
  duty: string,
  seesContacts: boolean,
): SettlementNeed[] {
  const responsible = responsibleByRoute(tables.contact.values(), duty);
  const routes = new Map<string, RouteTo[]>();
  for (const route of tables.evacuation_route.values()) {
    if (route.settlementId === null) continue;
    const shelter = route.shelterId === null ? null : (tables.shelter.get(route.shelterId) ?? null);
    const held = routes.get(route.settlementId) ?? [];
    held.push({ route, shelter, responsible: responsible.get(route.id) ?? null });
    routes.set(route.settlementId, held);
  }
  const needs = [...tables.settlement.values()].map((settlement): SettlementNeed => {
    const own = routes.get(settlement.id) ?? [];
    const unattended = seesContacts && own.some((one) => one.responsible === null);
    return { settlement, routes: own, hasGap: own.length === 0 || unattended };
  });
  // A settlement whose number is unknown is listed after those with at least one such person and before those with none.
  const weight = ({ settlement }: SettlementNeed): number => settlement.peopleNeedHelp ?? 0.5;
  return needs.sort(
    (a, b) => weight(b) - weight(a) || (a.settlement.id < b.settlement.id ? -1 : 1),
  );
}

interface PeopleSum {
  people: number;
  needHelp: number;
  /** Settlements of which either number is unknown: the sums are at least so many. */
  unknown: number;
}

export function sumPeople(
  settlements: Iterable<Pick<Settlement, 'people' | 'peopleNeedHelp'>>,
): PeopleSum {
  const sum: PeopleSum = { people: 0, needHelp: 0, unknown: 0 };
  for (const { people, peopleNeedHelp } of settlements) {
    sum.people += people ?? 0;
    sum.needHelp += peopleNeedHelp ?? 0;
    if (people === null || peopleNeedHelp === null) sum.unknown++;
  }
  return sum;
}
