import { Checkbox, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { setQueue } from '../../actions/upkeep/views.ts';
import { VERIFIED_KINDS } from '../../core/model/index.ts';
import type { VerifiedKind } from '../../core/model/index.ts';
import { may } from '../../core/rights/may.ts';
import { TRUST_CLASSES, verificationQueue } from '../../core/trust/index.ts';
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
    return verificationQueue(
      tables,
      { districtCode, kind, trustClass, userId: mine ? me : null },
      now,
    );
  }, [tables, choice, me, now]);
}

/** 核实: what should be looked at again, the least trusted first, one key for each. */
export function QueueView() {
  const now = useServerNowEvery(60_000);
  const queue = useQueue(now);
  const role = useRole();
  const { districtCode, mine, kind, trustClass } = useUpkeep((state) => state.queue);
  const verified = useUpkeep((state) => state.verified);
  const narrowed = districtCode !== null || mine || kind !== null || trustClass !== null;
  return (
    <div className={styles.view}>
      <div className={styles.viewHead}>
        <h2>{t('verification.queue.title')}</h2>
        <p className={styles.soft}>{t('verification.queue.explain')}</p>
        <div className={styles.choices}>
          <DistrictChoice
            label={t('verification.queue.district')}
            all={t('verification.queue.allDistricts')}
            value={districtCode}
            onChoose={(code) => setQueue({ districtCode: code })}
          />
          <NativeSelect
            size="xs"
            label={t('verification.queue.kind')}
            value={kind ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setQueue({ kind: value === '' ? null : (value as VerifiedKind) })
            }
          >
            <option value="">{t('verification.queue.allKinds')}</option>
            {VERIFIED_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.record.${one}`)}
              </option>
            ))}
          </NativeSelect>
          <Checkbox
            size="sm"
            label={t('verification.queue.mine')}
            checked={mine}
            onChange={({ currentTarget }) => setQueue({ mine: currentTarget.checked })}
          />
        </div>
        <Counts queue={queue} verified={verified} />
      </div>
      {role !== null && !may(role, 'record') && (
        <p className={styles.soft}>
          {t('verification.refused', { role: t(`kinds.role.${role}`) })}
        </p>
      )}
      {queue.items.length === 0 ? (
        <EmptyState
          title={narrowed ? t('verification.queue.emptyFiltered') : t('verification.queue.empty')}
        />
      ) : (
        <QueueList items={queue.items} now={now} canRecord={may(role, 'record')} />
      )}
    </div>
  );
}

function Counts({ queue: { counts, items }, verified }: { queue: Queue; verified: number }) {
  const chosen = useUpkeep((state) => state.queue.trustClass);
  return (
    <div className={own.counts}>
      <strong>{t('verification.queue.count', { count: formatNumber(items.length) })}</strong>
      <ul aria-label={t('verification.queue.counts')}>
        {TRUST_CLASSES.map((one) => (
          <li key={one}>
            {one === 'current' ? (
              <>
                {t(`verification.class.${one}`)} <b>{formatNumber(counts[one])}</b>
              </>
            ) : (
              <button
                type="button"
                className={own.class}
                aria-pressed={chosen === one}
                title={t('verification.queue.onlyClass')}
                onClick={() => setQueue({ trustClass: chosen === one ? null : one })}
              >
                {t(`verification.class.${one}`)} <b>{formatNumber(counts[one])}</b>
              </button>
            )}
          </li>
        ))}
      </ul>
      <span role="status" className={styles.good}>
        {verified > 0 && t('verification.queue.done', { count: formatNumber(verified) })}
      </span>
    </div>
  );
}
