export { UNKNOWN_FILTER } from './column.ts';
export type { TableColumn } from './column.ts';
export { createNarrowing } from './narrowing.ts';
export { createSearch, filterRows } from './filter-rows.ts';
export { sortRows } from './sort-rows.ts';
