export { boxOf } from './box-of.ts';
export type { Box } from './box-of.ts';
export { countCorners, MOST_CORNERS } from './corners.ts';
export * from './distance.ts';
export { halfwayAlong } from './halfway.ts';
export { atLeast, distanceToGeometry, isSomewhere, nearestOnGeometry } from './to-geometry.ts';
