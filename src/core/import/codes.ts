/** The importer's closed lists of reasons: every one has a text in src/messages. */

/** Why a row does not become a record. */
export const REJECT_REASONS = [
  'duplicate',
  'no_place',
  'no_name',
  'zero_zero',
  'swapped',
  'missing_sign',
  'decimal_slip',
  'not_degrees',
  'outside_district',
  'no_district',
  'too_far',
  'unreadable_coordinate',
  'bad_geometry',
  'wrong_geometry_type',
  'replacement_character',
  'unbalanced_quotes',
  'too_many_cells',
  'cell_too_large',
  'invalid_json',
  'not_a_feature',
  'same_id',
  'no_code',
  'parent_is_itself',
  'value_refused',
  'left_out',
  'changed_meanwhile',
  'already_there',
  'refused_by_register',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What was done to a geometry so that it could be kept. */
export const REPAIR_CODES = ['polygon_made_valid', 'ring_closed'] as const;
export type RepairCode = (typeof REPAIR_CODES)[number];

/** What a person should know about the run. */
export const WARNING_CODES = [
  'no_coordinates',
  'no_header',
  'guessed_columns',
  'title_lines_skipped',
  'columns_unused',
  'encoding_unsure',
  'mixed_delimiters',
  'formula_cells',
  'nan_values',
  'unreadable_values',
  'possible_duplicates',
  'id_column_ignored',
  'crs_suggested',
  'crs_from_header',
  'crs_unstated_china',
  'degrees_minutes_seconds',
  'name_missing',
  'incidents_closed',
  'kind_inferred',
  'kind_unknown',
  'layer_unknown',
  'district_has_no_boundary',
  'fence_not_checked',
  'joined',
  'join_variant',
  'join_unmatched',
  'parents_created',
  'references_unresolved',
  'archived',
  'truncated',
  'rejects_reimported',
  'sheet_chosen',
  'sheet_used',
  'layer_chosen',
  'layer_used',
  'layers_joined',
  'remark_columns',
  'header_lines_joined',
  'merged_cells_filled',
  'note_lines_skipped',
  'error_cells',
  'deleted_rows_skipped',
  'text_cut',
  'attributes_missing',
  'rows_unpaired',
  'crs_missing',
  'links_ignored',
  'elements_ignored',
  'mixed_geometries',
  'archive_others_ignored',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Why a file as a whole cannot be imported. */
export const FAILURE_CODES = [
  'empty_file',
  'not_a_table',
  'not_geojson',
  'unknown_encoding',
  'unknown_crs',
  'crs_not_convertible',
  'unknown_field',
  'unknown_column',
  'bad_map',
  'join_key_missing',
  'binary_file',
  'file_too_large',
  'archive_damaged',
  'archive_too_large',
  'archive_encrypted',
  'archive_method',
  'archive_too_deep',
  'archive_without_data',
  'xml_dtd',
  'xml_damaged',
  'xml_too_deep',
  'xml_unknown',
  'workbook_damaged',
  'workbook_binary',
  'workbook_old',
  'workbook_encrypted',
  'empty_sheet',
  'unknown_layer',
  'too_many_layers',
  'too_many_rows',
  'too_many_columns',
  'too_many_cells',
  'shapefile_damaged',
  'shapefile_incomplete',
  'geopackage_damaged',
  'geopackage_without_layers',
  'sqlite_missing',
  'flatgeobuf_damaged',
  'file_damaged',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** The file as a whole cannot be imported; the shell says why in words. */
export class ImportFailure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'ImportFailure';
  }
}
