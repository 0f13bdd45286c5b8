/** Whom to call about a record: made, corrected and taken out of use like any record, with the way back. */
import type { Failure } from '../../backend/index.ts';
import { typedPhones } from '../../core/contacts/phones.ts';
import type { Contact } from '../../core/model/index.ts';
import { serverNow } from '../../state/clock.ts';
import { notify } from '../notify.ts';
import { notifyWritten } from '../register/notify-written.ts';
import { notWritten, writeRecord } from '../register/write-record.ts';
import type { WriteResult } from '../register/write-record.ts';

/** `phone-unread`: what was typed as a phone holds something else than numbers; nothing was sent. */
export type ContactOutcome = 'ok' | 'conflict' | 'gone' | 'phone-unread' | Failure['tag'];

/** What a contact is of. */
export type ContactOwner = Pick<Contact, 'resourceKind' | 'resourceId' | 'districtCode'>;

/** As typed; `id` is the contact's, or made for a new one before the first try. */
export interface ContactTyped {
  id: string;
  name: string;
  duty: string;
  phone: string;
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Save what was typed about a new contact (`contact` null) or one that is there. */
export async function saveContact(
  owner: ContactOwner,
  contact: Contact | null,
  typed: ContactTyped,
): Promise<ContactOutcome> {
  const of = {
    district_code: owner.districtCode,
    resource_kind: owner.resourceKind,
    resource_id: owner.resourceId,
  };
  const phone = typedPhones(typed.phone);
  if (phone === null) return 'phone-unread';
  const columns = { name: typed.name.trim(), duty: said(typed.duty), phone: said(phone) };
  const { tag } = await writeRecord({
    kind: 'contact',
    id: typed.id,
    before: contact,
    columns: contact === null ? { ...of, ...columns } : columns,
  });
  if (tag === 'ok') notify({ tag: 'contact-written', what: 'saved', name: columns.name });
  return tag;
}

/**
 * Notes that this contact has just answered the telephone. When a contact last answered is shown beside the number, so
 * that the next caller knows whether it is worth trying.
 */
export async function sayAnswered(contact: Contact): Promise<void> {
  const result = await change(contact, { last_answered_at: new Date(serverNow()).toISOString() });
  if (result.tag === 'ok') notify({ tag: 'contact-written', what: 'answered', name: contact.name });
  else notify({ tag: 'not-done', reason: notWritten(result) });
}

/** Take a contact out of use; the notice brings it back. */
export async function archiveContact(contact: Contact): Promise<void> {
  const result = await change(contact, { archived_at: new Date(serverNow()).toISOString() });
  notifyWritten('archived', contact.name, result);
}

const change = (
  before: Contact,
  columns: Readonly<Record<string, unknown>>,
): Promise<WriteResult<'contact'>> =>
  writeRecord({ kind: 'contact', id: before.id, before, columns });
