/** People to call: the only place an imported phone number goes. */
import { samePhones } from '../../contacts/phones.ts';
import type { PlacedRecord } from './place-records.ts';
import type { JsonRow, StoredKind } from './tables.ts';

const CALLED: ReadonlySet<StoredKind> = new Set([
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'settlement',
]);

export interface KnownContact {
  id: string;
  resourceId: string;
  name: string;
  duty: string | null;
  phone: string | null;
}

interface ContactWrites<Contact extends KnownContact = KnownContact> {
  inserts: JsonRow[];
  /** Changed columns and the contact they change. */
  updates: { contact: Contact; row: JsonRow }[];
  /** Ids of resources whose people change. */
  touched: Set<string>;
}

const NAME_LENGTH = 100;

/** Records that name somebody to call. */
export const withContact = (kind: StoredKind, placed: readonly PlacedRecord[]): PlacedRecord[] =>
  CALLED.has(kind) ? placed.filter(({ record }) => record.contacts.length > 0) : [];

/** Adds or corrects the people a row names; contacts of other names are left alone. */
export function contactWrites<Contact extends KnownContact>(
  kind: StoredKind,
  placed: readonly PlacedRecord[],
  contacts: readonly Contact[],
): ContactWrites<Contact> {
  const byName = new Map(
    contacts.map((contact) => [`${contact.resourceId} ${contact.name}`, contact]),
  );
  const writes: ContactWrites<Contact> = { inserts: [], updates: [], touched: new Set() };
  for (const { record, id, district } of withContact(kind, placed)) {
    for (const contact of record.contacts) {
      const name = (contact.name ?? contact.duty ?? record.name).slice(0, NAME_LENGTH);
      const there = byName.get(`${id} ${name}`);
      if (there === undefined) {
        writes.inserts.push({
          district_code: district,
          resource_kind: kind,
          resource_id: id,
          name,
          duty: contact.duty,
          phone: contact.phone,
        });
        writes.touched.add(id);
        continue;
      }
      const row: JsonRow = { id: there.id };
      if (contact.phone !== null && !samePhones(contact.phone, there.phone))
        row.phone = contact.phone;
      if (contact.duty !== null && contact.duty !== there.duty) row.duty = contact.duty;
      if (Object.keys(row).length === 1) continue;
      writes.updates.push({ contact: there, row });
      writes.touched.add(id);
    }
  }
  return writes;
}
