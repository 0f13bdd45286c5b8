/** Which columns a person fills in, in the order of the form, and which a table shows first. */
import type { RegisterKind } from '../schema/index.ts';

export const FIELD_GROUPS = ['facts', 'place', 'origin'] as const;
type FieldGroup = (typeof FIELD_GROUPS)[number];

const ORIGIN = ['source', 'observed_at', 'external_id', 'note'] as const;
const PLACE = ['geom', 'district_code', 'address'] as const;

/**
 * `class` follows from `kind`; `verified_at` is said by verifying; a team's position is reported, not typed; sums
 * (stock, occupancy) are made of movements; when a hazard is active is said by an act of its own.
 */
export const FORM_FIELDS: {
  readonly [K in RegisterKind]: Readonly<Record<FieldGroup, readonly string[]>>;
} = {
  hazard: {
    facts: [
      'name',
      'kind',
      'level',
      'people_at_risk',
      'rectification_state',
      'rectification_owner',
      'rectification_deadline',
      'depth_min_m',
      'depth_max_m',
    ],
    place: PLACE,
    origin: ORIGIN,
  },
  shelter: {
    facts: [
      'name',
      'kind',
      'state',
      'capacity',
      'capacity_indoor',
      'capacity_outdoor',
      'effective_area_m2',
      'facilities',
      'suitability',
      'service_area',
      'capacity_text',
    ],
    place: PLACE,
    origin: ORIGIN,
  },
  depot: { facts: ['name', 'inventory_text'], place: PLACE, origin: ORIGIN },
  stock_lot: {
    facts: ['depot_id', 'item', 'unit', 'spec', 'batch', 'expires_on', 'minimum'],
    place: [],
    origin: ['source', 'observed_at', 'external_id'],
  },
  team: {
    facts: [
      'name',
      'kind',
      'availability',
      'people',
      'capabilities',
      'equipment',
      'mobilisation_day_s',
      'mobilisation_night_s',
      'equipment_text',
    ],
    place: PLACE,
    origin: ORIGIN,
  },
  evacuation_route: {
    facts: ['name', 'settlement_id', 'shelter_id', 'state', 'width_m'],
    place: PLACE,
    origin: ORIGIN,
  },
  settlement: {
    facts: ['name', 'people', 'people_need_help', 'households', 'door'],
    place: PLACE,
    origin: ORIGIN,
  },
  closure: {
    facts: ['reason', 'from_at', 'until_at', 'lifted_at'],
    place: ['geom', 'district_code'],
    origin: ['source'],
  },
  incident: {
    facts: [
      'title',
      'kind',
      'level',
      'state',
      'occurred_at',
      'note',
      'area_radius_m',
      'depth_min_m',
      'depth_max_m',
    ],
    place: ['geom', 'district_code'],
    origin: ['source'],
  },
  district: {
    facts: ['name', 'code', 'level', 'parent_code', 'timezone'],
    place: ['geom'],
    origin: ['source', 'observed_at'],
  },
};

/** Said when a record is made; afterwards other acts change it (the steps of a rectification), never an edit. */
export const SAID_ONCE: { readonly [K in RegisterKind]?: readonly string[] } = {
  hazard: ['rectification_state'],
  // What everything in it refers to.
  district: ['code'],
};

/** Every column of a kind that a person fills in. */
export const formColumns = (kind: RegisterKind): readonly string[] =>
  FIELD_GROUPS.flatMap((group) => FORM_FIELDS[kind][group]);

/** Only read in tables: what the computer keeps or sums up. */
const KEPT: { readonly [K in RegisterKind]?: readonly string[] } = {
  shelter: ['occupancy', 'verified_at', 'updated_at'],
  stock_lot: ['quantity', 'quantity_at', 'verified_at', 'updated_at'],
  closure: ['updated_at'],
  incident: ['updated_at'],
  district: ['updated_at'],
};

/** Every column a table can show. */
export const tableColumns = (kind: RegisterKind): readonly string[] => [
  ...formColumns(kind),
  ...(KEPT[kind] ?? ['verified_at', 'updated_at']),
];

/** What a table shows until somebody chooses. */
export const FIRST_COLUMNS: { readonly [K in RegisterKind]: readonly string[] } = {
  hazard: [
    'name',
    'kind',
    'level',
    'people_at_risk',
    'rectification_state',
    'rectification_deadline',
    'district_code',
    'geom',
    'observed_at',
  ],
  shelter: [
    'name',
    'kind',
    'state',
    'capacity',
    'occupancy',
    'effective_area_m2',
    'district_code',
    'geom',
    'observed_at',
  ],
  depot: ['name', 'inventory_text', 'district_code', 'geom', 'address', 'source', 'observed_at'],
  stock_lot: [
    'item',
    'depot_id',
    'quantity',
    'unit',
    'minimum',
    'expires_on',
    'batch',
    'quantity_at',
  ],
  team: [
    'name',
    'kind',
    'availability',
    'people',
    'capabilities',
    'mobilisation_day_s',
    'district_code',
    'geom',
    'observed_at',
  ],
  evacuation_route: [
    'name',
    'settlement_id',
    'shelter_id',
    'state',
    'width_m',
    'district_code',
    'observed_at',
  ],
  settlement: [
    'name',
    'people',
    'people_need_help',
    'households',
    'district_code',
    'geom',
    'observed_at',
  ],
  closure: ['reason', 'from_at', 'until_at', 'lifted_at', 'district_code', 'geom', 'source'],
  incident: ['title', 'kind', 'level', 'state', 'occurred_at', 'district_code', 'geom'],
  district: ['name', 'code', 'level', 'parent_code', 'geom', 'source', 'observed_at'],
};
