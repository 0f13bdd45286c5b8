import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { addFirst, columnsBeside, joinFile } from '../../../actions/importing/join-file.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import tone from '../tone.module.css';
import styles from './understood.module.css';

/** Other tables about the same things: their columns are added where a column names the same record. */
export function JoinFiles() {
  const others = useImport((state) => state.file?.others);
  return (
    <section>
      <div className={tone.sectionHead}>
        <h3>{t('importing.join.heading')}</h3>
        <span className={tone.soft}>{t('importing.join.hint')}</span>
      </div>
      <div className={styles.settings}>
        {(others ?? []).map((name) => (
          <JoinChoice key={name} file={name} />
        ))}
      </div>
      <FileButton size="compact-sm" variant="default" takes="join" onFiles={addFirst}>
        {t('importing.join.add')}
      </FileButton>
    </section>
  );
}

function JoinChoice({ file }: { file: string }) {
  const join = useImport((state) => state.settings.join ?? null);
  const [columns, setColumns] = useState<readonly string[] | null | undefined>(undefined);
  useEffect(() => {
    let stale = false;
    void columnsBeside(file).then((found) => {
      if (!stale) setColumns(found);
    });
    return () => {
      stale = true;
    };
  }, [file]);
  if (columns === null) return <p className={tone.fault}>{t('importing.join.unreadable', { file })}</p>;
  const named = [...new Set(columns ?? [])].filter((column) => column.trim() !== '');
  return (
    <NativeSelect
      label={t('importing.join.by', { file })}
      disabled={columns === undefined}
      value={join?.file === file ? join.key : ''}
      data={[{ value: '', label: t('importing.join.not') }, ...named]}
      onChange={({ currentTarget: { value } }) => void joinFile(file, value === '' ? null : value)}
    />
  );
}
