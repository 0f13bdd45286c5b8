import { useMemo } from 'react';
import { select } from '../../actions/select.ts';
import type { RecordKind, RecordOf } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { formatDistance, formatNumber } from '../../ui/format/numbers.ts';
import styles from './card.module.css';
import { contradictionsOf } from './contradictions.ts';
import type { Contradiction, ContradictionTables } from './contradictions.ts';

function useTables(): ContradictionTables {
  const district = useRecordMap('district');
  const district_setting = useRecordMap('district_setting');
  const hazard = useRecordMap('hazard');
  const shelter = useRecordMap('shelter');
  const depot = useRecordMap('depot');
  const team = useRecordMap('team');
  const evacuation_route = useRecordMap('evacuation_route');
  const settlement = useRecordMap('settlement');
  const closure = useRecordMap('closure');
  return useMemo(
    () => ({
      district,
      district_setting,
      hazard,
      shelter,
      depot,
      team,
      evacuation_route,
      settlement,
      closure,
    }),
    [
      district,
      district_setting,
      hazard,
      shelter,
      depot,
      team,
      evacuation_route,
      settlement,
      closure,
    ],
  );
}

/** What the register says that cannot all be right. */
export function Contradictions({
  kind,
  record,
  now,
}: {
  kind: RecordKind;
  record: RecordOf[RecordKind];
  now: number;
}) {
  const tables = useTables();
  const found = useMemo(
    () => contradictionsOf(kind, record, tables, now),
    [kind, record, tables, now],
  );
  if (found.length === 0) return null;
  return (
    <section className={styles.doubts} aria-label={t('card.sections.contradictions')}>
      <h3>{t('card.sections.contradictions')}</h3>
      <ul>
        {found.map((one) => (
          <li key={contradictionText(one)}>
            {one.tag === 'twin' ? (
              <button
                type="button"
                className={styles.link}
                onClick={() => select({ kind, id: one.id })}
              >
                {contradictionText(one)}
              </button>
            ) : (
              contradictionText(one)
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function contradictionText(one: Contradiction): string {
  const n = formatNumber;
  switch (one.tag) {
    case 'occupancyOverCapacity':
      return t('card.contradiction.occupancyOverCapacity', {
        occupancy: n(one.occupancy),
        capacity: n(one.capacity),
      });
    case 'partsDiffer':
      return t('card.contradiction.partsDiffer', {
        indoor: n(one.indoor),
        outdoor: n(one.outdoor),
        capacity: n(one.capacity),
      });
    case 'closedButOccupied':
      return t('card.contradiction.closedButOccupied', { occupancy: n(one.occupancy) });
    case 'suitableInsideHazard':
      return t('card.contradiction.suitableInsideHazard', {
        event: t(`kinds.event.${one.event}`),
        hazard: one.hazard,
      });
    case 'twin':
      return t('card.contradiction.twin', {
        name: one.name,
        distance: formatDistance(one.distance),
      });
    case 'availableWithoutPeople':
      return t('card.contradiction.availableWithoutPeople');
    case 'observedInFuture':
      return t('card.contradiction.observedInFuture');
    case 'routeToClosed':
      return t('card.contradiction.routeToClosed', { shelter: one.shelter });
    case 'routeThroughClosure':
      return t('card.contradiction.routeThroughClosure', { reason: one.reason });
  }
}
