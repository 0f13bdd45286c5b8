import { Button, Progress } from '@mantine/core';
import { backToDifference, goOnImport } from '../../actions/importing/commit-import.ts';
import { dropImport } from '../../actions/importing/open-import.ts';
import { undoImport } from '../../actions/importing/undo-import.ts';
import { t } from '../../messages/index.ts';
import { useImport } from '../../state/import.ts';
import type { ImportStage, ImportTrouble } from '../../state/import.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import tone from './tone.module.css';
import styles from './outcome.module.css';
import { Undone } from './undone.tsx';
import { troubleText } from './import-text.ts';

/** Rows on their way to the register. */
export function Sending({ stage }: { stage: Extract<ImportStage, { tag: 'sending' }> }) {
  const { step, done, total } = stage;
  const text = t(`importing.sending.${step}`, {
    done: formatNumber(done),
    total: formatNumber(total),
  });
  return (
    <div className={styles.waiting} role="status">
      <h3>{text}</h3>
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        aria-label={text}
        transitionDuration={100}
      />
      {step === 'commit' && <p className={tone.soft}>{t('importing.sending.portions')}</p>}
    </div>
  );
}

/** The server went away in the middle: what is in the register and what is not, and the ways on. */
export function Stopped({ stage }: { stage: Extract<ImportStage, { tag: 'stopped' }> }) {
  const undo = useImport((state) => state.undo);
  const hasDifference = useImport((state) => state.difference !== null);
  const { trouble, at, batchId } = stage;
  const figures = { done: formatNumber(at.done), total: formatNumber(at.total) };
  const gone = trouble.tag === 'server' && trouble.reason === 'gone';
  const writing = at.step === 'commit' && !gone;
  const howWriting = at.done === 0 ? 'writingFirst' : 'writing';
  const how = writing ? howWriting : 'staging';
  const undone = undo.tag === 'undone' && undo.batchId === batchId;
  return (
    <div className={styles.waiting} role="alert">
      <h3>{undone ? t('importing.undone.title') : t('importing.stopped.title')}</h3>
      {!undone && <p className={tone.fault}>{troubleText(trouble)}</p>}
      {!undone && !gone && <p>{t(`importing.stopped.${how}`, figures)}</p>}
      <Undone undo={undo} batchId={batchId} />
      <div className={tone.buttons}>
        {!undone && !gone && (
          <Button onClick={() => void goOnImport()}>{t('importing.stopped.go')}</Button>
        )}
        {writing && !undone && (
          <Button
            variant="default"
            loading={undo.tag === 'undoing'}
            onClick={() => void undoImport(batchId)}
          >
            {t('importing.stopped.undo')}
          </Button>
        )}
        {hasDifference && (!writing || undone) && (
          <Button variant="default" onClick={backToDifference}>
            {t('importing.stopped.back')}
          </Button>
        )}
        {!hasDifference && (gone || undone) && (
          <Button variant="default" onClick={dropImport}>
            {t('importing.other')}
          </Button>
        )}
      </div>
    </div>
  );
}

export function Broken({ trouble }: { trouble: ImportTrouble }) {
  return (
    <div className={styles.waiting} role="alert">
      <h3>{t('importing.broken.title')}</h3>
      <p className={tone.fault}>{troubleText(trouble)}</p>
      <Button onClick={dropImport}>{t('importing.broken.again')}</Button>
    </div>
  );
}
