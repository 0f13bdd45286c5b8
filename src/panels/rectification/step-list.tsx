import { loadSteps } from '../../actions/upkeep/rectification-steps.ts';
import { t } from '../../messages/index.ts';
import { useKept } from '../../state/upkeep.ts';
import { formatAge } from '../../ui/format/times.ts';
import history from '../parts/history/history.module.css';
import styles from '../../ui/form/form.module.css';

/** What was done about a hazard, newest first, by whom and on what evidence. */
export function StepList({ hazardId, now, zone }: { hazardId: string; now: number; zone: string }) {
  const kept = useKept('stepLists', hazardId);
  const steps = kept?.value ?? null;
  if (steps === null)
    return kept?.status === 'failed' ? (
      <p role="alert" className={styles.bad}>
        {t('rectification.stepsFailed')}{' '}
        <button type="button" className={styles.quiet} onClick={() => void loadSteps(hazardId)}>
          {t('rectification.retry')}
        </button>
      </p>
    ) : (
      <p role="status" className={styles.soft}>
        {t('rectification.loading')}
      </p>
    );
  if (steps.length === 0) return <p className={styles.soft}>{t('rectification.noSteps')}</p>;
  return (
    <ol className={history.list} aria-label={t('rectification.steps')}>
      {steps.map(({ id, step, at, byName, note, evidence, owner, deadline }) => (
        <li key={id}>
          <div className={history.entryHead}>
            <strong>{t(`rectification.taken.${step}`)}</strong>
            <span>{byName ?? t('rectification.byTool')}</span>
            <time dateTime={at}>{formatAge(at, now, zone)}</time>
          </div>
          <dl className={history.fields}>
            {(
              [
                [t('rectification.note'), note],
                [t('rectification.evidence'), evidence],
                [t('rectification.owner'), owner],
                [t('rectification.deadline'), deadline],
              ] as const
            ).map(
              ([label, text]) =>
                text !== null && (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{text}</dd>
                  </div>
                ),
            )}
          </dl>
        </li>
      ))}
    </ol>
  );
}
