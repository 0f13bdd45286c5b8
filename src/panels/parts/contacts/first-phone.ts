import type { Contact, RecordKind } from '../../../core/model/index.ts';
import { contactsOf, telsOf } from './contacts-of.ts';

export interface FirstPhone {
  contact: Contact;
  /** The number as it is read and as it is dialled; null = it is written so that nothing can be dialled. */
  tel: { text: string; href: string } | null;
}

/** Whom to call first about a record: a number that can be dialled before one that can only be read; null = no number. */
export function firstPhone(
  contacts: ReadonlyMap<string, Contact>,
  kind: RecordKind,
  id: string,
): FirstPhone | null {
  const withNumber = contactsOf(contacts, kind, id).flatMap((contact) =>
    contact.phone === null ? [] : [{ contact, tel: telsOf(contact.phone)[0] ?? null }],
  );
  return withNumber.find(({ tel }) => tel !== null) ?? withNumber[0] ?? null;
}
