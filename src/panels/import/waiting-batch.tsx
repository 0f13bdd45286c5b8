import { Button } from '@mantine/core';
import { writeWaiting } from '../../actions/importing/commit-import.ts';
import { dropImport } from '../../actions/importing/open-import.ts';
import { discardImport, undoImport } from '../../actions/importing/undo-import.ts';
import type { ImportBatch } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useImport } from '../../state/import.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import tone from './tone.module.css';
import styles from './outcome.module.css';
import { Undone } from './undone.tsx';
import { totalsText } from './import-text.ts';
import { kindCounts } from '../parts/files/file-text.ts';

/** Rows that wait on the server, and how many the console meant to send; null = it did not say. */
function stagedRows({ staged, totals }: ImportBatch): { there: number; meant: number | null } {
  const there = Object.values(staged ?? {}).reduce(
    (sum, { created, changed }) => sum + created + changed,
    0,
  );
  return { there, meant: totals.writes ?? null };
}

/** An import that was never finished: what it is, and the ways on. */
export function WaitingBatch({ batch }: { batch: ImportBatch }) {
  const undo = useImport((state) => state.undo);
  const zone = useZone();
  const { id, fileName, createdAt, byName, totals } = batch;
  const undone = undo.tag === 'undone' && undo.batchId === id;
  const who = t('importing.done.who', {
    name: byName ?? '',
    clock: formatFullClock(createdAt, zone),
  });
  return (
    <div className={styles.waiting} role="region" aria-label={fileName}>
      <h3>{fileName}</h3>
      <p className={tone.soft}>{who}</p>
      <p>{totalsText(totals)}</p>
      {!undone && <HowFar batch={batch} />}
      <Undone undo={undo} batchId={id} />
      <div className={tone.buttons}>
        {!undone && <WaysOn batch={batch} />}
        <Button variant="default" onClick={dropImport}>
          {t('importing.other')}
        </Button>
      </div>
    </div>
  );
}

function HowFar({ batch }: { batch: ImportBatch }) {
  const { state, staged, done, total, created, changed } = batch;
  if (state !== 'staged') {
    const figures = { done: formatNumber(done ?? 0), total: formatNumber(total ?? 0) };
    return (
      <p className={tone.fault}>
        {t(`importing.waiting.${state === 'writing' ? 'writing' : 'undoing'}`, figures)}
      </p>
    );
  }
  const { there, meant } = stagedRows(batch);
  if (there !== meant)
    return (
      <p className={tone.fault}>
        {meant === null
          ? t('importing.waiting.unsure', { done: formatNumber(there) })
          : t('importing.waiting.part', { done: formatNumber(there), total: formatNumber(meant) })}
      </p>
    );
  const kinds = Object.entries(staged ?? {});
  const added = kindCounts(kinds.map(([kind, count]) => [kind, count.created]));
  const edited = kindCounts(kinds.map(([kind, count]) => [kind, count.changed]));
  return (
    <>
      <p>{t('importing.waiting.whole')}</p>
      {added !== '' && <p>{t('importing.waiting.created', { counts: added })}</p>}
      {edited !== '' && <p>{t('importing.waiting.changed', { counts: edited })}</p>}
      {created === null && changed === null && (
        <p className={tone.soft}>{t('importing.waiting.meanwhile')}</p>
      )}
    </>
  );
}

function WaysOn({ batch }: { batch: ImportBatch }) {
  const undo = useImport((state) => state.undo);
  const { id, state, total } = batch;
  const undoing = undo.tag === 'undoing' && undo.batchId === id;
  if (state === 'staged') {
    const { there, meant } = stagedRows(batch);
    return (
      <>
        {there === meant && there > 0 && (
          <Button onClick={() => void writeWaiting(id, there)}>
            {t('importing.commit', { count: formatNumber(there) })}
          </Button>
        )}
        <Button variant="default" onClick={() => void discardImport(id)}>
          {t('importing.list.discard')}
        </Button>
      </>
    );
  }
  return (
    <>
      {state === 'writing' && (
        <Button disabled={undoing} onClick={() => void writeWaiting(id, total ?? 0)}>
          {t('importing.stopped.go')}
        </Button>
      )}
      <Button variant="default" loading={undoing} onClick={() => void undoImport(id)}>
        {t(state === 'writing' ? 'importing.stopped.undo' : 'importing.waiting.undoOn')}
      </Button>
    </>
  );
}
