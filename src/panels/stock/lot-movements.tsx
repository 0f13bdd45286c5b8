import { useMemo } from 'react';
import { startMovement } from '../../actions/upkeep/enter-movement.ts';
import { loadStockLedger } from '../../actions/upkeep/load-ledger.ts';
import { lotSubject, saveStockMovement } from '../../actions/upkeep/save-movement.ts';
import type { StockLot } from '../../core/model/index.ts';
import { STOCK_ACTS } from '../../core/stock/index.ts';
import type { StockAct } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useMay } from '../../state/role.ts';
import { useKept } from '../../state/upkeep.ts';
import styles from '../../ui/form/form.module.css';
import { LedgerList } from '../parts/movements/ledger-list.tsx';
import { MovementForm } from '../parts/movements/movement-form.tsx';

const actLabel = (act: StockAct): string => t(`stock.act.${act}`);

/** The form of a lot, while it is open. */
export function LotForm({ lot }: { lot: StockLot }) {
  const draft = useKept('entries', lot.id);
  const table = useRecordMap('depot');
  const depots = useMemo(
    () =>
      [...table.values()]
        .filter((depot) => depot.id !== lot.depotId)
        .sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN')),
    [table, lot.depotId],
  );
  if (draft === null) return null;
  return (
    <MovementForm
      of={lot.id}
      name={lot.item}
      unit={lot.unit}
      subject={lotSubject(lot)}
      acts={STOCK_ACTS}
      actLabel={actLabel}
      depots={depots}
      draft={draft}
      onSave={() => void saveStockMovement(lot)}
    />
  );
}

/** The button that opens the form of a lot; nothing for those who may not record. */
export function OpenLotForm({ lot }: { lot: StockLot }) {
  const mayRecord = useMay('record');
  const isOpen = useKept('entries', lot.id) !== null;
  if (!mayRecord || isOpen) return null;
  return (
    <button
      type="button"
      className={styles.quiet}
      aria-label={t('stock.openFor', { item: lot.item })}
      onClick={() => startMovement(lot.id, 'out')}
    >
      {t('stock.open')}
    </button>
  );
}

export function LotLedger({ lot, now, zone }: { lot: StockLot; now: number; zone: string }) {
  return (
    <LedgerList
      of={lot.id}
      name={lot.item}
      unit={lot.unit}
      now={now}
      zone={zone}
      actLabel={actLabel}
      load={loadStockLedger}
    />
  );
}

/** All about the movements of one lot, below its record. */
export function LotSection({ lot, now, zone }: { lot: StockLot; now: number; zone: string }) {
  return (
    <section className={styles.section} aria-label={t('stock.list.title')}>
      <div className={styles.head}>
        <h3>{t('stock.list.title')}</h3>
        <OpenLotForm lot={lot} />
      </div>
      <LotForm lot={lot} />
      <LotLedger lot={lot} now={now} zone={zone} />
    </section>
  );
}
