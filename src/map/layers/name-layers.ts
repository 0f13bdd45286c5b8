/** Names written on the ground. They give way to a configured base map's own. */
import type { VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';
import { byZoom, FONT_BOLD, FONT_MEDIUM, FONT_REGULAR } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

/** Where a name may stand: on its place, beside it, or one line farther off where symbols crowd it. In ems. */
const LABEL_ANCHORS: VariableAnchorOffsetCollectionSpecification = [
  ...['center', [0, 0], 'top', [0, 0.9], 'bottom', [0, -0.9], 'left', [1, 0], 'right', [-1, 0]],
  ...['top', [0, 1.9], 'bottom', [0, -1.9], 'left', [2.2, 0], 'right', [-2.2, 0]],
  ...[
    'top-left',
    [1.6, 1.4],
    'top-right',
    [-1.6, 1.4],
    'bottom-left',
    [1.6, -1.4],
    'bottom-right',
    [-1.6, -1.4],
  ],
] as VariableAnchorOffsetCollectionSpecification;

const names = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({
  id,
  shownWith: 'names',
  hit: false,
  draw,
});

const waterwayNames = names('waterway-names', ({ ground: c }) => ({
  type: 'symbol',
  source: 'ground',
  minzoom: 10,
  filter: ['all', ['==', ['get', 'layer'], 'waterway'], ['!=', ['get', 'name'], '']],
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 420,
    'text-field': ['get', 'name'],
    'text-font': FONT_MEDIUM,
    'text-size': byZoom([10, 11], [15, 14]),
    'text-letter-spacing': 0.25,
    'text-max-angle': 35,
  },
  paint: { 'text-color': c.labelWater, 'text-halo-color': c.labelHalo, 'text-halo-width': 1.2 },
}));

const waterNames = names('water-names', ({ ground: c }) => ({
  type: 'symbol',
  source: 'ground',
  minzoom: 10,
  filter: ['all', ['==', ['get', 'layer'], 'water'], ['!=', ['get', 'name'], '']],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': FONT_MEDIUM,
    'text-size': byZoom([10, 11], [15, 14]),
    'text-letter-spacing': 0.15,
    'text-max-width': 6,
  },
  paint: { 'text-color': c.labelWater, 'text-halo-color': c.water, 'text-halo-width': 1 },
}));

const reliefNames = names('relief-names', ({ ground: c }) => ({
  type: 'symbol',
  source: 'ground',
  minzoom: 10.5,
  filter: [
    'all',
    ['in', ['get', 'layer'], ['literal', ['relief', 'green']]],
    ['!=', ['get', 'name'], ''],
  ],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': FONT_REGULAR,
    'text-size': 11,
    'text-letter-spacing': 0.2,
    'text-max-width': 7,
  },
  paint: { 'text-color': c.labelSoft, 'text-halo-color': c.labelHalo, 'text-halo-width': 1 },
}));

const roadNames = names('road-names', ({ ground: c }) => ({
  type: 'symbol',
  source: 'ground',
  minzoom: 12,
  filter: ['all', ['==', ['get', 'layer'], 'road'], ['!=', ['get', 'name'], '']],
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 380,
    'text-field': ['get', 'name'],
    'text-font': FONT_REGULAR,
    'text-size': byZoom([12, 10], [16, 12]),
    'text-letter-spacing': 0.08,
  },
  paint: { 'text-color': c.labelSoft, 'text-halo-color': c.labelHalo, 'text-halo-width': 1.4 },
}));

const townNames = names('town-names', ({ ground: c }) => ({
  type: 'symbol',
  source: 'places',
  minzoom: 8.5,
  maxzoom: 15,
  filter: ['!', ['in', ['get', 'class'], ['literal', ['county', 'village']]]],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': FONT_MEDIUM,
    'text-size': byZoom([9, 11.5], [13, 15]),
    'text-letter-spacing': 0.06,
    'text-padding': 2,
    'text-variable-anchor-offset': LABEL_ANCHORS,
    'text-justify': 'auto',
  },
  paint: { 'text-color': c.label, 'text-halo-color': c.labelHalo, 'text-halo-width': 1.6 },
}));

const villageNames = names('village-names', ({ ground: c }) => ({
  type: 'symbol',
  source: 'places',
  minzoom: 12,
  filter: ['==', ['get', 'class'], 'village'],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': FONT_REGULAR,
    'text-size': 11,
    'text-padding': 4,
  },
  paint: { 'text-color': c.labelSoft, 'text-halo-color': c.labelHalo, 'text-halo-width': 1.4 },
}));

const countyNames = names('county-names', ({ ground: c }) => ({
  type: 'symbol',
  source: 'places',
  maxzoom: 12.5,
  filter: ['==', ['get', 'class'], 'county'],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': FONT_BOLD,
    'text-size': byZoom([7, 13], [11, 19]),
    'text-letter-spacing': 0.3,
    'text-padding': 3,
    'text-variable-anchor-offset': LABEL_ANCHORS,
    'text-justify': 'auto',
  },
  paint: { 'text-color': c.label, 'text-halo-color': c.labelHalo, 'text-halo-width': 1.8 },
}));

export const NAME_LAYERS: readonly DrawnLayer[] = [
  roadNames,
  reliefNames,
  waterwayNames,
  waterNames,
  villageNames,
  townNames,
  countyNames,
];
