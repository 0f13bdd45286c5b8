import { useMemo, useState } from 'react';
import { archiveContact, sayAnswered } from '../../actions/upkeep/save-contact.ts';
import type { ContactOwner } from '../../actions/upkeep/save-contact.ts';
import type { Contact, RecordKind } from '../../core/model/index.ts';
import { may } from '../../core/rights/may.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useRole } from '../../state/role.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { Unknown } from '../../ui/quantities.tsx';
import { ContactForm } from '../parts/contacts/contact-form.tsx';
import { HistorySection } from '../parts/history/history-section.tsx';
import kit from '../../ui/form/form.module.css';
import styles from './contacts.module.css';
import { contactsOf, ownerOf, telsOf } from '../parts/contacts/contacts-of.ts';

/** Whom to call and when they last answered; a role that may not see it is told so, so that none is not read as nobody. */
export function Contacts({ kind, record, now }: { kind: RecordKind; record: object; now: number }) {
  const owner = ownerOf(kind, record);
  return owner === null ? null : <ContactsOf owner={owner} now={now} />;
}

function ContactsOf({ owner, now }: { owner: ContactOwner; now: number }) {
  const { resourceKind: kind, resourceId: id } = owner;
  const role = useRole();
  const table = useRecordMap('contact');
  const contacts = useMemo(() => contactsOf(table, kind, id), [table, kind, id]);
  const [adding, setAdding] = useState(false);
  const writable = may(role, 'writeContacts');
  const hidden = !may(role, 'contacts');
  return (
    <section className={kit.section} aria-label={t('card.sections.contacts')}>
      <h3>{t('card.sections.contacts')}</h3>
      {hidden && role !== null && (
        <p className={kit.soft}>{t('card.contacts.hidden', { role: t(`kinds.role.${role}`) })}</p>
      )}
      {!hidden && contacts.length === 0 && (
        <p>
          <Unknown label={t('card.contacts.none')} />
        </p>
      )}
      {contacts.length > 0 && (
        <ul className={styles.contacts}>
          {contacts.map((contact) => (
            <ContactLine key={contact.id} contact={contact} now={now} writable={writable} />
          ))}
        </ul>
      )}
      {writable &&
        (adding ? (
          <ContactForm
            label={t('upkeep.contact.form')}
            owner={owner}
            contact={null}
            onDone={() => setAdding(false)}
          />
        ) : (
          <div>
            <button type="button" className={kit.quiet} onClick={() => setAdding(true)}>
              {t('upkeep.contact.add')}
            </button>
          </div>
        ))}
    </section>
  );
}

interface ContactLineProps {
  contact: Contact;
  now: number;
  /** This person may correct it. */
  writable: boolean;
}

function ContactLine({ contact, now, writable }: ContactLineProps) {
  const { name, duty, phone, lastAnsweredAt } = contact;
  const [open, setOpen] = useState(false);
  const numbers = phone === null ? [] : telsOf(phone);
  return (
    <li>
      <span>
        {name}
        {duty !== null && <span className={kit.soft}> {duty}</span>}
      </span>
      {phone === null && <Unknown label={t('card.contacts.noPhone')} />}
      {phone !== null && numbers.length === 0 && <span className={styles.phone}>{phone}</span>}
      {numbers.map(({ text, href }, i) => (
        <a
          key={i}
          className={styles.phone}
          href={href}
          aria-label={t('card.contacts.call', { name, phone: text })}
        >
          {text}
        </a>
      ))}
      <span className={styles.answered}>
        {lastAnsweredAt === null
          ? t('card.contacts.neverAnswered')
          : t('card.contacts.answered', { ago: formatAgo(lastAnsweredAt, now) })}
      </span>
      {writable && (
        <span className={styles.contactActs}>
          <Act
            label={t('upkeep.contact.answered')}
            of={name}
            onPress={() => void sayAnswered(contact)}
          />
          <Act
            label={t('upkeep.contact.edit')}
            of={name}
            expanded={open}
            onPress={() => setOpen(!open)}
          />
          <Act
            label={t('upkeep.contact.archive')}
            of={name}
            onPress={() => void archiveContact(contact)}
          />
        </span>
      )}
      {open && (
        <div className={styles.contactForm}>
          <ContactForm
            label={t('upkeep.contact.form')}
            owner={contact}
            contact={contact}
            onDone={() => setOpen(false)}
          />
          <HistorySection kind="contact" id={contact.id} now={now} canRestore />
        </div>
      )}
    </li>
  );
}

interface ActProps {
  label: string;
  /** Whose, for who does not see beside which name the button stands. */
  of: string;
  expanded?: boolean;
  onPress: () => void;
}

function Act({ label, of, expanded, onPress }: ActProps) {
  return (
    <button
      type="button"
      className={kit.quiet}
      aria-expanded={expanded}
      aria-label={t('upkeep.contact.act', { act: label, name: of })}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
