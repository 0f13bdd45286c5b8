import { Button } from '@mantine/core';
import {
  discardImport,
  loadImports,
  openWaiting,
  showImports,
  undoImport,
} from '../../actions/importing/undo-import.ts';
import type { ImportBatch } from '../../core/model/index.ts';
import type { RecordKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useImport } from '../../state/import.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatFullClock } from '../../ui/format/times.ts';
import styles from './past.module.css';
import tone from './tone.module.css';
import { Undone } from './undone.tsx';
import { totalsText } from './import-text.ts';

/** Every import of the district: who, when, what came of it, and the way back. */
export function PastImports() {
  const past = useImport((state) => state.past);
  const undo = useImport((state) => state.undo);
  return (
    <div className={styles.past}>
      <div className={tone.sectionHead}>
        <h3>{t('importing.list.title')}</h3>
        <Button size="compact-sm" variant="default" onClick={() => showImports(false)}>
          {t('importing.list.back')}
        </Button>
      </div>
      <Undone undo={undo} batchId={null} />
      {past.tag === 'failed' && (
        <EmptyState
          title={t('importing.list.failed')}
          detail={t(`importing.server.${past.reason}`, { code: '' })}
          action={
            <Button size="xs" variant="default" onClick={() => void loadImports()}>
              {t('importing.list.again')}
            </Button>
          }
        />
      )}
      {(past.tag === 'loading' || past.tag === 'none') && (
        <EmptyState title={t('importing.list.loading')} />
      )}
      {past.tag === 'loaded' &&
        (past.rows.length === 0 ? (
          <EmptyState title={t('importing.list.empty')} detail={t('importing.list.emptyDetail')} />
        ) : (
          <PastTable rows={past.rows} />
        ))}
    </div>
  );
}

/** What can be done stands where a telephone shows it. */
const COLUMNS = ['file', 'state', 'act', 'when', 'who', 'kind', 'rows'] as const;

function PastTable({ rows }: { rows: readonly ImportBatch[] }) {
  return (
    <div
      className={tone.scroller}
      tabIndex={0}
      role="region"
      aria-label={t('importing.list.title')}
    >
      <table className={styles.pastTable}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`importing.list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PastRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PastRow({ row }: { row: ImportBatch }) {
  const zone = useZone();
  const undo = useImport((state) => state.undo);
  const { id, fileName, kind, state, totals, createdAt, committedAt, byName } = row;
  return (
    <tr>
      <th scope="row">{fileName}</th>
      <td>
        {t(`importing.list.${state}`)}
        {row.undoneAt !== null && (
          <span className={tone.soft}>
            {' '}
            {t('importing.done.who', {
              name: row.undoneByName ?? '',
              clock: formatFullClock(row.undoneAt, zone),
            })}
          </span>
        )}
      </td>
      <td>
        {state === 'committed' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('importing.list.undoOf', { file: fileName })}
            loading={undo.tag === 'undoing' && undo.batchId === id}
            onClick={() => void undoImport(id)}
          >
            {t('importing.list.undo')}
          </Button>
        )}
        {(state === 'staged' || state === 'writing' || state === 'undoing') && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('importing.unfinished.openOf', { file: fileName })}
            onClick={() => openWaiting(row)}
          >
            {t('importing.unfinished.open')}
          </Button>
        )}
        {state === 'staged' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('importing.list.discardOf', { file: fileName })}
            onClick={() => void discardImport(id)}
          >
            {t('importing.list.discard')}
          </Button>
        )}
      </td>
      <td>{formatFullClock(committedAt ?? createdAt, zone)}</td>
      <td>{byName ?? t('register.unknown')}</td>
      <td>{t(`kinds.record.${kind as RecordKind}`)}</td>
      <td>{totalsText(totals)}</td>
    </tr>
  );
}
