import type { Translation } from '../shape.ts';
import type { timeMap as zh } from '../zh-CN/time-map.ts';

export const timeMap: Translation<typeof zh> = {
  title: 'Time to the first team',
  onEdge: '{{minutes}} min',
  waiting: 'Calculating…',
  renewing: 'Updating…',
  none: {
    'no-roads': 'No road network has been imported here, so it cannot be calculated',
    'no-teams': 'No team is able to set out, so it cannot be calculated',
    'no-limits': 'The limits of the bands are not set, so it cannot be calculated',
    failed: 'The road network could not be loaded, so it cannot be calculated',
  },
  bands: 'Time bands and settlements',
  within: 'within {{minutes}} min',
  between: '{{from}}–{{to}} min',
  beyond: 'over {{minutes}} min or not reachable',
  tally:
    '{{places}} {{places, plural(one: place; many: places)}} · {{people}} {{people, plural(one: person; many: people)}}',
  tallyUnrecorded:
    '{{places}} {{places, plural(one: place; many: places)}} · at least {{people}} {{people, plural(one: person; many: people)}}',
  tallyPlaces: '{{places}} {{places, plural(one: place; many: places)}}',
  tallyNone: '—',
  late: 'Over {{minutes}} min: {{tally}}',
  lateNone: 'Every settlement with a road is within {{minutes}} min',
  asOf: 'As of {{clock}}, from {{count}} {{count, plural(one: team; many: teams)}}, around the roads closed now',
  assumed: '{{count}} of them without a recorded turn-out: the slow end of its range is used',
  unknown: '{{count}} of them with availability unknown: counted anyway',
  withoutRoad: '{{count}} without a road near their base: not counted',
  left: 'Not counted: {{unavailable}} unavailable, {{noPlace}} whose place is unknown',
  noRoad: '{{tally}} without a road near them: not known',
  outside: 'Blank: over {{meters}} from any road, not known',
  source: 'Roads: {{source}}',
};
