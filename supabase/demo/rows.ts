/** Rows as the tables take them: column names, GeoJSON where a geometry goes. What is not named keeps its default. */
import type { Geometry, LineString, MultiPolygon, Point } from 'geojson';
import type {
  Availability,
  BaseLayer,
  DistrictLevel,
  EquipmentItem,
  EventClass,
  EventKind,
  IncidentState,
  Level,
  PassableState,
  RectificationState,
  RectificationStepName,
  ResourceKind,
  ShelterState,
  Suitability,
} from '../../src/core/model/index.ts';

export interface DistrictRow {
  code: string;
  parent_code: string;
  name: string;
  level: DistrictLevel;
  is_demo: true;
  geom: MultiPolygon | null;
}

export interface BaseFeatureRow {
  id: string;
  district_code: string;
  layer: BaseLayer;
  class: string;
  name: string | null;
  external_id: string;
  source: string;
  geom: Geometry;
}

interface ResourceRow {
  id: string;
  district_code: string;
  name: string;
  address: string | null;
  external_id: string | null;
  note: string | null;
  source: string;
  observed_at: string | null;
  verified_at: string | null;
  geom: Geometry | null;
}

export interface SettlementRow extends ResourceRow {
  people: number | null;
  people_need_help: number | null;
  households: number | null;
  door: string | null;
}

export interface HazardRow extends ResourceRow {
  class: EventClass;
  kind: EventKind;
  level: Level | null;
  people_at_risk: number | null;
  rectification_state: RectificationState;
  rectification_owner: string | null;
  rectification_deadline: string | null;
}

/** Its hazard's row already says where the steps have led. */
export interface RectificationStepRow {
  id: string;
  hazard_id: string;
  step: RectificationStepName;
  at: string;
  created_at: string;
  owner: string | null;
  deadline: string | null;
  note: string | null;
  evidence: string | null;
  by_name: string;
}

export interface ShelterRow extends ResourceRow {
  kind: string;
  state: ShelterState;
  capacity: number | null;
  capacity_indoor: number | null;
  capacity_outdoor: number | null;
  capacity_text: string | null;
  effective_area_m2: number | null;
  facilities: string[];
  suitability: Partial<Record<EventKind, Suitability>>;
  service_area: string | null;
}

export interface OccupancyMovementRow {
  id: string;
  shelter_id: string;
  movement: 'in' | 'out' | 'count';
  people: number;
  at: string;
  reason: string | null;
}

export interface DepotRow extends ResourceRow {
  inventory_text: string | null;
}

export interface StockLotRow {
  id: string;
  depot_id: string;
  item: string;
  unit: string;
  spec: string | null;
  batch: string | null;
  expires_on: string | null;
  minimum: number | null;
  external_id: string;
  source: string;
  observed_at: string | null;
}

export interface StockMovementRow {
  id: string;
  lot_id: string;
  movement: 'in' | 'out' | 'count';
  quantity: number;
  at: string;
  reason: string | null;
}

export interface TeamRow extends ResourceRow {
  kind: string;
  capabilities: string[];
  people: number | null;
  equipment: EquipmentItem[];
  equipment_text: string | null;
  mobilisation_day_s: number | null;
  mobilisation_night_s: number | null;
  availability: Availability;
  availability_at: string | null;
  position: Point | null;
  position_at: string | null;
}

export interface EvacuationRouteRow extends ResourceRow {
  settlement_id: string;
  shelter_id: string;
  width_m: number | null;
  state: PassableState;
  geom: LineString;
}

export interface ContactRow {
  id: string;
  resource_kind: ResourceKind | 'settlement';
  resource_id: string;
  name: string;
  duty: string;
  phone: string | null;
  last_answered_at: string | null;
}

export interface IncidentRow {
  id: string;
  district_code: string;
  title: string;
  class: EventClass;
  kind: EventKind;
  level: Level | null;
  occurred_at: string;
  note: string | null;
  state: IncidentState;
  closed_at: string | null;
  source: string;
  geom: Geometry;
}

export interface ClosureRow {
  id: string;
  district_code: string;
  reason: string;
  from_at: string;
  until_at: string | null;
  lifted_at: string | null;
  source: string;
  geom: Geometry;
}

/** The whole demo district, by table, in an order in which the rows can be inserted. */
export interface DemoDistrict {
  district: DistrictRow[];
  base_feature: BaseFeatureRow[];
  settlement: SettlementRow[];
  hazard: HazardRow[];
  rectification_step: RectificationStepRow[];
  shelter: ShelterRow[];
  occupancy_movement: OccupancyMovementRow[];
  depot: DepotRow[];
  stock_lot: StockLotRow[];
  stock_movement: StockMovementRow[];
  team: TeamRow[];
  evacuation_route: EvacuationRouteRow[];
  contact: ContactRow[];
  incident: IncidentRow[];
  closure: ClosureRow[];
}
export type DemoTable = keyof DemoDistrict;
