/** What a field of an imported record is: its name, its type, the titles that mean it. */
export type FieldType =
  | 'text'
  | 'code'
  | 'integer'
  | 'number'
  | 'area'
  | 'length'
  | 'depth'
  | 'duration'
  | 'instant'
  | 'date'
  | 'list'
  | 'flag'
  | 'capacity'
  | 'inventory'
  | 'event_class'
  | 'event_kind'
  | 'level'
  | 'suitability'
  | 'suitability_list'
  | 'shelter_state'
  | 'availability'
  | 'passable'
  | 'rectification'
  | 'incident_state'
  | 'district_level'
  | 'base_layer'
  | 'coordinate'
  | 'remark';

export interface Field {
  /** In the spelling of the record types; `--map` and `--set` also take it with underscores. */
  name: string;
  type: FieldType;
  words: readonly string[];
}
