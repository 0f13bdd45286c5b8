import type { Translation } from '../shape.ts';
import type { locating as zh } from '../zh-CN/locating.ts';

export const locating: Translation<typeof zh> = {
  title: 'To be placed: records without a place',
  explain:
    'A record without a place is not ranked and not drawn. Place them one by one with a click on the map or by coordinates. The hints below only help to find the spot; nothing is placed automatically.',
  count: 'To be placed: {{count}}',
  empty: 'Every record has a place.',
  emptyFiltered: 'No records to be placed here.',
  mayNot: 'As {{role}} you cannot change places. Ask a planner or administrator of the district.',
  list: 'Records to be placed',
  noAddress: 'No address',
  begin: 'Press "Click on the map", then click where it is.',
  clickNow:
    'Click on the map where it is. By keyboard: move the map until the cross is there and press Enter.',
  drawNow: 'Draw the route on the map.',
  proposed: 'Proposed place (not saved yet):',
  suggestions: 'Places named in the address',
  shares: '(both say "{{words}}")',
  look: 'Show it',
  lookAt: 'Show {{name}}',
  take: 'It is here',
  takeAt: 'It is at {{name}}',
  click: 'Click on the map',
  draw: 'Draw on the map',
  type: 'Type coordinates',
  save: 'Save the place',
  saveNext: 'Save, next',
  drop: 'Place it again',
  skip: 'Skip for now',
  conflict:
    'Someone has just changed this record. Choose in the open record which version to keep.',
  kind: {
    settlement: 'Settlement',
    shelter: 'Shelter',
    depot: 'Depot',
    team: 'Team',
    hazard: 'Hazard',
    road: 'Road (a point on it)',
    place: 'Place name',
    district: 'District (a point in it)',
  },
};
