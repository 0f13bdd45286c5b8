import { useState } from 'react';
import { startMovement } from '../../actions/upkeep/enter-movement.ts';
import { loadOccupancyLedger } from '../../actions/upkeep/load-ledger.ts';
import { saveOccupancyMovement, shelterSubject } from '../../actions/upkeep/save-movement.ts';
import type { Shelter } from '../../core/model/index.ts';
import { MOVEMENTS } from '../../core/model/index.ts';
import type { StockAct } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { useMay } from '../../state/role.ts';
import { useKept } from '../../state/upkeep.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { Unknown } from '../../ui/quantities.tsx';
import { LedgerList } from '../parts/movements/ledger-list.tsx';
import { MovementForm } from '../parts/movements/movement-form.tsx';
import styles from '../../ui/form/form.module.css';

const actLabel = (act: StockAct): string =>
  t(`stock.occupancyAct.${act === 'transfer' ? 'out' : act}`);

/** People in and out of a shelter: what was recorded, and what there is to record. */
export function OccupancySection({
  shelter,
  now,
  zone,
}: {
  shelter: Shelter;
  now: number;
  zone: string;
}) {
  const mayRecord = useMay('record');
  const draft = useKept('entries', shelter.id);
  const [listed, setListed] = useState(false);
  return (
    <section className={styles.section} aria-label={t('stock.openOccupancy')}>
      <div className={styles.head}>
        <h3>{t('card.field.occupancy')}</h3>
        <span>
          {shelter.occupancy === null ? (
            <Unknown />
          ) : (
            t('card.value.people', { people: formatNumber(shelter.occupancy) })
          )}
        </span>
      </div>
      <div className={styles.buttons}>
        {mayRecord && draft === null && (
          <button
            type="button"
            className={styles.quiet}
            onClick={() => startMovement(shelter.id, 'in')}
          >
            {t('stock.openOccupancy')}
          </button>
        )}
        <button
          type="button"
          className={styles.quiet}
          aria-expanded={listed}
          onClick={() => setListed(!listed)}
        >
          {t('stock.list.show')}
        </button>
      </div>
      {draft !== null && (
        <MovementForm
          of={shelter.id}
          name={shelter.name}
          unit={t('stock.people')}
          subject={shelterSubject(shelter)}
          acts={MOVEMENTS}
          actLabel={actLabel}
          depots={[]}
          draft={draft}
          onSave={() => void saveOccupancyMovement(shelter)}
        />
      )}
      {listed && (
        <LedgerList
          of={shelter.id}
          name={shelter.name}
          unit={t('stock.people')}
          now={now}
          zone={zone}
          actLabel={actLabel}
          load={loadOccupancyLedger}
        />
      )}
    </section>
  );
}
