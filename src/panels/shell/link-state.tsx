import { Button, Popover, UnstyledButton } from '@mantine/core';
import { syncNow } from '../../actions/start-sync.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useRecords } from '../../state/records.ts';
import type { SyncStatus } from '../../state/records.ts';
import { formatDuration, formatNumber } from '../../ui/format/numbers.ts';
import { formatAge, formatAgo, formatClock } from '../../ui/format/times.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import type { StatusTone } from '../../ui/status-dot.tsx';
import { HostedNote } from '../parts/hosted/hosted-note.tsx';
import styles from './top-bar.module.css';
import type { Instant } from '../../core/model/index.ts';

const TONES: Record<SyncStatus['tag'], StatusTone> = {
  idle: 'waiting',
  loading: 'waiting',
  live: 'good',
  offline: 'bad',
};

function statusText(status: SyncStatus): string {
  if (status.tag === 'live') return t('shell.link.live');
  return t(
    status.tag === 'offline' ? `shell.link.${status.why ?? 'offline'}` : 'shell.link.loading',
  );
}

/** Whether the console hears the server, and how old what it shows is. Opens to the details. */
export function LinkState() {
  const status = useRecords((state) => state.status);
  const lastSyncAt = useRecords((state) => state.lastSyncAt);
  const now = useServerNowEvery(5000);
  const zone = useZone();
  const ageOf = (at: Instant): string =>
    status.tag === 'offline'
      ? t('shell.link.asOf', { clock: formatClock(at, now, zone) })
      : t('shell.link.liveSince', { ago: formatAgo(at, now) });
  const age = lastSyncAt === null ? null : ageOf(lastSyncAt);
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.link} title={t('shell.link.details')}>
          <StatusDot tone={TONES[status.tag]} label={statusText(status)} />
          {age !== null && <span className={styles.dataAge}>{age}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <LinkDetails />
      </Popover.Dropdown>
    </Popover>
  );
}

const CLOCK_TOLERANCE_MS = 2000;

function LinkDetails() {
  const { status, lastSyncAt, clockOffsetMs, unreadable, tables } = useRecords();
  const now = useServerNowEvery(1000);
  const zone = useZone();
  const loaded = Object.values(tables).reduce((sum, table) => sum + table.size, 0);
  const offset = formatDuration(Math.abs(clockOffsetMs) / 1000);
  const clockOff =
    clockOffsetMs > 0
      ? t('shell.link.clockBehind', { duration: offset })
      : t('shell.link.clockAhead', { duration: offset });
  const isSame = Math.abs(clockOffsetMs) < CLOCK_TOLERANCE_MS;
  return (
    <div className={styles.linkDetails}>
      <dl>
        <dt>{t('shell.link.lastSync')}</dt>
        <dd>{lastSyncAt === null ? t('shell.link.never') : formatAge(lastSyncAt, now, zone)}</dd>
        <dt>{t('shell.link.records')}</dt>
        <dd>{formatNumber(loaded)}</dd>
        <dt>{t('shell.link.clockOffset')}</dt>
        <dd>{isSame ? t('shell.link.clockSame') : clockOff}</dd>
      </dl>
      {status.tag === 'offline' && <HostedNote about="asleep" />}
      <HostedNote about="backups" />
      {unreadable > 0 && <p>{t('shell.link.unreadable', { count: unreadable })}</p>}
      <Button variant="default" onClick={syncNow}>
        {t('shell.link.retry')}
      </Button>
    </div>
  );
}
