/**
 * What a person signed in at a console may write, column by column, and why that is right. Rights are given to everybody
 * who is signed in; which rows a role may touch is the policies' business (supabase/tests/001_matrix.sql), and that
 * commanders and teams change only what an operation changes is `muster.limit_columns` (LIMITED below).
 */

/** Why a column may be written. */
export const REASONS = {
  content: 'what the register says: writing it is what the table is for',
  key: 'chosen by the console, so that a repeated save makes no second row; a trigger keeps it ever after',
  place: 'the district: a policy holds it within those of the writer, before and after',
  parent: 'what it belongs to: a trigger or policy takes the district from there',
  stamped:
    'overwritten by a trigger, whatever was sent (supabase/tests/030_columns.sql, 035_stamps.sql)',
  computed: 'generated: PostgreSQL refuses any value',
  rights:
    'gives and takes rights: admins alone, within their districts, and every change is in the audit',
} as const;

type Reason = keyof typeof REASONS;
type Columns = Partial<Record<Reason, string>>;

const stored = 'version created_at updated_at updated_by archived_at changed_xid';
const placed = { computed: 'lng lat' };
const verified = `${stored} verified_at verified_by`;
const disputed = 'disputed_at disputed_by';
const resource = 'name address external_id note source observed_at published geom dispute_reason';

/** Columns of a table that may be written when a row is made and when it is changed. */
export const CHANGED: Readonly<Record<string, Columns>> = {
  base_feature: {
    key: 'id',
    place: 'district_code',
    content: 'layer class name external_id source geom',
    stamped: stored,
    ...placed,
  },
  closure: {
    key: 'id',
    place: 'district_code',
    content: 'reason from_at until_at lifted_at external_id source published geom',
    stamped: stored,
    ...placed,
  },
  contact: {
    key: 'id',
    parent: 'district_code resource_kind resource_id',
    content: 'name duty phone last_answered_at',
    stamped: stored,
  },
  depot: {
    key: 'id',
    place: 'district_code',
    content: `${resource} inventory_text`,
    stamped: `${verified} ${disputed}`,
    ...placed,
  },
  district: {
    key: 'id code',
    place: 'parent_code',
    content: 'name level timezone geom source observed_at',
    stamped: `${stored} path`,
  },
  district_setting: {
    key: 'id',
    place: 'district_code',
    content: 'key value unit source clause verified_at',
    stamped: stored,
  },
  evacuation_route: {
    key: 'id',
    place: 'district_code',
    content: `${resource} settlement_id shelter_id width_m state`,
    stamped: `${verified} ${disputed}`,
    ...placed,
  },
  hazard: {
    key: 'id',
    place: 'district_code',
    content: `${resource} class kind level people_at_risk active_from active_until depth_min_m depth_max_m`,
    // The rectification follows from its steps.
    stamped: `${verified} ${disputed} rectification_state rectification_owner rectification_deadline`,
    ...placed,
  },
  import_mapping: {
    key: 'id',
    place: 'district_code',
    content: 'kind name columns_fingerprint mapping',
    stamped: stored,
  },
  import_row: { parent: 'batch_id', content: 'seq row kind record_id version change' },
  incident: {
    key: 'id',
    place: 'district_code',
    content:
      'title class kind level occurred_at note state external_id source published geom area_radius_m depth_min_m depth_max_m',
    stamped: `${stored} closed_at`,
    ...placed,
  },
  profile: {
    key: 'user_id',
    rights: 'district_code role display_name disabled_at',
    stamped: stored,
  },
  road_network: {
    key: 'id',
    place: 'district_code',
    content: 'source data_time west south east north length_m report checksum graph sending',
    stamped: `${stored} edition imported_at by_name`,
  },
  saved_view: { key: 'id', parent: 'user_id', content: 'kind name view', stamped: stored },
  settlement: {
    key: 'id',
    place: 'district_code',
    content: `${resource} people people_need_help households door`,
    stamped: `${verified} ${disputed}`,
    ...placed,
  },
  shelter: {
    key: 'id',
    place: 'district_code',
    content: `${resource} kind state capacity capacity_indoor capacity_outdoor capacity_text effective_area_m2 facilities
      suitability service_area refuge`,
    stamped: `${verified} ${disputed}`,
    ...placed,
  },
  stock_lot: {
    key: 'id',
    parent: 'depot_id district_code',
    content:
      'item unit spec batch expires_on minimum external_id source observed_at published dispute_reason',
    stamped: `${verified} ${disputed}`,
  },
  team: {
    key: 'id',
    place: 'district_code',
    content: `${resource} kind capabilities people equipment equipment_text mobilisation_day_s mobilisation_night_s
      availability availability_at position position_at`,
    stamped: `${verified} ${disputed}`,
    computed: 'lng lat position_lng position_lat',
  },
};

/** Columns of a table whose rows are made and never changed. */
export const ADDED: Readonly<Record<string, Columns>> = {
  import_batch: {
    key: 'id',
    place: 'district_code',
    content: 'kind file_name totals',
    stamped: `state created changed refused result created_by by_name created_at committed_at undone_at undone_by
      undone_by_name progress`,
  },
  occupancy_movement: {
    key: 'id',
    parent: 'shelter_id district_code',
    content: 'movement people at undated reason',
    stamped: 'created_by created_at by_name',
    computed: 'seq',
  },
  rectification_step: {
    key: 'id',
    parent: 'hazard_id district_code',
    content: 'step at owner deadline note evidence',
    stamped: 'created_by created_at by_name',
    computed: 'seq',
  },
  road_edge: {
    parent: 'network_id',
    content: `edge origin class name forward backward speed_kmh width_m max_weight_t max_height_m bridge tunnel layer
      ferry geom`,
  },
  road_graph_piece: { parent: 'network_id', content: 'part bytes' },
  stock_movement: {
    key: 'id',
    parent: 'lot_id district_code transfer_id',
    content: 'movement quantity at reason undated',
    stamped: 'created_by created_at by_name',
    computed: 'seq',
  },
};

/** Roles that change only what an operation changes, by table: "roles: columns". */
export const LIMITED: Readonly<Record<string, string>> = {
  evacuation_route: 'commander: state observed_at',
  hazard: 'commander: active_from active_until depth_min_m depth_max_m',
  shelter: 'commander: state observed_at',
  team: 'commander,field: availability availability_at position position_at',
};
