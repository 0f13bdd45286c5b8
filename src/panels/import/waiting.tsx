import { Button, Progress } from '@mantine/core';
import { cancelImportWork } from '../../actions/importing/read-import.ts';
import type { Progress as Done } from '../../core/import/types.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from './outcome.module.css';

const shareOf = ({ done, total }: Done): number | null =>
  total === null || total === 0 ? null : Math.min(1, done / total);

function progressText(progress: Done): string {
  const share = shareOf(progress);
  if (progress.phase === 'read')
    return t('importing.progress.read', {
      share: share === null ? '' : `${Math.round(share * 100)}%`,
    });
  return t('importing.progress.check', {
    done: formatNumber(progress.done),
    total: formatNumber(progress.total ?? progress.done),
  });
}

/** What is being done with a file, how far it is, and the way to stop it. */
export function Waiting({ title, progress }: { title: string; progress: Done | null }) {
  const share = progress === null ? 0 : (shareOf(progress) ?? 0);
  const text = progress === null ? t('importing.progress.start') : progressText(progress);
  return (
    <div className={styles.waiting}>
      <h3>{title}</h3>
      <Progress
        value={share * 100}
        aria-label={title}
        aria-valuetext={text}
        transitionDuration={100}
      />
      <p>{text}</p>
      <Button size="compact-sm" variant="default" onClick={cancelImportWork}>
        {t('importing.cancel')}
      </Button>
    </div>
  );
}
