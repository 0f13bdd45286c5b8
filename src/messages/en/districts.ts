import type { Translation } from '../shape.ts';
import type { districts as zh } from '../zh-CN/districts.ts';

export const districts = {
  title: 'Districts',
  explain:
    'Accounts, records and limits belong to districts; an account covers its own district and those below it. Imported records can be assigned to a district automatically only if it has a boundary.',
  list: 'List of districts',
  find: 'Find by name or code',
  add: 'New district in {{name}}',
  fromFile: 'Import boundaries from a file',
  none: 'No such district.',
  retired: 'Show retired',
  current: 'Show current',
  noneRetired: 'No district is retired.',
  count: '{{count}} {{count, plural(one: district; many: districts)}}, {{bounded}} with a boundary',
  unfold: 'Show the districts below {{name}}',
  fold: 'Hide the districts below {{name}}',
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
      'First create the districts of your office and their boundaries, then import records and create accounts. If you have a file of boundaries (Shapefile, GeoJSON, KML, GeoPackage), import it; otherwise create them one by one and draw the boundaries on the map.',
    strip:
      'There are no districts here yet. Create districts with boundaries before importing records.',
    ask: 'No district here has a boundary yet. Please ask an admin to create them first.',
    open: 'Create districts',
    importing:
      'No district has a boundary yet: all records of this file will belong to “{{name}}”, and it is not checked whether they lie inside.',
  },
  boundary: {
    label: 'Boundary',
    draw: 'Draw',
    clear: 'Remove boundary',
    none: 'No boundary yet',
    file: 'Take from a file',
    reading: 'Reading the file…',
    taken: '“{{name}}” was taken from the file; it takes effect once saved.',
    which:
      'The file holds {{count}} {{count, plural(one: area; many: areas)}}, none of them with this name. Use “Import boundaries from a file” instead.',
    nothing: 'This file contains no area.',
    unreadable: 'This file cannot be read.',
  },
  use: {
    title: 'What belongs to this district',
    nothing: 'No records, accounts or districts below.',
    disabled: 'In addition, {{count}} disabled {{count, plural(one: account; many: accounts)}}.',
    code: 'Records, accounts and history refer to the code, so it cannot be changed; if it is wrong, create a new district, move the records there, then retire this one.',
  },
  retire: {
    act: 'Retire this district',
    explain:
      'Retiring deletes nothing: history and archived records stay, and it can be brought back.',
    inUse:
      'It cannot be retired yet: {{what}} still belong to it. Move, archive or disable them first.',
    root: 'The top district cannot be retired.',
    home: 'This is your own district: you can neither retire nor move it.',
  },
  undoExplain:
    'An import of districts can be undone: new districts are retired and changed ones restored; those to which records, accounts or other districts belong by then are kept and listed.',
  seeDistricts: 'Show the districts',
} satisfies Translation<typeof zh>;
