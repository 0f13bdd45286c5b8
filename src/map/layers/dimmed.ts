/** While an answer is read, whatever is not part of it steps back; who is ranked, looked at or closed stays in full strength. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { DrawnLayer } from '../style/layer.ts';

/** Closures stay: they are why a route is long. */
const STEPS_BACK: readonly DrawnLayer['shownWith'][] = [
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'settlement',
  'incident',
];

/** Shares of the full strength. Words fade less: they say where one is. */
const SYMBOL = 0.42;
const WORDS = 0.6;

const OPACITIES: Partial<Record<LayerSpecification['type'], Readonly<Record<string, number>>>> = {
  symbol: { 'icon-opacity': SYMBOL, 'text-opacity': WORDS },
  circle: { 'circle-opacity': SYMBOL, 'circle-stroke-opacity': SYMBOL },
  line: { 'line-opacity': SYMBOL },
  fill: { 'fill-opacity': SYMBOL },
};

type Opacity = number | ExpressionSpecification;

const share = (full: Opacity, by: number): Opacity =>
  typeof full === 'number' ? full * by : ['*', by, full];

export const stepsBack = ({ shownWith }: DrawnLayer): boolean => STEPS_BACK.includes(shownWith);

/** The layer, fainter. Its opacities must not depend on the zoom: such an expression stands alone. */
export function dimmed(spec: LayerSpecification): LayerSpecification {
  const paint = (spec.paint ?? {}) as Record<string, Opacity>;
  const faint = Object.entries(OPACITIES[spec.type] ?? {}).map(([name, by]) => [
    name,
    share(paint[name] ?? 1, by),
  ]);
  return { ...spec, paint: { ...paint, ...Object.fromEntries(faint) } } as LayerSpecification;
}
