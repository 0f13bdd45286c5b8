/** Records without a place: which they are, and where their address points. */
export * from './gazetteer.ts';
export { nearestName } from './near-place.ts';
export * from './queue.ts';
