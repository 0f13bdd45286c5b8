/** Many records for drawing: half spread evenly over 50 km, half crowded around a few towns; always the same ones. */
import type { Resource, Settlement, Shelter, Team } from '../../../src/core/model/index.ts';
import { AVAILABILITIES } from '../../../src/core/model/index.ts';
import type { Depot, Hazard } from '../../../src/core/model/index.ts';
import type { RecordTables } from '../../../src/state/records.ts';

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

type Crowd = Pick<RecordTables, 'hazard' | 'shelter' | 'depot' | 'team' | 'settlement'>;

/** A fifth of `count` of each of five kinds. */
export function crowd(count: number): Crowd {
  const next = random(20261122);
  const towns = Array.from(
    { length: 25 },
    () => [110.69 + 0.5 * next(), 27.8 + 0.45 * next()] as const,
  );
  const now = new Date().toISOString();
  const place = (i: number): { lng: number; lat: number } => {
    const [lng, lat] = towns[i % towns.length] ?? [110.94, 28.02];
    if (i % 2 === 0) return { lng: 110.69 + 0.5 * next(), lat: 27.8 + 0.45 * next() };
    return { lng: lng + 0.02 * (next() + next() - 1), lat: lat + 0.02 * (next() + next() - 1) };
  };
  const resource = (kind: string, i: number): Resource => ({
    id: `${kind}-${i}`,
    version: 1,
    createdAt: now,
    updatedAt: now,
    updatedBy: null,
    archivedAt: null,
    districtCode: '0',
    name: `${kind} ${i}`,
    address: null,
    externalId: null,
    note: null,
    source: 'bench',
    observedAt: i % 7 === 0 ? null : now,
    verifiedAt: null,
    verifiedBy: null,
    disputedAt: null,
    disputedBy: null,
    disputeReason: null,
    geometry: null,
    ...place(i),
  });
  const of = <T>(
    kind: string,
    more: (i: number) => Omit<T, keyof Resource>,
  ): ReadonlyMap<string, T> =>
    new Map(
      Array.from({ length: count / 5 }, (_, i) => [
        `${kind}-${i}`,
        { ...resource(kind, i), ...more(i) } as T,
      ]),
    );
  return {
    hazard: of<Hazard>('hazard', (i) => ({
      class: 'natural',
      kind: 'landslide',
      level: 3,
      peopleAtRisk: i,
      rectificationState: i % 3 === 0 ? 'identified' : 'rectifying',
      rectificationOwner: null,
      rectificationDeadline: null,
      activeFrom: null,
      activeUntil: null,
      depthMinM: null,
      depthMaxM: null,
    })),
    shelter: of<Shelter>('shelter', (i) => ({
      kind: 'school',
      state: i % 3 === 0 ? 'unknown' : 'standby',
      capacity: i,
      capacityIndoor: null,
      capacityOutdoor: null,
      capacityText: null,
      effectiveAreaM2: null,
      facilities: [],
      suitability: {},
      serviceArea: null,
      refuge: null,
      occupancy: null,
      occupancyAt: null,
    })),
    depot: of<Depot>('depot', () => ({ inventoryText: null })),
    team: of<Team>('team', (i) => ({
      kind: 'rescue',
      capabilities: [],
      people: i,
      equipment: [],
      equipmentText: null,
      mobilisationDayS: null,
      mobilisationNightS: null,
      availability: AVAILABILITIES[i % AVAILABILITIES.length] ?? 'unknown',
      availabilityAt: now,
      positionLng: null,
      positionLat: null,
      positionAt: null,
    })),
    settlement: of<Settlement>('settlement', (i) => ({
      people: i,
      peopleNeedHelp: null,
      households: null,
      door: null,
    })),
  };
}
