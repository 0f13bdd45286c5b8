import type { Shelter, Suitability } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { Unknown } from '../../ui/quantities.tsx';
import { StatusDot } from '../../ui/status-dot.tsx';
import kit from '../../ui/form/form.module.css';
import styles from './card.module.css';
import { suitabilityRows } from './suitability-view.ts';

function Answer({ value }: { value: Suitability }) {
  if (value === 'unknown') return <Unknown label={t('kinds.suitability.unknown')} />;
  return (
    <StatusDot tone={value === 'yes' ? 'good' : 'bad'} label={t(`kinds.suitability.${value}`)} />
  );
}

/** For which events the shelter is fit, unfit, or nobody knows. */
export function SuitabilityTable({ shelter }: { shelter: Shelter }) {
  const rows = suitabilityRows(shelter);
  return (
    <section className={styles.section} aria-label={t('card.sections.suitability')}>
      <h3>{t('card.sections.suitability')}</h3>
      {rows.length === 0 ? (
        <p>
          <Unknown label={t('card.suitability.none')} />
        </p>
      ) : (
        <>
          <table className={styles.suitability}>
            <thead className="m-visually-hidden">
              <tr>
                <th scope="col">{t('card.suitability.answer')}</th>
                <th scope="col">{t('card.suitability.event')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ value, events }) => (
                <tr key={value}>
                  <th scope="row">
                    <Answer value={value} />
                  </th>
                  <td>
                    {events.map((event) => t(`kinds.event.${event}`)).join(t('answer.text.comma'))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={kit.soft}>{t('card.suitability.others')}</p>
        </>
      )}
    </section>
  );
}
