/** What the register holds that belongs to planned records: people to call, and stock that imports made. */
import { withContact } from '../../../src/core/import/difference/contacts.ts';
import type { PlacedRecord } from '../../../src/core/import/difference/place-records.ts';
import { withOtherStock } from '../../../src/core/import/difference/stock.ts';
import type { StoredKind } from '../../../src/core/import/difference/tables.ts';
import { StoredRegister } from '../../../src/core/import/session/stored.ts';
import type { Queryable } from '../../local/queryable.ts';
import { jsonChunks } from './bulk.ts';

interface ContactRow {
  id: string;
  resource_id: string;
  name: string;
  duty: string | null;
  phone: string | null;
  version: number;
}

interface LotRow {
  id: string;
  depot_id: string;
  external_id: string;
  item: string;
  version: number;
  archived: boolean;
  moved: boolean;
  quantity: string | number | null;
}

/** Only what `placed` is about; the register's records themselves are read elsewhere. */
export async function readBelongings(
  db: Queryable,
  kind: StoredKind,
  placed: readonly PlacedRecord[],
): Promise<StoredRegister> {
  const stored = new StoredRegister(kind, new Set());
  const there = (of: readonly PlacedRecord[]): string[] =>
    of.filter((one) => one.stored !== null).map(({ id }) => id);
  await addContacts(db, kind, there(withContact(kind, placed)), stored);
  if (kind === 'depot') await addLots(db, there(withOtherStock(placed)), stored);
  if (kind === 'shelter')
    await addOccupancies(
      db,
      there(placed.filter(({ record }) => record.occupancy !== null)),
      stored,
    );
  return stored;
}

/** The people to call of some records, into what is compared with. */
export async function addContacts(
  db: Queryable,
  kind: StoredKind,
  ids: string[],
  stored: StoredRegister,
): Promise<void> {
  for (const { json } of jsonChunks(ids as unknown as object[])) {
    const rows = await db.query<ContactRow>(
      `select id, resource_id, name, duty, phone, version from public.contact
       where resource_kind = $1 and archived_at is null
         and resource_id in (select jsonb_array_elements_text($2::jsonb)::uuid)`,
      [kind, json],
    );
    for (const { resource_id: resourceId, ...contact } of rows)
      stored.contacts.push({ ...contact, resourceId });
  }
}

async function addLots(db: Queryable, depots: string[], stored: StoredRegister): Promise<void> {
  for (const { json } of jsonChunks(depots as unknown as object[])) {
    const rows = await db.query<LotRow>(
      `select l.id, l.depot_id, l.external_id, l.item, l.version, l.archived_at is not null as archived, b.quantity,
         -- Imports only count.
         exists (select from public.stock_movement m where m.lot_id = l.id and m.movement <> 'count') as moved
       from public.stock_lot l, lateral muster.stock_balance(l.id) b
       where l.external_id is not null and l.depot_id in (select jsonb_array_elements_text($1::jsonb)::uuid)`,
      [json],
    );
    for (const { depot_id: depotId, external_id: externalId, quantity, moved, ...lot } of rows)
      stored.lots.push({
        ...lot,
        depotId,
        externalId,
        quantity: quantity === null ? null : Number(quantity),
        // A count by hand shows in the number.
        moved: moved ? true : null,
      });
  }
}

async function addOccupancies(
  db: Queryable,
  shelters: string[],
  stored: StoredRegister,
): Promise<void> {
  for (const { json } of jsonChunks(shelters as unknown as object[])) {
    const rows = await db.query<{ id: string; people: number | string | null; at: string | null }>(
      `select s.id, b.occupancy as people, to_json(b.occupancy_at) #>> '{}' as at
       from public.shelter s, lateral muster.shelter_occupancy(s.id) b
       where s.id in (select jsonb_array_elements_text($1::jsonb)::uuid)`,
      [json],
    );
    for (const { id, people, at } of rows)
      stored.occupancies.set(id, { people: people === null ? null : Number(people), at });
  }
}
