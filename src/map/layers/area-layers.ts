/** Active areas: crossed hatching, a heavy double edge and a word, so that they read without colour. */
import type { FilterSpecification } from 'maplibre-gl';
import { KIND_INKS, PAPER } from '../../core/symbols/index.ts';
import { translate } from '../../messages/index.ts';
import { byZoom, FONT_BOLD } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const active = (id: string, draw: DrawnLayer['draw'], hit = false): DrawnLayer => ({
  id,
  shownWith: 'always',
  hit,
  draw,
});

export const ACTIVE_LAYERS: readonly DrawnLayer[] = [
  active(
    'active-area',
    ({ theme }) => ({
      type: 'fill',
      source: 'active-areas',
      filter: isArea,
      paint: {
        'fill-color': KIND_INKS.hazard[theme].fill,
        'fill-opacity': theme === 'day' ? 0.12 : 0.2,
      },
    }),
    true,
  ),
  active('active-hatch', ({ iconPrefix }) => ({
    type: 'fill',
    source: 'active-areas',
    filter: isArea,
    paint: { 'fill-pattern': `${iconPrefix}pattern/active-area`, 'fill-opacity': 0.75 },
  })),
  active('active-edge-casing', ({ theme }) => ({
    type: 'line',
    source: 'active-areas',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': KIND_INKS.hazard[theme].fill, 'line-width': byZoom([9, 4], [14, 7]) },
  })),
  active('active-edge', ({ theme }) => ({
    type: 'line',
    source: 'active-areas',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': PAPER[theme], 'line-width': byZoom([9, 1.4], [14, 2.6]) },
  })),
];

/** What it is called, that it is active, and how deep the water is. */
export const ACTIVE_WORDS: readonly DrawnLayer[] = [
  active('active-words', ({ theme, language }) => ({
    type: 'symbol',
    source: 'active-areas',
    minzoom: 10,
    layout: {
      'text-field': [
        'concat',
        ['get', 'name'],
        '\n',
        translate(language, 'areas.map.active'),
        ['case', ['==', ['get', 'depth'], ''], '', ['concat', ' · ', ['get', 'depth']]],
      ],
      'text-font': FONT_BOLD,
      'text-size': byZoom([10, 11], [14, 13]),
      'text-max-width': 9,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.6,
      'text-padding': 2,
    },
    paint: {
      'text-color': KIND_INKS.hazard[theme].fill,
      'text-halo-color': PAPER[theme],
      'text-halo-width': 2,
    },
  })),
];
