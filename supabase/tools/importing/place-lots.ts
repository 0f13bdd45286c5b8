/** A stock list against the database: its depots by name, their lots, and whom to call there. */
import { randomUUID } from 'node:crypto';
import { MAKE_DEPOT, placeLots } from '../../../src/core/import/difference/lots.ts';
import type { KnownDepot } from '../../../src/core/import/difference/lots.ts';
import type { PlacedRecord } from '../../../src/core/import/difference/place-records.ts';
import { rejectPlanned } from '../../../src/core/import/difference/settle-districts.ts';
import type { VersionedItem } from '../../../src/core/import/difference/stored-item.ts';
import { StoredRegister } from '../../../src/core/import/session/stored.ts';
import type { ImportPlan, Warning } from '../../../src/core/import/types.ts';
import type { Queryable } from '../../local/queryable.ts';
import { jsonChunks } from './bulk.ts';
import { addContacts } from './read-belongings.ts';
import { itemFrom } from './stored.ts';

export interface PlacedOnServer {
  placed: PlacedRecord<VersionedItem>[];
  stored: StoredRegister;
  made: readonly { depot: KnownDepot; row: number }[];
  warnings: Warning[];
}

/**
 * Rows whose depot nobody settled are rejected.
 * @param said names of depots in the file and what they stand for: a name or id of a depot, or `new`
 * @param where codes of the districts to look in; null = everywhere
 */
export async function placeStockList(
  db: Queryable,
  plan: ImportPlan,
  said: Readonly<Record<string, string>>,
  district: string | null,
  where: readonly string[] | null,
): Promise<PlacedOnServer> {
  const depots = await db.query<KnownDepot>(
    `select d.id::text as id, d.name, d.district_code as "districtCode" from public.depot d
     where d.archived_at is null
       and ($1::jsonb is null or d.district_code in (select jsonb_array_elements_text($1::jsonb)))
     order by d.name, d.id`,
    [where === null ? null : JSON.stringify(where)],
  );
  const idOf = (word: string): string =>
    word === MAKE_DEPOT
      ? word
      : (depots.find(({ id, name }) => id === word || name === word)?.id ?? '');
  const settled = Object.fromEntries(
    Object.entries(said).map(([name, word]) => [name, idOf(word)]),
  );
  const lots = await lotsOf(db, depots);
  const found = placeLots(plan.records, {
    depots,
    lots,
    settled,
    district: district ?? '0',
    newId: randomUUID,
  });
  rejectPlanned(plan, found.faults);
  const stored = new StoredRegister('stock_lot', new Set());
  const concerned = new Set(found.placed.map(({ record }) => String(record.fields.depotId)));
  await addContacts(db, 'depot', [...concerned], stored);
  return { placed: found.placed, stored, made: found.made, warnings: [] };
}

async function lotsOf(db: Queryable, depots: readonly KnownDepot[]): Promise<VersionedItem[]> {
  const lots: VersionedItem[] = [];
  for (const { json } of jsonChunks(depots.map(({ id }) => id) as unknown as object[])) {
    const rows = await db.query<{ facts: Record<string, unknown> }>(
      `select to_jsonb(l) - array['changed_xid', 'published']
         || jsonb_build_object('quantity', b.quantity, 'quantity_at', b.quantity_at) as facts
       from public.stock_lot l, lateral muster.stock_balance(l.id) b
       where l.depot_id in (select jsonb_array_elements_text($1::jsonb)::uuid)`,
      [json],
    );
    for (const { facts } of rows) lots.push(itemFrom('stock_lot', { facts, shape: null }));
  }
  return lots;
}
