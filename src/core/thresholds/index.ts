/** Thresholds of districts: their list, the one that holds in a place, and how a person reads and types one. */
export * from './in-district.ts';
export * from './in-force.ts';
export * from './thresholds.ts';
