/** What a stock list brings besides its lots: counts where it differs, and the people who keep the depots. */
import { contactWrites } from './contacts.ts';
import type { PlannedContact } from '../types.ts';
import type { KnownContact } from './contacts.ts';
import type { PlacedRecord, StoredItem } from './place-records.ts';
import type { StockCount } from './stock.ts';
import type { JsonRow } from './tables.ts';

/** A difference in the number of one lot. */
interface LotCount {
  /** Id of the lot. */
  lot: string;
  /** What the register says now; null = never counted. */
  from: number | null;
  count: StockCount;
}

const numberOf = (value: unknown): number | null =>
  value === null || value === undefined || !Number.isFinite(Number(value)) ? null : Number(value);

/**
 * Counts of the lots whose number differs. A dated list that is older than the last movement of a lot says nothing new
 * of it: its number is left alone and the lot is listed in `older`.
 */
export function lotCounts(placed: readonly PlacedRecord[]): {
  counts: LotCount[];
  older: number[];
} {
  const counts: LotCount[] = [];
  const older: number[] = [];
  for (const { record, id, stored } of placed) {
    const quantity = record.stock[0]?.quantity ?? null;
    const from = stored === null ? null : numberOf(stored.fields.quantity);
    if (quantity === null || quantity === from) continue;
    // An export carries the time of the record; what somebody wrote into it since is a count of no stated time.
    const stated = record.recordId === null ? (record.fields.observedAt ?? null) : null;
    const moved = stored?.fields.quantityAt;
    if (
      typeof stated === 'string' &&
      typeof moved === 'string' &&
      Date.parse(stated) <= Date.parse(moved)
    ) {
      older.push(record.row);
      continue;
    }
    // A number whose time nobody knows holds from when it was entered: one with an earlier date would change nothing.
    const at = from !== null && typeof moved !== 'string' ? null : stated;
    counts.push({
      lot: id,
      from,
      count: { lot_id: id, quantity, at, reason: String(record.fields.source ?? '') },
    });
  }
  return { counts, older };
}

const KEEPER = '保管员';

/** The people a stock list names are those of its depots; each is listed once, with the first lot that names them. */
export function keeperWrites<Contact extends KnownContact>(
  placed: readonly PlacedRecord<StoredItem>[],
  contacts: readonly Contact[],
): {
  inserts: { lot: string; row: JsonRow }[];
  updates: { lot: string; contact: Contact; row: JsonRow }[];
} {
  const keyOf = (depot: unknown, { name, phone }: PlannedContact): string =>
    [depot, name ?? phone ?? ''].join('\u001f');
  // A keeper is named in every row, the telephone often in one.
  const best = new Map<string, PlannedContact>();
  for (const { record } of placed)
    for (const person of record.contacts) {
      const key = keyOf(record.fields.depotId, person);
      const known = best.get(key);
      if (known === undefined || known.phone === null)
        best.set(key, known === undefined ? person : { ...known, phone: person.phone });
    }
  const found: ReturnType<typeof keeperWrites<Contact>> = { inserts: [], updates: [] };
  for (const one of placed) {
    const depot = String(one.record.fields.depotId);
    const people = one.record.contacts.flatMap((person) => {
      const key = keyOf(one.record.fields.depotId, person);
      const first = best.get(key);
      best.delete(key);
      return first === undefined || (first.name === null && first.phone === null) ? [] : [first];
    });
    if (people.length === 0) continue;
    const record = {
      ...one.record,
      contacts: people.map((person) => ({ ...person, duty: person.duty ?? KEEPER })),
    };
    const { inserts, updates } = contactWrites('depot', [{ ...one, record, id: depot }], contacts);
    for (const row of inserts) found.inserts.push({ lot: one.id, row });
    for (const { contact, row } of updates) found.updates.push({ lot: one.id, contact, row });
  }
  return found;
}
