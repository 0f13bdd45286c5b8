import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { addBeside, columnsBeside, joinFile } from '../../../actions/importing/join-file.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import styles from '../import.module.css';

/** Other tables about the same things: their columns are added where a column names the same record. */
export function JoinFiles() {
  const others = useImport((state) => state.file?.others);
  const input = useRef<HTMLInputElement>(null);
  return (
    <section>
      <div className={styles.sectionHead}>
        <h3>{t('importing.join.heading')}</h3>
        <span className={styles.soft}>{t('importing.join.hint')}</span>
      </div>
      <div className={styles.settings}>
        {(others ?? []).map((name) => (
          <JoinChoice key={name} file={name} />
        ))}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => input.current?.click()}>
        {t('importing.join.add')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        data-join-file
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void addBeside(file);
          event.currentTarget.value = '';
        }}
      />
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
  if (columns === null) return <p className={styles.fault}>{t('importing.join.unreadable', { file })}</p>;
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
