import type { Translation } from '../shape.ts';
import type { map as zh } from '../zh-CN/map.ts';

export const map: Translation<typeof zh> = {
  label: 'Map: arrow keys move, plus and minus zoom, Enter chooses what is under the cross',
  glyph: { hazard: 'H', shelter: 'S', depot: 'D', team: 'T' },
  controls: 'Map controls',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  north: 'North (click to face north again)',
  showAll: 'Show the whole district',
  fullScreen: 'Full screen',
  localGround: 'Base map: this district’s own data (offline)',
  cluster: '{{kind}} × {{count}}',
  clusterHint: 'Click to open',
  record: '{{kind}}: {{name}}',
  cross: {
    place: 'Press Enter to put the incident under the cross, Esc to cancel',
    choose: '{{what}}. Press Enter to choose',
    nothing: 'Nothing under the cross',
  },
  cannotDraw:
    'This device has no WebGL 2, so the map cannot be drawn. Lists, search and ranking work as usual.',
  baseFailed: 'The base map “{{name}}” cannot be loaded; the local one is shown.',
  contextLost:
    'The graphics card interrupted the map; it will be redrawn when the card is available again. The list works as usual. If the map does not come back, reload the page: unsaved incidents are kept.',
  linesMissing:
    'The lines cannot be drawn yet (no response from the server). The list works as usual.',
};
