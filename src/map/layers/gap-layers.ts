/** Suspicious gaps of a road network under repair: both dead ends and what lies between; the one gone to stands out. */
import type { DrawnLayer } from '../style/layer.ts';

const always = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({
  id,
  shownWith: 'always',
  hit: false,
  draw,
});

const road = always('gap-roads', ({ ground: c }) => ({
  type: 'line',
  source: 'gaps',
  filter: ['==', ['get', 'road'], true],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': c.accent, 'line-width': 2.5, 'line-opacity': 0.6 },
}));

const between = always('gap-between', ({ ground: c }) => ({
  type: 'line',
  source: 'gaps',
  filter: ['all', ['!=', ['geometry-type'], 'Point'], ['==', ['get', 'road'], false]],
  layout: { 'line-cap': 'round' },
  paint: {
    'line-color': c.accent,
    'line-width': ['case', ['get', 'lit'], 4, 2],
    'line-dasharray': [0.6, 1.6],
  },
}));

const ends = always('gap-ends', ({ ground: c }) => ({
  type: 'circle',
  source: 'gaps',
  filter: ['==', ['geometry-type'], 'Point'],
  paint: {
    'circle-radius': ['case', ['get', 'lit'], 9, 4],
    'circle-color': c.accentHalo,
    'circle-opacity': ['case', ['get', 'lit'], 0.35, 0.9],
    'circle-stroke-color': c.accent,
    'circle-stroke-width': ['case', ['get', 'lit'], 3.4, 2],
  },
}));

export const GAP_LAYERS: readonly DrawnLayer[] = [road, between, ends];
