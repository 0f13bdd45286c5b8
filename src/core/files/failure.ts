/** Why a file cannot be taken: a closed list, every one with a text in src/messages. */

/** Why a file as a whole cannot be taken. */
export type FailureCode =
  | 'empty_file'
  | 'not_a_table'
  | 'not_geojson'
  | 'unknown_encoding'
  | 'unknown_crs'
  | 'crs_not_convertible'
  | 'unknown_field'
  | 'unknown_column'
  | 'bad_map'
  | 'join_key_missing'
  | 'binary_file'
  | 'file_too_large'
  | 'archive_damaged'
  | 'archive_too_large'
  | 'archive_encrypted'
  | 'archive_method'
  | 'archive_too_deep'
  | 'archive_without_data'
  | 'xml_dtd'
  | 'xml_damaged'
  | 'xml_too_deep'
  | 'xml_unknown'
  | 'workbook_damaged'
  | 'workbook_binary'
  | 'workbook_old'
  | 'workbook_encrypted'
  | 'empty_sheet'
  | 'unknown_layer'
  | 'too_many_layers'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_cells'
  | 'shapefile_damaged'
  | 'shapefile_incomplete'
  | 'geopackage_damaged'
  | 'geopackage_without_layers'
  | 'sqlite_missing'
  | 'flatgeobuf_damaged'
  | 'file_damaged'
  | 'reader_failed';

/** A file as a whole cannot be taken: it is damaged, too large, locked, or does not hold what was said of it. A screen says why in words. */
export class FileFailure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    /** What was thrown underneath. */
    cause?: unknown,
  ) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'FileFailure';
  }
}
