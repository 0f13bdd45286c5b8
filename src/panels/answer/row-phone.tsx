import { useMemo } from 'react';
import type { RecordKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useMay } from '../../state/role.ts';
import { firstPhone } from '../parts/contacts/first-phone.ts';
import type { FirstPhone } from '../parts/contacts/first-phone.ts';
import styles from './row.module.css';

/** undefined = this role may not see it. */
export function useFirstPhone(kind: RecordKind, id: string): FirstPhone | null | undefined {
  const sees = useMay('contacts');
  const contacts = useRecordMap('contact');
  return useMemo(
    () => (sees ? firstPhone(contacts, kind, id) : undefined),
    [sees, contacts, kind, id],
  );
}

/** The telephone of a row: one press calls. That there is no number is said; a role that may not see it reads nothing. */
export function RowPhone({
  kind,
  id,
  tabbable,
}: {
  kind: RecordKind;
  id: string;
  tabbable: boolean;
}) {
  const phone = useFirstPhone(kind, id);
  if (phone === undefined) return null;
  if (phone === null) return <span className={styles.noPhone}>{t('answer.phone.none')}</span>;
  const { contact, tel } = phone;
  if (tel === null) return <span className={styles.phone}>{contact.phone}</span>;
  return (
    <a
      className={styles.phone}
      href={tel.href}
      tabIndex={tabbable ? 0 : -1}
      title={contact.name}
      aria-label={t('card.contacts.call', { name: contact.name, phone: tel.text })}
      onClick={(event) => event.stopPropagation()}
    >
      {tel.text}
    </a>
  );
}
