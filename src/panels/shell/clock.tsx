import { t } from '../../messages/index.ts';
import { useServerNow } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { clockParts } from '../../ui/format/times.ts';
import styles from './top-bar.module.css';

/** The wall clock of the district by the server's time. */
export function Clock() {
  const now = useServerNow();
  const zone = useZone();
  const { month, day, hour, minute, second } = clockParts(now, zone);
  return (
    <time
      className={styles.clock}
      dateTime={new Date(now).toISOString()}
      title={t('shell.clock', { zone })}
      aria-label={`${month}-${day} ${hour}:${minute}`}
    >
      <span className={styles.clockDay}>{`${month}-${day}`}</span>
      {`${hour}:${minute}:${second}`}
    </time>
  );
}
