export * from './in-force.ts';
export * from './thresholds.ts';
