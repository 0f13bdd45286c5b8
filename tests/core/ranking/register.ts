/** A small register in memory: records with every field, so that a test states only what it is about. */
import type {
  Depot,
  District,
  Threshold,
  Hazard,
  ThresholdKey,
  Shelter,
  StockLot,
  Team,
} from '../../../src/core/model/index.ts';
import type { Question, RankedKind, RankingTables } from '../../../src/core/ranking/types.ts';

export const NOW = '2026-11-22T04:00:00Z';
const HOUR = 3600;
export const DAY = 24 * HOUR;
export const YEAR = 365 * DAY;

/** The time so many seconds before NOW. */
export const ago = (seconds: number): string =>
  new Date(Date.parse(NOW) - seconds * 1000).toISOString();

const stored = (id: string) => ({
  id,
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
  updatedBy: null,
  archivedAt: null,
});

const resource = (id: string) => ({
  ...stored(id),
  source: 'test',
  observedAt: ago(DAY),
  verifiedAt: null,
  verifiedBy: null,
  disputedAt: null,
  disputedBy: null,
  disputeReason: null,
  lng: 113,
  lat: 29,
  geometry: null,
  districtCode: '430611',
  name: `name of ${id}`,
  address: null,
  externalId: null,
  note: null,
});

export const team = (id: string, given: Partial<Team> = {}): Team => ({
  ...resource(id),
  kind: 'rescue',
  capabilities: [],
  people: null,
  equipment: [],
  equipmentText: null,
  mobilisationDayS: null,
  mobilisationNightS: null,
  availability: 'unknown',
  availabilityAt: null,
  positionLng: null,
  positionLat: null,
  positionAt: null,
  ...given,
});

export const shelter = (id: string, given: Partial<Shelter> = {}): Shelter => ({
  ...resource(id),
  kind: 'school',
  state: 'unknown',
  capacity: null,
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
  ...given,
});

export const depot = (id: string, given: Partial<Depot> = {}): Depot => ({
  ...resource(id),
  inventoryText: null,
  ...given,
});

export const lot = (id: string, depotId: string, given: Partial<StockLot> = {}): StockLot => ({
  ...stored(id),
  source: 'test',
  observedAt: ago(DAY),
  verifiedAt: null,
  verifiedBy: null,
  disputedAt: null,
  disputedBy: null,
  disputeReason: null,
  externalId: null,
  districtCode: '430611',
  depotId,
  item: '救生衣',
  unit: '件',
  spec: null,
  batch: null,
  expiresOn: null,
  minimum: null,
  quantity: 50,
  quantityAt: ago(DAY),
  ...given,
});

export const hazard = (id: string, given: Partial<Hazard> = {}): Hazard => ({
  ...resource(id),
  class: 'natural',
  kind: 'flood',
  level: null,
  peopleAtRisk: null,
  rectificationState: null,
  rectificationOwner: null,
  rectificationDeadline: null,
  activeFrom: null,
  activeUntil: null,
  depthMinM: null,
  depthMaxM: null,
  ...given,
});

export const district = (
  code: string,
  parentCode: string | null,
  timezone = 'Asia/Shanghai',
): District => {
  const { version, createdAt, updatedAt, updatedBy, archivedAt } = stored(code);
  return {
    version,
    createdAt,
    updatedAt,
    updatedBy,
    archivedAt,
    id: `district-${code}`,
    code,
    districtCode: code,
    source: null,
    observedAt: null,
    parentCode,
    path: '/',
    name: code,
    level: parentCode === null ? 'root' : 'county',
    timezone,
    isDemo: false,
    lng: null,
    lat: null,
    geometry: null,
  };
};

export const setting = (districtCode: string, key: ThresholdKey, value: number): Threshold => ({
  ...stored(`${districtCode}/${key}`),
  districtCode,
  key,
  value,
  unit: 's',
  source: 'test',
  clause: null,
  verifiedAt: null,
});

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));

export interface Register {
  team?: Team[];
  shelter?: Shelter[];
  depot?: Depot[];
  stock_lot?: StockLot[];
  hazard?: Hazard[];
  district?: District[];
  district_setting?: Threshold[];
}

export const DISTRICTS = [
  district('0', null),
  district('43', '0'),
  district('4306', '43'),
  district('430611', '4306'),
  district('430611101', '430611'),
];

export const SETTINGS = [
  setting('0', 'position_max_age', 1800),
  setting('0', 'fact_max_age', YEAR),
  setting('0', 'nearest_radius', 50_000),
  setting('0', 'nearest_count', 10),
  setting('0', 'twin_distance', 150),
  setting('0', 'twin_likeness', 0.7),
  setting('0', 'closure_on_line', 50),
];

export const tables = (register: Register): RankingTables => ({
  team: byId(register.team ?? []),
  shelter: byId(register.shelter ?? []),
  depot: byId(register.depot ?? []),
  stock_lot: byId(register.stock_lot ?? []),
  hazard: byId(register.hazard ?? []),
  district: new Map((register.district ?? DISTRICTS).map((one) => [one.code, one])),
  district_setting: byId(register.district_setting ?? SETTINGS),
});

export const question = (
  kind: RankedKind,
  filters: Partial<Question['filters']> = {},
  given: Partial<Question> = {},
): Question => ({
  kind,
  place: [113, 29],
  eventKind: null,
  districtCode: '430611',
  now: NOW,
  filters: {
    count: null,
    radius: null,
    capability: null,
    onlyAvailable: false,
    item: null,
    itemQuantity: null,
    freeCapacity: null,
    ...filters,
  },
  ...given,
});
