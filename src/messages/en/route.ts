import type { Translation } from '../shape.ts';
import type { route as zh } from '../zh-CN/route.ts';

export const route: Translation<typeof zh> = {
  titleFrom: 'Route from {{name}}',
  titleTo: 'Route to {{name}}',
  summary: 'Directions',
  total: '{{distance}}, about {{duration}}',
  stepsCount: '{{count}} {{count, plural(one: step; many: steps)}}',
  list: 'Step by step',
  keys: 'Up and down arrows move and highlight the stretch on the map; Enter shows it',
  copy: 'Copy directions',
  unnamed: 'an unnamed road',
  step: {
    depart: 'Set out along {{road}} for {{distance}}',
    straight: 'Continue straight onto {{road}} for {{distance}}',
    'slight-left': 'Bear left onto {{road}} for {{distance}}',
    'slight-right': 'Bear right onto {{road}} for {{distance}}',
    left: 'Turn left onto {{road}} for {{distance}}',
    right: 'Turn right onto {{road}} for {{distance}}',
    'sharp-left': 'Turn sharp left onto {{road}} for {{distance}}',
    'sharp-right': 'Turn sharp right onto {{road}} for {{distance}}',
    'turn-back': 'Turn back along {{road}} for {{distance}}',
    roundabout: 'At the roundabout take exit {{exit}} onto {{road}} for {{distance}}',
  },
  walkFirst: 'Walk about {{distance}} from the incident to the road',
  walkLast: 'Walk the last {{distance}} or so to the incident',
  closedFirst:
    'From the incident about {{distance}} along the closed road to the edge of the area, time not counted',
  closedLast:
    'The open road ends here. About {{distance}} of closed road remain to the incident, time not counted',
  arrive: 'Arrive at the incident',
  arriveAt: 'Arrive at {{name}}',
  mayBeOld:
    'Calculated from the imported roads and the closures recorded now; conditions on site take precedence',
};
