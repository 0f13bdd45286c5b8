/** The worker that holds the file in hand: one at a time. */
import type { ImportContext } from '../../core/import/session/types.ts';
import type { ImportOffer } from '../../workers/import.ts';
import { openPort } from '../../workers/port.ts';
import type { Port } from '../../workers/port.ts';

let current: Port<ImportOffer> | null = null;
/** A file with what belongs to it, and other files given with it. */
interface GivenFiles {
  file: File;
  companions: readonly File[];
  others: readonly File[];
}

let opened: GivenFiles | null = null;

/** The file in hand, to be opened again after a cancelled reading. */
export const fileInHand = (): typeof opened => opened;

/** Give a file to a fresh worker; whatever the former one did is dropped. */
export async function openImportSession(given: GivenFiles, context: ImportContext): Promise<void> {
  closeImportSession();
  opened = given;
  current = openPort<ImportOffer>(
    new Worker(new URL('../../workers/import.ts', import.meta.url), { type: 'module' }),
  );
  await current.call('open', [given.file, given.companions, given.others, context]);
}

/** The worker with the file in hand. @throws Error when there is none */
export function importSession(): Port<ImportOffer> {
  if (current === null) throw new Error('no file in hand');
  return current;
}

export const hasImportSession = (): boolean => current !== null;

/** Stop the worker, in the middle of whatever it does. */
export function closeImportSession(): void {
  current?.close();
  current = null;
}

export function forgetFile(): void {
  closeImportSession();
  opened = null;
}
