import type { Meters } from '../core/model/index.ts';
import { t } from '../messages/index.ts';
import { formatDistance, formatNumber } from './format/numbers.ts';
import styles from './parts.module.css';

/** Unknown is a value: hatched and said, never 0 and never empty. */
export function Unknown({ label }: { label?: string }) {
  return <span className={styles.unknown}>{label ?? t('units.unknown')}</span>;
}

/** A length; what kind of length (straight line, road) is said by whoever shows it. */
export function Distance({ meters }: { meters: Meters | null }) {
  return meters === null ? (
    <Unknown />
  ) : (
    <span className={styles.number}>{formatDistance(meters)}</span>
  );
}

/** A number with its unit as the register writes it (艘, 人, kg). */
export function Quantity({ value, unit }: { value: number | null; unit: string | null }) {
  if (value === null) return <Unknown />;
  const shown = formatNumber(value);
  return (
    <span className={styles.number}>
      {unit === null ? shown : t('units.quantity', { value: shown, unit })}
    </span>
  );
}
