/**
 * Items named by a depot's inventory text become lots; a known number becomes a count. Stock that moved since is not
 * touched as long as the text stays the same.
 */
import { fingerprint } from '../identity/hash.ts';
import type { FieldValue, InventoryItem } from '../types.ts';
import type { Placed } from './place-records.ts';
import type { JsonRow } from './tables.ts';

/** A lot of a depot that an import made before. */
export interface KnownLot {
  id: string;
  depotId: string;
  externalId: string;
  quantity: number | null;
}

/** A count of a lot, as a row of stock_movement without its time where the file states none. */
export interface StockCount extends JsonRow {
  lot_id: string;
  quantity: number;
  at: FieldValue;
  reason: string;
}

export interface StockWrites {
  lots: JsonRow[];
  counts: StockCount[];
  /** Ids of depots whose stock changes. */
  touched: Set<string>;
}

const UNIT_LENGTH = 20;

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

/** Records whose inventory text is new or another than the stored one. */
export const withOtherStock = (placed: readonly Placed[]): Placed[] =>
  placed.filter(
    ({ record, stored }) => record.stock.length > 0 && stored?.fields.inventoryText !== record.fields.inventoryText,
  );

/** @param lots lots of stored depots that have an external id */
export function stockWrites(
  placed: readonly Placed[],
  lots: readonly KnownLot[],
  unitUnstated: string,
  newId: () => string,
): StockWrites {
  const existing = new Map(lots.map((lot) => [`${lot.depotId} ${lot.externalId}`, lot]));
  const writes: StockWrites = { lots: [], counts: [], touched: new Set() };
  for (const { record, id, district } of withOtherStock(placed)) {
    const source = String(record.fields.source ?? '');
    const observedAt = record.fields.observedAt ?? null;
    for (const { key, item } of keyed(record.stock)) {
      const there = existing.get(`${id} ${key}`);
      const lotId = there?.id ?? newId();
      if (there === undefined) {
        writes.lots.push({
          id: lotId,
          depot_id: id,
          district_code: district,
          item: item.item,
          unit: (item.unit ?? unitUnstated).slice(0, UNIT_LENGTH),
          spec: item.spec,
          external_id: key,
          source,
          observed_at: observedAt,
        });
        writes.touched.add(id);
      }
      if (item.quantity !== null && item.quantity !== (there?.quantity ?? null)) {
        writes.counts.push({ lot_id: lotId, quantity: item.quantity, at: observedAt, reason: source });
        writes.touched.add(id);
      }
    }
  }
  return writes;
}
