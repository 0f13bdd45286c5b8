import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { thresholdInForce } from '../../core/thresholds/index.ts';
import type { ThresholdSpec } from '../../core/thresholds/index.ts';
import type { RankingTables } from '../../core/ranking/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useOwnDistricts, useZone } from '../../state/districts.ts';
import { useSession } from '../../state/session.ts';
import { formatSource } from '../../ui/format/sources.ts';
import { formatAge } from '../../ui/format/times.ts';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import kit from '../../ui/form/form.module.css';
import { RuleForm } from './rule-form.tsx';
import { RuleHistory } from './rule-history.tsx';
import { valueText } from './rule-words.ts';
import own from './rules.module.css';

interface RuleDetailProps {
  rule: ThresholdSpec;
  tables: Pick<RankingTables, 'district' | 'district_setting'>;
  code: string;
}

/** One threshold in a district: what holds, by whose word, what would hold without it, and the way to change it. */
export function RuleDetail({ rule, tables, code }: RuleDetailProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // On a telephone it stands below a long list.
  useEffect(() => title.current?.focus(), []);
  const district = useDistrictText();
  const now = useServerNowEvery(60_000);
  const zone = useZone();
  const mine = useOwnDistricts();
  const language = useSession((state) => state.language);
  const { own: set, inherited } = thresholdInForce(tables, rule.key, code);
  const held = set ?? inherited;
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={own.title}>
        {t(`rules.name.${rule.key}`)}
      </h2>
      <p className={kit.soft}>{t(`rules.group.${rule.group}`)}</p>
      <p className={own.about}>{t(`rules.about.${rule.key}`)}</p>
      <dl className={own.facts}>
        <Fact label={t('rules.detail.now')}>
          <strong>{held === null ? t('rules.unset') : valueText(rule, held.value)}</strong>{' '}
          {held !== null &&
            (set !== null
              ? t('rules.ownValue')
              : t('rules.inheritedFrom', { district: district(held.districtCode) }))}
        </Fact>
        {held !== null && (
          <>
            <Fact label={t('rules.detail.source')}>{formatSource(held.source, language)}</Fact>
            <Fact label={t('rules.detail.clause')}>
              {held.clause ?? t('rules.detail.noClause')}
            </Fact>
            <Fact label={t('rules.detail.since')}>{formatAge(held.updatedAt, now, zone)}</Fact>
          </>
        )}
        {set !== null && inherited !== null && (
          <Fact label={t('rules.detail.inherited')}>
            {valueText(rule, inherited.value)} · {district(inherited.districtCode)} ·{' '}
            {formatSource(inherited.source, language)}
          </Fact>
        )}
      </dl>
      {mine.some((one) => one.code === code) ? (
        <RuleForm rule={rule} code={code} own={set} inherited={inherited} />
      ) : (
        <p className={kit.soft}>{t('rules.detail.readOnly', { district: district(code) })}</p>
      )}
      <RuleHistory rule={rule} id={set?.id ?? null} now={now} zone={zone} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
