/** An import on a person's desk: read, corrected, compared, decided about. */
export { ImportDesk } from './desk.ts';
export type { RejectsFile, RejectTexts } from './rejects-of.ts';
export * from './types.ts';
