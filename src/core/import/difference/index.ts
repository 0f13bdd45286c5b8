/** What an import would change: the same decisions for the command and for the screen. */
export * from './contacts.ts';
export * from './occupancy.ts';
export * from './lot-counts.ts';
export * from './lots.ts';
export * from './place-plan.ts';
export * from './place-records.ts';
export * from './district-tree.ts';
export * from './references.ts';
export * from './settle-districts.ts';
export * from './stock.ts';
export * from './stored-item.ts';
export * from './tables.ts';
