export { BAND_EDGE, BEYOND_INK, bandInk } from './band-inks.ts';
export * from './kind-shapes.ts';
export * from './palette.ts';
export * from './symbol-state.ts';
export * from './symbol-of.ts';
export * from './mark-shapes.ts';
export * from './marks.ts';
export * from './seen.ts';
