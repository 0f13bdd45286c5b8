import { Button } from '@mantine/core';
import { addFirst, forgoJoin } from '../../../actions/importing/join-file.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import styles from './understood.module.css';
import tone from '../tone.module.css';

/** Which table a kept reading joins, while it is not there. */
export function AwaitedTable() {
  const awaited = useImport((state) => state.awaited);
  if (awaited === null) return null;
  const { refused } = awaited;
  const { file, key } = awaited.join;
  return (
    <div role="status" className={styles.awaited}>
      <p>
        {t('importing.join.awaited', { file, key })}{' '}
        {refused !== null && (
          <span className={tone.fault}>{t('importing.join.another', { file: refused, key })}</span>
        )}
      </p>
      <FileButton size="compact-sm" takes="awaited" onFiles={addFirst}>
        {t('importing.join.addAwaited', { file })}
      </FileButton>
      <Button size="compact-sm" variant="subtle" onClick={forgoJoin}>
        {t('importing.join.forgo')}
      </Button>
    </div>
  );
}
