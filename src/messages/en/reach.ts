import type { Translation } from '../shape.ts';
import type { reach as zh } from '../zh-CN/reach.ts';

export const reach: Translation<typeof zh> = {
  usage:
    'Usage: npm run reach -- --district CODE [options]\n' +
    '  --of KIND        a row for each: settlement, shelter (default), depot, team, hazard, incident\n' +
    '  --nearest KIND   who is searched for; default: team\n' +
    '  --by HOW         emergency-car, heavy-truck, foot; by default teams drive a car, depots send a truck, people walk to shelters\n' +
    '  --width METRES   width of the truck, which uses no narrower road; 2.55 otherwise\n' +
    '  --differing      only rows where road and straight line differ, where closures change something, or where no one can get there\n' +
    '  --out FILE       write the table as .md or .csv\n' +
    '  --json           print one JSON object at the end\n' +
    '  Time on the road alone, without turn-out; closures and active areas count as they are registered now.',
  asked: '{{of}}: {{count}}; {{nearest}}: {{others}}; {{by}} on the roads of {{source}}',
  open: 'With all roads open: {{reached}} can be reached; for {{differing}} the first by road is not the nearest by straight line; the road is {{ratio}} times as long as the straight line (median)',
  now: 'With {{closures}} {{closures, plural(one: closure; many: closures)}} and {{areas}} active {{areas, plural(one: area; many: areas)}} as of now: {{changed}} {{changed, plural(one: has; many: have)}} another first, {{lost}} of them no one; {{slower}} {{slower, plural(one: is; many: are)}} slower; {{edge}} {{edge, plural(one: lies; many: lie)}} on a road within an area and {{edge, plural(one: is reached up to its; many: are reached up to its)}} edge; {{threatened}} {{threatened, plural(one: lies; many: lie)}} in an area that threatens {{threatened, plural(one: it; many: them)}}',
  across:
    'For {{count}} of them, water, a railway, a wall, a cliff or a motorway lies between one of the two places and its road: verify (see the table)',
  unplaced:
    '{{count}} {{count, plural(one: record has no place and is; many: records have no place and are)}} left out',
  pace: 'Walking times are those of people with children or old people, at {{pace}} km/h',
  asking: 'Finding who reaches each place first…',
  written: 'Table written to {{path}}',
  none: 'District {{district}} has no {{kind}} with a place.',
  noRoads:
    'Neither district {{district}} nor one above it has roads. Import them first: npm run roads -- import <file> --district CODE',
  nobody: 'no one',
  column: {
    name: 'Name',
    straight: 'Nearest by straight line',
    straightKm: 'Straight line (km)',
    open: 'First by road',
    openKm: 'Road (km)',
    openMinutes: 'On the road (min)',
    across: 'Between it and the road (verify)',
    now: 'First now',
    nowMinutes: 'On the road now (min)',
    nowEdge: 'Only up to the edge, then along the road (m)',
    nowOther: 'Its nearest road leads nowhere; by another, farther by (m)',
    threat: 'In the active area',
  },
};
