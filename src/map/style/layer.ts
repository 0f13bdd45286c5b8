/** What one drawn layer is: a name, what switches it, and how it looks by theme and language. */
import type { DistributiveOmit, ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { GroundColours } from './ground-colours.ts';
import type { Language, MapLayer, Theme } from '../../state/session.ts';

export interface Look {
  theme: Theme;
  language: Language;
  ground: GroundColours;
  /** Put before a feature's icon name to get the image of this theme and language. */
  iconPrefix: string;
  layers: Readonly<Record<MapLayer, boolean>>;
  /** A district's area is loaded, so that land differs from what lies outside. */
  hasLand: boolean;
  /** A configured base map covers the local ground and writes its own names. */
  covered: boolean;
  /** An answer is read: what is not part of it steps back. */
  answering: boolean;
}

export interface DrawnLayer {
  id: string;
  /** The legend row that switches it; `names` gives way to a configured base map's own names. */
  shownWith: MapLayer | 'names' | 'always';
  /** Whether a pointer can hit records drawn by it. */
  hit: boolean;
  draw: (look: Look) => DistributiveOmit<LayerSpecification, 'id'>;
}

export const isShown = ({ shownWith }: DrawnLayer, look: Look): boolean =>
  shownWith === 'always' || (shownWith === 'names' ? !look.covered : look.layers[shownWith]);

/** A layer of the ground: always there, never hit. */
export const ground = (id: string, draw: DrawnLayer['draw']): DrawnLayer => ({
  id,
  shownWith: 'always',
  hit: false,
  draw,
});

/** Grows with the zoom, straight between the given steps. */
export const byZoom = (
  ...steps: readonly (readonly [zoom: number, value: number])[]
): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], ...steps.flat()];

/** Opacity of a symbol: reduced where the record is out of date, `full` otherwise. */
export const faded = (full: number): ExpressionSpecification => [
  'case',
  ['==', ['get', 'age'], 'old'],
  full * 0.45,
  full,
];

/** Words fade less: they must still be read. */
export const fadedText: ExpressionSpecification = ['case', ['==', ['get', 'age'], 'old'], 0.75, 1];

/** Drawn by the machine's own fonts: the first name only says the weight, no glyph is ever fetched. */
export const FONT_REGULAR = ['Muster Regular', 'system-ui'];
export const FONT_MEDIUM = ['Muster Medium', 'system-ui'];
export const FONT_BOLD = ['Muster Bold', 'system-ui'];
