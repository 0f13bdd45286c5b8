import { Fragment, useState } from 'react';
import type { StockLot } from '../../core/model/index.ts';
import type { LotCondition, WatchedLot } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useRecordMap } from '../../state/records.ts';
import { formatNumber, quantityText } from '../../ui/format/numbers.ts';
import { Unknown } from '../../ui/quantities.tsx';
import styles from '../../ui/form/form.module.css';
import { DisputedMark } from '../parts/register/disputed-mark.tsx';
import own from './stock.module.css';
import { LotMarks } from './lot-marks.tsx';
import { LotSection } from './lot-movements.tsx';

const STEP = 100;

interface LotTableProps {
  rows: readonly WatchedLot[];
  chosen: string | null;
  /** What the list is of. */
  label: string;
  onChoose: (lotId: string) => void;
}

/** Lots of one list with what is wrong with each; choosing one shows its movements. */
export function LotTable({ rows, chosen, label, onChoose }: LotTableProps) {
  const [shown, setShown] = useState(STEP);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="m-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('stock.watch.item')}</th>
            <th scope="col" className={own.depot}>
              {t('stock.watch.depot')}
            </th>
            <th scope="col" className={styles.number}>
              {t('stock.watch.quantity')}
            </th>
            <th scope="col" className={styles.number}>
              {t('stock.watch.minimum')}
            </th>
            <th scope="col" className={styles.number}>
              {t('stock.watch.expires')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ lot, condition }) => (
            <Fragment key={lot.id}>
              <Row
                lot={lot}
                condition={condition}
                isChosen={lot.id === chosen}
                onChoose={onChoose}
              />
              {lot.id === chosen && <Movements lot={lot} />}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" className={styles.quiet} onClick={() => setShown(shown + STEP)}>
          {t('verification.queue.more', {
            count: formatNumber(Math.min(STEP, rows.length - shown)),
          })}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  lot: StockLot;
  condition: LotCondition;
  isChosen: boolean;
  onChoose: (lotId: string) => void;
}

function Row({ lot, condition, isChosen, onChoose }: RowProps) {
  const depot = useRecordMap('depot').get(lot.depotId)?.name ?? '';
  const { missing, daysLeft, marks } = condition;
  return (
    <tr data-chosen={isChosen}>
      <th scope="row">
        <button
          type="button"
          className={styles.quiet}
          aria-expanded={isChosen}
          onClick={() => onChoose(lot.id)}
        >
          {lot.item}
        </button>
        <div className={own.depotBelow}>{depot}</div>
        <div className={styles.soft}>
          {[lot.spec, lot.batch ?? t('stock.watch.noBatch')]
            .filter((part) => part !== null)
            .join(' · ')}
        </div>
        <LotMarks marks={marks} />
        <DisputedMark kind="depot" record={lot} />
      </th>
      <td className={own.depot}>{depot}</td>
      <td className={styles.number}>
        {lot.quantity === null ? <Unknown /> : quantityText(lot.quantity, lot.unit)}
      </td>
      <td className={styles.number}>
        {lot.minimum === null ? '–' : formatNumber(lot.minimum)}
        {missing !== null && (
          <div className={styles.bad}>
            {t('stock.watch.missing')} {formatNumber(missing)}
          </div>
        )}
      </td>
      <td className={styles.number}>
        {lot.expiresOn ?? '–'}
        {daysLeft !== null && (
          <div className={daysLeft < 0 ? styles.bad : styles.soft}>{daysText(daysLeft)}</div>
        )}
      </td>
    </tr>
  );
}

/** What came in and went out of the chosen lot, right below its row. */
function Movements({ lot }: { lot: StockLot }) {
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  return (
    <tr data-chosen="true">
      <td colSpan={5}>
        <LotSection lot={lot} now={now} zone={zone} />
      </td>
    </tr>
  );
}

function daysText(daysLeft: number): string {
  if (daysLeft === 0) return t('stock.watch.today');
  return daysLeft < 0
    ? t('stock.watch.daysPast', { days: formatNumber(-daysLeft) })
    : t('stock.watch.daysLeft', { days: formatNumber(daysLeft) });
}
