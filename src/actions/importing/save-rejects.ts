import type { RejectsFile, RejectTexts } from '../../core/import/session/rejects-of.ts';
import { REJECT_REASONS } from '../../core/import/codes.ts';
import { t } from '../../messages/index.ts';
import { importSession } from './import-worker.ts';

/** Slots that reasons may have: left in the sentence, to be filled row by row. */
const SLOTS = Object.fromEntries(
  [
    'row',
    'x',
    'y',
    'district',
    'meters',
    'km',
    'limit',
    'text',
    'type',
    'column',
    'columns',
    'cells',
    'id',
    'code',
    'field',
  ].map((slot) => [slot, `{{${slot}}}`]),
);

/** Every row of the file in hand that was not taken, with why, as a file that can be corrected and imported again. */
export function rejectsInHand(): Promise<RejectsFile | null> {
  const texts = Object.fromEntries(
    REJECT_REASONS.map((code) => [code, t(`importer.reason.${code}`, SLOTS)]),
  ) as RejectTexts;
  return importSession().call('rejects', [texts]);
}

export async function saveRejects(): Promise<void> {
  const file = await rejectsInHand();
  if (file !== null) saveFile(file);
}

/** Hand a file to the person. */
export function saveFile(file: RejectsFile): void {
  const address = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
