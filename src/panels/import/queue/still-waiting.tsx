import { Button } from '@mantine/core';
import { dropQueue, takeNext } from '../../../actions/importing/queue.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import tone from '../tone.module.css';
import styles from '../choose.module.css';

const SHOWN = 4;

/** Files given earlier that have not had their turn. */
export function StillWaiting() {
  const queue = useImport((state) => state.queue);
  if (queue.length === 0) return null;
  const names = queue.slice(0, SHOWN).join('、');
  return (
    <section className={styles.unfinished} aria-label={t('importQueue.list')}>
      <h3>{t('importQueue.waiting', { count: queue.length })}</h3>
      <p>{queue.length > SHOWN ? `${names}…` : names}</p>
      <div className={tone.buttons}>
        <Button size="compact-sm" onClick={() => void takeNext()}>
          {t('importQueue.next')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={dropQueue}>
          {t('importQueue.drop')}
        </Button>
      </div>
    </section>
  );
}
