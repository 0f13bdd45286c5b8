import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import type { ImportStage } from '../../../state/import.ts';
import tone from '../tone.module.css';
import { isJoined } from './is-joined.ts';
import { outcomeText } from './outcome-text.ts';
import styles from './queue.module.css';

/** Where the file in hand is among those given with it, and what became of the one before. */
export function QueueBar({ stage }: { stage: ImportStage }) {
  const given = useImport((state) => state.queue);
  const settings = useImport((state) => state.settings);
  const outcomes = useImport((state) => state.outcomes);
  const before = outcomes.at(-1);
  const queue = given.filter((name) => !isJoined({ settings }, name));
  // At the end, and where files are chosen, the whole account stands.
  if (
    stage.tag === 'choose' ||
    stage.tag === 'done' ||
    (queue.length === 0 && before === undefined)
  )
    return null;
  const at = outcomes.length + 1;
  return (
    <div className={styles.bar} role="status" aria-label={t('importQueue.label')}>
      <strong>{t('importQueue.at', { at, all: at + queue.length })}</strong>
      {before !== undefined && (
        <span className={tone.soft}>
          {t('importQueue.last', { file: before.file, what: outcomeText(before) })}
        </span>
      )}
      {queue.length > 0 && (
        <details className={styles.list}>
          <summary>{t('importQueue.waiting', { count: queue.length })}</summary>
          <ol aria-label={t('importQueue.list')}>
            {queue.map((name, i) => (
              <li key={`${name} ${i}`}>{name}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
