import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { setLocating } from '../../actions/register/place-queue.ts';
import { LOCATED_KINDS, unplacedRecords } from '../../core/locating/index.ts';
import type { LocatedKind, Unplaced } from '../../core/locating/index.ts';
import { mayChangeColumn } from '../../core/rights/records.ts';
import { t } from '../../messages/index.ts';
import { useRecords } from '../../state/records.ts';
import { useRole } from '../../state/role.ts';
import { useUpkeep } from '../../state/upkeep.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format/numbers.ts';
import { DistrictChoice } from '../parts/districts/district-choice.tsx';
import styles from '../../ui/form/form.module.css';
import { LocatingList } from './locating-list.tsx';

const NONE: { districtCode: string | null; kind: LocatedKind | null } = {
  districtCode: null,
  kind: null,
};

/** Records without a place, as the console holds them now. */
export function useUnplaced(filter: typeof NONE = NONE): Unplaced[] {
  const tables = useRecords((state) => state.tables);
  return useMemo(() => unplacedRecords(tables, filter), [tables, filter]);
}

/** 待定位: what came in without a place, one after the other onto the map. */
export function LocatingView() {
  const filter = useUpkeep((state) => state.locating);
  const items = useUnplaced(filter);
  const role = useRole();
  const narrowed = filter.districtCode !== null || filter.kind !== null;
  const mayPlace = mayChangeColumn(role, 'shelter', 'geom');
  return (
    <div className={styles.view}>
      <div className={styles.viewHead}>
        <h2>{t('locating.title')}</h2>
        <p className={styles.soft}>{t('locating.explain')}</p>
        <div className={styles.choices}>
          <DistrictChoice
            label={t('verification.queue.district')}
            all={t('verification.queue.allDistricts')}
            value={filter.districtCode}
            onChoose={(code) => setLocating({ districtCode: code })}
          />
          <NativeSelect
            size="xs"
            label={t('verification.queue.kind')}
            value={filter.kind ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setLocating({ kind: LOCATED_KINDS.find((one) => one === value) ?? null })
            }
          >
            <option value="">{t('verification.queue.allKinds')}</option>
            {LOCATED_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.record.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
        <strong role="status">{t('locating.count', { count: formatNumber(items.length) })}</strong>
      </div>
      {role !== null && !mayPlace && (
        <p className={styles.soft}>{t('locating.mayNot', { role: t(`kinds.role.${role}`) })}</p>
      )}
      {items.length === 0 ? (
        <EmptyState title={t(narrowed ? 'locating.emptyFiltered' : 'locating.empty')} />
      ) : (
        <LocatingList items={items} mayPlace={mayPlace} />
      )}
    </div>
  );
}
