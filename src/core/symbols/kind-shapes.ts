/**
 * One shape per kind, distinguishable in black and white, as SVG path data on a 24 × 24 grid with its centre at (12, 12).
 * The same data becomes images on the map and inline pictures in lists and the legend.
 */
import type { SymbolKind } from './symbol-state.ts';

interface KindShape {
  /** Outline of the body; filled by the nonzero rule. */
  body: string;
  /** Strokes drawn over the body (the bar of a closure), or null. */
  mark: string | null;
  /** Where the letter stands: its centre and font size in grid units; null = the shape carries none. */
  glyph: { x: number; y: number; size: number } | null;
  /** Relative size on the map: 1 = 24 px. */
  scale: number;
}

export const KIND_SHAPES: Readonly<Record<SymbolKind, KindShape>> = {
  hazard: {
    body: 'M12 1.6 23 21.4H1Z',
    mark: null,
    glyph: { x: 12, y: 15, size: 10.5 },
    scale: 1.26,
  },
  shelter: {
    body: 'M12 1.5 22.5 9.6V21.8H1.5V9.6Z',
    mark: null,
    glyph: { x: 12, y: 14.2, size: 12 },
    scale: 1,
  },
  depot: {
    body: 'M2.5 2.5H21.5V21.5H2.5Z',
    mark: null,
    glyph: { x: 12, y: 12, size: 13 },
    scale: 0.96,
  },
  team: {
    body: 'M12 1.5A10.5 10.5 0 1 1 12 22.5A10.5 10.5 0 1 1 12 1.5Z',
    mark: null,
    glyph: { x: 12, y: 12, size: 12.5 },
    scale: 1,
  },
  evacuation_route: {
    body: 'M1.5 9.6H12.5V4.4L22.5 12 12.5 19.6V14.4H1.5Z',
    mark: null,
    glyph: null,
    scale: 0.9,
  },
  settlement: {
    body: 'M12 6.5A5.5 5.5 0 1 1 12 17.5A5.5 5.5 0 1 1 12 6.5Z',
    mark: null,
    glyph: null,
    scale: 0.8,
  },
  incident: {
    body: 'M12 .8 23.2 12 12 23.2 .8 12Z',
    mark: null,
    glyph: { x: 12, y: 12.2, size: 11.5 },
    scale: 1.35,
  },
  closure: {
    body: 'M12 1.5A10.5 10.5 0 1 1 12 22.5A10.5 10.5 0 1 1 12 1.5Z',
    mark: 'M5.6 12H18.4',
    glyph: null,
    scale: 0.92,
  },
};

/** The bar across a `barred` body, from edge to edge. */
export const BAR_ACROSS = 'M3.6 20.4 20.4 3.6';

/** Lines of the hatch that fills an `unknown` body; clipped to the body by whoever draws it. */
export const HATCH = [-18, -12, -6, 0, 6, 12, 18].map((x) => `M${x} 24 ${x + 24} 0`).join('');

/** Level numerals stand in the incident's diamond; without a level a question mark does. */
export const LEVEL_NUMERALS = { 1: 'Ⅰ', 2: 'Ⅱ', 3: 'Ⅲ', 4: 'Ⅳ' } as const;
export const NO_LEVEL_NUMERAL = '?';
