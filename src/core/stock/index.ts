export * from './condition.ts';
export * from './movement.ts';
export * from './read-entry.ts';
export * from './watch.ts';
