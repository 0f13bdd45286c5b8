/** The bands of minutes until the first team: a wash under names and symbols, with edges and words that hold in black and white. */
import type { FilterSpecification } from 'maplibre-gl';
import { BAND_EDGE, BEYOND_INK } from '../../core/symbols/index.ts';
import { translate } from '../../messages/index.ts';
import { FONT_BOLD, byZoom } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

const always = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({
  id,
  shownWith: 'always',
  hit: false,
  draw,
});

const isBand: FilterSpecification = ['has', 'minutes'];

const fill = always('band-fill', ({ theme }) => ({
  type: 'fill',
  source: 'bands',
  filter: isBand,
  paint: {
    'fill-color': ['get', theme],
    'fill-opacity': byZoom([10, 0.5], [13, 0.28]),
    'fill-antialias': false,
  },
}));

const beyond = always('band-beyond', ({ iconPrefix, theme }) => ({
  type: 'fill',
  source: 'bands',
  filter: ['has', 'beyond'],
  paint: {
    'fill-pattern': `${iconPrefix}pattern/beyond-area`,
    'fill-opacity': theme === 'day' ? 0.8 : 0.7,
  },
}));

const beyondEdge = always('band-beyond-edge', ({ theme }) => ({
  type: 'line',
  source: 'bands',
  filter: ['has', 'beyond'],
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': BEYOND_INK[theme],
    'line-width': byZoom([8, 0.6], [13, 1.2]),
    'line-opacity': 0.75,
    'line-dasharray': [3, 2],
  },
}));

const edge = always('band-edge', ({ theme }) => ({
  type: 'line',
  source: 'bands',
  filter: isBand,
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': BAND_EDGE[theme],
    'line-width': byZoom([8, 0.6], [13, 1.2]),
    'line-opacity': 0.75,
  },
}));

/** Along the edge, so that each band says up to when it is. */
const words = always('band-words', ({ theme, language, ground: c }) => ({
  type: 'symbol',
  source: 'bands',
  minzoom: 8.5,
  filter: isBand,
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 180,
    'text-field': translate(language, 'timeMap.onEdge', { minutes: '{minutes}' }),
    'text-font': FONT_BOLD,
    'text-size': 12,
    'text-max-angle': 60,
    'text-padding': 4,
  },
  paint: { 'text-color': BAND_EDGE[theme], 'text-halo-color': c.labelHalo, 'text-halo-width': 1.8 },
}));

export const BAND_LAYERS: readonly DrawnLayer[] = [beyond, beyondEdge, fill, edge];
export const BAND_WORDS: readonly DrawnLayer[] = [words];
