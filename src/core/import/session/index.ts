/** An import in a person's hands: read, corrected, compared, decided about. */
export { ImportSession } from './session.ts';
export type { RejectsFile, RejectTexts } from './rejects-of.ts';
export * from './types.ts';
