/**
 * Which columns each kind of record has and how each is read. The types make this table complete: a field of a
 * record without a reader does not compile. Columns not named here never enter the console.
 */
import {
  AVAILABILITIES,
  BASE_LAYERS,
  DISTRICT_LEVELS,
  ALL_EVENT_KINDS,
  EVENT_CLASSES,
  RECTIFICATION_STATES,
  RESOURCE_KINDS,
} from '../core/model/index.ts';
import type {
  EquipmentItem,
  RecordKind,
  RecordOf,
  ThresholdKey,
  Shelter,
} from '../core/model/index.ts';
import { THRESHOLDS } from '../core/thresholds/index.ts';
import { BAD, geometry, instant, maybe, number, oneOf, text, texts, truth } from './row-fields.ts';
import type { Field } from './row-fields.ts';

export type RowShape<Row> = { readonly [Name in keyof Row]-?: Field<Row[Name]> };

const eventKind = oneOf(ALL_EVENT_KINDS);
const level = maybe(oneOf([1, 2, 3, 4] as const));
const passable = oneOf(['open', 'blocked', 'unknown'] as const);

const placed = { lng: maybe(number), lat: maybe(number), geometry: maybe(geometry) };
const stored = {
  id: text,
  version: number,
  createdAt: instant,
  updatedAt: instant,
  updatedBy: maybe(text),
  archivedAt: maybe(instant),
};
const provenance = {
  source: text,
  observedAt: maybe(instant),
  verifiedAt: maybe(instant),
  verifiedBy: maybe(text),
  disputedAt: maybe(instant),
  disputedBy: maybe(text),
  disputeReason: maybe(text),
};
const resource = {
  ...stored,
  ...provenance,
  ...placed,
  districtCode: text,
  name: text,
  address: maybe(text),
  externalId: maybe(text),
  note: maybe(text),
};

const suitability: Field<Shelter['suitability']> = (value) => {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object') return BAD;
  const known = Object.entries(value).filter(
    ([kind, said]) => eventKind(kind) !== BAD && ['yes', 'no', 'unknown'].includes(String(said)),
  );
  return Object.fromEntries(known) as Shelter['suitability'];
};

const equipment: Field<EquipmentItem[]> = (value) => {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return BAD;
  const items: EquipmentItem[] = [];
  for (const entry of value as unknown[]) {
    if (
      typeof entry !== 'object' ||
      entry === null ||
      !('item' in entry) ||
      typeof entry.item !== 'string'
    )
      return BAD;
    const quantity = maybe(number)('quantity' in entry ? entry.quantity : null);
    const unit = maybe(text)('unit' in entry ? entry.unit : null);
    if (quantity === BAD || unit === BAD) return BAD;
    items.push({ item: entry.item, quantity, unit });
  }
  return items;
};

export const ROW_SHAPES: { readonly [K in RecordKind]: RowShape<RecordOf[K]> } = {
  district: {
    ...stored,
    ...placed,
    code: text,
    districtCode: text,
    parentCode: maybe(text),
    path: text,
    name: text,
    level: oneOf(DISTRICT_LEVELS),
    timezone: text,
    isDemo: truth,
    source: maybe(text),
    observedAt: maybe(instant),
  },
  district_setting: {
    ...stored,
    districtCode: text,
    key: oneOf<ThresholdKey>(THRESHOLDS.map(({ key }) => key)),
    value: number,
    unit: text,
    source: text,
    clause: maybe(text),
    verifiedAt: maybe(instant),
  },
  base_feature: {
    ...placed,
    id: text,
    districtCode: text,
    layer: oneOf(BASE_LAYERS),
    class: text,
    name: maybe(text),
    archivedAt: maybe(instant),
  },
  settlement: {
    ...resource,
    people: maybe(number),
    peopleNeedHelp: maybe(number),
    households: maybe(number),
    door: maybe(text),
  },
  hazard: {
    ...resource,
    class: oneOf(EVENT_CLASSES),
    kind: eventKind,
    level,
    peopleAtRisk: maybe(number),
    rectificationState: maybe(oneOf(RECTIFICATION_STATES)),
    rectificationOwner: maybe(text),
    rectificationDeadline: maybe(text),
    activeFrom: maybe(instant),
    activeUntil: maybe(instant),
    depthMinM: maybe(number),
    depthMaxM: maybe(number),
  },
  shelter: {
    ...resource,
    kind: text,
    state: oneOf(['open', 'standby', 'closed', 'unknown'] as const),
    capacity: maybe(number),
    capacityIndoor: maybe(number),
    capacityOutdoor: maybe(number),
    capacityText: maybe(text),
    effectiveAreaM2: maybe(number),
    facilities: texts,
    suitability,
    serviceArea: maybe(text),
    occupancy: maybe(number),
    occupancyAt: maybe(instant),
  },
  depot: { ...resource, inventoryText: maybe(text) },
  team: {
    ...resource,
    kind: text,
    capabilities: texts,
    people: maybe(number),
    equipment,
    equipmentText: maybe(text),
    mobilisationDayS: maybe(number),
    mobilisationNightS: maybe(number),
    availability: oneOf(AVAILABILITIES),
    availabilityAt: maybe(instant),
    positionLng: maybe(number),
    positionLat: maybe(number),
    positionAt: maybe(instant),
  },
  evacuation_route: {
    ...resource,
    settlementId: maybe(text),
    shelterId: maybe(text),
    widthM: maybe(number),
    state: passable,
  },
  stock_lot: {
    ...stored,
    ...provenance,
    districtCode: text,
    depotId: text,
    item: text,
    unit: text,
    spec: maybe(text),
    batch: maybe(text),
    expiresOn: maybe(text),
    externalId: maybe(text),
    minimum: maybe(number),
    quantity: maybe(number),
    quantityAt: maybe(instant),
  },
  contact: {
    ...stored,
    districtCode: text,
    resourceKind: oneOf([...RESOURCE_KINDS, 'settlement'] as const),
    resourceId: text,
    name: text,
    duty: maybe(text),
    phone: maybe(text),
    lastAnsweredAt: maybe(instant),
  },
  incident: {
    ...stored,
    ...placed,
    districtCode: text,
    title: text,
    class: oneOf(EVENT_CLASSES),
    kind: eventKind,
    level,
    occurredAt: instant,
    note: maybe(text),
    state: oneOf(['open', 'closed'] as const),
    closedAt: maybe(instant),
    source: text,
    areaRadiusM: maybe(number),
    depthMinM: maybe(number),
    depthMaxM: maybe(number),
  },
  closure: {
    ...stored,
    ...placed,
    districtCode: text,
    reason: text,
    fromAt: instant,
    untilAt: maybe(instant),
    liftedAt: maybe(instant),
    source: text,
  },
};
