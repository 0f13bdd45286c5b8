import { Button } from '@mantine/core';
import { showDistricts } from '../../actions/districts/show-districts.ts';
import { closeImport, dropImport } from '../../actions/importing/open-import.ts';
import { takeNext } from '../../actions/importing/queue.ts';
import { saveRejects } from '../../actions/importing/save-rejects.ts';
import { undoImport } from '../../actions/importing/undo-import.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useImport } from '../../state/import.ts';
import type { ImportResult } from '../../state/import.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import tone from './tone.module.css';
import styles from './outcome.module.css';
import { TotalsLine } from './totals-line.tsx';
import { Undone } from './undone.tsx';
import { FolderAccount } from './queue/folder-account.tsx';
import { reasonText } from './import-text.ts';

function seeDistricts(): void {
  closeImport();
  showDistricts();
}

/** What an import did, what it left aside, and the way back. */
export function DoneView({ result }: { result: ImportResult }) {
  const totals = useImport((state) => state.difference?.totals ?? null);
  const undo = useImport((state) => state.undo);
  const isDistricts = useImport((state) => state.understood?.kind === 'district');
  const zone = useZone();
  const file = useImport((state) => state.file?.name ?? '');
  const several = useImport((state) => state.outcomes.length > 0);
  const waits = useImport((state) => state.queue.length > 0);
  const { created, changed, refused, batchId } = result;
  const undone = undo.tag === 'undone' && undo.batchId === batchId;
  const notTaken = totals === null ? 0 : totals.rejected + totals.duplicates;
  const doneTitle =
    created + changed === 0 ? t('importing.done.nothing') : t('importing.done.title');
  return (
    <div className={styles.done}>
      <div role="status">
        <h3>{undone ? t('importing.undone.title') : doneTitle}</h3>
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>{t('importing.done.created')}</dt>
          <dd>{formatNumber(totals?.created ?? created)}</dd>
        </div>
        <div>
          <dt>{t('importing.done.changed')}</dt>
          <dd>{formatNumber(totals?.changed ?? changed)}</dd>
        </div>
      </dl>
      {totals !== null && <TotalsLine totals={totals} />}
      {refused > 0 && (
        <>
          <p className={tone.fault}>
            {t('importing.done.refused', { count: formatNumber(refused) })}
          </p>
          <ul className={styles.kept}>
            {result.refusedRows.map((row) => (
              <li key={`${row.row} ${row.reason}`}>
                {t('importing.findings.row', { row: row.row })}{' '}
                <span className={tone.soft}>{reasonText(row)}</span>
              </li>
            ))}
          </ul>
          {refused > result.refusedRows.length && (
            <p>{t('importing.findings.more', { count: refused - result.refusedRows.length })}</p>
          )}
        </>
      )}
      <p className={tone.soft}>
        {several && `${file} · `}
        {t('importing.done.who', { name: result.byName, clock: formatFullClock(result.at, zone) })}
      </p>
      <Undone undo={undo} batchId={batchId} />
      <FolderAccount />
      <div className={tone.buttons}>
        {waits && <Button onClick={() => void takeNext()}>{t('importQueue.next')}</Button>}
        {isDistricts ? (
          <Button onClick={seeDistricts}>{t('districts.seeDistricts')}</Button>
        ) : (
          <Button variant={waits ? 'default' : 'filled'} onClick={closeImport}>
            {t('importing.done.see')}
          </Button>
        )}
        {notTaken > 0 && (
          <Button variant="default" onClick={() => void saveRejects()}>
            {t('importing.done.rejects', { count: formatNumber(notTaken) })}
          </Button>
        )}
        <Button variant="default" onClick={dropImport}>
          {t('importing.done.again')}
        </Button>
        {!undone && created + changed > 0 && (
          <Button
            variant="default"
            loading={undo.tag === 'undoing'}
            onClick={() => void undoImport(batchId)}
          >
            {t('importing.done.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}
