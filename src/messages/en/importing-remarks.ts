import type { Translation } from '../shape.ts';
import type { importingRemarks as source } from '../zh-CN/importing-remarks.ts';

/** What the importer says of a file it reads: warnings, why a row is refused, why nothing can be read. */
export const importingRemarks = {
  warning: {
    sites_to_stay:
      'A Japanese list of designated shelters; also designated as emergency evacuation sites: {{pairs}} of {{rows}}',
    parts_of_one:
      '{{count}} {{count, plural(one: row may be a part; many: rows may be parts)}} of {{records}} {{records, plural(one: record; many: records)}} (the same ID and no contradictions) and can be joined.',
    date_stated:
      'The sheet states the date {{date}} ("{{line}}"). It is not used as the time of the rows.',
    no_coordinates:
      'No coordinate columns were found. State below which column is the longitude and which the latitude.',
    guessed_columns:
      'The file does not name its columns; check what was guessed from their content.',
    encoding_unsure:
      'The encoding may be {{encoding}}, but that is not certain; change it where text looks wrong.',
    id_column_ignored:
      '“{{column}}” does not look like a unique ID (repeated, missing or a mere counter) and was not used as one; assign it to “External ID” if it is.',
    crs_suggested:
      'Read as {{crs}}, but the coordinates ({{x}}, {{y}}) look like {{suggestion}}; look at the map and change the system.',
    crs_zone_unknown:
      'Read as {{crs}}, but the coordinates ({{x}}, {{y}}) look projected, in a zone that is not stated: ask who made the file, then change the system.',
    axes_swapped:
      '“{{x}}” and “{{y}}” look swapped: only when swapped back do they lie where {{crs}} is used (surveyors call the northing X). Swap the two columns below.',
    crs_unstated_china:
      'The file does not state its coordinate system and is read as WGS 84. Choose GCJ-02 for AMap or Tencent, BD-09 for Baidu.',
    incidents_closed:
      'The file does not state whether incidents are open; they are imported as closed.',
    kind_inferred:
      'The kind of hazard “{{kind}}” was inferred from “{{from}}”; correct it under “The same value for every row”.',
    kind_unknown:
      '{{count}} {{count, plural(one: row does not; many: rows do not)}} state the kind of hazard. Choose the column that does, or fill it in under “The same value for every row”.',
    layer_unknown:
      '{{count}} {{count, plural(one: row does not; many: rows do not)}} state the layer of the base map. Choose the column that holds the layer, or choose one under “The same value for every row” (roads, for example).',
    no_header: 'The file does not name its columns; they are numbered instead.',
    sheet_chosen:
      'The workbook has several sheets ({{sheets}}); “{{sheet}}” looks most like a table of resources and was read. Choose another one under “Sheet or layer”.',
    titles_cut:
      'Column titles were cut off in the file (dBASE keeps ten bytes) and were recognised by their beginnings: {{pairs}}. Correct the meaning of the columns where that is wrong.',
    titles_cut_unclear:
      'Column titles were cut off in the file (dBASE keeps ten bytes) and cannot be recognised: {{columns}}. State what the columns mean, or export again as GeoPackage or GeoJSON.',
    folder_chosen:
      'The file has several folders, each of them a layer ({{layers}}); only “{{layer}}” was read. Choose another one, or all together, under “Sheet or layer”.',
    layer_chosen:
      'The file has several layers ({{layers}}); “{{layer}}” was read. Choose another one under “Sheet or layer”.',
    crs_missing:
      '“{{file}}” does not state a coordinate system; it was read as WGS-84. Change the coordinate system if the places on the map are wrong.',
    archive_others_ignored:
      '{{file}} was read from the archive, not: {{others}}. Choose another one under “Sheet or layer”, or unpack the archive first where that is not offered.',
  },
  reason: {
    not_degrees:
      'not degrees: {{x}}, {{y}}. Change the coordinate system if these are projected coordinates',
    alike_stored:
      'resembles "{{name}}" of the register, {{meters}} m away, under another id: say whether it is the same',
    alike_unplaced:
      'resembles "{{name}}" of the register (one of the two has no place) under another id: say whether it is the same',
  },
  failure: {
    unknown_crs:
      'The coordinate system “{{crs}}” is not known. Write an EPSG code such as EPSG:3826.',
    bad_map: 'The meaning of a column is not understood: {{text}}',
  },
} as const satisfies Translation<typeof source>;
