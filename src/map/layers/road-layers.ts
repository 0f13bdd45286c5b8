/** Roads and railways of the local base map: casing below, fill above, by class. */
import type { ExpressionSpecification } from 'maplibre-gl';
import { ground } from '../style/layer.ts';
import type { DrawnLayer } from '../style/layer.ts';

/** Widths in CSS pixels at zoom 8, 12 and 17, and the zoom a class first shows at. */
const CLASSES = {
  motorway: [1.8, 4.2, 22],
  trunk: [1.6, 3.6, 20],
  primary: [1.3, 3.1, 18],
  secondary: [1, 2.4, 15],
  tertiary: [0.6, 1.6, 12],
  residential: [0.2, 0.8, 9],
  track: [0.1, 0.7, 4],
} as const;
type RoadClass = keyof typeof CLASSES;

const NAMES = Object.keys(CLASSES) as RoadClass[];
const MINOR: readonly RoadClass[] = ['residential', 'track'];

function width(extra: number): ExpressionSpecification {
  const at = (step: 0 | 1 | 2): ExpressionSpecification =>
    [
      'match',
      ['get', 'class'],
      ...NAMES.flatMap((name) => [name, CLASSES[name][step] + (step === 0 ? extra / 2 : extra)]),
      CLASSES.tertiary[step] + extra,
    ] as unknown as ExpressionSpecification;
  return ['interpolate', ['exponential', 1.5], ['zoom'], 8, at(0), 12, at(1), 17, at(2)];
}

const isRoad: ExpressionSpecification = ['==', ['get', 'layer'], 'road'];
const is = (...classes: readonly RoadClass[]): ExpressionSpecification => [
  'in',
  ['get', 'class'],
  ['literal', [...classes]],
];
/** Wide roads are drawn over narrow ones, whatever order the register keeps them in. */
const order: ExpressionSpecification = [
  'match',
  ['get', 'class'],
  ...NAMES.flatMap((name, i) => [name, NAMES.length - i]),
  0,
] as unknown as ExpressionSpecification;

const round = { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': order } as const;

const roadMinor = ground('road-minor', ({ ground: c, theme }) => ({
  type: 'line',
  source: 'ground',
  minzoom: 10.5,
  filter: ['all', isRoad, is('residential')],
  layout: round,
  paint: {
    'line-color': theme === 'day' ? c.roadCasing : c.roadMinor,
    'line-width': width(0.6),
    'line-opacity': 0.7,
  },
}));

const track = ground('road-track', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  minzoom: 11,
  filter: ['all', isRoad, is('track')],
  paint: { 'line-color': c.track, 'line-width': width(0.4), 'line-dasharray': [3, 2] },
}));

const roadMinorFill = ground('road-minor-fill', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  minzoom: 12.5,
  filter: ['all', isRoad, is('residential')],
  layout: round,
  paint: { 'line-color': c.roadMinor, 'line-width': width(-0.4) },
}));

const roadCasing = ground('road-casing', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  filter: ['all', isRoad, ['!', is(...MINOR)]],
  layout: round,
  paint: { 'line-color': c.roadCasing, 'line-width': width(1.7) },
}));

const roadFill = ground('road-fill', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  filter: ['all', isRoad, ['!', is(...MINOR)]],
  layout: round,
  paint: {
    'line-color': [
      'match',
      ['get', 'class'],
      ['motorway', 'trunk', 'primary'],
      c.roadMajor,
      'secondary',
      c.roadMiddle,
      c.roadMinor,
    ],
    'line-width': width(0),
  },
}));

const railway = ground('railway', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  filter: ['==', ['get', 'layer'], 'railway'],
  paint: {
    'line-color': c.railway,
    'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 14, 3],
  },
}));

const railwayGap = ground('railway-gap', ({ ground: c }) => ({
  type: 'line',
  source: 'ground',
  minzoom: 10,
  filter: ['==', ['get', 'layer'], 'railway'],
  paint: {
    'line-color': c.railwayGap,
    'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 14, 1.8],
    'line-dasharray': [6, 6],
  },
}));

export const ROAD_LAYERS: readonly DrawnLayer[] = [
  roadMinor,
  track,
  roadMinorFill,
  roadCasing,
  roadFill,
  railway,
  railwayGap,
];
