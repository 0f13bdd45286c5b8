export * from './fields.ts';
export * from './inputs.ts';
export * from './names.ts';
export * from './read-draft.ts';
export { FAULTS, readInput } from './read-input.ts';
export type { Fault, FaultTag } from './read-input.ts';
export * from './rights.ts';
export * from './versions.ts';
export * from './values.ts';
