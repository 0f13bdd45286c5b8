/** How old facts are, how far each can be trusted, and which to look at again. */
export * from './ages.ts';
export * from './queue.ts';
export * from './trust.ts';
