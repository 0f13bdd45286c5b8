import { Button, Progress } from '@mantine/core';
import { syncNow } from '../../actions/start-sync.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useRecords } from '../../state/records.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';
import styles from './strips.module.css';

/** What nobody may overlook: data that is not current, or not all of it. */
export function Strips() {
  const status = useRecords((state) => state.status);
  const unreadable = useRecords((state) => state.unreadable);
  return (
    <div className={styles.strips}>
      {status.tag === 'loading' && <LoadingStrip loaded={status.loaded} total={status.total} />}
      {status.tag === 'offline' && <OfflineStrip />}
      {unreadable > 0 && (
        <div className={styles.strip} role="status">
          {t('shell.unreadableStrip', { count: unreadable })}
        </div>
      )}
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
          : t('shell.link.loadingCount', { loaded: formatNumber(loaded), total: formatNumber(total) })}
      </span>
      <Progress value={share} size="xs" aria-label={t('shell.loadingTitle')} />
    </div>
  );
}

function OfflineStrip() {
  const lastSyncAt = useRecords((state) => state.lastSyncAt);
  const now = useServerNowEvery(5000);
  const zone = useZone();
  return (
    <div className={styles.strip} role="alert">
      <span>
        {lastSyncAt === null
          ? t('shell.offlineNever')
          : t('shell.offlineStrip', { clock: formatFullClock(lastSyncAt, zone), ago: formatAgo(lastSyncAt, now) })}
      </span>
      <Button variant="default" size="compact-sm" onClick={syncNow}>
        {t('shell.link.retry')}
      </Button>
    </div>
  );
}
