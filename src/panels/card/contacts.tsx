import { useMemo } from 'react';
import type { Contact, RecordKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { Unknown } from '../../ui/quantities.tsx';
import styles from './card.module.css';
import { contactsOf, seesContacts, telOf } from './contacts-of.ts';

/** Whom to call and when they last answered; a role that may not see it is told so, so that none is not read as nobody. */
export function Contacts({ kind, id, now }: { kind: RecordKind; id: string; now: number }) {
  const role = useSession((state) => (state.auth.tag === 'signed-in' ? state.auth.account.role : null));
  const table = useRecordMap('contact');
  const contacts = useMemo(() => contactsOf(table, kind, id), [table, kind, id]);
  const hidden = role === null || !seesContacts(role);
  return (
    <section className={styles.section} aria-label={t('card.sections.contacts')}>
      <h3>{t('card.sections.contacts')}</h3>
      {hidden && role !== null && (
        <p className={styles.soft}>{t('card.contacts.hidden', { role: t(`kinds.role.${role}`) })}</p>
      )}
      {!hidden && contacts.length === 0 && (
        <p>
          <Unknown label={t('card.contacts.none')} />
        </p>
      )}
      {contacts.length > 0 && (
        <ul className={styles.contacts}>
          {contacts.map((contact) => (
            <ContactLine key={contact.id} contact={contact} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ContactLine({ contact, now }: { contact: Contact; now: number }) {
  const { name, duty, phone, lastAnsweredAt } = contact;
  const tel = phone === null ? null : telOf(phone);
  return (
    <li>
      <span>
        {name}
        {duty !== null && <span className={styles.soft}> {duty}</span>}
      </span>
      {phone === null ? (
        <Unknown label={t('card.contacts.noPhone')} />
      ) : tel === null ? (
        <span className={styles.phone}>{phone}</span>
      ) : (
        <a className={styles.phone} href={tel} aria-label={t('card.contacts.call', { name, phone })}>
          {phone}
        </a>
      )}
      <span className={styles.answered}>
        {lastAnsweredAt === null
          ? t('card.contacts.neverAnswered')
          : t('card.contacts.answered', { ago: formatAgo(lastAnsweredAt, now) })}
      </span>
    </li>
  );
}
