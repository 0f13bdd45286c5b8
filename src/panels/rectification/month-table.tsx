import type { MonthTally } from '../../core/rectification/index.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from '../../ui/form/form.module.css';

/** What the bars show, as numbers that can be read out and copied. */
export function MonthTable({ months, title }: { months: readonly MonthTally[]; title: string }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rectification.report.row.month')}</th>
            <th scope="col" className={styles.number}>
              {t('rectification.report.found')}
            </th>
            <th scope="col" className={styles.number}>
              {t('rectification.report.done')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ year, month, found, done }) => (
            <tr key={`${year}-${month}`}>
              <th scope="row">{t('rectification.report.month', { year, month })}</th>
              <td className={styles.number}>{formatNumber(found)}</td>
              <td className={styles.number}>{formatNumber(done)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
