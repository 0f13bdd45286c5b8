/** What rows bring for other tables: people to call and stock, by the record they belong to. */
import { contactWrites } from '../difference/contacts.ts';
import { keeperWrites, lotCounts } from '../difference/lot-counts.ts';
import { occupancyWrites } from '../difference/occupancy.ts';
import type { KnownOccupancy } from '../difference/occupancy.ts';
import type { PlacedRecord } from '../difference/place-records.ts';
import { stockWrites } from '../difference/stock.ts';
import type { KnownLot } from '../difference/stock.ts';
import type { VersionedItem } from '../difference/stored-item.ts';
import type { JsonRow, StoredKind } from '../difference/tables.ts';
import type { Warning } from '../types.ts';
import type { StoredRegister, VersionedContact } from './stored.ts';
import type { FieldChange } from './types.ts';

interface Brought {
  contacts: JsonRow[];
  contactChanges: { contact: VersionedContact; row: JsonRow }[];
  lots: JsonRow[];
  counts: JsonRow[];
  /** People counted in a shelter, and what was known before. */
  occupancy: { row: JsonRow; before: KnownOccupancy | null } | null;
  /** Lots that leave the register, and those that come back to it. */
  gone: KnownLot[];
  back: KnownLot[];
  /** Lots that the new list does not name and that stay, because people moved them. */
  kept: KnownLot[];
  /** Of a lot: what was counted before and now. */
  quantity: { from: number | null; to: number } | null;
}

const nothing = (): Brought => ({
  contacts: [],
  contactChanges: [],
  lots: [],
  counts: [],
  occupancy: null,
  gone: [],
  back: [],
  kept: [],
  quantity: null,
});
const none = nothing();

export class Belongings {
  private readonly byRecord = new Map<string, Brought>();
  /** What arose while comparing. */
  readonly warnings: Warning[] = [];

  constructor(
    kind: StoredKind,
    placed: readonly PlacedRecord<VersionedItem>[],
    stored: StoredRegister,
    unitUnstated: string,
    newId: () => string,
  ) {
    if (kind === 'stock_lot') {
      this.addLots(placed, stored, newId);
      return;
    }
    const people = contactWrites(kind, placed, stored.contacts);
    for (const row of people.inserts)
      this.at(String(row.resource_id)).contacts.push({ id: newId(), ...row });
    for (const change of people.updates)
      this.at(change.contact.resourceId).contactChanges.push(change);
    if (kind === 'shelter') this.countPeople(placed, stored, newId);
    if (kind !== 'depot') return;
    const { lots, counts, gone, back, kept } = stockWrites(
      placed,
      stored.lots,
      unitUnstated,
      newId,
    );
    const depotOf = new Map(stored.lots.map(({ id, depotId }) => [id, depotId]));
    for (const lot of lots) {
      this.at(String(lot.depot_id)).lots.push(lot);
      depotOf.set(String(lot.id), String(lot.depot_id));
    }
    for (const lot of gone) this.at(lot.depotId).gone.push(lot);
    for (const lot of back) this.at(lot.depotId).back.push(lot);
    for (const lot of kept) this.at(lot.depotId).kept.push(lot);
    for (const count of counts)
      this.at(depotOf.get(count.lot_id) ?? '').counts.push({ ...count, id: newId() });
  }

  private countPeople(
    placed: readonly PlacedRecord<VersionedItem>[],
    stored: StoredRegister,
    newId: () => string,
  ): void {
    const known = (id: string): KnownOccupancy | null => stored.occupancies.get(id) ?? null;
    const { counts, warnings } = occupancyWrites(placed, known);
    for (const row of counts)
      this.at(row.shelter_id).occupancy = {
        row: { id: newId(), ...row },
        before: known(row.shelter_id),
      };
    this.warnings.push(...warnings);
  }

  private addLots(
    placed: readonly PlacedRecord<VersionedItem>[],
    stored: StoredRegister,
    newId: () => string,
  ): void {
    const { counts, older } = lotCounts(placed);
    if (older.length > 0)
      this.warnings.push({
        code: 'stock_newer',
        params: { count: older.length },
        rows: older.slice(0, 1000),
      });
    for (const { lot, from, count } of counts) {
      this.at(lot).counts.push({ ...count, id: newId() });
      this.at(lot).quantity = { from, to: count.quantity };
    }
    const keepers = keeperWrites(placed, stored.contacts);
    for (const { lot, row } of keepers.inserts) this.at(lot).contacts.push({ id: newId(), ...row });
    for (const { lot, contact, row } of keepers.updates)
      this.at(lot).contactChanges.push({ contact, row });
  }

  private at(id: string): Brought {
    let belonging = this.byRecord.get(id);
    if (belonging === undefined) {
      belonging = nothing();
      this.byRecord.set(id, belonging);
    }
    return belonging;
  }

  of(id: string): Brought {
    return this.byRecord.get(id) ?? none;
  }

  touches(id: string): boolean {
    return this.byRecord.has(id);
  }

  /** As changes a person can read. */
  shown(id: string, recordName: string): FieldChange[] {
    const { contacts, contactChanges, lots, counts, occupancy, gone, kept, quantity } = this.of(id);
    const changes: FieldChange[] = contacts.map(({ name, phone, duty }) => ({
      field: 'contact',
      from: null,
      to: [name, duty, phone].filter((part) => part !== null && part !== recordName),
    }));
    for (const { contact, row } of contactChanges)
      changes.push({
        field: 'contact',
        from: [contact.name, contact.phone, contact.duty].filter((part) => part !== null),
        to: [contact.name, row.phone ?? contact.phone, row.duty ?? contact.duty].filter(
          (part) => part !== null,
        ),
      });
    if (occupancy !== null) {
      const { people, at } = occupancy.row as { people: number; at: string | null };
      changes.push({
        field: 'occupancy',
        from: occupancy.before,
        to: { people, at } satisfies KnownOccupancy,
      });
    }
    if (quantity !== null) changes.push({ field: 'quantity', ...quantity });
    else if (lots.length + counts.length > 0)
      changes.push({
        field: 'stock',
        from: null,
        to: { lots: lots.length, counts: counts.length },
      });
    const names = (of: readonly KnownLot[]): string[] => of.map(({ item }) => item);
    if (gone.length > 0) changes.push({ field: 'stockGone', from: null, to: names(gone) });
    if (kept.length > 0) changes.push({ field: 'stockKept', from: null, to: names(kept) });
    return changes;
  }
}
