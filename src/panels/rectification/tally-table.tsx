import type { Tally } from '../../core/rectification/index.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from '../../ui/form/form.module.css';
import { rate } from './report-rows.ts';
import type { ReportTable } from './report-rows.ts';

const COUNTS = ['found', 'done', 'inProgress', 'overdue'] as const;

/** One table of the report; in every row found = done + in progress. */
export function TallyTable({ table: { by, rows }, total }: { table: ReportTable; total: Tally }) {
  return (
    // Reached by Tab where a telephone makes it scroll sideways: nothing inside takes the keyboard.
    <div
      className={styles.scroll}
      tabIndex={0}
      role="group"
      aria-label={t(`rectification.report.by.${by}`)}
    >
      <table className={styles.table}>
        <caption>{t(`rectification.report.by.${by}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`rectification.report.row.${by}`)}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" className={styles.number}>
                {t(`rectification.report.${count}`)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('rectification.report.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, tally }) => (
            <Row key={key} name={name} tally={tally} />
          ))}
        </tbody>
        <tfoot>
          <Row name={t('rectification.report.total')} tally={total} />
        </tfoot>
      </table>
    </div>
  );
}

function Row({ name, tally }: { name: string; tally: Tally }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COUNTS.map((count) => (
        <td
          key={count}
          className={
            count === 'overdue' && tally.overdue > 0
              ? `${styles.number} ${styles.bad}`
              : styles.number
          }
        >
          {formatNumber(tally[count])}
        </td>
      ))}
      <td className={styles.number}>{rate(tally) ?? '–'}</td>
    </tr>
  );
}
