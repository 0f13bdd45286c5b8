import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { addFirst, columnsOfOther, joinFile } from '../../../actions/importing/join-file.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import styles from './understood.module.css';

/** More files beside are folded. */
const MOST_OPEN = 2;

/** Other tables about the same things: their columns are added where a column names the same record. */
export function JoinFiles() {
  const given = useImport((state) => state.file?.others);
  const others = [...new Set(given)];
  const choices = others.map((name) => <JoinChoice key={name} file={name} />);
  return (
    <section>
      <div className={tone.sectionHead}>
        <h3>{t('importing.join.heading')}</h3>
        <span className={tone.soft}>{t('importing.join.hint')}</span>
      </div>
      {others.length > MOST_OPEN ? (
        <Folded count={others.length}>{choices}</Folded>
      ) : (
        <div className={styles.settings}>{choices}</div>
      )}
      <FileButton size="compact-sm" variant="default" takes="join" onFiles={addFirst}>
        {t('importing.join.add')}
      </FileButton>
    </section>
  );
}

/** The files of a whole folder are lists of their own; their columns are read only when somebody looks. */
function Folded({ count, children }: { count: number; children: ReactNode }) {
  const joined = useImport((state) => (state.settings.join ?? null) !== null);
  const [open, setOpen] = useState(joined);
  return (
    <details
      className={styles.others}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('importQueue.others', { count: formatNumber(count) })}</summary>
      {open && <div className={styles.settings}>{children}</div>}
    </details>
  );
}

function JoinChoice({ file }: { file: string }) {
  const join = useImport((state) => state.settings.join ?? null);
  const [columns, setColumns] = useState<readonly string[] | null | undefined>(undefined);
  useEffect(() => {
    let stale = false;
    void columnsOfOther(file).then((found) => {
      if (!stale) setColumns(found);
    });
    return () => {
      stale = true;
    };
  }, [file]);
  if (columns === null)
    return <p className={tone.fault}>{t('importing.join.unreadable', { file })}</p>;
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
