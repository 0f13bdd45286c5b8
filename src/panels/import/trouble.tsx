import { Button, Progress } from '@mantine/core';
import { backToDifference, commitImport } from '../../actions/importing/commit-import.ts';
import { dropImport } from '../../actions/importing/open-import.ts';
import { t } from '../../messages/index.ts';
import type { ImportStage, ImportTrouble } from '../../state/import.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from './import.module.css';
import { troubleText } from './words.ts';

/** Rows on their way to the register. */
export function Sending({ stage }: { stage: Extract<ImportStage, { tag: 'sending' }> }) {
  const { step, done, total } = stage;
  const text =
    step === 'commit'
      ? t('importing.sending.commit')
      : t('importing.sending.stage', { done: formatNumber(done), total: formatNumber(total) });
  return (
    <div className={styles.waiting} role="status">
      <h3>{text}</h3>
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        animated={step === 'commit'}
        aria-label={text}
        transitionDuration={100}
      />
    </div>
  );
}

/** The server went away in the middle: everything is kept, and it can go on. */
export function Stopped({ trouble }: { trouble: ImportTrouble }) {
  return (
    <div className={styles.waiting} role="alert">
      <h3>{t('importing.stopped.title')}</h3>
      <p className={styles.fault}>{troubleText(trouble)}</p>
      <p>{t('importing.stopped.detail')}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void commitImport()}>{t('importing.stopped.go')}</Button>
        <Button variant="default" onClick={backToDifference}>
          {t('importing.stopped.back')}
        </Button>
      </div>
    </div>
  );
}

export function Broken({ trouble }: { trouble: ImportTrouble }) {
  return (
    <div className={styles.waiting} role="alert">
      <h3>{t('importing.broken.title')}</h3>
      <p className={styles.fault}>{troubleText(trouble)}</p>
      <Button onClick={dropImport}>{t('importing.broken.again')}</Button>
    </div>
  );
}
