/** People to call: the only place an imported phone number goes. */
import { contactWrites, withContact } from '../../../src/core/import/index.ts';
import type { Placed, StoredKind } from '../../../src/core/import/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, updateRows } from './bulk.ts';

interface ContactRow {
  id: string;
  resource_id: string;
  name: string;
  duty: string | null;
  phone: string | null;
}

/** Adds or corrects the people a row names; contacts of other names are left alone. @returns ids of resources touched */
export async function writeContacts(tx: Queryable, kind: StoredKind, placed: readonly Placed[]): Promise<Set<string>> {
  const called = withContact(kind, placed);
  if (called.length === 0) return new Set();
  const rows = await tx.query<ContactRow>(
    `select id, resource_id, name, duty, phone from public.contact
     where resource_kind = $1 and archived_at is null
       and resource_id::text in (select jsonb_array_elements_text($2::jsonb))`,
    [kind, JSON.stringify(called.map(({ id }) => id))],
  );
  const known = rows.map(({ resource_id: resourceId, ...contact }) => ({ ...contact, resourceId }));
  const { inserts, updates, touched } = contactWrites(kind, called, known);
  if (inserts.length > 0) await insertRows(tx, 'contact', inserts);
  if (updates.length > 0)
    await updateRows(
      tx,
      'contact',
      'id',
      updates.map(({ row }) => row),
    );
  return touched;
}
