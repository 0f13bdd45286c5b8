export * from './types.ts';
export { SCHEMA, columnOf, columnsOf } from './schema.ts';
