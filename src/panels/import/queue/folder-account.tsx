import { Button } from '@mantine/core';
import { saveFile } from '../../../actions/importing/save-rejects.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import type { FileOutcome } from '../../../state/import.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import { leftOf } from './outcome-text.ts';
import styles from './queue.module.css';

const COUNTS = ['read', 'accepted', 'unchanged', 'duplicates', 'rejected'] as const;

const sumOf = (outcomes: readonly FileOutcome[], name: (typeof COUNTS)[number]): number =>
  outcomes.reduce((sum, { totals }) => sum + (totals?.[name] ?? 0), 0);

/** Every file of several given together: where its rows went, and those that did not come in to be saved. */
export function FolderAccount() {
  const outcomes = useImport((state) => state.outcomes);
  if (outcomes.length === 0) return null;
  return (
    <section className={styles.account}>
      <h3 id="import-account">{t('importQueue.account')}</h3>
      <div className={styles.scroller} tabIndex={0} role="region" aria-labelledby="import-account">
        <table aria-labelledby="import-account" data-account>
          <thead>
            <tr>
              <th scope="col">{t('importQueue.column.file')}</th>
              <th scope="col">{t('importQueue.column.kind')}</th>
              {COUNTS.map((name) => (
                <th key={name} scope="col" data-figure>
                  {t(`importQueue.column.${name}`)}
                </th>
              ))}
              <th scope="col">{t('importQueue.column.how')}</th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome, i) => (
              <Outcome key={`${outcome.file} ${i}`} outcome={outcome} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('importQueue.sums', { count: outcomes.length })}
              </th>
              {COUNTS.map((name) => (
                <td key={name} data-figure>
                  {formatNumber(sumOf(outcomes, name))}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Outcome({ outcome }: { outcome: FileOutcome }) {
  const { file, how, to, kind, totals, rejects } = outcome;
  const count = formatNumber(leftOf(outcome));
  return (
    <tr>
      <th scope="row">{file}</th>
      <td>{kind === null ? '' : t(`kinds.record.${kind}`)}</td>
      {COUNTS.map((name) => (
        <td key={name} data-figure>
          {totals === null ? '' : formatNumber(totals[name])}
        </td>
      ))}
      <td>
        <span className={how === 'skipped' ? tone.fault : undefined}>
          {t(`importQueue.did.${how}`, { file: to ?? '' })}
        </span>
        {rejects !== null && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('importQueue.rejectsOf', { file, count })}
            onClick={() => saveFile(rejects)}
          >
            {t('importQueue.rejects', { count })}
          </Button>
        )}
      </td>
    </tr>
  );
}
