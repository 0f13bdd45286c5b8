/** Land, green, relief and water of the local base map. */
import { byZoom, ground } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

const background = ground('background', ({ ground: c, hasLand }) => ({
  type: 'background',
  paint: { 'background-color': hasLand ? c.outside : c.land },
}));

const land = ground('land', ({ ground: c }) => ({
  type: 'fill',
  source: 'boundaries',
  filter: ['in', ['get', 'level'], ['literal', ['province', 'prefecture', 'county']]],
  paint: { 'fill-color': c.land, 'fill-antialias': false },
}));

const landDrawn = ground('land-drawn', ({ ground: c }) => ({
  type: 'fill',
  source: 'ground',
  filter: ['==', ['get', 'layer'], 'land'],
  paint: { 'fill-color': c.land },
}));

const relief = ground('relief', ({ ground: c, theme }) => ({
  type: 'fill',
  source: 'ground',
  filter: ['==', ['get', 'layer'], 'relief'],
  paint: { 'fill-color': c.relief, 'fill-opacity': theme === 'day' ? 0.3 : 0.35 },
}));

const reliefLine = ground('relief-line', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  filter: ['==', ['get', 'layer'], 'relief'],
  paint: {
    'line-color': c.reliefLine,
    'line-width': byZoom([9, 0.3], [14, 0.9]),
    'line-opacity': 0.8,
  },
}));

const green = ground('green', ({ ground: c }) => ({
  type: 'fill',
  source: 'ground',
  filter: ['==', ['get', 'layer'], 'green'],
  paint: { 'fill-color': c.green, 'fill-opacity': 0.85 },
}));

const water = ground('water', ({ ground: c }) => ({
  type: 'fill',
  source: 'ground',
  filter: ['==', ['get', 'layer'], 'water'],
  paint: { 'fill-color': c.water, 'fill-outline-color': c.waterEdge },
}));

const waterway = ground('waterway', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  filter: ['==', ['get', 'layer'], 'waterway'],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: {
    'line-color': c.waterway,
    'line-width': [
      'interpolate',
      ['exponential', 1.4],
      ['zoom'],
      8,
      ['match', ['get', 'class'], 'river', 1.4, 0.5],
      16,
      ['match', ['get', 'class'], 'river', 12, 4],
    ],
  },
}));

/** What lies beyond the loaded districts steps back, so that the eye stays inside. */
const outside = ground('outside', ({ ground: c, covered }) => ({
  type: 'fill',
  source: 'outside',
  paint: {
    'fill-color': c.outside,
    'fill-opacity': covered ? 0.35 : 0.92,
    'fill-antialias': false,
  },
}));

const boundaryBand = ground('boundary-band', ({ ground: c }) => ({
  type: 'line',
  source: 'boundaries',
  filter: ['==', ['get', 'level'], 'county'],
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': c.boundaryBand,
    'line-width': byZoom([8, 4], [13, 9]),
    'line-opacity': 0.16,
  },
}));

const boundaryTownship = ground('boundary-township', ({ ground: c }) => ({
  type: 'line',
  source: 'boundaries',
  minzoom: 9,
  filter: ['in', ['get', 'level'], ['literal', ['township', 'village']]],
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': c.boundary,
    'line-width': 0.9,
    'line-opacity': 0.55,
    'line-dasharray': [3, 2.5],
  },
}));

const boundaryCounty = ground('boundary-county', ({ ground: c }) => ({
  type: 'line',
  source: 'boundaries',
  filter: ['in', ['get', 'level'], ['literal', ['province', 'prefecture', 'county']]],
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': c.boundary,
    'line-width': byZoom([8, 1], [13, 1.8]),
    'line-dasharray': [6, 2, 1, 2],
  },
}));

export const GROUND_LAYERS: readonly DrawnLayer[] = [
  background,
  landDrawn,
  land,
  relief,
  reliefLine,
  green,
  waterway,
  water,
];
export const BOUNDARY_LAYERS: readonly DrawnLayer[] = [
  outside,
  boundaryBand,
  boundaryTownship,
  boundaryCounty,
];
