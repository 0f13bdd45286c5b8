import type { Translation } from '../shape.ts';
import type { timeMap as zh } from '../zh-CN/time-map.ts';

export const timeMap: Translation<typeof zh> = {
  title: 'Time to the first team',
  onEdge: '{{minutes}} min',
  waiting: 'Working it out…',
  renewing: 'Renewing…',
  none: {
    'no-roads': 'No road network is imported here: it cannot be worked out',
    'no-teams': 'No team could set out: it cannot be worked out',
    'no-limits': 'Nobody has set the limits of the bands: it cannot be worked out',
    failed: 'The road network did not come: it cannot be worked out',
  },
  bands: 'Bands of time, and settlements',
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
  assumed: '{{count}} of them without a recorded turn-out: the slow end of its range counts',
  unknown: '{{count}} of them with availability unknown: counted all the same',
  withoutRoad: '{{count}} without a road near their base: not counted',
  left: 'Not counted: {{unavailable}} unavailable, {{noPlace}} whose place is unknown',
  noRoad: '{{tally}} without a road near them: not known',
  outside: 'Blank: over {{meters}} from any road, not known',
  source: 'Roads: {{source}}',
};
