import { t } from '../../messages/index.ts';
import type { UndoState } from '../../state/import.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import tone from './tone.module.css';
import styles from './outcome.module.css';
import { troubleText } from './import-text.ts';
import { kindCounts } from '../parts/files/file-text.ts';
import { nameText } from '../parts/register/name-text.ts';

const SHOWN = 20;

/** How far taking an import back is, what it did, and what it left. */
export function Undone({ undo, batchId }: { undo: UndoState; batchId: string | null }) {
  if (undo.tag === 'none' || (batchId !== null && undo.batchId !== batchId)) return null;
  if (undo.tag === 'undoing') {
    const { done, total } = undo;
    return (
      <p role="status">
        {t('importing.done.undoing', { done: formatNumber(done), total: formatNumber(total) })}
      </p>
    );
  }
  if (undo.tag === 'failed') {
    const reason = troubleText({ tag: 'server', reason: undo.reason, code: null });
    return (
      <p role="alert" className={tone.fault}>
        {t('importing.undone.failed', { reason })}
      </p>
    );
  }
  const { kinds, kept } = undo.result;
  const archived = kindCounts(kinds.map(({ kind, archived: count }) => [kind, count]));
  const restored = kindCounts(kinds.map(({ kind, restored: count }) => [kind, count]));
  return (
    <div role="status">
      {archived !== '' && <p>{t('importing.undone.archived', { counts: archived })}</p>}
      {restored !== '' && <p>{t('importing.undone.restored', { counts: restored })}</p>}
      {archived + restored === '' && <p>{t('importing.undone.nothing')}</p>}
      {kept.length > 0 && (
        <>
          <p>{t('importing.undone.kept', { count: formatNumber(kept.length) })}</p>
          <ul className={styles.kept}>
            {kept.slice(0, SHOWN).map(({ id, name, why }) => (
              <li key={id}>
                {nameText(name)}{' '}
                <span className={tone.soft}>{t(`importing.undone.why.${why}`)}</span>
              </li>
            ))}
          </ul>
          {kept.length > SHOWN && (
            <p>{t('importing.findings.more', { count: kept.length - SHOWN })}</p>
          )}
        </>
      )}
    </div>
  );
}
