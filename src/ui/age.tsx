import type { Instant, Seconds } from '../core/model/index.ts';
import { t } from '../messages/index.ts';
import { formatAge, formatFullClock } from './format/times.ts';
import styles from './parts.module.css';

interface AgeProps {
  at: Instant | null;
  /** The server's clock, milliseconds. */
  now: number;
  /** IANA zone of the district. */
  zone: string;
  /** Older than this is marked as old. */
  maxAge?: Seconds | null;
}

/** When a fact was true: how long ago and at what o'clock; marked when too old, said when unknown. */
export function Age({ at, now, zone, maxAge = null }: AgeProps) {
  if (at === null) return <span className={styles.unknown}>{t('units.ageUnknown')}</span>;
  const old = maxAge !== null && (now - Date.parse(at)) / 1000 > maxAge;
  return (
    <time
      className={old ? `${styles.age} ${styles.old}` : styles.age}
      dateTime={at}
      title={formatFullClock(at, zone)}
    >
      {formatAge(at, now, zone)}
      {old && <span className={styles.oldMark}>{t('units.old')}</span>}
    </time>
  );
}
