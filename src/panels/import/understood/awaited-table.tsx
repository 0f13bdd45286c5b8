import { Button } from '@mantine/core';
import { useRef } from 'react';
import { addBeside, forgoJoin } from '../../../actions/importing/join-file.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import styles from '../import.module.css';

/** Which table a kept reading joins, while it is not there. */
export function AwaitedTable() {
  const awaited = useImport((state) => state.awaited);
  const input = useRef<HTMLInputElement>(null);
  if (awaited === null) return null;
  const { refused } = awaited;
  const { file, key } = awaited.join;
  return (
    <div role="status" className={styles.awaited}>
      <p>
        {t('importing.join.awaited', { file, key })}{' '}
        {refused !== null && (
          <span className={styles.fault}>{t('importing.join.another', { file: refused, key })}</span>
        )}
      </p>
      <Button size="compact-sm" onClick={() => input.current?.click()}>
        {t('importing.join.addAwaited', { file })}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={forgoJoin}>
        {t('importing.join.forgo')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        data-awaited-file
        onChange={(event) => {
          const [given] = event.currentTarget.files ?? [];
          if (given !== undefined) void addBeside(given);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
