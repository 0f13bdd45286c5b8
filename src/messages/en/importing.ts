import type { Translation } from '../shape.ts';
import type { importing as source } from '../zh-CN/importing.ts';
import { importingFields } from './importingFields.ts';

export const importing = {
  open: 'Import a file',
  title: 'Import',
  back: 'To the register',
  other: 'Another file',
  past: 'Past imports',
  screen: {
    coming: 'Opening the import',
    missing: 'The import has not loaded yet: the server does not answer; trying again.',
  },
  step: { file: 'File', check: 'Check', difference: 'Difference', done: 'Done' },
  steps: 'Steps of the import',
  stepDone: '{{step}} (done)',
  drop: {
    title: 'Drop a file of your office here',
    detail:
      'Excel, CSV, GeoJSON, Shapefile (zipped, or its files together), GeoPackage, KML / KMZ, GPX, FlatGeobuf. You check it and see the difference first; nothing is written before you say so.',
    choose: 'Choose a file',
    over: 'Let go to check it',
    mayNot:
      'Your role may not import into the register. Ask a planner or an administrator of your district.',
  },
  reading: 'Reading {{file}}',
  progress: {
    read: '{{share}} read',
    check: 'Checking row {{done}} of {{total}}',
    start: 'Opening',
  },
  comparing: 'Comparing with the register',
  cancel: 'Stop',
  unreadable: {
    title: 'This file cannot be read',
    keep: 'Nothing was written. Change how it is read below and it is tried again, or take another file.',
    hopeless: 'Nothing was written. Please choose another file.',
  },
  broken: {
    title: 'The import was interrupted',
    worker: 'The program that reads the file failed: {{message}}. Nothing was written.',
    again: 'Start again',
  },
  server: {
    unreachable: 'The server does not answer.',
    'session-ended': 'The session has ended. Sign in again in another window, then go on.',
    refused:
      'The server does not accept it ({{code}}): a right is missing, or the content breaks a rule.',
    malformed: 'The answer of the server cannot be read.',
    gone: 'This import was discarded on the server.',
  },
  size: { kb: '{{value}} KB', mb: '{{value}} MB' },
  file: {
    heading: 'How the file is understood',
    kind: 'Kind',
    layer: 'Sheet or layer',
    layerRows: '{{name}} ({{rows}} {{rows, plural(one: row; many: rows)}})',
    layersAll: 'All layers together ({{rows}} {{rows, plural(one: row; many: rows)}})',
    header: 'First line',
    headerAuto: 'Found out',
    headerYes: 'Names the columns',
    headerNo: 'Is data',
    encoding: 'Encoding',
    encodingAuto: 'Found: {{encoding}}',
    crs: 'Coordinate system',
    crsAuto: 'Found: {{crs}}',
    crsOther: 'Another EPSG code…',
    crsCode: 'EPSG code',
    crsCodeHint: 'such as EPSG:4549',
    district: 'District',
    districtAll: '{{name}} (and below, by boundary)',
    source: 'Source',
    sourceHint: 'the file name unless stated',
  },
  crs: {
    wgs84: 'WGS 84 degrees',
    cgcs2000: 'CGCS2000 degrees',
    gcj02: 'GCJ-02 (AMap, Tencent)',
    bd09: 'BD-09 (Baidu)',
    twd97: 'TWD97 TM2',
    mercator: 'Web Mercator',
    jgd2000: 'JGD2000 degrees',
    jgd2011: 'JGD2011 degrees',
  },
  counts: {
    label: 'Rows',
    read: 'read',
    usable: 'usable',
    rejected: 'unreadable',
    duplicates: 'repeated',
    repaired: 'shapes repaired',
  },
  rereading: 'Reading it again',
  columns: {
    heading: 'What the columns mean',
    hint: 'Correct what was guessed wrong; choose “Not used” for the rest.',
    title: 'Column in the file',
    samples: 'Samples',
    field: 'Goes to',
    unnamed: 'Column {{number}}',
    fieldOf: '“{{column}}” goes to',
    unused: 'Not used',
    guessed: 'guessed',
    byPerson: 'your choice',
    empty: '(empty)',
    placeGroup: 'Place',
    otherGroup: 'Facts',
  },
  values: {
    heading: 'The same value for every row',
    hint: 'What the file does not say but is true of all its rows.',
    field: 'Field',
    value: 'Value',
    add: 'Add',
    remove: 'Remove “{{field}}”',
  },
  join: {
    heading: 'Join columns of another table',
    hint: 'The places in one file, people and telephones in another table: rows that name the same thing get the columns of that table.',
    add: 'Add a table',
    by: 'Join {{file}} by',
    not: 'Do not join',
    from: 'from the joined table',
    unreadable: '{{file}} cannot be read and was not joined.',
    awaited:
      'This reading also joins {{file}} by “{{key}}”. That file is not here, so its columns are missing.',
    addAwaited: 'Add {{file}}',
    another: '{{file}} has no column “{{key}}”: it is another table.',
    forgo: 'Not this time',
  },
  mapping: {
    known: 'A file with these columns was read before.',
    apply: 'Read it as “{{name}}”',
    name: 'Name of this reading',
    save: 'Keep this reading',
    saved: 'Kept as “{{name}}”; it is offered again for files with the same columns.',
    open: 'Keep reading',
  },
  findings: {
    heading: 'Worth knowing',
    refused: 'Rows that cannot be read',
    more: '{{count}} more {{count, plural(one: row; many: rows)}}',
    row: 'Row {{row}}',
    noRows:
      'The file only names its columns and has no rows, so there is nothing to import. Is it the right file and sheet?',
    noneUsable: 'Not one row can be imported.',
    mostly: 'Row {{row}}, for example: {{reason}}',
    mend: 'Correct the kind, the coordinate system or the meaning of the columns here; if the file itself is damaged, take one that is whole.',
    turn: 'Exchange longitude and latitude',
    kindUnseen:
      'Nothing in the file says what it lists; taken for “{{kind}}” for now. If that is wrong, change “Kind” above first; what is only drawn as background (roads, water) is a “base map feature”.',
    blocked: 'This has to be solved first',
  },
  onMap:
    '{{count}} {{count, plural(one: place; many: places)}} of the file {{count, plural(one: is; many: are)}} drawn on the map.',
  onMapSome:
    'Drawn on the map: {{count}} {{count, plural(one: place; many: places)}}, of {{total}} usable {{total, plural(one: row; many: rows)}}.',
  notOnMap: 'The file has no places to draw on the map.',
  compare: 'Compare with the register',
  group: {
    alike: 'Maybe there already',
    changed: 'Changed',
    new: 'New',
    missing: 'Not in the file',
    rejected: 'Not possible',
    repeated: 'Repeated',
    unchanged: 'Unchanged',
  },
  groupHint: {
    alike:
      'Same name within 300 m, but another number. Decide: the same (update it) or another one (add it). What is not decided is not imported.',
    changed:
      'What is ticked gets the values of the file; the register’s present value is on the left.',
    new: 'What is ticked is added to the register as “{{kind}}”.',
    missing:
      'In the register, not in the file (of the same source, or within the area of the file). It stays as it is unless ticked; ticked records are archived and can be restored.',
    rejected: 'These rows are not imported. Download, correct and import them again.',
    repeated: 'Exactly the same as another row of the file; imported once.',
    unchanged: 'The register says the same; nothing to do.',
  },
  groups: 'Groups of the difference',
  table: {
    label: 'Difference: {{group}}',
    take: 'Import',
    archive: 'Archive',
    row: 'Row',
    name: 'Name',
    what: 'What',
    takeRow: 'Import row {{row}} {{name}}',
    archiveRow: 'Archive {{name}}',
    takeAll: 'Import all',
    takeNone: 'Import none',
    archiveAll: 'Archive all',
    archiveNone: 'Archive none',
    decideRow: 'What about row {{row}} {{name}}',
    leave: 'Leave out',
    same: 'The same: update it',
    asNew: 'Another: add it',
    allSame: 'All the same',
    like: 'Looks like “{{name}}”, {{distance}} away',
    likeUnplaced: 'Looks like “{{name}}”; one of them has no place',
    loading: '…',
    keys: '↑ ↓ move, Space ticks, Enter shows it on the map',
    empty: 'Nothing in this group.',
    to: 'becomes',
    moved: 'moved {{distance}}',
    reshaped: 'another shape',
    stock:
      'Stock: {{lots}} new {{lots, plural(one: lot; many: lots)}}, {{counts}} {{counts, plural(one: count; many: counts)}}',
    stockGone: 'No longer listed, archived: {{items}}',
    stockKept: 'No longer listed, but kept, because people recorded movements: {{items}}',
    restored: 'archived, will be restored',
    peopleAt: '{{people}} as of {{at}}',
    peopleUndated: '{{people}}, at a time the file does not state',
    contact: 'Contact',
    newDetail: 'only a name and a place',
  },
  totals: {
    label: 'Rows of this import',
    equation:
      '{{read}} read = {{accepted}} accepted + {{unchanged}} unchanged + {{duplicates}} repeated + {{rejected}} rejected',
    leftOut: '{{count}} of them left out by you',
    archive: '{{count}} {{count, plural(one: record; many: records)}} archived besides',
  },
  commit: 'Write {{count}} {{count, plural(one: row; many: rows)}}',
  commitArchive: 'Write {{count}} {{count, plural(one: row; many: rows)}}, archive {{archived}}',
  nothing: 'Nothing to write',
  backToCheck: 'Back to checking',
  sending: {
    stage: 'Sending {{done}} of {{total}}',
    commit: 'Writing to the register: {{done}} of {{total}}',
    portions:
      'Written in portions, so that the others can go on working. Should the line break: what is written stays, the rest can be written later, or all of it undone.',
  },
  stopped: {
    title: 'Not finished',
    staging:
      'The line broke while sending: {{done}} of {{total}} {{total, plural(one: row; many: rows)}} arrived, nothing is written to the register. All your decisions are still here; go on when the server answers again.',
    writing:
      'The line broke while writing: {{done}} of {{total}} {{total, plural(one: row; many: rows)}} {{done, plural(one: is; many: are)}} known to be written and {{done, plural(one: stays; many: stay)}} in the register; the portion that was on its way may be written or not. Going on writes the rest, nothing twice.',
    writingFirst:
      'The line broke when writing began: the first portion may be written or not, the rest is not. Going on writes what is missing, nothing twice.',
    go: 'Go on',
    undo: 'Undo what was written',
    back: 'Back to the difference',
  },
  unfinished: { title: 'Imports that were not finished', open: 'Open', openOf: 'Open {{file}}' },
  waiting: {
    whole: 'All rows are on the server; nothing is written to the register yet.',
    part: 'The line broke after {{done}} of {{total}} {{total, plural(one: row; many: rows)}}; nothing is written to the register. Choose the file again to import it; this one can be discarded.',
    unsure:
      '{{done}} {{done, plural(one: row; many: rows)}} arrived, and it is not known whether that is all; nothing is written to the register. Choose the file again to import it; this one can be discarded.',
    created: 'To be added: {{counts}}.',
    changed: 'To be changed: {{counts}}.',
    meanwhile:
      'Written as compared at that time; records somebody changed since are not overwritten but listed.',
    writing:
      'Half written: {{done}} of {{total}} {{total, plural(one: row; many: rows)}} {{done, plural(one: is; many: are)}} in the register and {{done, plural(one: stays; many: stay)}} there. Go on with the rest, nothing is written twice, or undo what was written.',
    undoing: 'Half undone: {{done}} of {{total}} {{total, plural(one: change; many: changes)}}.',
    undoOn: 'Go on undoing',
  },
  counted: {
    and: ' and ',
    kind: {
      settlement: '{{count}} {{count, plural(one: settlement; many: settlements)}}',
      hazard: '{{count}} {{count, plural(one: hazard; many: hazards)}}',
      shelter: '{{count}} {{count, plural(one: shelter; many: shelters)}}',
      depot: '{{count}} {{count, plural(one: depot; many: depots)}}',
      stock_lot: '{{count}} {{count, plural(one: stock lot; many: stock lots)}}',
      stock_movement: '{{count}} {{count, plural(one: stock movement; many: stock movements)}}',
      occupancy_movement: '{{count}} {{count, plural(one: head count; many: head counts)}}',
      team: '{{count}} {{count, plural(one: team; many: teams)}}',
      evacuation_route:
        '{{count}} {{count, plural(one: evacuation route; many: evacuation routes)}}',
      contact: '{{count}} {{count, plural(one: contact; many: contacts)}}',
      base_feature: '{{count}} {{count, plural(one: base map feature; many: base map features)}}',
      incident: '{{count}} {{count, plural(one: incident; many: incidents)}}',
      closure: '{{count}} {{count, plural(one: closure; many: closures)}}',
      district: '{{count}} {{count, plural(one: district; many: districts)}}',
      road_network: '{{count}} road {{count, plural(one: network; many: networks)}}',
      account: '{{count}} active {{count, plural(one: account; many: accounts)}}',
    },
  },
  done: {
    title: 'Written to the register',
    nothing: 'The register did not change',
    created: 'added',
    changed: 'changed',
    refused: 'The register did not take {{count}} {{count, plural(one: row; many: rows)}}:',
    who: '{{name}} · {{clock}}',
    rejects:
      'Download the {{count}} {{count, plural(one: row that was; many: rows that were)}} not imported',
    undo: 'Undo this import',
    undoing: 'Undoing {{done}} of {{total}}',
    again: 'Import another file',
    see: 'See it in the register',
  },
  undone: {
    title: 'This import was undone',
    archived: 'Added by it, archived now: {{counts}}.',
    restored: 'Changed by it, now as before: {{counts}}.',
    nothing: 'There was nothing to undo.',
    kept: '{{count}} {{count, plural(one: was; many: were)}} not undone:',
    why: {
      changed: 'somebody changed it since',
      movement: 'stock movements are evidence and stay',
      in_use: 'is in use by now: empty or move what belongs to it, then retire it',
    },
    failed: 'Not wholly undone: {{reason}} What is undone stays undone; press again to go on.',
  },
  list: {
    title: 'Past imports',
    back: 'Back',
    empty: 'No file was imported yet',
    emptyDetail: 'Every import is kept here and can be undone as a whole.',
    loading: 'Loading past imports',
    failed: 'Past imports did not come',
    again: 'Try again',
    file: 'File',
    kind: 'Kind',
    when: 'When',
    who: 'Who',
    rows: 'Rows',
    state: 'State',
    act: 'Action',
    staged: 'not written yet',
    writing: 'half written',
    undoing: 'half undone',
    committed: 'written',
    undone: 'undone',
    discarded: 'discarded',
    undo: 'Undo',
    discard: 'Discard',
    undoOf: 'Undo {{file}}',
    discardOf: 'Discard {{file}}',
  },
  field: importingFields,
  suitabilityForGreatest: 'Suits: flood (greatest assumed)',
  suitabilityFor: 'Suits: {{kind}}',
  warning: {
    sites_to_stay:
      'A Japanese list of designated shelters to stay in; also designated to flee to: {{pairs}} of {{rows}}',
    parts_of_one:
      '{{count}} {{count, plural(one: row may be a part; many: rows may be parts)}} of {{records}} {{records, plural(one: record; many: records)}} (the same id, nothing that contradicts) and can be joined.',
    date_stated:
      'The sheet states the date {{date}} ("{{line}}"). It is not used as the time of the rows.',
    no_coordinates:
      'No column of coordinates was found. Say below which column is the longitude and which the latitude.',
    guessed_columns:
      'The file does not name its columns; check what was guessed from their content.',
    encoding_unsure:
      'The encoding may be {{encoding}}, but that is not certain; change it where text looks wrong.',
    id_column_ignored:
      '“{{column}}” does not look like a unique number (repeated, missing or only counting) and was not used as one; send it to “External number” if it is.',
    crs_suggested:
      'Read as {{crs}}, but the coordinates ({{x}}, {{y}}) look like {{suggestion}}; look at the map and change the system.',
    crs_zone_unknown:
      'Read as {{crs}}, but the coordinates ({{x}}, {{y}}) look projected, in a zone nobody stated: ask who made the file, then change the system.',
    axes_swapped:
      '“{{x}}” and “{{y}}” look exchanged: only turned round do they lie where {{crs}} is used (surveyors call the northing X). Exchange the two columns below.',
    crs_unstated_china:
      'The file does not state its coordinate system and is read as WGS 84. Choose GCJ-02 for AMap or Tencent, BD-09 for Baidu.',
    incidents_closed:
      'The file does not state whether incidents are open; they are imported as closed.',
    kind_inferred:
      'The kind of hazard “{{kind}}” was concluded from “{{from}}”; correct it under “The same value for every row”.',
    kind_unknown:
      '{{count}} {{count, plural(one: row does not; many: rows do not)}} tell the kind of hazard. Say which column does, or fill it in under “The same value for every row”.',
    layer_unknown:
      '{{count}} {{count, plural(one: row does not; many: rows do not)}} tell the layer of the base map. Say which column is the layer, or choose one under “The same value for every row” (roads, for example).',
    no_header: 'The file does not name its columns; they are called by their order.',
    sheet_chosen:
      'The workbook has several sheets ({{sheets}}); “{{sheet}}” looks most like a table of resources and was read. Choose another one under “Sheet or layer”.',
    titles_cut:
      'Column titles were cut off in the file (dBASE keeps ten bytes) and are understood by how they begin: {{pairs}}. Correct the meaning of the columns where that is wrong.',
    titles_cut_unclear:
      'Column titles were cut off in the file (dBASE keeps ten bytes) and cannot be understood: {{columns}}. State what the columns mean, or export anew as GeoPackage or GeoJSON.',
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
