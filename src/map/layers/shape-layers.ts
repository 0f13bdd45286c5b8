/** Affected areas, evacuation routes and closed stretches of road. */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { KIND_INKS, PAPER } from '../../core/symbols/index.ts';
import type { MapLayer } from '../../state/session.ts';
import { byZoom, faded } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const isLine: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
const has = (state: 'unknown' | 'barred'): ExpressionSpecification => [
  '==',
  ['get', 'state'],
  state,
];

/** The area of a kind: a light wash, hatched for hazards, with an edge that holds in black and white. */
function area(kind: MapLayer): DrawnLayer[] {
  return [
    {
      id: `${kind}-area`,
      shownWith: kind,
      hit: true,
      draw: ({ theme }) => ({
        type: 'fill',
        source: `shape-${kind}`,
        filter: isArea,
        paint: {
          'fill-color': KIND_INKS[kind][theme].fill,
          'fill-opacity': faded(theme === 'day' ? 0.1 : 0.14),
        },
      }),
    },
    {
      id: `${kind}-area-edge`,
      shownWith: kind,
      hit: false,
      draw: ({ theme }) => ({
        type: 'line',
        source: `shape-${kind}`,
        filter: isArea,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': KIND_INKS[kind][theme].fill,
          'line-width': byZoom([9, 0.8], [14, 1.6]),
          'line-opacity': faded(0.85),
        },
      }),
    },
  ];
}

const hazardHatch: DrawnLayer = {
  id: 'hazard-area-hatch',
  shownWith: 'hazard',
  hit: false,
  draw: ({ iconPrefix, theme }) => ({
    type: 'fill',
    source: 'shape-hazard',
    filter: isArea,
    paint: {
      'fill-pattern': `${iconPrefix}pattern/hazard-area`,
      'fill-opacity': theme === 'day' ? 0.45 : 0.4,
    },
  }),
};

/** Villages that came as areas: an outline only, or a map of villages would be nothing but wash. */
const settlementEdge: DrawnLayer = {
  id: 'settlement-area-edge',
  shownWith: 'settlement',
  hit: false,
  draw: ({ theme }) => ({
    type: 'line',
    source: 'shape-settlement',
    minzoom: 11.5,
    filter: isArea,
    paint: {
      'line-color': KIND_INKS.settlement[theme].fill,
      'line-width': 0.8,
      'line-opacity': 0.5,
      'line-dasharray': [1, 2],
    },
  }),
};

const line = (id: string, kind: MapLayer, draw: DrawnLayer['draw'], hit = false): DrawnLayer => ({
  id,
  shownWith: kind,
  hit,
  draw,
});
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

const ROUTE_LAYERS: DrawnLayer[] = [
  line('route-casing', 'evacuation_route', ({ theme }) => ({
    type: 'line',
    source: 'shape-evacuation_route',
    filter: isLine,
    layout: round,
    paint: {
      'line-color': PAPER[theme],
      'line-width': byZoom([9, 2], [11, 3.4], [14, 6.4]),
      'line-opacity': faded(0.9),
    },
  })),
  line(
    'route-open',
    'evacuation_route',
    ({ theme }) => ({
      type: 'line',
      source: 'shape-evacuation_route',
      filter: ['all', isLine, ['!', has('unknown')], ['!', has('barred')]],
      layout: round,
      paint: {
        'line-color': KIND_INKS.evacuation_route[theme].fill,
        'line-width': byZoom([9, 0.9], [11, 1.6], [14, 3.4]),
        'line-opacity': faded(1),
      },
    }),
    true,
  ),
  line(
    'route-unknown',
    'evacuation_route',
    ({ theme }) => ({
      type: 'line',
      source: 'shape-evacuation_route',
      filter: ['all', isLine, has('unknown')],
      paint: {
        'line-color': KIND_INKS.evacuation_route[theme].fill,
        'line-width': byZoom([9, 0.9], [11, 1.6], [14, 3.2]),
        'line-dasharray': [1.6, 1.4],
        'line-opacity': faded(1),
      },
    }),
    true,
  ),
  line(
    'route-blocked',
    'evacuation_route',
    ({ theme }) => ({
      type: 'line',
      source: 'shape-evacuation_route',
      filter: ['all', isLine, has('barred')],
      paint: {
        'line-color': KIND_INKS.closure[theme].fill,
        'line-width': byZoom([9, 1], [11, 2], [14, 4]),
        'line-dasharray': [0.4, 0.9],
        'line-opacity': faded(1),
      },
    }),
    true,
  ),
  line('route-arrows', 'evacuation_route', ({ iconPrefix }) => ({
    type: 'symbol',
    source: 'shape-evacuation_route',
    minzoom: 10.5,
    filter: ['all', isLine, ['!', has('barred')]],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 90,
      'icon-image': `${iconPrefix}pattern/route-arrow`,
      'icon-size': byZoom([10, 0.6], [14, 1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': faded(1) },
  })),
];

/** What does not hold now, or is not saved, is faint. */
const notYet: ExpressionSpecification = ['case', ['==', ['get', 'state'], 'hollow'], 0.45, 1];

const CLOSURE_LAYERS: DrawnLayer[] = [
  line('closure-casing', 'closure', ({ theme }) => ({
    type: 'line',
    source: 'shape-closure',
    filter: isLine,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': KIND_INKS.closure[theme].fill,
      'line-width': byZoom([9, 4], [14, 9]),
      'line-opacity': notYet,
    },
  })),
  line(
    'closure-bars',
    'closure',
    ({ theme }) => ({
      type: 'line',
      source: 'shape-closure',
      filter: isLine,
      paint: {
        'line-color': KIND_INKS.closure[theme].onFill,
        'line-width': byZoom([9, 2.2], [14, 5.5]),
        'line-dasharray': [0.8, 0.8],
        'line-opacity': notYet,
      },
    }),
    true,
  ),
];

export const AREA_LAYERS: readonly DrawnLayer[] = [
  settlementEdge,
  ...area('hazard'),
  hazardHatch,
  ...area('shelter'),
  ...area('depot'),
  ...area('closure'),
  ...area('incident'),
];
export const LINE_LAYERS: readonly DrawnLayer[] = [...ROUTE_LAYERS, ...CLOSURE_LAYERS];
