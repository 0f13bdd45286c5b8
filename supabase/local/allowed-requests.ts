/**
 * The requests of the register that the gateway hands on: a list, not a language. What PostgREST's grammar can express (tables nested
 * in tables, conditions in conditions) reaches neither the parser behind the gateway nor the database; a test compares the list
 * with the calls in src/backend.
 */

/** Functions that a console calls, as POST. */
export const CALLS: ReadonlySet<string> = new Set([
  'account_change',
  'account_create',
  'account_disable',
  'account_enable',
  'account_end_sessions',
  'account_list',
  'account_password',
  'account_sessions',
  'add_rectification_step',
  'archived_page',
  'audit_events',
  'audit_export',
  'base_features_page',
  'bulk_edit',
  'bulk_edits',
  'confirm_record',
  'dispute_record',
  'district_overview',
  'drop_import_mapping',
  'drop_view',
  'import_batches',
  'import_discard',
  'import_mappings',
  'import_open',
  'import_stage',
  'import_unwrite',
  'import_write',
  'merge_records',
  'move_occupancy',
  'move_stock',
  'my_password',
  'occupancy_movements',
  'person_names',
  'record_history',
  'records_page',
  'rectification_steps',
  'restore_version',
  'road_lines',
  'road_network_clear',
  'road_network_list',
  'road_network_remove',
  'road_networks',
  'road_report',
  'road_upload_assemble',
  'road_upload_edges',
  'road_upload_finish',
  'road_upload_graph',
  'road_upload_open',
  'save_import_mapping',
  'save_in_bulk',
  'save_record',
  'save_view',
  'saved_views',
  'set_threshold',
  'stock_movements',
  'sync_state',
  'transfer_stock',
]);
/** Functions answered as bytes, as GET. */
export const DOWNLOADS: ReadonlySet<string> = new Set(['road_graph']);

const NAME = '[a-z_][a-z0-9_]*';
const COLUMNS = new RegExp(`^(?:\\*|${NAME}(?:,${NAME}){0,99})$`);
const ORDER = new RegExp(
  `^${NAME}(?:\\.(?:asc|desc))?(?:\\.nulls(?:first|last))?(?:,${NAME}(?:\\.(?:asc|desc))?){0,9}$`,
);
/** One comparison of one column; a list only of plain values. */
const CONDITION =
  /^(?:(?:eq|neq|gt|gte|lt|lte|like|ilike)\.[^]{0,1000}|is\.(?:null|true|false)|in\.\([^()]{0,8000}\))$/;
const COLUMN = new RegExp(`^${NAME}$`);
/** Would be read as logic, not as columns. */
const LOGIC = new Set(['and', 'or', 'not']);
const MOST_CONDITIONS = 10;

/** How often a table is asked at once is for the database to bear; what is asked is a list of columns and plain comparisons. */
function isPlain(parameters: URLSearchParams): boolean {
  const given = [...parameters];
  if (given.length > MOST_CONDITIONS) return false;
  return given.every(([name, value]) => {
    if (name === 'select' || name === 'columns') return COLUMNS.test(value);
    if (name === 'order') return ORDER.test(value);
    if (name === 'limit' || name === 'offset') return /^\d{1,9}$/.test(value);
    return COLUMN.test(name) && !LOGIC.has(name) && CONDITION.test(value);
  });
}

/** Whether a request below `/rest/v1/` is on the list: a call by name, or a plain read of one table. No table is written directly. */
export function isAllowed(method: string, url: URL): boolean {
  const [, called] = /^\/rest\/v1\/rpc\/([a-z0-9_]+)$/.exec(url.pathname) ?? [];
  if (called !== undefined)
    return (
      (method === 'POST' && CALLS.has(called) && url.search === '') ||
      (method === 'GET' && DOWNLOADS.has(called))
    );
  const [, table] = /^\/rest\/v1\/([a-z_][a-z0-9_]*)$/.exec(url.pathname) ?? [];
  if (table === undefined || !isPlain(url.searchParams)) return false;
  return method === 'GET' || method === 'HEAD';
}
