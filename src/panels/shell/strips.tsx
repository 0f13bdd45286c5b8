import { Button, Progress } from '@mantine/core';
import { showDistricts } from '../../actions/districts/show-districts.ts';
import { syncNow } from '../../actions/start-sync.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useHasNoDistricts, useZone } from '../../state/districts.ts';
import { useRecords } from '../../state/records.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';
import styles from './strips.module.css';
import { useLayout } from '../../state/layout.ts';
import { useMay } from '../../state/role.ts';

/** What nobody may overlook: data that is not current, or not all of it. */
export function Strips() {
  const status = useRecords((state) => state.status);
  const unreadable = useRecords((state) => state.unreadable);
  return (
    <div className={styles.strips}>
      {status.tag === 'loading' && <LoadingStrip loaded={status.loaded} total={status.total} />}
      {status.tag === 'offline' && <OfflineStrip why={status.why ?? 'silent'} />}
      <DiskFullStrip />
      <NoDistrictsStrip />
      {unreadable > 0 && (
        <div className={styles.strip} role="status" data-unreadable>
          {t('shell.unreadableStrip', { count: unreadable })}
        </div>
      )}
    </div>
  );
}

/** Milliseconds for which a full disk is said after it was last met. */
const DISK_FULL_SAID = 120_000;

/** Reading goes on while nothing can be written: only whoever saves would notice. */
function DiskFullStrip() {
  const at = useRecords((state) => state.diskFullAt);
  useServerNowEvery(5000);
  if (at === null || Date.now() - at > DISK_FULL_SAID) return null;
  return (
    <div className={styles.strip} role="alert" data-disk-full>
      {t('shell.trouble.disk-full')}
    </div>
  );
}

/** An office that begins: nothing can be kept in order before there are districts. */
function NoDistrictsStrip() {
  const mayBegin = useMay('districts');
  const isEmpty = useHasNoDistricts();
  const layout = useLayout();
  if (!mayBegin || !isEmpty || layout === 'districts') return null;
  return (
    <div className={styles.strip} role="status">
      <span>{t('districts.empty.strip')}</span>
      <Button variant="default" size="compact-sm" onClick={showDistricts}>
        {t('districts.empty.open')}
      </Button>
    </div>
  );
}

function LoadingStrip({ loaded, total }: { loaded: number; total: number | null }) {
  const share = total === null || total === 0 ? 0 : Math.round((100 * loaded) / total);
  return (
    <div className={styles.loading} role="status">
      <span>
        {total === null
          ? t('shell.loadingTitle')
          : t('shell.link.loadingCount', {
              loaded: formatNumber(loaded),
              total: formatNumber(total),
            })}
      </span>
      <Progress value={share} size="xs" aria-label={t('shell.loadingTitle')} />
    </div>
  );
}

function OfflineStrip({ why }: { why: 'silent' | 'busy' | 'disk-full' }) {
  const lastSyncAt = useRecords((state) => state.lastSyncAt);
  const now = useServerNowEvery(5000);
  const zone = useZone();
  return (
    <div className={styles.strip} role="alert">
      <span>
        {t(`shell.trouble.${why}`)}{' '}
        {lastSyncAt === null
          ? t('shell.offlineNever')
          : t('shell.offlineStrip', {
              clock: formatFullClock(lastSyncAt, zone),
              ago: formatAgo(lastSyncAt, now),
            })}
      </span>
      <Button variant="default" size="compact-sm" onClick={syncNow}>
        {t('shell.link.retry')}
      </Button>
    </div>
  );
}
