/** Places of a file that is being imported: on the map before they are in the register, so unlike anything that is. */
import type { DrawnLayer } from '../style/layer.ts';

const always = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({
  id,
  shownWith: 'always',
  hit: false,
  draw,
});

const area = always('sample-area', ({ ground: c }) => ({
  type: 'fill',
  source: 'sample',
  filter: ['==', ['geometry-type'], 'Polygon'],
  paint: { 'fill-color': c.accent, 'fill-opacity': 0.18 },
}));

const line = always('sample-line', ({ ground: c }) => ({
  type: 'line',
  source: 'sample',
  filter: ['!=', ['geometry-type'], 'Point'],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': c.accent, 'line-width': 2, 'line-dasharray': [2, 1.4] },
}));

const point = always('sample-point', ({ ground: c }) => ({
  type: 'circle',
  source: 'sample',
  filter: ['==', ['geometry-type'], 'Point'],
  paint: {
    'circle-radius': 5,
    'circle-color': c.accentHalo,
    'circle-stroke-color': c.accent,
    'circle-stroke-width': 2.4,
  },
}));

export const SAMPLE_LAYERS: readonly DrawnLayer[] = [area, line, point];
