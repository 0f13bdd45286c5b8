/** What rows bring for other tables: people to call and stock, by the record they belong to. */
import { contactWrites, stockWrites } from '../difference/index.ts';
import type { JsonRow, Placed, StoredKind } from '../difference/index.ts';
import type { StoredRegister, VersionedContact, VersionedItem } from './stored.ts';
import type { FieldChange } from './types.ts';

interface Belonging {
  contacts: JsonRow[];
  contactChanges: { contact: VersionedContact; row: JsonRow }[];
  lots: JsonRow[];
  counts: JsonRow[];
}

const none: Belonging = { contacts: [], contactChanges: [], lots: [], counts: [] };

export class Belongings {
  private readonly byRecord = new Map<string, Belonging>();

  constructor(
    kind: StoredKind,
    placed: readonly Placed<VersionedItem>[],
    stored: StoredRegister,
    unitUnstated: string,
    newId: () => string,
  ) {
    const people = contactWrites(kind, placed, stored.contacts);
    for (const row of people.inserts) this.at(String(row.resource_id)).contacts.push({ id: newId(), ...row });
    for (const change of people.updates) this.at(change.contact.resourceId).contactChanges.push(change);
    if (kind !== 'depot') return;
    const { lots, counts } = stockWrites(placed, stored.lots, unitUnstated, newId);
    const depotOf = new Map(stored.lots.map(({ id, depotId }) => [id, depotId]));
    for (const lot of lots) {
      this.at(String(lot.depot_id)).lots.push(lot);
      depotOf.set(String(lot.id), String(lot.depot_id));
    }
    for (const count of counts) this.at(depotOf.get(count.lot_id) ?? '').counts.push({ ...count, id: newId() });
  }

  private at(id: string): Belonging {
    let belonging = this.byRecord.get(id);
    if (belonging === undefined) {
      belonging = { contacts: [], contactChanges: [], lots: [], counts: [] };
      this.byRecord.set(id, belonging);
    }
    return belonging;
  }

  of(id: string): Belonging {
    return this.byRecord.get(id) ?? none;
  }

  touches(id: string): boolean {
    return this.byRecord.has(id);
  }

  /** As changes a person can read. */
  shown(id: string): FieldChange[] {
    const { contacts, contactChanges, lots, counts } = this.of(id);
    const told: FieldChange[] = contacts.map(({ name, phone }) => ({
      field: 'contact',
      from: null,
      to: [name, phone].filter((part) => part !== null),
    }));
    for (const { contact, row } of contactChanges)
      told.push({
        field: 'contact',
        from: [contact.name, contact.phone, contact.duty].filter((part) => part !== null),
        to: [contact.name, row.phone ?? contact.phone, row.duty ?? contact.duty].filter((part) => part !== null),
      });
    if (lots.length + counts.length > 0)
      told.push({ field: 'stock', from: null, to: { lots: lots.length, counts: counts.length } });
    return told;
  }
}
