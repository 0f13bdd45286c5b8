import { selectAndShow } from '../../actions/select.ts';
import type { Hazard } from '../../core/model/index.ts';
import { isOverdue } from '../../core/rectification/index.ts';
import { daysBetween } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { Unknown } from '../../ui/quantities.tsx';
import styles from '../../ui/form/form.module.css';

/** Hazards past their deadline, the longest first; a row opens the record. */
export function OverdueList({ hazards, today }: { hazards: readonly Hazard[]; today: string }) {
  const districts = useRecordMap('district');
  const overdue = hazards
    .filter((hazard) => isOverdue(hazard, today))
    .map((hazard) => ({
      hazard,
      days: -(daysBetween(today, hazard.rectificationDeadline ?? today) ?? 0),
    }))
    .sort((a, b) => b.days - a.days || (a.hazard.id < b.hazard.id ? -1 : 1));
  if (overdue.length === 0)
    return <p className={styles.soft}>{t('rectification.report.noOverdue')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t('rectification.report.overdueList')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rectification.report.name')}</th>
            <th scope="col">{t('rectification.report.row.district')}</th>
            <th scope="col">{t('rectification.owner')}</th>
            <th scope="col">{t('rectification.deadline')}</th>
            <th scope="col" className={styles.number}>
              {t('rectification.report.days')}
            </th>
          </tr>
        </thead>
        <tbody>
          {overdue.map(({ hazard, days }) => (
            <tr key={hazard.id}>
              <th scope="row">
                <button type="button" className={styles.quiet} onClick={() => open(hazard)}>
                  {hazard.name}
                </button>
              </th>
              <td>{districts.get(hazard.districtCode)?.name ?? hazard.districtCode}</td>
              <td>{hazard.rectificationOwner ?? <Unknown label={t('rectification.noOwner')} />}</td>
              <td>{hazard.rectificationDeadline}</td>
              <td className={`${styles.number} ${styles.bad}`}>
                {t('rectification.report.dayCount', { days })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const open = ({ id, lng, lat }: Hazard): void =>
  selectAndShow({ kind: 'hazard', id }, lng === null || lat === null ? null : [lng, lat]);
