import type { Translation } from '../shape.ts';
import type { districts as zh } from '../zh-CN/districts.ts';

export const districts = {
  title: 'Districts',
  explain:
    'Accounts, records and limits belong to districts; an account acts in its own district and below. Only where a district has a boundary can imported records be placed in it by themselves.',
  list: 'List of districts',
  find: 'Find by name or code',
  add: 'New district in {{name}}',
  fromFile: 'Import boundaries from a file',
  none: 'No such district.',
  retired: 'Retired ones',
  current: 'Current ones',
  noneRetired: 'No district is retired.',
  count: '{{count}} {{count, plural(one: district; many: districts)}}, {{bounded}} with a boundary',
  unfold: 'Show what is below {{name}}',
  fold: 'Hide what is below {{name}}',
  column: {
    name: 'Name',
    code: 'Code',
    level: 'Level',
    area: 'Boundary',
    records: 'Records',
    accounts: 'Accounts',
    source: 'Source and age',
  },
  noBoundary: 'none',
  changed: 'changed {{ago}}',
  area: '{{area}} km²',
  empty: {
    title: 'There are no districts yet',
    detail:
      'First make the districts of your office and their boundaries, then import records and make accounts. If you have a file of boundaries (Shapefile, GeoJSON, KML, GeoPackage), import it; otherwise make them one by one and draw the boundaries on the map.',
    strip:
      'There are no districts here yet. Make districts with boundaries before importing records.',
    ask: 'No district here has a boundary yet. Please ask an admin to make them first.',
    open: 'Make districts',
    importing:
      'No district has a boundary yet: all records of this file will belong to “{{name}}”, and nobody checks whether they lie inside.',
  },
  boundary: {
    label: 'Boundary',
    draw: 'Draw it',
    clear: 'Remove boundary',
    none: 'No boundary yet',
    file: 'Take from a file',
    reading: 'Reading the file…',
    taken: '“{{name}}” was taken from the file; it counts once saved.',
    which:
      'The file holds {{count}} {{count, plural(one: area; many: areas)}}, none of them of this name. Use “Import boundaries from a file” instead.',
    nothing: 'There is no area in this file.',
    unreadable: 'This file cannot be read.',
  },
  use: {
    title: 'What belongs to this district',
    nothing: 'No records, accounts or districts below.',
    disabled: 'Besides {{count}} disabled {{count, plural(one: account; many: accounts)}}.',
    code: 'Records, accounts and history refer to the code, so it does not change; if it is wrong, make a new district, move the records there, then retire this one.',
  },
  retire: {
    act: 'Retire this district',
    explain:
      'Retiring deletes nothing: history and archived records stay, and it can be brought back.',
    inUse:
      'It cannot be retired yet: {{what}} still belong to it. Move, archive or disable them first.',
    root: 'The topmost district cannot be retired.',
    home: 'This is your own district: you can neither retire nor move it.',
  },
  undoExplain:
    'An import of districts can be undone: new ones are retired, changed ones are as before; those that records, accounts or other districts belong to by then stay, and are named.',
  seeDistricts: 'See the districts',
} satisfies Translation<typeof zh>;
