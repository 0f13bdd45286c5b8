import { Button } from '@mantine/core';
import { dropLookBack, restoreVersion } from '../../../actions/upkeep/restore-version.ts';
import { goingBack } from '../../../core/history/index.ts';
import type { RecordChange, RememberedKind } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import type { RestoreDraft } from '../../../state/upkeep.ts';
import type { TextContext } from '../register/register-text.ts';
import styles from '../../../ui/form/form.module.css';
import { columnText, valueText } from './change-text.ts';

interface RestorePanelProps {
  kind: RememberedKind;
  id: string;
  changes: readonly RecordChange[];
  draft: RestoreDraft;
  words: TextContext;
}

/** Now and then side by side; nothing is changed before the person has seen both. */
export function RestorePanel({ kind, id, changes, draft, words }: RestorePanelProps) {
  const { toVersion, save } = draft;
  const differences = goingBack(changes, toVersion);
  const said = (column: string, value: unknown) =>
    valueText(kind, column, value, words) ?? t('history.empty');
  return (
    <div className={styles.form}>
      {differences.length === 0 ? (
        <p>{t('history.nothing')}</p>
      ) : (
        <table className={styles.table}>
          <caption>{t('history.restoreTitle', { version: toVersion })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.field')}</th>
              <th scope="col">{t('history.now')}</th>
              <th scope="col">{t('history.then')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ column, from, to }) => (
              <tr key={column}>
                <th scope="row">{columnText(kind, column)}</th>
                <td>{said(column, from)}</td>
                <td>{said(column, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.soft}>{t('history.notRestored')}</p>
      {save.tag === 'failed' && (
        <p role="alert" className={styles.alert}>
          {t(`history.failedRestore.${save.reason}`)}
        </p>
      )}
      <div className={styles.buttons}>
        {differences.length > 0 && (
          <Button
            size="xs"
            loading={save.tag === 'saving'}
            onClick={() => void restoreVersion(kind, id)}
          >
            {t('history.restoreConfirm')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => dropLookBack(id)}>
          {t('history.restoreCancel')}
        </Button>
      </div>
    </div>
  );
}
