export * from './queue.ts';
export * from './trust.ts';
