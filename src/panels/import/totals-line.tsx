import type { Totals } from '../../core/import/session/types.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from './totals.module.css';

/** Where every row of the file went: read = accepted + unchanged + repeated + rejected. */
export function TotalsLine({ totals }: { totals: Totals }) {
  const { read, accepted, unchanged, duplicates, rejected, leftOut, archived } = totals;
  const numbers = Object.fromEntries(
    Object.entries({ read, accepted, unchanged, duplicates, rejected }).map(([name, n]) => [
      name,
      formatNumber(n),
    ]),
  );
  return (
    <p className={styles.totals} aria-label={t('importing.totals.label')} role="status" data-totals>
      <span>{t('importing.totals.equation', numbers)}</span>
      {leftOut > 0 && (
        <span>{t('importing.totals.leftOut', { count: formatNumber(leftOut) })}</span>
      )}
      {archived > 0 && (
        <span>{t('importing.totals.archive', { count: formatNumber(archived) })}</span>
      )}
    </p>
  );
}
