import { t } from '../../messages/index.ts';
import type { UndoState } from '../../state/import.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from './import.module.css';
import { troubleText } from './words.ts';

const SHOWN = 20;

/** What taking an import back did, and what it left. */
export function Undone({ undo, batchId }: { undo: UndoState; batchId: string | null }) {
  if (undo.tag === 'none' || (batchId !== null && undo.batchId !== batchId)) return null;
  if (undo.tag === 'undoing') return <p role="status">{t('importing.done.undoing')}</p>;
  if (undo.tag === 'failed') {
    const reason = troubleText({ tag: 'server', reason: undo.reason, code: null });
    return (
      <p role="alert" className={styles.fault}>
        {t('importing.undone.failed', { reason })}
      </p>
    );
  }
  const { archived, restored, kept } = undo.result;
  return (
    <div role="status">
      <p>{t('importing.undone.detail', { archived: formatNumber(archived), restored: formatNumber(restored) })}</p>
      {kept.length > 0 && (
        <>
          <p>{t('importing.undone.kept', { count: formatNumber(kept.length) })}</p>
          <ul className={styles.kept}>
            {kept.slice(0, SHOWN).map(({ id, name, why }) => (
              <li key={id}>
                {name ?? t('register.unnamed')} <span className={styles.soft}>{t(`importing.undone.why.${why}`)}</span>
              </li>
            ))}
          </ul>
          {kept.length > SHOWN && <p>{t('importing.findings.more', { count: kept.length - SHOWN })}</p>}
        </>
      )}
    </div>
  );
}
