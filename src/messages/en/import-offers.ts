import type { Translation } from '../shape.ts';
import type { importOffers as zh } from '../zh-CN/import-offers.ts';

export const importOffers: Translation<typeof zh> = {
  label: 'Available with one click',
  placeless:
    '{{count}} {{count, plural(one: row has; many: rows have)}} no coordinates. They can be imported as records without a place and be placed later under "To be placed"; until then they are not ranked.',
  placelessTake: 'Import without coordinates',
  placelessTaken:
    '{{count}} {{count, plural(one: row has; many: rows have)}} no coordinates and will be imported as records without a place, to be placed under "To be placed".',
  placelessUndo: 'Leave them out',
  swapped:
    'Longitude and latitude appear to be swapped in {{count}} {{count, plural(one: row; many: rows)}}: only when swapped back are they in the district or near the others.',
  turn: 'Swap them back',
  turned:
    'Swapped longitudes and latitudes have been corrected; each of these rows is counted as repaired.',
  turnUndo: 'Do not swap them back',
  pairs:
    '{{count}} {{count, plural(one: row is; many: rows are)}} also a designated emergency evacuation site. If you import both lists, such a place can be imported once, from that list, with two functions.',
  pairsTake: 'Import each place once',
  pairsTaken:
    '{{count}} {{count, plural(one: row; many: rows)}} also designated as an emergency evacuation site {{count, plural(one: is; many: are)}} not imported from this list: import that list too, and each becomes one place with two functions.',
  pairsUndo: 'Import them from this list too',
  parts:
    '{{count}} {{count, plural(one: row may be a part; many: rows may be parts)}} of {{records}} {{records, plural(one: record; many: records)}}: the same ID and no contradictions.',
  partsTake: 'Join them',
  partsTaken:
    'Joined by ID into {{records}} {{records, plural(one: record; many: records)}}: the areas of {{count}} {{count, plural(one: row; many: rows)}}; people and other figures count once. The joined rows count as repeated.',
  partsUndo: 'Keep them apart',
  dated: 'The sheet states the date {{date}}:',
  dateTake: 'Use as the time of the rows',
  depots: {
    label: 'Depots to be matched',
    nameless: '(the file names no depot)',
    unknown: 'No depot with that name is registered; rows waiting: {{count}}',
    ambiguous: 'Several depots have that name; rows waiting: {{count}}',
    unnamed: 'Which depot holds this? Rows waiting: {{count}}',
    choose: 'Which depot is "{{name}}"',
    which: 'Choose a depot',
    make: 'Create "{{name}}" (without a place, to be placed later)',
  },
};
