import { Button } from '@mantine/core';
import { useRef } from 'react';
import { importableKinds } from '../../actions/importing/import-context.ts';
import { openImport } from '../../actions/importing/open-import.ts';
import { t } from '../../messages/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './import.module.css';
import { Unfinished } from './unfinished.tsx';

/** Where a file is dropped or chosen. */
export function ChooseFile() {
  const input = useRef<HTMLInputElement>(null);
  if (importableKinds().length === 0) return <EmptyState title={t('importing.drop.mayNot')} />;
  return (
    <div className={styles.choose}>
      <Unfinished />
      <div className={styles.dropArea}>
        <h3>{t('importing.drop.title')}</h3>
        <p>{t('importing.drop.detail')}</p>
        <Button onClick={() => input.current?.click()}>{t('importing.drop.choose')}</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          data-import-file
          onChange={(event) => {
            openImport([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
