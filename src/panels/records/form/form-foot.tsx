import { Button } from '@mantine/core';
import { archiveRecord, restoreRecord } from '../../../actions/register/archive-record.ts';
import { discardRecord } from '../../../actions/register/edit-record.ts';
import type { Role } from '../../../core/model/index.ts';
import { mayChange } from '../../../core/register/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import type { RecordDraft } from '../../../state/register.ts';
import type { AnyRecord } from '../table/columns.ts';
import { notSavedText } from '../../parts/register/not-saved-text.ts';
import kit from '../../../ui/form/form.module.css';
import styles from '../../parts/fields/form.module.css';

export interface FormFootProps {
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
  const saving = draft?.save.tag === 'saving';
  const failed = draft?.save.tag === 'failed' ? notSavedText(kind, draft.save) : null;
  const newer = record !== null && draft?.base != null && record.version > draft.base.version;
  return (
    <footer className={styles.foot}>
      {failed !== null && (
        <p className={styles.warning} role="alert">
          {failed}
        </p>
      )}
      {newer && draft.save.tag === 'editing' && (
        <p className={styles.warning} role="status">
          {t('register.newer')}
        </p>
      )}
      {faults > 0 && (
        <p className={styles.warning} role="alert">
          {t('register.faults', { count: faults })}
        </p>
      )}
      {draft !== null && (
        <>
          <Button type="submit" size="xs" loading={saving}>
            {failed !== null
              ? t('register.retry')
              : record === null
                ? t('register.saveNew')
                : t('register.save')}
          </Button>
          <Button size="xs" variant="default" disabled={saving} onClick={() => discardRecord(id)}>
            {record === null ? t('register.discardNew') : t('register.discard')}
          </Button>
        </>
      )}
      {draft === null && record?.archivedAt != null && (
        <Button size="xs" onClick={() => void restoreRecord(kind, id)}>
          {t('register.restore')}
        </Button>
      )}
      <span className={styles.spring} />
      {draft !== null && record !== null && (
        <span className={kit.small}>{t('register.unsaved')}</span>
      )}
      {draft === null && record !== null && record.archivedAt === null && kind !== 'district' && (
        <Button size="xs" variant="default" onClick={() => void archiveRecord(kind, id)}>
          {t('register.archive')}
        </Button>
      )}
    </footer>
  );
}
