export * from './types.ts';
export { SCHEMA, columnOf } from './schema.ts';
