import type { Contact } from '../model/index.ts';

/** Everybody to call for a record, by name and then by id, so that two exports of one register are the same. */
export function contactsOfRecords(
  contacts: readonly Contact[],
): (id: string) => readonly Contact[] {
  const byRecord = new Map<string, Contact[]>();
  const sorted = [...contacts].sort((a, b) =>
    a.name < b.name || (a.name === b.name && a.id < b.id) ? -1 : 1,
  );
  for (const contact of sorted) {
    const known = byRecord.get(contact.resourceId);
    if (known === undefined) byRecord.set(contact.resourceId, [contact]);
    else known.push(contact);
  }
  return (id) => byRecord.get(id) ?? [];
}
