import { CloseButton, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/index.ts';
import styles from './shortcuts-dialog.module.css';

/** The keys, in a native dialog: Esc closes it and focus goes back where it was. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const rows: [string[], string][] = [
    [['/'], t('shell.shortcuts.search')],
    [['N'], t('shell.shortcuts.newIncident')],
    [['1', '2', '3', '4'], t('shell.shortcuts.tabs')],
    [['↑', '↓', 'Enter'], t('shell.shortcuts.go')],
    [['↑', '↓', '←', '→', '+', '−'], t('shell.shortcuts.map')],
    [['Esc'], t('shell.shortcuts.escape')],
    [['D'], t('shell.shortcuts.theme')],
    [['?'], t('shell.shortcuts.list')],
  ];
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('shell.shortcuts.title')}
      onClose={onClose}
    >
      <div className={styles.dialogHead}>
        <h2>{t('shell.shortcuts.title')}</h2>
        <CloseButton aria-label={t('shell.shortcuts.close')} onClick={onClose} />
      </div>
      <dl className={styles.keys}>
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
