import { t } from '../../messages/index.ts';
import type { ImportStage } from '../../state/import.ts';
import styles from './steps.module.css';

const STEPS = ['file', 'check', 'difference', 'done'] as const;

const AT: Readonly<Record<ImportStage['tag'], number>> = {
  choose: 0,
  reading: 1,
  unreadable: 1,
  understood: 1,
  comparing: 2,
  difference: 2,
  sending: 2,
  stopped: 2,
  waiting: 2,
  broken: 1,
  done: 3,
};

/** Where the import is among its four steps. */
export function Steps({ stage }: { stage: ImportStage }) {
  const at = AT[stage.tag];
  return (
    <ol className={styles.steps} aria-label={t('importing.steps')}>
      {STEPS.map((step, i) => {
        const name = t(`importing.step.${step}`);
        return (
          <li key={step} aria-current={i === at ? 'step' : undefined} data-past={i < at}>
            <span aria-hidden="true">{i < at ? '✓' : i + 1}</span>
            {i < at ? (
              <>
                <span aria-hidden="true">{name}</span>
                <span className="m-visually-hidden">{t('importing.stepDone', { step: name })}</span>
              </>
            ) : (
              name
            )}
          </li>
        );
      })}
    </ol>
  );
}
