import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { lookAtThresholds, openThreshold } from '../../actions/people/show-people.ts';
import { THRESHOLDS, THRESHOLD_GROUPS, thresholdInForce } from '../../core/thresholds/index.ts';
import type { ThresholdSpec, ThresholdTables } from '../../core/thresholds/index.ts';
import { t } from '../../messages/index.ts';
import { useOwnDistricts } from '../../state/districts.ts';
import { usePeople } from '../../state/people.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DistrictOptions } from '../parts/districts/district-options.tsx';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';
import { ThresholdDetail } from './threshold-detail.tsx';
import { valueText } from './threshold-text.ts';
import own from './thresholds.module.css';

/** 规则与限值: every threshold of a district in words, where it is from, and the way to change it. */
export function ThresholdsView() {
  const chosen = usePeople((state) => state.thresholds);
  const home = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.districtCode : null,
  );
  const district = useRecordMap('district');
  const district_setting = useRecordMap('district_setting');
  const tables = useMemo(() => ({ district, district_setting }), [district, district_setting]);
  const mine = useOwnDistricts();
  const code = chosen.districtCode ?? home ?? '0';
  const open = THRESHOLDS.find(({ key }) => key === chosen.key);
  return (
    <div className={styles.halves}>
      <div className={styles.main}>
        <h2>{t('thresholds.list')}</h2>
        <p className={kit.soft}>{t('thresholds.explain')}</p>
        <div className={styles.head}>
          <NativeSelect
            size="sm"
            label={t('thresholds.district')}
            value={code}
            onChange={({ currentTarget }) => lookAtThresholds(currentTarget.value)}
          >
            <DistrictOptions districts={mine} />
          </NativeSelect>
        </div>
        <ThresholdsTable tables={tables} code={code} open={open?.key ?? null} />
      </div>
      <div className={styles.side}>
        {open === undefined ? (
          <EmptyState title={t('thresholds.choose')} />
        ) : (
          <ThresholdDetail
            key={`${code} ${open.key}`}
            threshold={open}
            tables={tables}
            code={code}
          />
        )}
      </div>
    </div>
  );
}

function ThresholdsTable({
  tables,
  code,
  open,
}: {
  tables: ThresholdTables;
  code: string;
  open: ThresholdSpec['key'] | null;
}) {
  return (
    <table className={styles.table} aria-label={t('thresholds.list')}>
      <thead>
        <tr>
          <th scope="col">{t('thresholds.columns.threshold')}</th>
          <th scope="col">{t('thresholds.columns.value')}</th>
          <th scope="col">{t('thresholds.columns.from')}</th>
        </tr>
      </thead>
      {THRESHOLD_GROUPS.map((group) => (
        <tbody key={group} className={own.rows}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={own.group}>
              {t(`thresholds.group.${group}`)}
            </th>
          </tr>
          {THRESHOLDS.filter((threshold) => threshold.group === group).map((threshold) => (
            <Row
              key={threshold.key}
              threshold={threshold}
              tables={tables}
              code={code}
              chosen={threshold.key === open}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({
  threshold,
  tables,
  code,
  chosen,
}: {
  threshold: ThresholdSpec;
  tables: ThresholdTables;
  code: string;
  chosen: boolean;
}) {
  const district = useDistrictText();
  const { own: set, inherited } = thresholdInForce(tables, threshold.key, code);
  const held = set ?? inherited;
  return (
    <tr data-chosen={chosen}>
      <td>
        <button
          type="button"
          className={styles.person}
          aria-expanded={chosen}
          onClick={() => openThreshold(chosen ? null : threshold.key)}
        >
          {t(`thresholds.name.${threshold.key}`)}
        </button>
      </td>
      <td className={own.value}>
        {held === null ? t('thresholds.unset') : valueText(threshold, held.value)}
      </td>
      <td className={set === null ? kit.soft : own.own}>
        {set !== null && t('thresholds.ownValue')}
        {set === null &&
          inherited !== null &&
          t('thresholds.inheritedFrom', { district: district(inherited.districtCode) })}
      </td>
    </tr>
  );
}
