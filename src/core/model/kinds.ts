/** The closed vocabularies of the register. The same words stand in tables, types, files and URLs. */

export const RESOURCE_KINDS = ['hazard', 'shelter', 'depot', 'team', 'evacuation_route'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Every kind a console loads and keeps current. */
export const RECORD_KINDS = [
  'district',
  'district_setting',
  'base_feature',
  'settlement',
  ...RESOURCE_KINDS,
  'stock_lot',
  'contact',
  'incident',
  'closure',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const ROLES = ['admin', 'commander', 'planner', 'field', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** 自然灾害 / 事故灾难 / 公共卫生 / 社会安全 (突发事件应对法). */
export const EVENT_CLASSES = ['natural', 'accident', 'public_health', 'social_security'] as const;
export type EventClass = (typeof EVENT_CLASSES)[number];

/** Kinds of hazard and incident, each within one class; suitability of a shelter is stated per natural kind. */
export const EVENT_KINDS = {
  natural: [
    'flood',
    'waterlogging',
    'debris_flow',
    'landslide',
    'earthquake',
    'typhoon',
    'storm_surge',
    'tsunami',
    'volcano',
    'wildfire',
    'drought',
    'cold_wave',
    'other_natural',
  ],
  accident: [
    'fire',
    'explosion',
    'hazardous_chemical',
    'traffic',
    'mine',
    'building_collapse',
    'pipeline',
    'dam_break',
    'drowning',
    'other_accident',
  ],
  public_health: [
    'epidemic',
    'food_poisoning',
    'animal_epidemic',
    'water_pollution',
    'other_health',
  ],
  social_security: ['crowd', 'mass_incident', 'public_security', 'other_social'],
} as const satisfies Record<EventClass, readonly string[]>;
export type EventKind = (typeof EVENT_KINDS)[EventClass][number];

/** Every kind of event, class by class. */
export const ALL_EVENT_KINDS: readonly EventKind[] = EVENT_CLASSES.flatMap(
  (eventClass): readonly EventKind[] => EVENT_KINDS[eventClass],
);

const CLASS_OF = Object.fromEntries(
  EVENT_CLASSES.flatMap((eventClass) => EVENT_KINDS[eventClass].map((kind) => [kind, eventClass])),
) as Readonly<Record<EventKind, EventClass>>;

/** The class a kind of event belongs to: a flood is natural. */
export const classOf = (kind: EventKind): EventClass => CLASS_OF[kind];

/** Whether a value names a kind of event as the register spells it. */
export const isEventKind = (value: unknown): value is EventKind =>
  typeof value === 'string' && Object.hasOwn(CLASS_OF, value);

/** 1 = Ⅰ 特别重大 (red) … 4 = Ⅳ 一般 (blue). */
export type Level = 1 | 2 | 3 | 4;

export const AVAILABILITIES = ['available', 'busy', 'off_duty', 'unknown'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** 排查 → 整改 → 复查 → 销号. */
export const RECTIFICATION_STATES = ['identified', 'rectifying', 'recheck', 'closed'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

export type Suitability = 'yes' | 'no' | 'unknown';
export type ShelterState = 'open' | 'standby' | 'closed' | 'unknown';
export type PassableState = 'open' | 'blocked' | 'unknown';
export type IncidentState = 'open' | 'closed';

export const DISTRICT_LEVELS = [
  'root',
  'province',
  'prefecture',
  'county',
  'township',
  'village',
] as const;
export type DistrictLevel = (typeof DISTRICT_LEVELS)[number];

export const BASE_LAYERS = [
  'land',
  'water',
  'waterway',
  'green',
  'relief',
  'road',
  'railway',
  'place',
] as const;
export type BaseLayer = (typeof BASE_LAYERS)[number];
