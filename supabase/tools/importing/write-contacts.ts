/** People to call: the only place an imported phone number goes. */
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, updateRows } from './bulk.ts';
import type { JsonRow, StoredKind } from './tables.ts';
import type { Placed } from './placed.ts';

const CALLED: ReadonlySet<StoredKind> = new Set([
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'settlement',
]);

interface Contact {
  id: string;
  resource_id: string;
  name: string;
  duty: string | null;
  phone: string | null;
}

/** Adds or corrects the person a row names; contacts of other names are left alone. @returns ids of resources touched */
export async function writeContacts(tx: Queryable, kind: StoredKind, placed: readonly Placed[]): Promise<Set<string>> {
  const touched = new Set<string>();
  const called = CALLED.has(kind) ? placed.filter(({ record }) => record.contact !== null) : [];
  if (called.length === 0) return touched;
  const rows = await tx.query<Contact>(
    `select id, resource_id, name, duty, phone from public.contact
     where resource_kind = $1 and archived_at is null
       and resource_id::text in (select jsonb_array_elements_text($2::jsonb))`,
    [kind, JSON.stringify(called.map(({ id }) => id))],
  );
  const byName = new Map(rows.map((contact) => [`${contact.resource_id} ${contact.name}`, contact]));
  const inserts: JsonRow[] = [];
  const updates: JsonRow[] = [];
  for (const { record, id, district } of called) {
    const { contact } = record;
    if (contact === null) continue;
    const name = (contact.name ?? contact.duty ?? record.name).slice(0, 100);
    const there = byName.get(`${id} ${name}`);
    if (there === undefined) {
      inserts.push({
        district_code: district,
        resource_kind: kind,
        resource_id: id,
        name,
        duty: contact.duty,
        phone: contact.phone,
      });
      touched.add(id);
      continue;
    }
    const row: JsonRow = { id: there.id };
    if (contact.phone !== null && contact.phone !== there.phone) row.phone = contact.phone;
    if (contact.duty !== null && contact.duty !== there.duty) row.duty = contact.duty;
    if (Object.keys(row).length === 1) continue;
    updates.push(row);
    touched.add(id);
  }
  if (inserts.length > 0) await insertRows(tx, 'contact', inserts);
  if (updates.length > 0) await updateRows(tx, 'contact', 'id', updates);
  return touched;
}
