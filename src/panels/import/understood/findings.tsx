import type { Understood } from '../../../core/import/desk/index.ts';
import { t } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import styles from '../import.module.css';
import { reasonText, warningText } from '../words.ts';

/** Shown on the columns themselves. */
const SEEN_ELSEWHERE = new Set(['columns_unused', 'guessed_columns', 'no_header']);

/** What a person should know of the file before going on, the worst first. */
export function Findings({ understood }: { understood: Understood }) {
  const { warnings, blockers, refused, counts, sample } = understood;
  const told = warnings.filter(({ code }) => !SEEN_ELSEWHERE.has(code));
  const more = counts.rejected - refused.length;
  return (
    <section className={styles.findings} aria-label={t('importing.findings.heading')}>
      {blockers.map((warning) => (
        <p key={warning.code} role="alert" className={styles.blocked}>
          <strong>{t('importing.findings.blocked')}</strong> {warningText(warning)}
        </p>
      ))}
      <ul>
        {told.map((warning, i) => (
          <li key={`${warning.code} ${i}`}>{warningText(warning)}</li>
        ))}
        <li>
          {sample.features.length > 0
            ? t('importing.onMap', { count: formatNumber(sample.features.length) })
            : t('importing.notOnMap')}
        </li>
      </ul>
      {refused.length > 0 && (
        <details>
          <summary>
            {t('importing.findings.refused')} <span className={styles.badge}>{formatNumber(counts.rejected)}</span>
          </summary>
          <ul>
            {refused.map(({ row, reason, params, text }) => (
              <li key={row}>
                <span className={styles.rowNumber}>{t('importing.findings.row', { row })}</span>{' '}
                <span className={styles.fault}>{reasonText({ reason, params })}</span>{' '}
                <span className={styles.soft}>{text}</span>
              </li>
            ))}
          </ul>
          {more > 0 && <p className={styles.soft}>{t('importing.findings.more', { count: formatNumber(more) })}</p>}
        </details>
      )}
    </section>
  );
}
