/**
 * The records of the register as the console holds them. Field names are the camelCase of the columns in
 * supabase/migrations; `null` always means "unknown", never zero, open or available.
 */
import type { Geometry } from 'geojson';
import type {
  Availability,
  BaseLayer,
  DistrictLevel,
  EventClass,
  EventKind,
  IncidentState,
  Level,
  PassableState,
  RectificationState,
  ResourceKind,
  ShelterState,
  Suitability,
} from './kinds.ts';
import type { Instant, Meters, Seconds } from './units.ts';

/** What every fact carries: where it is from, how old it is, who last said it is still true, who doubts it and why. */
export interface Provenance {
  source: string;
  /** When the fact was observed in the world; null = nobody recorded it. */
  observedAt: Instant | null;
  verifiedAt: Instant | null;
  verifiedBy: string | null;
  /** Somebody says it is not true (any more); stands until somebody verifies or withdraws it. */
  disputedAt: Instant | null;
  disputedBy: string | null;
  disputeReason: string | null;
}

/** What every stored row carries. */
export interface Stored {
  id: string;
  /** Optimistic version: an update states the version it read. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  updatedBy: string | null;
  archivedAt: Instant | null;
}

/** A place on earth, WGS-84. `lng`/`lat` are a point on the geometry; both null = no place known. */
export interface Placed {
  lng: number | null;
  lat: number | null;
  /** The full geometry where it is not a point (areas, lines); null for points. */
  geometry: Geometry | null;
}

export interface Resource extends Stored, Provenance, Placed {
  districtCode: string;
  name: string;
  address: string | null;
  externalId: string | null;
  note: string | null;
}

export interface District extends Stored, Placed {
  /** What everything refers to; `id` is for the history alone. */
  code: string;
  /** The district's own code: a district belongs to itself. */
  districtCode: string;
  parentCode: string | null;
  /** `/0/43/4306/`: codes from the root to this district. */
  path: string;
  name: string;
  level: DistrictLevel;
  timezone: string;
  isDemo: boolean;
  /** Where name and boundary are from; null = nobody recorded it. */
  source: string | null;
  observedAt: Instant | null;
}

/** A threshold that holds in a district and below it, with where it comes from (design rule 4). */
export interface Threshold extends Stored {
  districtCode: string;
  key: ThresholdKey;
  value: number;
  unit: string;
  source: string;
  clause: string | null;
  verifiedAt: Instant | null;
}
export type ThresholdKey =
  | 'position_max_age'
  | 'fact_max_age'
  | 'nearest_radius'
  | 'nearest_count'
  | 'expiry_notice'
  | DoubtKey
  | ArrivalKey
  | PaceKey
  | AreaKey
  | BandKey;
/** When two records may be one; when a closure lies on a line. */
type DoubtKey = 'twin_distance' | 'twin_likeness' | 'closure_on_line';
/**
 * What arrival is reckoned with: defaults in seconds where nobody recorded a time (`_fast` = the quick end of the range,
 * `_manned` = teams that stand by day and night), the hours of the night in seconds of the day, factors of road time, and
 * how near two arrivals are that count as a tie.
 */
type ArrivalKey =
  | 'mobilisation_default'
  | 'mobilisation_fast'
  | 'mobilisation_manned'
  | 'mobilisation_manned_fast'
  | 'loading_default'
  | 'loading_fast'
  | 'near_tie'
  | 'night_begins'
  | 'night_ends'
  | 'night_road_factor'
  | 'rain_road_factor';
/** How fast people walk, in km/h, and by how much the night slows residents down. */
export type PaceKey =
  | 'pace_ordinary'
  | 'pace_slow'
  | 'pace_impaired'
  | 'pace_wheelchair'
  | 'pace_team'
  | 'pace_night_factor';
/** Up to when the bands of the first team reach, in seconds; in no order, the same one twice is one band. */
type BandKey = `first_team_band_${1 | 2 | 3 | 4 | 5}`;
/**
 * Whom an active area stops. `flood_stops_*`: water deeper than so many metres. `area_stops_*`, for kinds other than
 * water, and `flood_unknown_depth`, for water of which nobody knows how deep it is: a sum of 1 = a car, 2 = a heavy truck,
 * 4 = people on foot.
 */
export type AreaKey =
  | 'flood_stops_car'
  | 'flood_stops_truck'
  | 'flood_stops_foot'
  | 'flood_stops_shelter'
  | 'flood_unknown_depth'
  | 'area_stops_ground'
  | 'area_stops_fire'
  | 'area_stops_toxic'
  | 'area_stops_collapse'
  | 'area_stops_other';

export interface BaseFeature extends Placed {
  id: string;
  districtCode: string;
  layer: BaseLayer;
  /** road: motorway, trunk, primary, secondary, tertiary, residential, track; water: river, lake …; place: county, town, village. */
  class: string;
  name: string | null;
  archivedAt: Instant | null;
}

export interface Settlement extends Resource {
  people: number | null;
  peopleNeedHelp: number | null;
  households: number | null;
  door: string | null;
}

export interface Hazard extends Resource {
  class: EventClass;
  kind: EventKind;
  level: Level | null;
  peopleAtRisk: number | null;
  rectificationState: RectificationState | null;
  rectificationOwner: string | null;
  rectificationDeadline: string | null;
  /** Since when it has come true; null = it has not. */
  activeFrom: Instant | null;
  /** null = until somebody says that it is over. */
  activeUntil: Instant | null;
  /** How deep water stands in it, a range whose upper bound counts; null = nobody knows. */
  depthMinM: Meters | null;
  depthMaxM: Meters | null;
}

export interface Shelter extends Resource {
  kind: string;
  state: ShelterState;
  /** 临时避险点: people flee there until they can go on, nobody has rated it; null = nobody has said. */
  refuge: boolean | null;
  capacity: number | null;
  capacityIndoor: number | null;
  capacityOutdoor: number | null;
  /** Capacity as the source wrote it. */
  capacityText: string | null;
  effectiveAreaM2: number | null;
  facilities: string[];
  suitability: Partial<Record<EventKind, Suitability>>;
  serviceArea: string | null;
  /** Sum of movements; null = never counted. */
  occupancy: number | null;
  occupancyAt: Instant | null;
}

export interface Depot extends Resource {
  /** Inventory as the source wrote it. */
  inventoryText: string | null;
}

export interface StockLot extends Stored, Provenance {
  districtCode: string;
  depotId: string;
  item: string;
  unit: string;
  spec: string | null;
  batch: string | null;
  expiresOn: string | null;
  /** What an import knows it by. */
  externalId: string | null;
  minimum: number | null;
  /** Sum of movements; null = never counted. */
  quantity: number | null;
  quantityAt: Instant | null;
}

export interface EquipmentItem {
  item: string;
  quantity: number | null;
  unit: string | null;
}

export interface Team extends Resource {
  kind: string;
  capabilities: string[];
  people: number | null;
  equipment: EquipmentItem[];
  equipmentText: string | null;
  mobilisationDayS: Seconds | null;
  mobilisationNightS: Seconds | null;
  availability: Availability;
  availabilityAt: Instant | null;
  /** Last reported position, if any; lng/lat above are the base. */
  positionLng: number | null;
  positionLat: number | null;
  positionAt: Instant | null;
}

export interface EvacuationRoute extends Resource {
  settlementId: string | null;
  shelterId: string | null;
  widthM: Meters | null;
  state: PassableState;
}

/** A person to call. Rows arrive only for roles that may see them. */
export interface Contact extends Stored {
  districtCode: string;
  resourceKind: ResourceKind | 'settlement';
  resourceId: string;
  name: string;
  /** 负责人, 疏散责任人, 值班电话 … */
  duty: string | null;
  phone: string | null;
  lastAnsweredAt: Instant | null;
}

export interface Incident extends Stored, Placed {
  districtCode: string;
  title: string;
  class: EventClass;
  kind: EventKind;
  level: Level | null;
  occurredAt: Instant;
  note: string | null;
  state: IncidentState;
  closedAt: Instant | null;
  source: string;
  /** How far around its place it reaches, where that is a point; null = nobody has said. */
  areaRadiusM: Meters | null;
  depthMinM: Meters | null;
  depthMaxM: Meters | null;
}

export interface Closure extends Stored, Placed {
  districtCode: string;
  reason: string;
  fromAt: Instant;
  /** null = until lifted. */
  untilAt: Instant | null;
  liftedAt: Instant | null;
  source: string;
}

export interface RecordOf {
  district: District;
  district_setting: Threshold;
  base_feature: BaseFeature;
  settlement: Settlement;
  hazard: Hazard;
  shelter: Shelter;
  depot: Depot;
  team: Team;
  evacuation_route: EvacuationRoute;
  stock_lot: StockLot;
  contact: Contact;
  incident: Incident;
  closure: Closure;
}
