/** Symbols of the records, clustered where dense, with their names where there is room. */
import type { ExpressionSpecification } from 'maplibre-gl';
import { KIND_INKS, PAPER } from '../../core/symbols/index.ts';
import type { MapLayer } from '../../state/session.ts';
import { offsetOf } from './kind-offset.ts';
import { byZoom, faded, fadedText, FONT_BOLD, FONT_MEDIUM, FONT_REGULAR } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

/** Kinds that gather into clusters; an incident or a closure is never hidden in a number. */
export const CLUSTERED: readonly MapLayer[] = ['hazard', 'shelter', 'depot', 'team'];

const symbolSize = byZoom([8, 0.66], [10.5, 0.84], [14, 1.05]);
/** How far the count stands below the middle of the shape, in ems: a triangle's middle is lower. */
const COUNT_BELOW: Partial<Record<MapLayer, number>> = { hazard: 0.42, shelter: 0.14 };
/** A pixel of a cluster's image in ems of its count: both grow with the zoom, nearly alike. */
const EM_PER_PIXEL = 0.075;

/** Where the count stands, so that it is in the shape wherever that is. */
function countOffset(kind: MapLayer): [number, number] {
  const [right, down] = offsetOf(kind);
  return [right * EM_PER_PIXEL, down * EM_PER_PIXEL + (COUNT_BELOW[kind] ?? 0)];
}

function clusters(kind: MapLayer): DrawnLayer {
  return {
    id: `${kind}-cluster`,
    shownWith: kind,
    hit: true,
    draw: ({ theme, iconPrefix }) => ({
      type: 'symbol',
      source: `point-${kind}`,
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': `${iconPrefix}cluster/${kind}`,
        'icon-size': byZoom([8, 0.62], [10, 0.78], [12, 0.95]),
        'icon-offset': offsetOf(kind),
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': FONT_BOLD,
        'text-size': byZoom([8, 9.5], [10, 10.5], [12, 12]),
        'text-offset': countOffset(kind),
        'text-allow-overlap': true,
        'text-padding': 0,
      },
      paint: { 'text-color': KIND_INKS[kind][theme].fill },
    }),
  };
}

const single: ExpressionSpecification = ['!', ['has', 'point_count']];
const isOver: ExpressionSpecification = ['==', ['get', 'state'], 'hollow'];

/** Incidents that are over step back: small, faint, below everything that matters now. */
const pastIncidents: DrawnLayer = {
  id: 'incident-past',
  shownWith: 'incident',
  hit: true,
  draw: ({ iconPrefix }) => ({
    type: 'symbol',
    source: 'point-incident',
    minzoom: 10.8,
    filter: isOver,
    layout: {
      'icon-image': ['concat', iconPrefix, ['get', 'icon']],
      'icon-size': byZoom([11, 0.42], [15, 0.7]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': 0.6 },
  }),
};

function symbols(kind: MapLayer, filter: ExpressionSpecification = single): DrawnLayer {
  return {
    id: `${kind}-symbol`,
    shownWith: kind,
    hit: true,
    draw: ({ theme, iconPrefix, ground }) => ({
      type: 'symbol',
      source: `point-${kind}`,
      filter,
      layout: {
        'icon-image': ['concat', iconPrefix, ['get', 'icon']],
        'icon-size': symbolSize,
        'icon-offset': offsetOf(kind),
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-sort-key': ['get', 'weight'],
        'text-field': ['step', ['zoom'], '', 12.5, ['get', 'name']],
        'text-font': FONT_MEDIUM,
        'text-size': byZoom([12, 10.5], [15, 12]),
        'text-variable-anchor-offset': [
          'top',
          [0, 1.25],
          'bottom',
          [0, -1.25],
          'left',
          [1.35, 0],
          'right',
          [-1.35, 0],
        ],
        'text-justify': 'auto',
        'text-optional': true,
        'text-max-width': 8,
        'text-padding': 1,
      },
      paint: {
        'icon-opacity': faded(1),
        'text-color': theme === 'day' ? KIND_INKS[kind].day.fill : ground.label,
        'text-halo-color': ground.labelHalo,
        'text-halo-width': 1.4,
        'text-opacity': fadedText,
      },
    }),
  };
}

const isUnknown: ExpressionSpecification = ['==', ['get', 'state'], 'unknown'];

/** Settlements are many and small: a dot, and a name when there is room. */
const settlementDots: DrawnLayer = {
  id: 'settlement-symbol',
  shownWith: 'settlement',
  hit: true,
  draw: ({ theme }) => ({
    type: 'circle',
    source: 'point-settlement',
    minzoom: 9,
    paint: {
      'circle-radius': byZoom([9, 1.4], [12, 2.6], [15, 4.5]),
      'circle-color': ['case', isUnknown, PAPER[theme], KIND_INKS.settlement[theme].fill],
      'circle-stroke-color': ['case', isUnknown, KIND_INKS.settlement[theme].fill, PAPER[theme]],
      'circle-stroke-width': byZoom([9, 0.6], [13, 1.2]),
      'circle-opacity': faded(1),
      'circle-stroke-opacity': faded(1),
    },
  }),
};

const settlementNames: DrawnLayer = {
  id: 'settlement-names',
  shownWith: 'settlement',
  hit: false,
  draw: ({ ground }) => ({
    type: 'symbol',
    source: 'point-settlement',
    minzoom: 11.3,
    layout: {
      'symbol-sort-key': ['-', 0, ['get', 'weight']],
      'text-field': ['get', 'name'],
      'text-font': FONT_REGULAR,
      'text-size': byZoom([11, 10.5], [15, 12.5]),
      'text-variable-anchor-offset': [
        'top',
        [0, 0.5],
        'bottom',
        [0, -0.5],
        'left',
        [0.6, 0],
        'right',
        [-0.6, 0],
      ],
      'text-justify': 'auto',
      'text-max-width': 7,
      'text-padding': 3,
    },
    paint: {
      'text-color': ground.labelSoft,
      'text-halo-color': ground.labelHalo,
      'text-halo-width': 1.4,
      'text-opacity': fadedText,
    },
  }),
};

export const SETTLEMENT_LAYERS: readonly DrawnLayer[] = [settlementDots, settlementNames];
export const POINT_LAYERS: readonly DrawnLayer[] = [
  pastIncidents,
  symbols('evacuation_route'),
  ...CLUSTERED.flatMap((kind) => [symbols(kind), clusters(kind)]),
  symbols('closure'),
  symbols('incident', ['!', isOver]),
];
