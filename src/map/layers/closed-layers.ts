/** Closed stretches of road: broken lines with crosses on them, so that they read without colour. Drafts are dotted. */
import type { FilterSpecification } from 'maplibre-gl';
import { KIND_INKS, PAPER } from '../../core/symbols/index.ts';
import type { ClosedProperties } from '../features/closed-features.ts';
import { byZoom } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

const is = (...roles: ClosedProperties['role'][]): FilterSpecification => [
  'in',
  ['get', 'role'],
  ['literal', roles],
];

const closed = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({
  id,
  shownWith: 'closure',
  hit: false,
  draw,
});
const width = byZoom([9, 1.6], [14, 4], [17, 8]);

const casing = closed('closed-casing', ({ theme }) => ({
  type: 'line',
  source: 'closed-roads',
  filter: is('closed', 'draft'),
  layout: { 'line-join': 'round' },
  paint: { 'line-color': PAPER[theme], 'line-width': byZoom([9, 3.4], [14, 7.5], [17, 12]) },
}));

const line = closed('closed-line', ({ theme }) => ({
  type: 'line',
  source: 'closed-roads',
  filter: is('closed'),
  paint: {
    'line-color': KIND_INKS.closure[theme].fill,
    'line-width': width,
    'line-dasharray': [1.6, 0.7],
  },
}));

const draft = closed('closed-draft', ({ theme }) => ({
  type: 'line',
  source: 'closed-roads',
  filter: is('draft'),
  paint: {
    'line-color': KIND_INKS.closure[theme].fill,
    'line-width': width,
    'line-dasharray': [0.5, 0.9],
  },
}));

const cross = closed('closed-cross', ({ iconPrefix }) => ({
  type: 'symbol',
  source: 'closed-roads',
  minzoom: 10,
  filter: is('closed', 'draft'),
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 54,
    'icon-image': `${iconPrefix}pattern/closed-cross`,
    'icon-size': byZoom([10, 0.6], [14, 1]),
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'icon-padding': 0,
  },
}));

const aim: DrawnLayer = {
  id: 'closed-aim',
  shownWith: 'always',
  hit: false,
  draw: ({ ground: c }) => ({
    type: 'line',
    source: 'closed-roads',
    filter: is('aim'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': c.accent,
      'line-width': byZoom([9, 5], [14, 9], [17, 14]),
      'line-opacity': 0.75,
    },
  }),
};

export const CLOSED_LAYERS: readonly DrawnLayer[] = [casing, line, draft, cross, aim];
