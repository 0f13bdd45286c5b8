/** What the person is looking at: the incident in question, the selected and the pointed-at record, the ranks. */
import type { ExpressionSpecification } from 'maplibre-gl';
import { offsetOfFeature } from './kind-offset.ts';
import { faded, FONT_BOLD } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

const always = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({
  id,
  shownWith: 'always',
  hit: false,
  draw,
});

const isOver: ExpressionSpecification = ['==', ['get', 'isOver'], true];

const shapeGlow = always('focus-shape-glow', ({ ground: c }) => ({
  type: 'line',
  source: 'focus-shapes',
  filter: ['!', isOver],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': c.accentHalo, 'line-width': 7, 'line-opacity': 0.9 },
}));

const shapeLine = always('focus-shape-line', ({ ground: c }) => ({
  type: 'line',
  source: 'focus-shapes',
  filter: ['!', isOver],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': c.accent, 'line-width': ['match', ['get', 'role'], 'selected', 3, 2] },
}));

/** Where a closure was that holds no more: grey and broken, so that nobody takes it for the route or for a closure. */
const shapeOver = always('focus-shape-over', ({ ground: c }) => ({
  type: 'line',
  source: 'focus-shapes',
  filter: isOver,
  paint: {
    'line-color': c.labelSoft,
    'line-width': 2.5,
    'line-dasharray': [1.5, 1.5],
    'line-opacity': 0.8,
  },
}));

/** The round ground of what is looked at, by its role; what is merely pointed at lies over what is selected. */
const halo = always('focus-halo', ({ iconPrefix }) => ({
  type: 'symbol',
  source: 'focus',
  filter: ['!=', ['get', 'role'], 'held'],
  layout: {
    'icon-image': ['concat', iconPrefix, 'disc/', ['get', 'role']],
    'icon-offset': offsetOfFeature(),
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['match', ['get', 'role'], 'hover', 1, 0],
  },
}));

const symbol = always('focus-symbol', ({ ground: c, iconPrefix }) => ({
  type: 'symbol',
  source: 'focus',
  layout: {
    'icon-image': ['concat', iconPrefix, ['get', 'icon']],
    'icon-size': 1.08,
    'icon-offset': offsetOfFeature(),
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['match', ['get', 'role'], 'incident', 3, 'hover', 2, 1],
    // What is pointed at is named where the pointer is: in the list, or beside the pointer on the map.
    'text-field': ['match', ['get', 'role'], 'hover', '', ['get', 'name']],
    'text-font': FONT_BOLD,
    'text-size': 12.5,
    'text-variable-anchor-offset': [
      'top',
      [0, 1.8],
      'bottom',
      [0, -1.8],
      'left',
      [1.8, 0],
      'right',
      [-1.8, 0],
    ],
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
      'icon-offset': offsetOfFeature(),
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': faded(1) },
  }),
};

/** How far the badge stands from the middle of its symbol, in image pixels. */
const BADGE = [12, -12] as const;
const BADGE_TEXT = 10;

/** The ranks. Where badges would lie on each other the better rank is written and the other comes nearer in. */
const rankBadge = always('rank-badge', ({ ground: c, iconPrefix }) => ({
  type: 'symbol',
  source: 'ranks',
  layout: {
    'icon-image': `${iconPrefix}disc/rank`,
    'icon-offset': offsetOfFeature(BADGE),
    'icon-padding': 0,
    'text-field': ['get', 'rank'],
    'text-font': FONT_BOLD,
    'text-size': BADGE_TEXT,
    'text-offset': offsetOfFeature(BADGE, BADGE_TEXT),
    'text-padding': 0,
    'symbol-sort-key': ['to-number', ['get', 'rank']],
  },
  paint: { 'text-color': c.accentHalo },
}));

export const FOCUS_SHAPE_LAYERS: readonly DrawnLayer[] = [shapeGlow, shapeOver, shapeLine];
export const FOCUS_LAYERS: readonly DrawnLayer[] = [rankSymbol, halo, symbol, rankBadge];
