import type { Translation } from '../shape.ts';
import type { route as zh } from '../zh-CN/route.ts';

export const route: Translation<typeof zh> = {
  titleFrom: 'The way of {{name}}',
  titleTo: 'The way to {{name}}',
  summary: 'Directions',
  total: '{{distance}}, about {{duration}}',
  stepsCount: '{{count}} {{count, plural(one: step; many: steps)}}',
  list: 'Step by step',
  keys: 'Up and down arrows move and light the stretch on the map; Enter shows it',
  copy: 'Copy directions',
  unnamed: 'a road without a name',
  step: {
    depart: 'Set out along {{road}} for {{distance}}',
    straight: 'Straight on into {{road}} for {{distance}}',
    'slight-left': 'Bear left into {{road}} for {{distance}}',
    'slight-right': 'Bear right into {{road}} for {{distance}}',
    left: 'Turn left into {{road}} for {{distance}}',
    right: 'Turn right into {{road}} for {{distance}}',
    'sharp-left': 'Turn sharp left into {{road}} for {{distance}}',
    'sharp-right': 'Turn sharp right into {{road}} for {{distance}}',
    'turn-back': 'Turn back along {{road}} for {{distance}}',
    roundabout: 'At the roundabout take exit {{exit}} into {{road}} for {{distance}}',
  },
  walkFirst: 'Walk about {{distance}} from the incident to the road',
  walkLast: 'Walk the last {{distance}} or so to the incident',
  closedFirst:
    'From the incident about {{distance}} along the closed road to the edge of the area, time not counted',
  closedLast:
    'The open road ends here. About {{distance}} of closed road are left to the incident, time not counted',
  arrive: 'Arrive at the incident',
  arriveAt: 'Arrive at {{name}}',
  mayBeOld:
    'Reckoned on the imported roads and the closures recorded now; what is found there rules',
};
