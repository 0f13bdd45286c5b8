import type { Translation } from '../shape.ts';
import type { importer as zh } from '../zh-CN/import.ts';

export const importer: Translation<typeof zh> = {
  usage:
    'Usage: npm run import -- <kind> <file> [options]\n' +
    '  Kinds: {{kinds}}\n' +
    '  --district CODE      district they belong to; its boundary is the fence, rows outside are rejected\n' +
    '  --map column=field   say what a column means (repeatable; a column by name or 1-based number)\n' +
    '  --set field=value    one value for every row, such as kind=flood or layer=road\n' +
    '  --without-places     take rows without coordinates as records without a place, to be placed later\n' +
    '  --depot NAME=DEPOT   stock lists: which depot a name in the file stands for (its name or id; new creates it)\n' +
    '  --turn-swapped       swap longitude and latitude back in rows where they are swapped\n' +
    '  --pairs-as-one       import a place that is in both Japanese lists of designated sites once, from the list of emergency evacuation sites\n' +
    '  --alike same|new     rows that resemble a record under another id: update it, or create another; otherwise they are left out and reported\n' +
    '  --join-parts         several areas (or lines) with one id become one record; figures count once\n' +
    '  --crs SYSTEM         EPSG code (EPSG:3826, 4549), gcj02 or bd09; default: what the file says, else WGS-84\n' +
    '  --encoding NAME      utf-8, gb18030, big5, shift_jis, utf-16le …; default: detected\n' +
    '  --sheet NAME, --layer NAME   by name or number from 1; default: the most likely one\n' +
    '  --join file:key      attach the columns of a second table by name\n' +
    '  --radius KM|none     without a fence, rows farther from the median of the file are rejected (default 200)\n' +
    '  --source TEXT        where the data comes from; default: the name of the file\n' +
    '  --timezone ZONE      time zone of times that state none; default: that of the district\n' +
    '  --delimiter CHAR, --no-header\n' +
    '  --rejects FILE       where rejected rows are written; default: the current folder, nowhere on a dry run\n' +
    '  --dry-run            check only, write nothing (needs no database)\n' +
    '  --json               print one JSON object last\n' +
    'Fields of {{kind}}: {{fields}}',
  unnamed: 'Unnamed',
  unclassified: 'Unclassified',
  unitUnstated: 'not stated',
  kindUnknown: 'There is no kind "{{kind}}". Choose one of: {{kinds}}',
  fileMissing: 'There is no file {{path}}.',
  optionWrong: 'The value "{{value}}" of {{option}} is not valid.',
  districtUnknown:
    'There is no district with the code "{{code}}". Import districts first: npm run import -- district <file>',
  districtRequired:
    'Use --district to state which district these records belong to (no district in the database has a boundary to decide by).',
  stopped: 'Nothing was written: {{reason}}',
  refusedByDatabase: 'The database refused this import, nothing was written: {{reason}}',
  stoppedHalf:
    'The import stopped halfway; written so far and kept: {{done}} of {{total}} ({{reason}}). Run the same command again to import the rest; under Records → Past imports it can be continued or undone.',
  byCommand: 'command line',
  progress: { read: 'reading', check: 'checking', write: 'writing' },
  summary:
    '{{kind}}: {{read}} {{read, plural(one: row; many: rows)}} read = {{accepted}} accepted + {{unchanged}} unchanged + {{duplicates}} {{duplicates, plural(one: duplicate; many: duplicates)}} + {{rejected}} rejected',
  dryRun: 'Dry run: nothing was written.',
  dryRunRejects: 'Dry run: nothing was written except the file above.',
  dryRunAsk:
    'To get the rejected and repeated rows as a file, add --rejects FILE (it may hold telephone numbers).',
  understood: 'Encoding {{encoding}} · coordinate system {{crs}} · columns: {{columns}}',
  repairedCount: 'Geometries repaired: {{count}}',
  rejectedCount: 'Rows rejected: {{count}}',
  row: '  row {{row}}: {{text}}',
  warningRows: '  rows {{rows}}',
  warningRowsMore: '  rows {{rows}} … (all of them with --json)',
  rowsMore: '  … and {{count}} more',
  rejectsWritten:
    'Rejected and repeated rows are in {{path}}; correct them and import that file with the same options.',
  failure: {
    empty_file: 'The file is empty.',
    not_a_table: 'This is neither a table nor GeoJSON: the file begins with "{{start}}".',
    not_geojson:
      'This is not GeoJSON that can be imported ({{start}}). A FeatureCollection, a Feature or a geometry is needed.',
    unknown_encoding: 'The encoding "{{encoding}}" is not known.',
    unknown_crs:
      'The coordinate system "{{crs}}" is not known. Give an EPSG code (EPSG:3826), gcj02 or bd09.',
    crs_not_convertible:
      'The parameters from {{crs}} ({{name}}) to WGS-84 are not published; a guess would be off by up to 100 m. Have a survey office convert the data to CGCS2000 first.',
    unknown_field: 'There is no field "{{field}}". Fields: {{fields}}',
    unknown_column: 'The file has no column "{{column}}". Its columns: {{columns}}',
    bad_map: '--map takes column=field, not "{{text}}".',
    join_key_missing: 'The file to join has no column "{{key}}". Its columns: {{columns}}',
    binary_file:
      'This is a {{format}} file, which cannot be imported as it is yet. Save it as CSV or GeoJSON.',
    file_too_large:
      'The file is larger than {{limit}} MB and cannot be read at once. Split it, or save it as CSV or GeoJSON.',
    archive_damaged: 'The archive is damaged (wrong checksum or incomplete).',
    archive_too_large:
      'The archive is too large when unpacked ({{what}}: {{size}}, limit {{limit}}); it was not opened, to protect memory.',
    archive_encrypted:
      '{{name}} in the archive is protected by a password; remove the password first.',
    archive_method:
      '{{name}} in the archive is packed in a way that is not supported ({{method}}).',
    archive_too_deep: 'Archives within archives, more than {{limit}} deep.',
    archive_without_data: 'The archive holds no file that can be imported (it has: {{names}}).',
    xml_dtd:
      'The file has a document type declaration (DOCTYPE). Such files can be harmful and are not read; remove the declaration.',
    xml_damaged: 'From line {{line}} on this is not valid XML; the file may be incomplete.',
    xml_too_deep: 'The XML is nested more than {{limit}} deep.',
    xml_unknown:
      'This is XML ({{root}}), but neither KML nor GPX nor a spreadsheet. If it is a web page with a table, save it as XLSX with a spreadsheet program.',
    workbook_damaged: 'The workbook is damaged or incomplete.',
    workbook_binary: 'This is a binary workbook (XLSB). Save it as XLSX.',
    workbook_old: 'This is a format older than Excel 97. Save it as XLSX.',
    workbook_encrypted:
      'The workbook is protected by a password: open it, save a copy without the password, and import that.',
    empty_sheet: 'Sheet “{{sheet}}” is empty.',
    unknown_layer: 'The file has no “{{layer}}”. It has: {{layers}}',
    too_many_layers: 'There are {{count}} sheets or layers, more than {{limit}}.',
    too_many_rows: 'More than {{limit}} rows; split the file first.',
    too_many_columns: '{{count}} columns, more than {{limit}}.',
    too_many_cells: 'More than {{limit}} cells or coordinates; split the file first.',
    shapefile_damaged: 'The shapefile is damaged or incomplete.',
    shapefile_incomplete: 'The shapefile is incomplete: there is no .shp.',
    geopackage_damaged: 'The GeoPackage is damaged or incomplete.',
    geopackage_without_layers:
      'This is an SQLite file, but it has no GeoPackage layer that could be imported.',
    sqlite_missing: 'The component for reading GeoPackages is missing.',
    flatgeobuf_damaged: 'The FlatGeobuf is damaged or incomplete.',
    file_damaged: 'The file is damaged and cannot be read.',
    reader_failed:
      'An internal error occurred while reading this file ({{error}}). Nothing was imported; please report it together with the file.',
  },
  reason: {
    duplicate: 'repeats row {{row}} entirely',
    alike_stored:
      'resembles "{{name}}" of the register, {{meters}} m away, under another id: add --alike same if it is the same, --alike new if it is not',
    alike_unplaced:
      'resembles "{{name}}" of the register (one of the two has no place) under another id: add --alike same if it is the same, --alike new if it is not',
    part_joined: 'has the id of row {{row}}: its area went into that record',
    no_place: 'has no coordinates',
    place_uncalculated:
      'its coordinates are formulas that were never calculated: open and save the file in Excel or WPS, then import it again',
    depot_open:
      'the depot "{{name}}" is not registered, or not the only one of that name; say which one it is',
    lot_open:
      'several lots of "{{name}}" in that depot fit ({{count}}); state the specification, the batch or the expiry date',
    total_row: 'this is a row of totals (\"{{text}}\"): the sum of others, not a record',
    no_name: 'has no name',
    zero_zero: 'the coordinates are (0, 0), which means they were never filled in',
    swapped: 'longitude and latitude look swapped: {{x}}, {{y}}',
    axes_swapped: 'X and Y look swapped (surveyors call the northing X): {{x}}, {{y}}',
    outside_crs_area: 'not where {{crs}} is used: {{x}}, {{y}}',
    missing_sign: 'a sign of the coordinates looks wrong: {{x}}, {{y}}',
    decimal_slip: 'the decimal point of the coordinates looks misplaced: {{x}}, {{y}}',
    not_degrees:
      'not longitude and latitude: {{x}}, {{y}}. If they are projected, say so with --crs',
    outside_district: '{{meters}} m outside district {{district}}: {{x}}, {{y}}',
    no_district: 'lies in no district that has a boundary',
    too_far: '{{km}} km from the median of the file, more than {{limit}} km: {{x}}, {{y}}',
    unreadable_coordinate: 'the coordinate "{{text}}" cannot be read',
    srid_unknown: 'The coordinate states the system EPSG:{{srid}}, which cannot be converted',
    bad_geometry: 'the geometry is broken and cannot be repaired',
    too_many_corners:
      'corners of the shape: {{corners}}, more than {{limit}}. Simplify it first ("Simplify" in QGIS, a tolerance of some metres), or split it into several',
    wrong_geometry_type: 'a geometry of type {{type}} does not fit this kind of record',
    replacement_character:
      '"{{column}}" contains characters that were lost (U+FFFD): the file is damaged or the encoding is wrong',
    unbalanced_quotes: 'a quote is not closed: {{text}}',
    too_many_cells:
      'has {{cells}} {{cells, plural(one: cell; many: cells)}} where the header has {{columns}} {{columns, plural(one: column; many: columns)}}; a delimiter may lack its quotes',
    cell_too_large: '"{{column}}" is longer than {{limit}} characters',
    invalid_json: 'this feature is not valid JSON',
    not_a_feature: 'this is not a GeoJSON feature',
    same_id: 'has the id {{id}} of row {{row}} but differs from it',
    no_code: 'has no usable district code ({{text}})',
    parent_is_itself: 'district {{code}} is its own parent',
    value_refused: '"{{field}}" is required but missing, or cannot be read: "{{text}}"',
    left_out: 'left out by decision',
    pair_left_out:
      'the place is also a designated emergency evacuation site: it is imported once, with both functions, from that list',
    changed_meanwhile: 'someone changed this record after it was compared; not overwritten',
    already_there: 'the register already has a record with this ID (it may be archived)',
    refused_by_register: 'the register does not accept this row: {{text}}',
  },
  repair: {
    polygon_made_valid:
      'the polygon crossed or overlapped itself and was made valid; area {{before}} → {{after}} m² ({{change}} %)',
    ring_closed: 'the polygon was open and was closed',
    coordinates_exchanged:
      'longitude and latitude were swapped ({{x}}, {{y}}) and have been corrected',
  },
  warning: {
    no_coordinates:
      'The file has no coordinate columns. Its columns: {{columns}}. Name them with --map column=lng --map column=lat',
    no_header:
      'The file has no header; its {{count}} {{count, plural(one: column goes; many: columns go)}} by number. First row: {{sample}}',
    guessed_columns: 'Columns guessed from their values: {{pairs}}. Correct them with --map',
    title_lines_skipped:
      '{{count}} {{count, plural(one: line; many: lines)}} above the column names are not data: {{text}}',
    date_stated:
      'The sheet states the date {{date}} ("{{line}}"). It is not used as the time of the rows; to use it, add --set observedAt={{date}}',
    placeless:
      '{{count}} {{count, plural(one: row has; many: rows have)}} no coordinates and are imported as records without a place. Place them under Records → To be placed; until then they are not ranked',
    districts_unnamed:
      'The district named in {{count}} {{count, plural(one: row; many: rows)}} is not registered, or not the only one of that name; without coordinates they go to the chosen district: {{names}}',
    titles_cut:
      'Column titles were cut off in the file (dBASE keeps ten bytes) and were recognised by their beginnings: {{pairs}}. Use --map where that is wrong',
    titles_cut_unclear:
      'Column titles were cut off in the file (dBASE keeps ten bytes) and cannot be recognised: {{columns}}. Use --map, or export again as GeoPackage or GeoJSON',
    columns_unused: 'Columns not used: {{columns}}',
    encoding_contradicted:
      'read as {{encoding}}, as stated, but the bytes look like {{seems}}: please check that names have not become other characters',
    encoding_file_wrong:
      'The file beside the table states the encoding {{stated}}, but the content is {{encoding}} and was read as such',
    encoding_unsure:
      'The encoding is probably {{encoding}}, but this is not certain; if it is another, state it with --encoding',
    mixed_delimiters:
      '{{count}} {{count, plural(one: row uses another delimiter and was; many: rows use another delimiter and were)}} read with it',
    formula_cells:
      '{{count}} {{count, plural(one: row holds a formula instead of a value; many: rows hold formulas instead of values)}}, kept as text',
    nan_values:
      '{{count}} {{count, plural(one: row holds; many: rows hold)}} NaN or Infinity, which counts as unknown',
    unreadable_values:
      '{{count}} {{count, plural(one: value; many: values)}} of "{{column}}" ({{field}}) cannot be used and {{count, plural(one: counts; many: count)}} as unknown, for example "{{example}}"',
    kept_in_part:
      '{{count}} {{count, plural(one: cell; many: cells)}} of "{{column}}" ({{field}}) {{count, plural(one: was; many: were)}} stored only in part: fax numbers, remarks and numbers that lost digits are left out, for example "{{example}}"',
    inexact_values:
      '{{count}} {{count, plural(one: value; many: values)}} of "{{column}}" ({{field}}) {{count, plural(one: is not an exact number; many: are not exact numbers)}}, for example "{{example}}": the number is taken and the text goes into the note (a note that is there already stays as it is)',
    dates_assumed:
      '{{count}} {{count, plural(one: date; many: dates)}} of "{{column}}" ({{field}}) {{count, plural(one: states; many: state)}} only a month or a year (its first day was taken), or {{count, plural(one: is; many: are)}} the number of a spreadsheet day: {{example}}',
    decimal_comma:
      'This file uses a decimal comma: {{count}} {{count, plural(one: cell was; many: cells were)}} read this way, for example {{example}}',
    sites_to_flee:
      'This is a Japanese list of designated emergency evacuation sites with {{rows}} {{rows, plural(one: row; many: rows)}}: in {{blanks}} of them a blank hazard was read as "not suitable"; {{pairs}} {{pairs, plural(one: is; many: are)}} also designated as a shelter and {{pairs, plural(one: is; many: are)}} kept as one place with two functions',
    sites_to_stay:
      'This is a Japanese list of designated shelters with {{rows}} {{rows, plural(one: row; many: rows)}}: {{pairs}} {{pairs, plural(one: is; many: are)}} also designated as an emergency evacuation site. If you import both lists, add --pairs-as-one so that such a place is imported once, with two functions',
    parts_of_one:
      '{{count}} {{count, plural(one: row may be a part; many: rows may be parts)}} of {{records}} {{records, plural(one: record; many: records)}}: the same id and no contradictions. Add --join-parts to join them',
    parts_joined:
      'Joined by id into {{records}} {{records, plural(one: record; many: records)}}: the areas of {{count}} {{count, plural(one: row; many: rows)}}; people and other figures count once',
    possible_duplicates:
      'Possible duplicates: {{groups}} {{groups, plural(one: group; many: groups)}} ({{rows}} {{rows, plural(one: row; many: rows)}}) with the same name, address and place; {{separate}} of them {{separate, plural(one: differs otherwise and stays; many: differ otherwise and stay)}} separate; ignoring spaces there {{ignoring_spaces, plural(one: is; many: are)}} {{ignoring_spaces}} {{ignoring_spaces, plural(one: group; many: groups)}}',
    id_column_ignored:
      '"{{column}}" does not look like an id (repeated, missing or a mere counter) and is not used as one; if it is one, add --map {{column}}=external_id',
    crs_zone_unknown:
      'the file is read as {{crs}}, but the coordinates ({{x}}, {{y}}) look projected, in a zone that is not stated: add --district, or state it with --crs',
    axes_swapped:
      'X and Y look swapped: only when swapped back do they lie where {{crs}} is used (surveyors call the northing X). Add --map {{x}}=lat {{y}}=lng',
    crs_suggested:
      'The file is read as {{crs}}, but its coordinates ({{x}}, {{y}}) look more like {{suggestion}}; if so, state it with --crs',
    crs_from_header: 'Coordinate system {{crs}}, as the column titles "{{columns}}" say',
    crs_unstated_china:
      'The file does not state its coordinate system and is read as WGS-84. If the coordinates are from AMap or Tencent add --crs gcj02, from Baidu --crs bd09',
    degrees_minutes_seconds:
      '{{count}} {{count, plural(one: row gives; many: rows give)}} coordinates in degrees, minutes and seconds; they were converted',
    name_missing:
      '{{count}} {{count, plural(one: row has; many: rows have)}} neither name nor address',
    incidents_closed:
      'The file states no incident state; incidents are imported as history (closed). For open ones add --set state=open',
    kind_inferred:
      'The kind of hazard, {{kind}}, is inferred from "{{from}}"; correct it with --set kind=…',
    kind_unknown:
      '{{count}} {{count, plural(one: row does not; many: rows do not)}} state the kind of hazard. Add --set kind=flood (for all rows) or --set class=natural (rows that name none become "other" of that class), or name the column with --map column=kind',
    layer_unknown:
      '{{count}} {{count, plural(one: row does not; many: rows do not)}} state the layer. Add --set layer=road',
    district_has_no_boundary:
      'District {{code}} has no boundary; the distance from the median is checked instead',
    fence_not_checked:
      'The dry run has no database: the boundary of district {{code}} was not checked',
    joined:
      'Joined {{file}}: {{by_name}} {{by_name, plural(one: row; many: rows)}} by name, {{by_variant}} by a variant character, {{unmatched}} without a partner; {{unused}} {{unused, plural(one: row; many: rows)}} of that file {{unused, plural(one: was; many: were)}} not used',
    join_variant:
      'Row {{row}}, "{{district}}{{name}}", differs from "{{other}}" in the joined file by one character and counts as the same',
    join_unmatched:
      '{{count}} {{count, plural(one: row has; many: rows have)}} no partner in the joined file: {{names}}. Not used there: {{others}}',
    parents_created: 'Created the districts above: {{codes}}',
    references_unresolved:
      'The settlement or shelter of {{count}} {{count, plural(one: route; many: routes)}} is not in the register or not unique, so {{count, plural(one: it is; many: they are)}} not linked: {{names}}',
    archived:
      '{{count}} {{count, plural(one: record is; many: records are)}} archived; {{count, plural(one: it was updated and stays; many: they were updated and stay)}} archived',
    stock_gone:
      '{{count}} {{count, plural(one: lot is; many: lots are)}} no longer listed and {{count, plural(one: was; many: were)}} archived: {{items}}',
    stock_kept:
      '{{count}} {{count, plural(one: lot is; many: lots are)}} no longer listed but {{count, plural(one: was; many: were)}} kept, because people recorded movements; please check: {{items}}',
    occupancy_older:
      'The occupancy in {{count}} {{count, plural(one: row is older than what the register has and was; many: rows are older than what the register has and were)}} not used',
    stock_newer:
      'The register has newer stock movements than {{count}} {{count, plural(one: row; many: rows)}} of the list; those quantities were not taken',
    truncated: 'The file ends abruptly; it may not have been downloaded completely',
    rejects_reimported:
      'This is a rejects file of this program; its columns reason and row are ignored',
    sheet_chosen:
      'The workbook has several sheets ({{sheets}}); “{{sheet}}” looks most like a table of resources and was read. Use --sheet for another one',
    sheet_used: 'Sheet “{{sheet}}” was read (the workbook has: {{sheets}})',
    layer_chosen:
      'The file has several layers ({{layers}}); “{{layer}}” was read. Use --layer for another one',
    folder_chosen:
      'The file has several folders, each of them a layer ({{layers}}); only “{{layer}}” was read. Use --layer for another one, or --layer "*" for all together',
    layer_used: 'Layer “{{layer}}” was read (the file has: {{layers}})',
    layers_joined: 'These layers were read together: {{layer}}',
    remark_columns:
      '{{count}} {{count, plural(one: column; many: columns)}} beside the table {{count, plural(one: is a remark; many: are remarks)}}, not data, and {{count, plural(one: was; many: were)}} left out: {{text}}',
    header_lines_joined:
      'The column names take up {{count}} {{count, plural(one: line; many: lines)}} (with merged cells); they were joined',
    merged_cells_filled:
      '{{count}} merged {{count, plural(one: cell was filled with what it shows; many: cells were filled with what they show)}}',
    note_lines_skipped:
      '{{count}} {{count, plural(one: line is a note or a section title; many: lines are notes or section titles)}}, not data, and {{count, plural(one: was; many: were)}} skipped: {{text}}',
    error_cells:
      '{{count}} {{count, plural(one: cell is a formula error; many: cells are formula errors)}} (such as #N/A) and {{count, plural(one: counts; many: count)}} as unknown',
    uncalculated_cells:
      '{{count}} calculated {{count, plural(one: cell has; many: cells have)}} no value in the file and {{count, plural(one: counts; many: count)}} as unknown. Open and save it in Excel or WPS, then import it again.',
    deleted_rows_skipped:
      '{{count}} {{count, plural(one: record is; many: records are)}} marked as deleted in the file and {{count, plural(one: was; many: were)}} not read',
    text_cut:
      '{{count}} {{count, plural(one: text ends; many: texts end)}} in the middle of a character in the file; the broken end was removed',
    attributes_missing: 'There is no attribute file {{file}}; only the shapes were read',
    rows_unpaired:
      'Shapes and attributes differ in number; {{count}} {{count, plural(one: has; many: have)}} no partner',
    crs_missing:
      '“{{file}}” does not state a coordinate system; it was read as WGS-84. Use --crs if that is wrong',
    links_ignored:
      'The file has {{count}} network {{count, plural(one: link; many: links)}}. External addresses are never read, so what {{count, plural(one: it shows; many: they show)}} was not imported',
    elements_ignored: 'The file has contents that are not places; they were left out: {{names}}',
    mixed_geometries:
      '{{count}} {{count, plural(one: row mixes; many: rows mix)}} points, lines and areas; only the highest kind (area, line, point) was kept',
    archive_others_ignored:
      '{{file}} was read from the archive, not: {{others}}. Use --layer for another one',
  },
};
