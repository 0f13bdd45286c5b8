/** Why a road file cannot be read: a closed list, every one with a text in src/messages (`roads.failure.*`). */
export type RoadsFailureCode =
  | 'not_roads'
  | 'osm_damaged'
  | 'osm_xml_damaged'
  | 'osm_xml_dtd'
  | 'osm_change_file'
  | 'osm_history'
  | 'osm_bzip2'
  | 'osm_json_damaged'
  | 'osm_json_large'
  | 'osm_feature_unknown'
  | 'osm_compression'
  | 'gzip_damaged'
  | 'too_many_nodes'
  | 'no_roads'
  | 'mixed_files'
  | 'column_unknown'
  | 'out_of_range';

/** A file that is refused whole. A shell (command, screen) turns code and params into a sentence. */
export class RoadsFailure extends Error {
  override readonly name = 'RoadsFailure';

  constructor(
    readonly code: RoadsFailureCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
