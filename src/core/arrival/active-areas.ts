/**
 * Which areas are active now, and whom each stops by the rule of its district.
 *
 * A hazard is active between two stated times, an incident as long as it is open. Water stops by its depth: a range
 * like 0.3–1.0 m counts by its upper bound, and more than the limit stops; where only the least is known, that one does.
 * Water whose depth nobody knows stops whom the office's rule for it says, by default nobody, and every route through it is
 * named, with what the way around it takes. Other kinds stop whom the district says, as far as they reach: a landslide everybody, an earthquake or a typhoon nobody, since a whole county lies in it.
 */
import type { Geometry } from 'geojson';
import type {
  AreaKey,
  Threshold,
  EventKind,
  Hazard,
  Incident,
  Instant,
  Meters,
} from '../model/index.ts';
import { thresholdFor } from '../thresholds/index.ts';
import type { Depth, RankingTables, ThreatArea, Vehicle } from '../ranking/types.ts';
import { circle } from './circle.ts';

export const VEHICLES: readonly Vehicle[] = ['emergency-car', 'heavy-truck', 'foot'];

/** Kinds in which water stands on the roads: they stop by depth. */
const WATER_KINDS: readonly EventKind[] = [
  'flood',
  'waterlogging',
  'dam_break',
  'storm_surge',
  'tsunami',
];

type StopsKey = Extract<AreaKey, `area_stops_${string}`>;
type DepthKey = Extract<AreaKey, `flood_stops_${string}`>;

/** The other kinds, by the rule that holds for them; what is not named here goes by `area_stops_other`. */
const KINDS_OF_RULE: Readonly<Record<Exclude<StopsKey, 'area_stops_other'>, readonly EventKind[]>> =
  {
    area_stops_ground: ['landslide', 'debris_flow'],
    area_stops_fire: ['fire', 'wildfire', 'explosion'],
    area_stops_toxic: ['hazardous_chemical', 'pipeline'],
    area_stops_collapse: ['building_collapse', 'mine'],
  };

const DEPTH_KEY: Readonly<Record<Vehicle, DepthKey>> = {
  'emergency-car': 'flood_stops_car',
  'heavy-truck': 'flood_stops_truck',
  foot: 'flood_stops_foot',
};

/** What each vehicle adds to the value of an `area_stops_*` rule. */
export const STOPS_BIT: Readonly<Record<Vehicle, number>> = {
  'emergency-car': 1,
  'heavy-truck': 2,
  foot: 4,
};

/** The rule that was applied to one kind of traveller: the row it stands in; null = nobody has set one. */
export interface AppliedRule {
  by: Vehicle;
  setting: Threshold | null;
  stops: boolean;
}

export interface ActiveArea extends ThreatArea {
  /** Of the record: another one may mean another geometry. */
  version: number;
  districtCode: string;
  from: Instant;
  /** null = until somebody says that it is over. */
  until: Instant | null;
  rules: readonly AppliedRule[];
  stops: readonly Vehicle[];
}

export interface AreaTables extends Pick<
  RankingTables,
  'hazard' | 'district' | 'district_setting'
> {
  readonly incident: ReadonlyMap<string, Incident>;
}

/** Hazards and incidents whose area is active at a time and is somewhere, in order of their ids. */
export function activeAreas(tables: AreaTables, now: Instant): ActiveArea[] {
  const at = Date.parse(now);
  const areas: ActiveArea[] = [];
  for (const hazard of tables.hazard.values()) {
    if (!isActive(hazard, at)) continue;
    const geometry = placeOf(hazard);
    if (geometry === null) continue;
    const { activeFrom: from, activeUntil: until } = hazard;
    areas.push(
      areaOf(tables, hazard, {
        of: 'hazard',
        name: hazard.name,
        geometry,
        from: from ?? now,
        until,
      }),
    );
  }
  for (const incident of tables.incident.values()) {
    const geometry = reachOf(incident);
    if (geometry === null || incident.state !== 'open' || incident.archivedAt !== null) continue;
    if (Date.parse(incident.occurredAt) > at) continue;
    areas.push(
      areaOf(tables, incident, {
        of: 'incident',
        name: incident.title,
        geometry,
        from: incident.occurredAt,
        until: null,
      }),
    );
  }
  return areas.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a hazard has come true at a time (ms) and is not over. */
export const isActive = ({ activeFrom, activeUntil, archivedAt }: Hazard, at: number): boolean =>
  archivedAt === null &&
  activeFrom !== null &&
  Date.parse(activeFrom) <= at &&
  (activeUntil === null || Date.parse(activeUntil) > at);

/** When, after a time (ms), a hazard next begins or ends by its own dates; null = never. */
export function nextChange(hazards: Iterable<Hazard>, after: number): number | null {
  let next = Infinity;
  for (const { activeFrom, activeUntil } of hazards)
    for (const date of [activeFrom, activeUntil]) {
      const at = date === null ? NaN : Date.parse(date);
      if (at > after && at < next) next = at;
    }
  return next === Infinity ? null : next;
}

export const isWater = (kind: EventKind): boolean => WATER_KINDS.includes(kind);

/** The rule of a kind other than water. */
const stopsKeyOf = (kind: EventKind): StopsKey =>
  (Object.keys(KINDS_OF_RULE) as (keyof typeof KINDS_OF_RULE)[]).find((key) =>
    KINDS_OF_RULE[key].includes(kind),
  ) ?? 'area_stops_other';

/** The rule that says whether an area stops somebody. */
function ruleKeyOf(kind: EventKind, water: Depth | null, by: Vehicle): AreaKey {
  if (water === null) return stopsKeyOf(kind);
  return isBottomless(water) ? 'flood_unknown_depth' : DEPTH_KEY[by];
}

function areaOf(
  tables: AreaTables,
  record: Hazard | Incident,
  shown: Pick<ActiveArea, 'of' | 'name' | 'geometry' | 'from' | 'until'>,
): ActiveArea {
  const { id, version, kind, districtCode } = record;
  const water: Depth | null = isWater(kind)
    ? { min: record.depthMinM, max: record.depthMaxM }
    : null;
  const rules = VEHICLES.map((by): AppliedRule => {
    const byKind = water === null || isBottomless(water);
    const setting = thresholdFor(tables, ruleKeyOf(kind, water, by), districtCode);
    return {
      by,
      setting,
      stops: setting !== null && stopped(by, byKind ? null : water, setting.value),
    };
  });
  const stops = rules.filter((rule) => rule.stops).map(({ by }) => by);
  const wet = thresholdFor(tables, 'flood_stops_shelter', districtCode)?.value ?? null;
  const threatens = water === null ? stops.length > 0 : tooDeep(water, wet);
  return { ...shown, id, version, kind, districtCode, water, rules, stops, threatens };
}

/** Whether nothing at all is known of how deep water is. */
export const isBottomless = ({ min, max }: Depth): boolean => min === null && max === null;

/** @param water null = the value is a sum of whom it stops, whatever the depth */
function stopped(by: Vehicle, water: Depth | null, value: number): boolean {
  if (water === null) return (value & STOPS_BIT[by]) !== 0;
  const depth = water.max ?? water.min;
  return depth !== null && depth > value;
}

/** Where a limit of nothing is set, an area under water is too deep whatever its depth: that it is wet is known. */
function tooDeep({ min, max }: Depth, limit: Meters | null): boolean {
  const depth = max ?? min;
  return limit !== null && (depth === null ? limit === 0 : depth > limit);
}

function placeOf({ geometry, lng, lat }: Hazard | Incident): Geometry | null {
  if (geometry !== null) return geometry;
  return lng === null || lat === null ? null : { type: 'Point', coordinates: [lng, lat] };
}

/** What an incident reaches: the line or area it was drawn as, or the stated radius around its place. */
function reachOf(incident: Incident): Geometry | null {
  const place = placeOf(incident);
  if (place === null) return null;
  if (place.type !== 'Point') return place;
  const [lng, lat] = place.coordinates;
  return incident.areaRadiusM === null ? null : circle([lng!, lat!], incident.areaRadiusM);
}
