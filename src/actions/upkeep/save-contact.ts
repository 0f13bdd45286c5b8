/** Whom to call about a record: made, corrected and taken out of use like any record, with the way back. */
import { backend } from '../../backend/index.ts';
import type { Failure } from '../../backend/index.ts';
import { typedPhones } from '../../core/contacts/phones.ts';
import type { Contact } from '../../core/model/index.ts';
import { serverNow } from '../../state/clock.ts';
import { mergeRecords } from '../../state/records.ts';
import { notify } from '../notify.ts';

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

async function write(
  id: string,
  version: number | null,
  columns: Record<string, unknown>,
): Promise<{ outcome: Exclude<ContactOutcome, 'phone-unread'>; now: Contact | null }> {
  const result = await backend().saveContact(id, version, columns);
  let now: Contact | null = null;
  if (result.tag === 'ok') now = result.record;
  else if (result.tag === 'conflict') now = result.theirs;
  if (now !== null) mergeRecords('contact', [now]);
  return { outcome: result.tag, now };
}

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
  const { outcome } = await write(
    typed.id,
    contact?.version ?? null,
    contact === null ? { ...of, ...columns } : columns,
  );
  if (outcome === 'ok') notify({ tag: 'contact-written', what: 'saved', name: columns.name });
  return outcome;
}

/** He picked up just now. */
export async function sayAnswered({ id, version, name }: Contact): Promise<void> {
  const { outcome } = await write(id, version, {
    last_answered_at: new Date(serverNow()).toISOString(),
  });
  tell(outcome, () => notify({ tag: 'contact-written', what: 'answered', name }));
}

/** Take a contact out of use; the notice brings it back. */
export async function archiveContact({ id, version, name }: Contact): Promise<void> {
  const { outcome, now } = await write(id, version, {
    archived_at: new Date(serverNow()).toISOString(),
  });
  const undo = [
    {
      kind: 'contact' as const,
      id,
      version: now?.version ?? version,
      columns: { archived_at: null },
    },
  ];
  tell(outcome, () => notify({ tag: 'record-written', what: 'archived', name, undo }));
}

function tell(outcome: Exclude<ContactOutcome, 'phone-unread'>, done: () => void): void {
  if (outcome === 'ok') done();
  else notify({ tag: 'not-done', reason: outcome === 'conflict' ? 'changed-elsewhere' : outcome });
}
