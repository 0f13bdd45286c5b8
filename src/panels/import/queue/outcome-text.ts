import { t } from '../../../messages/index.ts';
import type { FileOutcome } from '../../../state/import.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';

/** Rows of a file that did not come in. */
export const leftOf = ({ totals }: FileOutcome): number =>
  totals === null ? 0 : totals.rejected + totals.duplicates;

/** What became of a file, in one clause. */
export function outcomeText(outcome: FileOutcome): string {
  const { how, to, totals } = outcome;
  const left = formatNumber(leftOf(outcome));
  if (how === 'joined') return t('importQueue.joined', { file: to ?? '' });
  if (how === 'skipped') return t('importQueue.skipped');
  if (how === 'unchanged') return t('importQueue.unchanged', { left });
  const [created, changed] = [
    formatNumber(totals?.created ?? 0),
    formatNumber(totals?.changed ?? 0),
  ];
  return t('importQueue.written', { created, changed, left });
}
