/**
 * Items named by a depot's inventory text become lots; a known number becomes a count. Stock that moved since is not
 * touched as long as the text stays the same.
 */
import { randomUUID } from 'node:crypto';
import { fingerprint } from '../../../src/core/import/index.ts';
import type { InventoryItem } from '../../../src/core/import/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, jsonChunks } from './bulk.ts';
import { registerWords } from './speech.ts';
import type { JsonRow } from './tables.ts';
import type { Placed } from './placed.ts';

interface Lot {
  id: string;
  depot_id: string;
  external_id: string;
  quantity: string | number | null;
}

/** Keys of a depot's items: what it is and its number among equals. */
function keyed(stock: readonly InventoryItem[]): { key: string; item: InventoryItem }[] {
  const seen = new Map<string, number>();
  return stock.map((item) => {
    const key = `key:${fingerprint([item.item, item.spec ?? '', item.unit ?? ''].join('\u001f'))}`;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return { key: `${key}#${number}`, item };
  });
}

/** @returns ids of depots whose stock changed */
export async function writeStock(tx: Queryable, placed: readonly Placed[]): Promise<Set<string>> {
  const touched = new Set<string>();
  const concerned = placed.filter(
    ({ record, stored }) => record.stock.length > 0 && stored?.fields.inventoryText !== record.fields.inventoryText,
  );
  const existing = await lotsOf(
    tx,
    concerned.filter(({ stored }) => stored !== null).map(({ id }) => id),
  );
  const lots: JsonRow[] = [];
  const counts: JsonRow[] = [];
  for (const { record, id, district } of concerned) {
    const source = String(record.fields.source ?? '');
    const observedAt = record.fields.observedAt ?? null;
    for (const { key, item } of keyed(record.stock)) {
      const there = existing.get(`${id} ${key}`);
      const lotId = there?.id ?? randomUUID();
      if (there === undefined) {
        lots.push({
          id: lotId,
          depot_id: id,
          district_code: district,
          item: item.item,
          unit: (item.unit ?? registerWords.unitUnstated).slice(0, 20),
          spec: item.spec,
          external_id: key,
          source,
          observed_at: observedAt,
        });
        touched.add(id);
      }
      const known = there?.quantity == null ? null : Number(there.quantity);
      if (item.quantity !== null && item.quantity !== known) {
        counts.push({ lot_id: lotId, quantity: item.quantity, at: observedAt, reason: source });
        touched.add(id);
      }
    }
  }
  if (lots.length > 0) await insertRows(tx, 'stock_lot', lots);
  for (const { json } of jsonChunks(counts))
    await tx.query(
      `insert into public.stock_movement (lot_id, movement, quantity, at, reason)
       select x.lot_id, 'count', x.quantity, coalesce(x.at, now()), x.reason
       from jsonb_to_recordset($1::jsonb) as x(lot_id uuid, quantity numeric, at timestamptz, reason text)`,
      [json],
    );
  return touched;
}

async function lotsOf(tx: Queryable, depots: readonly string[]): Promise<Map<string, Lot>> {
  if (depots.length === 0) return new Map();
  const rows = await tx.query<Lot>(
    `select l.id, l.depot_id, l.external_id, b.quantity
     from public.stock_lot l, lateral muster.stock_balance(l.id) b
     where l.external_id is not null and l.depot_id::text in (select jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify(depots)],
  );
  return new Map(rows.map((lot) => [`${lot.depot_id} ${lot.external_id}`, lot]));
}
