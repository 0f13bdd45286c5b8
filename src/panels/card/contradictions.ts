import { likeness, nameKey } from '../../core/duplicates/likeness.ts';
import { greatCircle } from '../../core/geo/distance.ts';
import { distanceToGeometry } from '../../core/geo/to-geometry.ts';
import type {
  Closure,
  EventKind,
  EvacuationRoute,
  Hazard,
  LngLat,
  Meters,
  RecordKind,
  RecordOf,
  Resource,
  Shelter,
  Team,
} from '../../core/model/index.ts';
import { thresholdFor } from '../../core/thresholds/index.ts';
import { closureIsOver } from '../../core/symbols/index.ts';

/** Two things the register says that cannot both be right, or hardly. Shown, never resolved by the console. */
export type Contradiction =
  | { tag: 'occupancyOverCapacity'; occupancy: number; capacity: number }
  | { tag: 'partsDiffer'; indoor: number; outdoor: number; capacity: number }
  | { tag: 'closedButOccupied'; occupancy: number }
  | { tag: 'suitableInsideHazard'; event: EventKind; hazard: string }
  | { tag: 'twin'; id: string; name: string; distance: Meters }
  | { tag: 'availableWithoutPeople' }
  | { tag: 'observedInFuture' }
  | { tag: 'routeToClosed'; shelter: string }
  | { tag: 'routeThroughClosure'; reason: string };

export type ContradictionTables = {
  readonly [
    K in
      | 'district'
      | 'district_setting'
      | 'hazard'
      | 'shelter'
      | 'depot'
      | 'team'
      | 'evacuation_route'
      | 'settlement'
      | 'closure'
  ]: ReadonlyMap<string, RecordOf[K]>;
};

const FUTURE_MS = 10 * 60_000;

const placeOf = (record: { lng: number | null; lat: number | null }): LngLat | null =>
  record.lng === null || record.lat === null ? null : [record.lng, record.lat];

/** What is doubtful about a record, most telling first. `now` is the server's clock in milliseconds. */
export function contradictionsOf<K extends RecordKind>(
  kind: K,
  record: RecordOf[K],
  tables: ContradictionTables,
  now: number,
): Contradiction[] {
  const found: Contradiction[] = [];
  if (kind === 'shelter') found.push(...shelterDoubts(record as Shelter, tables));
  if (
    kind === 'team' &&
    (record as Team).availability === 'available' &&
    (record as Team).people === 0
  )
    found.push({ tag: 'availableWithoutPeople' });
  if (kind === 'evacuation_route')
    found.push(...routeDoubts(record as EvacuationRoute, tables, now));
  found.push(...twins(record as Resource, pointTable(kind, tables), tables));
  const observedAt = 'observedAt' in record ? record.observedAt : null;
  if (observedAt !== null && Date.parse(observedAt) > now + FUTURE_MS)
    found.push({ tag: 'observedInFuture' });
  return found;
}

/** Kinds that are entered once per place; routes and settlements may well lie side by side. */
function pointTable(kind: RecordKind, tables: ContradictionTables): ReadonlyMap<string, Resource> {
  return kind === 'shelter' || kind === 'depot' || kind === 'team' || kind === 'hazard'
    ? tables[kind]
    : new Map();
}

function shelterDoubts(shelter: Shelter, tables: ContradictionTables): Contradiction[] {
  const { capacity, capacityIndoor: indoor, capacityOutdoor: outdoor, occupancy } = shelter;
  const found: Contradiction[] = [];
  if (occupancy !== null && capacity !== null && occupancy > capacity)
    found.push({ tag: 'occupancyOverCapacity', occupancy, capacity });
  if (shelter.state === 'closed' && occupancy !== null && occupancy > 0)
    found.push({ tag: 'closedButOccupied', occupancy });
  if (capacity !== null && indoor !== null && outdoor !== null && indoor + outdoor !== capacity)
    found.push({ tag: 'partsDiffer', indoor, outdoor, capacity });
  return [...found, ...insideHazards(shelter, tables.hazard)];
}

/** A shelter called suitable for an event inside a hazard area of just that event. */
function insideHazards(shelter: Shelter, hazards: ReadonlyMap<string, Hazard>): Contradiction[] {
  const place = placeOf(shelter);
  if (place === null) return [];
  const found: Contradiction[] = [];
  for (const { kind, geometry, name, rectificationState } of hazards.values()) {
    if (shelter.suitability[kind] !== 'yes' || rectificationState === 'closed') continue;
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue;
    if (distanceToGeometry(place, geometry) === 0)
      found.push({ tag: 'suitableInsideHazard', event: kind, hazard: name });
  }
  return found;
}

function routeDoubts(
  route: EvacuationRoute,
  tables: ContradictionTables,
  now: number,
): Contradiction[] {
  const found: Contradiction[] = [];
  const shelter = route.shelterId === null ? undefined : tables.shelter.get(route.shelterId);
  if (shelter?.state === 'closed') found.push({ tag: 'routeToClosed', shelter: shelter.name });
  const { geometry } = route;
  if (route.state !== 'open' || geometry === null) return found;
  const onLine = thresholdFor(tables, 'closure_on_line', route.districtCode)?.value;
  if (onLine === undefined) return found;
  for (const closure of tables.closure.values())
    if (isOn(closure, geometry, onLine, now))
      found.push({ tag: 'routeThroughClosure', reason: closure.reason });
  return found;
}

/** A closure near enough to a line lies on it: roads and routes are drawn by hand. */
function isOn(
  closure: Closure,
  line: NonNullable<EvacuationRoute['geometry']>,
  within: Meters,
  now: number,
): boolean {
  const place = placeOf(closure);
  if (place === null || closureIsOver(closure, now) || Date.parse(closure.fromAt) > now)
    return false;
  return distanceToGeometry(place, line) <= within;
}

/** Other records of the kind close by under nearly the same name; the record's district says how close, how nearly. */
function twins(
  record: Resource,
  others: ReadonlyMap<string, Resource>,
  tables: ContradictionTables,
): Contradiction[] {
  const place = placeOf(record);
  const within = thresholdFor(tables, 'twin_distance', record.districtCode)?.value;
  const alike = thresholdFor(tables, 'twin_likeness', record.districtCode)?.value;
  if (place === null || within === undefined || alike === undefined) return [];
  const key = nameKey(record.name);
  const found: { id: string; name: string; distance: Meters }[] = [];
  for (const other of others.values()) {
    const there = placeOf(other);
    if (other.id === record.id || there === null) continue;
    const distance = greatCircle(place, there);
    if (distance <= within && likeness(key, nameKey(other.name)) >= alike)
      found.push({ id: other.id, name: other.name, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((twin) => ({ tag: 'twin', ...twin }));
}
