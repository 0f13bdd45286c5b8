import { selectAndFrame } from '../../actions/select.ts';
import type { Departure } from '../../core/ranking/departures.ts';
import { t } from '../../messages/index.ts';
import styles from './change.module.css';
import { departureText } from './departure-text.ts';
import type { Departures } from './use-departures.ts';

/** Those who left, told one by one; the rest is counted. */
const MOST_NAMED = 3;

/** Who left the top of the list and why. Stands until somebody says that it is read. */
export function DepartureNote({
  departures: { left, read },
  now,
}: {
  departures: Departures;
  now: number;
}) {
  const named = left.slice(0, MOST_NAMED);
  return (
    <div role="status">
      {left.length > 0 && (
        <section className={styles.note} aria-label={t('answer.left.title')}>
          <div className={styles.noteHead}>
            <strong>{t('answer.left.title')}</strong>
            <button type="button" className={styles.quiet} onClick={read}>
              {t('closure.change.dismiss')}
            </button>
          </div>
          {named.map((departure) => (
            <Line key={departure.id} departure={departure} now={now} />
          ))}
          {left.length > MOST_NAMED && (
            <p className={styles.soft}>
              {t('answer.left.others', { count: left.length - MOST_NAMED })}
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function Line({ departure, now }: { departure: Departure; now: number }) {
  const { kind, id, cause } = departure;
  const text = departureText(departure, now);
  if (cause.tag === 'gone') return <p>{text}</p>;
  return (
    <p>
      <button
        type="button"
        className={styles.inText}
        onClick={() => selectAndFrame({ kind, id }, null)}
      >
        {text}
      </button>
    </p>
  );
}
