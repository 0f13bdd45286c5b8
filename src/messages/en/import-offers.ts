import type { Translation } from '../shape.ts';
import type { importOffers as zh } from '../zh-CN/import-offers.ts';

export const importOffers: Translation<typeof zh> = {
  label: 'Taken with one press',
  placeless:
    '{{count}} {{count, plural(one: row has; many: rows have)}} no coordinates. They can come in as records without a place and be placed later under "To be placed"; until then they are not ranked.',
  placelessTake: 'Import without coordinates',
  placelessTaken:
    '{{count}} {{count, plural(one: row has; many: rows have)}} no coordinates and will come in as records without a place, to be placed under "To be placed".',
  placelessUndo: 'Leave them out',
  swapped:
    'Longitude and latitude seem to be exchanged in {{count}} {{count, plural(one: row; many: rows)}}: only the other way round are they in the district or near the others.',
  turn: 'Turn these rows',
  turned:
    'Exchanged longitudes and latitudes have been turned; each row is counted among those mended.',
  turnUndo: 'Do not turn them',
  pairs:
    '{{count}} {{count, plural(one: row is; many: rows are)}} also designated to flee to. If you import both lists, such a place can come in once, from that list, with two functions.',
  pairsTake: 'Import each place once',
  pairsTaken:
    '{{count}} {{count, plural(one: row; many: rows)}} also designated to flee to {{count, plural(one: does; many: do)}} not come in from this list: import that list too, and each is one place with two functions.',
  pairsUndo: 'Import them from this list too',
  parts:
    '{{count}} {{count, plural(one: row may be a part; many: rows may be parts)}} of {{records}} {{records, plural(one: record; many: records)}}: the same id, and nothing that contradicts.',
  partsTake: 'Join them',
  partsTaken:
    'Joined by the id to {{records}} {{records, plural(one: record; many: records)}}: the areas of {{count}} {{count, plural(one: row; many: rows)}}; people and other figures count once. The joined rows count as repeated.',
  partsUndo: 'Keep them apart',
  dated: 'The sheet states the date {{date}}:',
  dateTake: 'Use as the time of the rows',
  depots: {
    label: 'Depots to be settled',
    nameless: '(the file names no depot)',
    unknown: 'No depot of that name is registered; waiting rows: {{count}}',
    ambiguous: 'Several depots have that name; waiting rows: {{count}}',
    unnamed: 'Which depot holds this? Waiting rows: {{count}}',
    choose: 'Which depot is "{{name}}"',
    which: 'Choose a depot',
    make: 'Make "{{name}}" (without a place, to be placed later)',
  },
};
