import { useState } from 'react';
import type { Depot, StockLot } from '../../core/model/index.ts';
import type { StockMark } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import { Unknown } from '../../ui/quantities.tsx';
import { lotViews } from './lot-view.ts';
import type { LotView } from './lot-view.ts';
import styles from '../../ui/form/form.module.css';
import { DisputedMark } from '../parts/register/disputed-mark.tsx';
import { LotForm, LotLedger, OpenLotForm } from './lot-movements.tsx';
import { LotMarks } from './lot-marks.tsx';
import own from './stock.module.css';
import { useStockWatch } from './use-stock-watch.ts';

/** What the depot holds, lot by lot, what is wrong with each, and what came in and went out. */
export function DepotLots({ depot, now, zone }: { depot: Depot; now: number; zone: string }) {
  const lots = useRecordMap('stock_lot');
  const { all } = useStockWatch();
  const today = formatFullClock(now, zone).slice(0, 10);
  const views = lotViews(lots.values(), depot.id, today, now);
  const marks = new Map(all.map(({ lot, condition }) => [lot.id, condition.marks]));
  return (
    <section className={styles.section} aria-label={t('card.sections.stock')}>
      <h3>{t('card.sections.stock')}</h3>
      {views.length === 0 ? (
        <p>
          <Unknown label={t('card.stock.none')} />
        </p>
      ) : (
        <ul className={own.lots}>
          {views.map((view) => {
            const lot = lots.get(view.id);
            return (
              lot && (
                <LotItem
                  key={view.id}
                  lot={lot}
                  view={view}
                  marks={marks.get(view.id) ?? []}
                  now={now}
                  zone={zone}
                />
              )
            );
          })}
        </ul>
      )}
    </section>
  );
}

interface LotItemProps {
  lot: StockLot;
  view: LotView;
  marks: readonly StockMark[];
  now: number;
  zone: string;
}

function LotItem({ lot, view, marks, now, zone }: LotItemProps) {
  const [listed, setListed] = useState(false);
  return (
    <li>
      <div className={own.lot} data-expired={view.expiry.expired}>
        <span className={own.item}>
          {view.item}
          {view.spec !== null && <span className={styles.soft}> {view.spec}</span>}
        </span>
        <span className={own.quantity}>{view.quantity ?? <Unknown />}</span>
      </div>
      <div className={own.details}>
        <LotMarks marks={marks} />
        <DisputedMark kind="depot" record={lot} />
        <span className={styles.soft}>
          {[
            view.expiry.text,
            ...(view.belowMinimum === null ? [] : [view.belowMinimum]),
            ...view.details,
          ].join(' · ')}
        </span>
      </div>
      <div className={styles.buttons}>
        <OpenLotForm lot={lot} />
        <button
          type="button"
          className={styles.quiet}
          aria-expanded={listed}
          aria-label={t('stock.list.of', { name: lot.item })}
          onClick={() => setListed(!listed)}
        >
          {t('stock.list.show')}
        </button>
      </div>
      <LotForm lot={lot} />
      {listed && <LotLedger lot={lot} now={now} zone={zone} />}
    </li>
  );
}
