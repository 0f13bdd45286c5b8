import { Button } from '@mantine/core';
import { archiveRecord, restoreRecord } from '../../../actions/register/archive-record.ts';
import { discardRecord } from '../../../actions/register/edit-record.ts';
import type { Role } from '../../../core/model/index.ts';
import { mayChange } from '../../../core/rights/records.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import type { RecordDraft } from '../../../state/register.ts';
import type { AnyRecord } from '../table/columns.ts';
import { notSavedText } from '../../parts/register/not-saved-text.ts';
import kit from '../../../ui/form/form.module.css';
import styles from '../../parts/fields/form.module.css';

interface FormFootProps {
  kind: RegisterKind;
  id: string;
  record: AnyRecord | null;
  draft: RecordDraft | null;
  /** How many fields have to be corrected; 0 = none, or not asked yet. */
  faults: number;
  role: Role;
}

/** Saving, letting go, archiving. One primary action; nothing here asks "are you sure", the notice takes it back. */
export function FormFoot({ kind, id, record, draft, faults, role }: FormFootProps) {
  const free = mayChange(role, kind);
  if (draft === null && (record === null || free !== 'all')) return null;
  return (
    <footer className={styles.foot}>
      {draft !== null && <DraftNotes kind={kind} record={record} draft={draft} />}
      {faults > 0 && (
        <p className={styles.warning} role="alert">
          {t('register.faults', { count: faults })}
        </p>
      )}
      {draft !== null && <DraftButtons id={id} isNew={record === null} save={draft.save} />}
      {draft === null && record !== null && <StoredButtons kind={kind} id={id} record={record} />}
    </footer>
  );
}

type HeldDraft = Pick<FormFootProps, 'kind' | 'record'> & { draft: RecordDraft };

/** Why the draft was not saved, and that somebody else saved the record since it was begun. */
function DraftNotes({ kind, record, draft: { save, base } }: HeldDraft) {
  const newer = record !== null && base != null && record.version > base.version;
  return (
    <>
      {save.tag === 'failed' && (
        <p className={styles.warning} role="alert">
          {notSavedText(kind, save)}
        </p>
      )}
      {newer && save.tag === 'editing' && (
        <p className={styles.warning} role="status">
          {t('register.newer')}
        </p>
      )}
    </>
  );
}

interface DraftButtonsProps {
  id: string;
  isNew: boolean;
  save: RecordDraft['save'];
}

function DraftButtons({ id, isNew, save }: DraftButtonsProps) {
  const saving = save.tag === 'saving';
  const label = isNew ? t('register.saveNew') : t('register.save');
  return (
    <>
      <Button type="submit" size="xs" loading={saving}>
        {save.tag === 'failed' ? t('register.retry') : label}
      </Button>
      <Button size="xs" variant="default" disabled={saving} onClick={() => discardRecord(id)}>
        {isNew ? t('register.discardNew') : t('register.discard')}
      </Button>
      <span className={styles.spring} />
      {!isNew && <span className={kit.small}>{t('register.unsaved')}</span>}
    </>
  );
}

/** Out of use and back again, for a record that nobody is changing. */
function StoredButtons({
  kind,
  id,
  record,
}: {
  kind: RegisterKind;
  id: string;
  record: AnyRecord;
}) {
  const isArchived = record.archivedAt !== null;
  return (
    <>
      {isArchived && (
        <Button size="xs" onClick={() => void restoreRecord(kind, id)}>
          {t('register.restore')}
        </Button>
      )}
      <span className={styles.spring} />
      {!isArchived && kind !== 'district' && (
        <Button size="xs" variant="default" onClick={() => void archiveRecord(kind, id)}>
          {t('register.archive')}
        </Button>
      )}
    </>
  );
}
