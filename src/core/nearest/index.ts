export { buildIndex, subsetOf } from './build.ts';
export type { NearestIndex } from './build.ts';
export { nearest } from './nearest.ts';
export { spatialOrder } from './order.ts';
