/**
 * Items named by a depot's inventory text become lots; a known number becomes a count, as of the file's time or of none.
 * Stock that moved since is not touched as long as the text stays the same. What the former text named and the new one
 * does not leaves the register, unless people moved it since.
 */
import { fingerprint } from '../identity/hash.ts';
import type { FieldValue, InventoryItem } from '../types.ts';
import { readInventory } from '../values/inventory.ts';
import type { PlacedRecord } from './place-records.ts';
import type { JsonRow } from './tables.ts';

/** A lot of a depot that an import made before. */
export interface KnownLot {
  id: string;
  depotId: string;
  externalId: string;
  item: string;
  quantity: number | null;
  version: number;
  archived: boolean;
  /** Whether anybody moved or counted it besides imports; null = not known, then its quantity tells. */
  moved: boolean | null;
}

/** A count of a lot, as a row of stock_movement; `at` null = the file does not say when. */
export interface StockCount extends JsonRow {
  lot_id: string;
  quantity: number;
  at: FieldValue;
  reason: string;
}

export interface StockWrites {
  lots: JsonRow[];
  counts: StockCount[];
  /** Lots to be archived: the former list named them, the new one does not. */
  gone: KnownLot[];
  /** Lots that stay although the new list does not name them, because people moved their stock. */
  kept: KnownLot[];
  /** Archived lots that the new list names again. */
  back: KnownLot[];
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

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Records whose inventory text is new or another than the stored one. */
export const withOtherStock = (placed: readonly PlacedRecord[]): PlacedRecord[] =>
  placed.filter(
    ({ record, stored }) =>
      record.stock.length > 0 && stored?.fields.inventoryText !== record.fields.inventoryText,
  );

/** Lots of a depot that its former text named and the new one does not, with the quantity they had in it. */
function unnamed(
  depotId: string,
  named: readonly { key: string }[],
  stored: PlacedRecord['stored'],
  existing: ReadonlyMap<string, KnownLot>,
): { lot: KnownLot; formerly: number | null }[] {
  const names = new Set(named.map(({ key }) => key));
  const former = keyed(readInventory(textOf(stored?.fields.inventoryText)));
  return former.flatMap(({ key, item }) => {
    const lot = existing.get(`${depotId} ${key}`);
    const isLeft = lot !== undefined && !names.has(key) && !lot.archived;
    return isLeft ? [{ lot, formerly: item.quantity }] : [];
  });
}

/** @param lots lots of stored depots that have an external id */
export function stockWrites(
  placed: readonly PlacedRecord[],
  lots: readonly KnownLot[],
  unitUnstated: string,
  newId: () => string,
): StockWrites {
  const existing = new Map(lots.map((lot) => [`${lot.depotId} ${lot.externalId}`, lot]));
  const writes: StockWrites = {
    lots: [],
    counts: [],
    gone: [],
    kept: [],
    back: [],
    touched: new Set(),
  };
  for (const { record, id, district, stored } of withOtherStock(placed)) {
    const source = String(record.fields.source ?? '');
    const observedAt = record.fields.observedAt ?? null;
    const named = keyed(record.stock);
    for (const { key, item } of named) {
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
      } else if (there.archived) {
        writes.back.push(there);
        writes.touched.add(id);
      }
      if (item.quantity !== null && item.quantity !== (there?.quantity ?? null)) {
        writes.counts.push({
          lot_id: lotId,
          quantity: item.quantity,
          at: observedAt,
          reason: source,
        });
        writes.touched.add(id);
      }
    }
    for (const { lot, formerly } of unnamed(id, named, stored, existing)) {
      if (lot.moved ?? lot.quantity !== formerly) writes.kept.push(lot);
      else {
        writes.gone.push(lot);
        writes.touched.add(id);
      }
    }
  }
  return writes;
}
