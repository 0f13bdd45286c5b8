/** Which names and codes the screen has words of its own for; elsewhere it says what the register or the command says. */
import type { RejectReason, WarningCode } from '../../core/import/codes.ts';
import type { FailureCode } from '../../core/files/failure.ts';

export const FIELD_NAMES: ReadonlySet<string> = new Set([
  'lng',
  'lat',
  'lnglat',
  'wkt',
  'verifiedAt',
  'districtName',
  'contactName',
  'contactPhone',
  'contactDuty',
  'recordId',
  'crs',
  'shape',
  'asOf',
  'archivedAt',
  'disputedAt',
  'disputeReason',
  'class',
  'layer',
  'accessible',
  'alsoToStay',
  'alsoToFlee',
  'suitabilityList',
  'occupancy',
  'occupancyAt',
  'inventory',
  'availabilityAt',
  'equipmentItems',
  'settlementName',
  'shelterName',
  'closedAt',
  'stock',
  'contact',
  'place',
  'parentName',
]);

/** The command's words for these speak of its options. */
export const WARNINGS: ReadonlySet<WarningCode> = new Set<WarningCode>([
  'no_coordinates',
  'date_stated',
  'sites_to_stay',
  'parts_of_one',
  'guessed_columns',
  'encoding_unsure',
  'id_column_ignored',
  'crs_suggested',
  'crs_zone_unknown',
  'axes_swapped',
  'crs_unstated_china',
  'incidents_closed',
  'kind_inferred',
  'kind_unknown',
  'layer_unknown',
  'no_header',
  'sheet_chosen',
  'layer_chosen',
  'folder_chosen',
  'titles_cut',
  'titles_cut_unclear',
  'crs_missing',
  'archive_others_ignored',
]);

export const REASONS: ReadonlySet<RejectReason> = new Set<RejectReason>([
  'not_degrees',
  'alike_stored',
  'alike_unplaced',
]);

/** Failures that reading the same file otherwise can mend; after the others only another file helps. */
export const MENDABLE: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'not_a_table',
  'unknown_encoding',
  'unknown_crs',
  'crs_not_convertible',
  'unknown_field',
  'unknown_column',
  'bad_map',
  'join_key_missing',
  'empty_sheet',
  'unknown_layer',
]);
