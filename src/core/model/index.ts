export * from './base-map.ts';
export { columnNameOf, fieldOf } from './column-names.ts';
export * from './kinds.ts';
export { nameColumnOf, nameOf } from './names.ts';
export * from './place-kinds.ts';
export * from './records.ts';
export * from './road-network.ts';
export * from './units.ts';
export * from './upkeep.ts';
