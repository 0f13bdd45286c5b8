import type { Translation } from '../shape.ts';
import type { roads as zh } from '../zh-CN/roads.ts';

export const roads: Translation<typeof zh> = {
  usage:
    'Usage: npm run roads -- import <file>… --district CODE [options]\n' +
    '       npm run roads -- list [--json]\n' +
    '       npm run roads -- remove --district CODE [--dry-run]\n' +
    '  Files: OpenStreetMap (.osm.pbf, .osm, .osm.gz), or a layer of lines (GeoJSON, zipped Shapefile, GeoPackage); several sheets may be named\n' +
    '  --layer LAYER        by name or number from 1\n' +
    '  --name, --class, --width, --oneway, --speed COLUMN   columns of a line layer; default: recognised by their usual names\n' +
    '  --class-is VALUE=CLASS   what a value of the class column means, e.g. 7=track (may be repeated)\n' +
    '  --tolerance DEGREES  vertices in one cell of the grid are joined; default 0.000001 (about 0.1 m)\n' +
    '  --split-crossings    also join crossings without a shared vertex (beware: bridges also cross like this)\n' +
    '  --narrow FILE        places where a narrow road was measured (a width and a name each): limits the width of their roads\n' +
    '  --narrow-name, --narrow-width COLUMN   columns of that file; default: recognised by their titles\n' +
    '  --narrow-within METRES   where no road has the name: how near an unnamed road must be; default 30\n' +
    '  --narrow-missed FILE write the places whose road was not found as GeoJSON, with the reason\n' +
    '  --gap METRES         two dead ends closer than this are listed as a suspected gap; default 5\n' +
    '  --crs SYSTEM, --encoding ENCODING, --source TEXT\n' +
    '  --dry-run            check only, write nothing (needs no database)\n' +
    '  --json               print one JSON object at the end',
  districtRequired:
    'Use --district to state which district these roads belong to (or only check, with --dry-run).',
  size: 'Read {{lines}} {{lines, plural(one: line; many: lines)}}: {{km}} km, {{nodes}} {{nodes, plural(one: node; many: nodes)}}, {{edges}} {{edges, plural(one: stretch; many: stretches)}} ({{directed}} directed), {{restrictions}} turn {{restrictions, plural(one: restriction; many: restrictions)}}',
  together:
    '{{components}} connected {{components, plural(one: part; many: parts)}}, the largest with {{share}} of the length; {{islands}} {{islands, plural(one: island; many: islands)}} of {{islandKm}} km in all',
  facts:
    'One-way: {{oneWay}} of the length open to cars; known speed {{speed}}, known width {{width}}',
  leftOut: 'Left out {{count}}: {{reason}} ({{examples}})',
  island:
    '  island: {{km}} km, {{edges}} {{edges, plural(one: stretch; many: stretches)}}, at {{place}}',
  gaps: '{{count}} suspected {{count, plural(one: gap; many: gaps)}} (two dead ends less than {{within}} m apart):',
  gap: '  {{meters}} m: {{a}} ↔ {{b}}',
  more: '  … and {{count}} more',
  stored:
    'Stored as the roads of district {{district}} (edition {{edition}}, {{size}} MB); closures are kept.',
  none: 'There is no road network in the database yet.',
  listed:
    '{{district}}: edition {{edition}}, {{km}} km, {{size}} MB, from {{source}}, imported at {{at}}',
  removed:
    'Roads of district {{district}}: {{count}} {{count, plural(one: network; many: networks)}} removed.',
  note: {
    vertices_joined: 'vertices were joined on a grid of {{tolerance}} degrees',
    crossings_not_joined:
      '{{count}} {{count, plural(one: crossing; many: crossings)}} without a shared vertex {{count, plural(one: was; many: were)}} not joined (if all are on one level, use --split-crossings)',
    crossings_split:
      '{{count}} {{count, plural(one: crossing; many: crossings)}} without a shared vertex {{count, plural(one: was; many: were)}} joined; bridges may be among them',
    columns_used: 'columns used: {{columns}}',
    no_one_way_column: 'nothing says which streets are one-way: all are taken as open both ways',
    no_class_column:
      'nothing says the class of a road: all are taken as ordinary roads, at that class’s default speed',
    conditional_access:
      '{{count}} {{count, plural(one: road has; many: roads have)}} access rules that change with the hour, which were not used',
    values_unreadable:
      'column {{field}}: {{count}} {{count, plural(one: value was; many: values were)}} not understood and {{count, plural(one: counts; many: count)}} as unknown',
    layers_apart:
      'bridges and tunnels are not joined with what is above or below; only shared nodes join',
    crs_assumed: 'the file states no coordinate system: taken as WGS-84 (--crs states another)',
    narrowed:
      '{{count}} measured narrow {{count, plural(one: place; many: places)}}: {{byName}} found by the name of the road, {{byNearest}} by the nearest, {{km}} km limited; {{missed}} not found',
  },
  reason: {
    no_geometry: 'no geometry',
    not_a_line: 'not a line',
    bad_place: 'invalid coordinates',
    too_short: 'too short: both ends at the same place',
    not_a_road: 'not an existing road (planned, under construction, abandoned …)',
    closed_to_all: 'closed to vehicles and people on foot',
    nodes_missing: 'some nodes missing (cut off at the edge of the extract); the rest was used',
    restriction_conditional: 'turn restriction that changes with the hour',
    restriction_via_way: 'turn restriction via a road instead of a node',
    restriction_unreadable: 'turn restriction that was not understood',
    restriction_not_in_network: 'turn restriction between roads that are not in the network',
    restriction_ambiguous: 'turn restriction that does not say which stretch it means',
    narrow_missed: 'measured narrow places whose road was not found: nothing is limited',
    narrow_unusable: 'measured narrow places without a place or a width',
  },
  failure: {
    not_roads: 'This is not an OpenStreetMap file (it begins with “{{start}}”).',
    osm_damaged: 'The PBF file is damaged or incomplete.',
    osm_xml_damaged:
      'From line {{line}} on this is not valid OpenStreetMap XML; the file may be incomplete.',
    osm_xml_dtd:
      'The file has a document type declaration (DOCTYPE). Such files can be harmful and are not read. Remove it.',
    osm_change_file: 'This is a change file (osmChange), not the data. Import .osm or .osm.pbf.',
    osm_history:
      'This is a history file: it has several versions of each element, and old ones would be taken for today’s roads. Export the current version first (for example osmium time-filter), or download an .osm.pbf.',
    osm_bzip2:
      'The file is compressed with bzip2 (.bz2). Decompress it first, or download an .osm.pbf.',
    osm_json_damaged:
      'This looks like JSON from Overpass but cannot be read: it is not complete, or lacks coordinates or ids. Download it again.',
    osm_json_large: 'This JSON from Overpass is too large. Download an .osm.pbf instead.',
    osm_feature_unknown:
      'The PBF file needs “{{feature}}”, which is not supported here (export the current version of a history file).',
    osm_compression:
      'The PBF file is compressed with {{method}}, which is not supported here. Save it with zlib.',
    gzip_damaged: 'The gzip file is damaged or incomplete.',
    too_many_nodes: 'More than {{limit}} nodes: cut the file to the area you need.',
    no_roads: 'There is no usable road in the file.',
    mixed_files: 'OpenStreetMap files and layers of lines cannot be imported together.',
    column_unknown: 'The layer has no column “{{column}}”. It has: {{columns}}',
    out_of_range: 'A number is out of range: {{id}}',
  },
};
