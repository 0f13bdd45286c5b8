/** What the person is looking at: the incident in question, the selected and the pointed-at record, the ranks. */
import { faded, FONT_BOLD } from './layer.ts';
import type { DrawnLayer } from './layer.ts';

const always = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({ id, shownWith: 'always', hit: false, draw });

const shapeGlow = always('focus-shape-glow', ({ ground: c }) => ({
  type: 'line',
  source: 'focus-shapes',
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': c.accentHalo, 'line-width': 7, 'line-opacity': 0.9 },
}));

const shapeLine = always('focus-shape-line', ({ ground: c }) => ({
  type: 'line',
  source: 'focus-shapes',
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': c.accent, 'line-width': ['match', ['get', 'role'], 'selected', 3, 2] },
}));

const halo = always('focus-halo', ({ ground: c }) => ({
  type: 'circle',
  source: 'focus',
  filter: ['!=', ['get', 'role'], 'hover'],
  paint: {
    'circle-radius': ['match', ['get', 'role'], 'incident', 24, 19],
    'circle-color': c.accentHalo,
    'circle-opacity': 0.6,
    'circle-stroke-color': c.accent,
    'circle-stroke-width': 2.2,
  },
}));

const hoverHalo = always('focus-hover-halo', ({ ground: c }) => ({
  type: 'circle',
  source: 'focus',
  filter: ['==', ['get', 'role'], 'hover'],
  paint: {
    'circle-radius': 18,
    'circle-color': c.accentHalo,
    'circle-opacity': 0.75,
    'circle-stroke-color': c.accent,
    'circle-stroke-width': 1.2,
  },
}));

const symbol = always('focus-symbol', ({ ground: c, iconPrefix }) => ({
  type: 'symbol',
  source: 'focus',
  layout: {
    'icon-image': ['concat', iconPrefix, ['get', 'icon']],
    'icon-size': 1.08,
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['match', ['get', 'role'], 'incident', 3, 'hover', 2, 1],
    // What is pointed at is named where the pointer is: in the list, or beside the pointer on the map.
    'text-field': ['match', ['get', 'role'], 'hover', '', ['get', 'name']],
    'text-font': FONT_BOLD,
    'text-size': 12.5,
    'text-variable-anchor-offset': ['top', [0, 1.8], 'bottom', [0, -1.8], 'left', [1.8, 0], 'right', [-1.8, 0]],
    'text-justify': 'auto',
    'text-max-width': 12,
    'text-optional': true,
  },
  paint: {
    'icon-opacity': faded(1),
    'text-color': c.label,
    'text-halo-color': c.labelHalo,
    'text-halo-width': 2,
  },
}));

/** A candidate stands on the map even where its kind gathers into clusters or is switched off. */
const rankSymbol: DrawnLayer = {
  id: 'rank-symbol',
  shownWith: 'always',
  hit: true,
  draw: ({ iconPrefix }) => ({
    type: 'symbol',
    source: 'ranks',
    filter: ['has', 'icon'],
    layout: {
      'icon-image': ['concat', iconPrefix, ['get', 'icon']],
      'icon-size': 1,
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': faded(1) },
  }),
};

const rankBadge = always('rank-badge', ({ ground: c }) => ({
  type: 'circle',
  source: 'ranks',
  paint: {
    'circle-radius': 7.5,
    'circle-color': c.accent,
    'circle-stroke-color': c.accentHalo,
    'circle-stroke-width': 1.2,
    'circle-translate': [12, -12],
  },
}));

const rankNumber = always('rank-number', ({ ground: c }) => ({
  type: 'symbol',
  source: 'ranks',
  layout: {
    'text-field': ['get', 'rank'],
    'text-font': FONT_BOLD,
    'text-size': 10,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  paint: { 'text-color': c.accentHalo, 'text-translate': [12, -12] },
}));

export const FOCUS_SHAPE_LAYERS: readonly DrawnLayer[] = [shapeGlow, shapeLine];
export const FOCUS_LAYERS: readonly DrawnLayer[] = [rankSymbol, halo, hoverHalo, symbol, rankBadge, rankNumber];
