import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { lookAtRules, openRule } from '../../actions/people/show-people.ts';
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
import { RuleDetail } from './rule-detail.tsx';
import { valueText } from './rule-words.ts';
import own from './rules.module.css';

/** 规则与限值: every threshold of a district in words, where it is from, and the way to change it. */
export function RulesView() {
  const chosen = usePeople((state) => state.rules);
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
        <h2>{t('rules.list')}</h2>
        <p className={kit.soft}>{t('rules.explain')}</p>
        <div className={styles.head}>
          <NativeSelect
            size="sm"
            label={t('rules.district')}
            value={code}
            onChange={({ currentTarget }) => lookAtRules(currentTarget.value)}
          >
            <DistrictOptions districts={mine} />
          </NativeSelect>
        </div>
        <RulesTable tables={tables} code={code} open={open?.key ?? null} />
      </div>
      <div className={styles.side}>
        {open === undefined ? (
          <EmptyState title={t('rules.choose')} />
        ) : (
          <RuleDetail key={`${code} ${open.key}`} rule={open} tables={tables} code={code} />
        )}
      </div>
    </div>
  );
}

function RulesTable({
  tables,
  code,
  open,
}: {
  tables: ThresholdTables;
  code: string;
  open: ThresholdSpec['key'] | null;
}) {
  return (
    <table className={styles.table} aria-label={t('rules.list')}>
      <thead>
        <tr>
          <th scope="col">{t('rules.columns.rule')}</th>
          <th scope="col">{t('rules.columns.value')}</th>
          <th scope="col">{t('rules.columns.from')}</th>
        </tr>
      </thead>
      {THRESHOLD_GROUPS.map((group) => (
        <tbody key={group} className={own.rows}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={own.group}>
              {t(`rules.group.${group}`)}
            </th>
          </tr>
          {THRESHOLDS.filter((rule) => rule.group === group).map((rule) => (
            <Row
              key={rule.key}
              rule={rule}
              tables={tables}
              code={code}
              chosen={rule.key === open}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({
  rule,
  tables,
  code,
  chosen,
}: {
  rule: ThresholdSpec;
  tables: ThresholdTables;
  code: string;
  chosen: boolean;
}) {
  const district = useDistrictText();
  const { own: set, inherited } = thresholdInForce(tables, rule.key, code);
  const held = set ?? inherited;
  return (
    <tr data-chosen={chosen}>
      <td>
        <button
          type="button"
          className={styles.person}
          aria-expanded={chosen}
          onClick={() => openRule(chosen ? null : rule.key)}
        >
          {t(`rules.name.${rule.key}`)}
        </button>
      </td>
      <td className={own.value}>
        {held === null ? t('rules.unset') : valueText(rule, held.value)}
      </td>
      <td className={set === null ? kit.soft : own.own}>
        {set !== null && t('rules.ownValue')}
        {set === null &&
          inherited !== null &&
          t('rules.inheritedFrom', { district: district(inherited.districtCode) })}
      </td>
    </tr>
  );
}
