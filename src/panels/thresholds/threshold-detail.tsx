import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { thresholdInForce } from '../../core/thresholds/index.ts';
import type { ThresholdSpec } from '../../core/thresholds/index.ts';
import type { RankingTables } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useOwnDistricts, useZone } from '../../state/districts.ts';
import { useSession } from '../../state/session.ts';
import { formatSource } from '../../ui/format/sources.ts';
import { formatAge } from '../../ui/format/times.ts';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import kit from '../../ui/form/form.module.css';
import { ThresholdForm } from './threshold-form.tsx';
import { ThresholdHistory } from './threshold-history.tsx';
import { valueText } from './threshold-text.ts';
import own from './thresholds.module.css';

interface ThresholdDetailProps {
  threshold: ThresholdSpec;
  tables: Pick<RankingTables, 'district' | 'district_setting'>;
  code: string;
}

/** One threshold in a district: what holds, by whose word, what would hold without it, and the way to change it. */
export function ThresholdDetail({ threshold, tables, code }: ThresholdDetailProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // On a telephone it stands below a long list.
  useEffect(() => title.current?.focus(), []);
  const district = useDistrictText();
  const now = useServerNowEvery(60_000);
  const zone = useZone();
  const mine = useOwnDistricts();
  const language = useSession((state) => state.language);
  const { own: set, inherited } = thresholdInForce(tables, threshold.key, code);
  const held = set ?? inherited;
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={own.title}>
        {t(`thresholds.name.${threshold.key}`)}
      </h2>
      <p className={kit.soft}>{t(`thresholds.group.${threshold.group}`)}</p>
      <p className={own.about}>{t(`thresholds.about.${threshold.key}`)}</p>
      <dl className={own.facts}>
        <Fact label={t('thresholds.detail.now')}>
          <strong>
            {held === null ? t('thresholds.unset') : valueText(threshold, held.value)}
          </strong>{' '}
          {held !== null &&
            (set !== null
              ? t('thresholds.ownValue')
              : t('thresholds.inheritedFrom', { district: district(held.districtCode) }))}
        </Fact>
        {held !== null && (
          <>
            <Fact label={t('thresholds.detail.source')}>{formatSource(held.source, language)}</Fact>
            <Fact label={t('thresholds.detail.clause')}>
              {held.clause ?? t('thresholds.detail.noClause')}
            </Fact>
            <Fact label={t('thresholds.detail.since')}>{formatAge(held.updatedAt, now, zone)}</Fact>
          </>
        )}
        {set !== null && inherited !== null && (
          <Fact label={t('thresholds.detail.inherited')}>
            {valueText(threshold, inherited.value)} · {district(inherited.districtCode)} ·{' '}
            {formatSource(inherited.source, language)}
          </Fact>
        )}
      </dl>
      {mine.some((one) => one.code === code) ? (
        <ThresholdForm threshold={threshold} code={code} own={set} inherited={inherited} />
      ) : (
        <p className={kit.soft}>{t('thresholds.detail.readOnly', { district: district(code) })}</p>
      )}
      <ThresholdHistory threshold={threshold} id={set?.id ?? null} now={now} zone={zone} />
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
