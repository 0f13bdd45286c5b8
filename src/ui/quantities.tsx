import { t } from '../messages/index.ts';
import styles from './parts.module.css';

/** Unknown is a value: hatched and said, never 0 and never empty. */
export function Unknown({ label }: { label?: string }) {
  return <span className={styles.unknown}>{label ?? t('units.unknown')}</span>;
}
