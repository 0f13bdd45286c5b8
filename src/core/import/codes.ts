/** The importer's closed lists of reasons: every one has a text in src/messages. */
import { ROW_FAULTS } from '../files/source-row.ts';
import type { FileNote } from '../files/source-row.ts';

/** Why a row does not become a record. */
export const REJECT_REASONS = [
  ...ROW_FAULTS,
  'duplicate',
  'part_joined',
  'no_place',
  'place_uncalculated',
  'total_row',
  'depot_open',
  'lot_open',
  'no_name',
  'zero_zero',
  'swapped',
  'axes_swapped',
  'outside_crs_area',
  'missing_sign',
  'decimal_slip',
  'not_degrees',
  'outside_district',
  'no_district',
  'too_far',
  'srid_unknown',
  'wrong_geometry_type',
  'too_many_corners',
  'replacement_character',
  'same_id',
  'no_code',
  'parent_is_itself',
  'value_refused',
  'left_out',
  'pair_left_out',
  'changed_meanwhile',
  'already_there',
  'alike_stored',
  'alike_unplaced',
  'refused_by_register',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What was done to a geometry so that it could be kept. */
export type RepairCode = 'polygon_made_valid' | 'ring_closed' | 'coordinates_exchanged';

/** What a person should know about the run. */
export type WarningCode =
  | FileNote['code']
  | 'no_coordinates'
  | 'no_header'
  | 'guessed_columns'
  | 'title_lines_skipped'
  | 'date_stated'
  | 'placeless'
  | 'districts_unnamed'
  | 'columns_unused'
  | 'titles_cut'
  | 'titles_cut_unclear'
  | 'encoding_unsure'
  | 'encoding_contradicted'
  | 'mixed_delimiters'
  | 'formula_cells'
  | 'nan_values'
  | 'unreadable_values'
  | 'kept_in_part'
  | 'inexact_values'
  | 'dates_assumed'
  | 'decimal_comma'
  | 'sites_to_flee'
  | 'sites_to_stay'
  | 'possible_duplicates'
  | 'parts_of_one'
  | 'parts_joined'
  | 'id_column_ignored'
  | 'crs_suggested'
  | 'crs_zone_unknown'
  | 'axes_swapped'
  | 'crs_from_header'
  | 'crs_unstated_china'
  | 'degrees_minutes_seconds'
  | 'name_missing'
  | 'incidents_closed'
  | 'kind_inferred'
  | 'kind_unknown'
  | 'layer_unknown'
  | 'district_has_no_boundary'
  | 'fence_not_checked'
  | 'joined'
  | 'join_variant'
  | 'join_unmatched'
  | 'parents_created'
  | 'references_unresolved'
  | 'archived'
  | 'stock_gone'
  | 'stock_kept'
  | 'occupancy_older'
  | 'stock_newer'
  | 'truncated'
  | 'rejects_reimported';
