import { Checkbox, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { setQueue } from '../../actions/upkeep/views.ts';
import type { TrustedKind } from '../../core/model/index.ts';
import { may } from '../../core/rights/may.ts';
import { TRUST_CLASSES, TRUST_KINDS, trustQueue } from '../../core/trust/index.ts';
import type { Queue } from '../../core/trust/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import { useRole } from '../../state/role.ts';
import { useSession } from '../../state/session.ts';
import { useUpkeep } from '../../state/upkeep.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format/numbers.ts';
import { DistrictChoice } from '../parts/districts/district-choice.tsx';
import styles from '../../ui/form/form.module.css';
import { QueueList } from './queue-list.tsx';
import own from './verification.module.css';

function useQueue(now: number): Queue {
  const tables = useRecords((state) => state.tables);
  const choice = useUpkeep((state) => state.queue);
  const me = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.userId : null,
  );
  return useMemo(() => {
    const { districtCode, kind, mine, trustClass } = choice;
    return trustQueue(tables, { districtCode, kind, trustClass, userId: mine ? me : null }, now);
  }, [tables, choice, me, now]);
}

/** 核实: what should be looked at again, the least trusted first, one key for each. */
export function QueueView() {
  const now = useServerNowEvery(60_000);
  const queue = useQueue(now);
  const role = useRole();
  const { districtCode, mine, kind, trustClass } = useUpkeep((state) => state.queue);
  const confirmed = useUpkeep((state) => state.confirmed);
  const narrowed = districtCode !== null || mine || kind !== null || trustClass !== null;
  return (
    <div className={styles.view}>
      <div className={styles.viewHead}>
        <h2>{t('trust.queue.title')}</h2>
        <p className={styles.soft}>{t('trust.queue.explain')}</p>
        <div className={styles.choices}>
          <DistrictChoice
            label={t('trust.queue.district')}
            all={t('trust.queue.allDistricts')}
            value={districtCode}
            onChoose={(code) => setQueue({ districtCode: code })}
          />
          <NativeSelect
            size="xs"
            label={t('trust.queue.kind')}
            value={kind ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setQueue({ kind: value === '' ? null : (value as TrustedKind) })
            }
          >
            <option value="">{t('trust.queue.allKinds')}</option>
            {TRUST_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.record.${one}`)}
              </option>
            ))}
          </NativeSelect>
          <Checkbox
            size="sm"
            label={t('trust.queue.mine')}
            checked={mine}
            onChange={({ currentTarget }) => setQueue({ mine: currentTarget.checked })}
          />
        </div>
        <Counts queue={queue} confirmed={confirmed} />
      </div>
      {role !== null && !may(role, 'record') && (
        <p className={styles.soft}>{t('trust.refused', { role: t(`kinds.role.${role}`) })}</p>
      )}
      {queue.items.length === 0 ? (
        <EmptyState title={narrowed ? t('trust.queue.emptyFiltered') : t('trust.queue.empty')} />
      ) : (
        <QueueList items={queue.items} now={now} canRecord={may(role, 'record')} />
      )}
    </div>
  );
}

function Counts({ queue: { counts, items }, confirmed }: { queue: Queue; confirmed: number }) {
  const chosen = useUpkeep((state) => state.queue.trustClass);
  return (
    <div className={own.counts}>
      <strong>{t('trust.queue.count', { count: formatNumber(items.length) })}</strong>
      <ul aria-label={t('trust.queue.counts')}>
        {TRUST_CLASSES.map((one) => (
          <li key={one}>
            {one === 'current' ? (
              <>
                {t(`trust.class.${one}`)} <b>{formatNumber(counts[one])}</b>
              </>
            ) : (
              <button
                type="button"
                className={own.class}
                aria-pressed={chosen === one}
                title={t('trust.queue.onlyClass')}
                onClick={() => setQueue({ trustClass: chosen === one ? null : one })}
              >
                {t(`trust.class.${one}`)} <b>{formatNumber(counts[one])}</b>
              </button>
            )}
          </li>
        ))}
      </ul>
      <span role="status" className={styles.good}>
        {confirmed > 0 && t('trust.queue.done', { count: formatNumber(confirmed) })}
      </span>
    </div>
  );
}
