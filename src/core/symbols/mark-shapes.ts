/**
 * Small badges that stand at the corner of a symbol, and a ring around it: distinguished by shape and sign, in the ink of
 * the symbol they belong to, never by a colour of their own. SVG path data around (0, 0); the slot says where that is on
 * the 24 × 24 grid of the symbol.
 */
import type { SymbolMark } from './symbol-state.ts';

interface MarkShape {
  body: string;
  /** Strokes over the body, or null. */
  sign: string | null;
  /** The body is filled with the ink (and the sign drawn in paper) instead of the other way round. */
  solid: boolean;
  /** Where (0, 0) lies on the symbol's grid. */
  at: { x: number; y: number };
}

const DISC = 'M0 -5.4A5.4 5.4 0 1 1 0 5.4A5.4 5.4 0 1 1 0 -5.4Z';
const BELOW_RIGHT = { x: 20.6, y: 20.4 };

export const MARK_SHAPES: Readonly<Record<Exclude<SymbolMark, 'overdue'>, MarkShape>> = {
  // No entry.
  unusable: {
    body: 'M0 -6.2A6.2 6.2 0 1 1 0 6.2A6.2 6.2 0 1 1 0 -6.2Z',
    sign: 'M-4.2 -4.2L4.2 4.2',
    solid: false,
    at: { x: 20.4, y: 4 },
  },
  // ≠: what is written is not what is there.
  disputed: {
    body: 'M-5.2 -5.2H5.2V5.2H-5.2Z',
    sign: 'M-3 -1.5H3M-3 1.5H3M2 -3.5L-2 3.5',
    solid: false,
    at: { x: 3.2, y: 3.2 },
  },
  expired: {
    body: DISC,
    sign: 'M-2.4 -2.4L2.4 2.4M2.4 -2.4L-2.4 2.4',
    solid: true,
    at: BELOW_RIGHT,
  },
  low: { body: 'M-5.8 -4.6H5.8L0 5.6Z', sign: null, solid: true, at: BELOW_RIGHT },
  // The hands of a clock.
  expiring: { body: DISC, sign: 'M0 -3V0.3L2.2 1.7', solid: false, at: BELOW_RIGHT },
};

/** The ring of a hazard whose deadline has passed: round, so that it is not the ring of one being worked on. */
export const OVERDUE_RING = 'M12 -1.6A15 15 0 1 1 12 28.4A15 15 0 1 1 12 -1.6Z';
