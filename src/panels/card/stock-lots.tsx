import { useMemo } from 'react';
import type { Depot } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import { Unknown } from '../../ui/quantities.tsx';
import type { CardContext } from './card-facts.ts';
import styles from './card.module.css';
import { lotViews } from './lot-view.ts';

/** What the depot holds, lot by lot; past its date is said and struck. */
export function StockLots({ depot, context }: { depot: Depot; context: CardContext }) {
  const lots = useRecordMap('stock_lot');
  const { now, zone } = context;
  const today = formatFullClock(now, zone).slice(0, 10);
  const own = useMemo(() => [...lots.values()].filter((lot) => lot.depotId === depot.id), [lots, depot.id]);
  const views = lotViews(own, depot.id, today, now);
  return (
    <section className={styles.section} aria-label={t('card.sections.stock')}>
      <h3>{t('card.sections.stock')}</h3>
      {views.length === 0 ? (
        <p>
          <Unknown label={t('card.stock.none')} />
        </p>
      ) : (
        <table className={styles.lots}>
          <thead>
            <tr>
              <th scope="col">{t('card.stock.item')}</th>
              <th scope="col" className={styles.numeric}>
                {t('card.stock.quantity')}
              </th>
            </tr>
          </thead>
          <tbody>
            {views.map((lot) => (
              <tr key={lot.id} data-expired={lot.expiry.expired}>
                <td>
                  <span className={styles.item}>{lot.item}</span>
                  {lot.spec !== null && <span className={styles.soft}> {lot.spec}</span>}
                  <span className={styles.lotDetails}>
                    <span className={lot.expiry.expired ? styles.bad : undefined}>{lot.expiry.text}</span>
                    {lot.details.map((detail) => (
                      <span key={detail}>{detail}</span>
                    ))}
                  </span>
                </td>
                <td className={styles.numeric}>
                  {lot.quantity === null ? <Unknown /> : lot.quantity}
                  {lot.belowMinimum !== null && <span className={styles.below}>{lot.belowMinimum}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
