import { CloseButton } from '@mantine/core';
import { closeRecord, isRegisterKind } from '../../actions/register/open-table.ts';
import { t } from '../../messages/index.ts';
import { useRecords } from '../../state/records.ts';
import { useDraft, useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BulkPanel } from '../records/bulk/bulk-panel.tsx';
import { DuplicatesPanel } from '../records/duplicates/duplicates-panel.tsx';
import { RecordForm } from '../records/form/record-form.tsx';
import styles from '../records/records.module.css';
import type { AnyRecord } from '../records/table/columns.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useRole } from '../../state/role.ts';
import { RecordSections, SavedRecordVerification } from './record-sections.tsx';

/** Beside the table: the record that is open, or what is being done with many. */
export function RecordsPanel() {
  const task = useRegister((state) => state.task);
  const selection = useSession((state) => state.selection);
  if (task === 'bulk') return <BulkPanel />;
  if (task === 'duplicates') return <DuplicatesPanel />;
  if (selection === null || !isRegisterKind(selection.kind)) return null;
  return <OpenRecord key={selection.id} kind={selection.kind} id={selection.id} />;
}

function useHeld(kind: RegisterKind, id: string): AnyRecord | null {
  const current = useRecords((state) => state.tables[kind].get(id) ?? null);
  const archived = useRegister(({ archived: aside }) =>
    aside.tag === 'loaded' && aside.kind === kind ? (aside.rows.get(id) ?? null) : null,
  );
  return current ?? archived;
}

/** One record beside its list. */
export function OpenRecord({ kind, id }: { kind: RegisterKind; id: string }) {
  const record = useHeld(kind, id);
  const draft = useDraft(id);
  const role = useRole();
  if (role === null) return null;
  if (record === null && draft === null)
    return (
      <div className={styles.panel}>
        <EmptyState
          title={t('register.gone.title')}
          detail={t('register.gone.detail')}
          action={<CloseButton aria-label={t('register.close')} onClick={closeRecord} />}
        />
      </div>
    );
  return (
    <RecordForm
      kind={kind}
      id={id}
      record={record}
      draft={draft}
      role={role}
      above={record !== null && <SavedRecordVerification kind={kind} record={record} />}
      below={record !== null && <RecordSections kind={kind} record={record} />}
    />
  );
}
