export * from './distance.ts';
export { atLeast, distanceToGeometry, nearestOnGeometry } from './to-geometry.ts';
export type { NearestOnGeometry } from './to-geometry.ts';
