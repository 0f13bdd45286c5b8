import type { Role } from '../../../core/model/index.ts';
import { FORM_FIELDS, formColumns } from '../../../core/register/index.ts';
import { mayChange } from '../../../core/rights/records.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useServerNowEvery } from '../../../state/clock.ts';
import { formatAgo } from '../../../ui/format/times.ts';
import type { AnyRecord } from '../table/columns.ts';
import { fieldLabel } from '../../parts/register/register-text.ts';
import styles from '../../parts/fields/form.module.css';

interface RightsNoteProps {
  kind: RegisterKind;
  record: AnyRecord | null;
  role: Role;
  isNew: boolean;
}

/** Why some of it cannot be changed, in words. */
export function RightsNote({ kind, record, role, isNew }: RightsNoteProps) {
  const now = useServerNowEvery(60_000);
  if (isNew) return null;
  if (record?.archivedAt != null)
    return (
      <p className={styles.warning}>
        {t('register.archivedNote', { ago: formatAgo(record.archivedAt, now) })}
      </p>
    );
  const change = mayChange(role, kind);
  if (change === 'all') return null;
  const who = t(`kinds.role.${role}`);
  if (change === 'none')
    return (
      <p className={styles.note}>
        {t('register.readOnly', { role: who, kind: t(`register.kind.${kind}`) })}
      </p>
    );
  const known = formColumns(kind);
  const fields = change.filter((name) => known.includes(name)).map(fieldLabel);
  return FORM_FIELDS[kind].facts.length === 0 ? null : (
    <p className={styles.note}>
      {t('register.readOnlySome', { role: who, fields: fields.join(t('answer.text.comma')) })}
    </p>
  );
}
