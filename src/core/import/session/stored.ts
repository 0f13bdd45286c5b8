/** The register's records as the console holds them, made ready to be compared. */
import type { Contact, RecordKind, StockLot } from '../../model/index.ts';
import type { KnownContact } from '../difference/contacts.ts';
import type { KnownDepot } from '../difference/lots.ts';
import type { KnownOccupancy } from '../difference/occupancy.ts';
import type { KnownLot } from '../difference/stock.ts';
import { itemOf } from '../difference/stored-item.ts';
import type { VersionedItem } from '../difference/stored-item.ts';
import type { StoredKind } from '../difference/tables.ts';

export interface VersionedContact extends KnownContact {
  version: number;
}

type Facts = Readonly<Record<string, unknown>>;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What was brought from the register for one file. */
export class StoredRegister {
  readonly items: VersionedItem[] = [];
  readonly byId = new Map<string, VersionedItem>();
  readonly byKey = new Map<string, VersionedItem>();
  readonly contacts: VersionedContact[] = [];
  readonly lots: KnownLot[] = [];
  /** People inside, by shelter. */
  readonly occupancies = new Map<string, KnownOccupancy>();
  /** Current depots, where rows of a stock list belong. */
  readonly depots: KnownDepot[] = [];
  /** Records that others refer to by name. */
  readonly named = {
    settlement: [] as { id: string; name: string }[],
    shelter: [] as { id: string; name: string }[],
  };

  constructor(
    readonly kind: StoredKind,
    /** Districts a file may speak about; records elsewhere are not touched. */
    private readonly districts: ReadonlySet<string>,
  ) {}

  /** Take some records of a kind, archived ones among them. */
  add(kind: RecordKind, rows: readonly object[]): void {
    const facts = rows as readonly Facts[];
    if (kind === this.kind) for (const row of facts) this.addItem(row);
    if (kind === 'shelter')
      for (const { id, occupancy, occupancyAt } of facts)
        this.occupancies.set(String(id), {
          people: typeof occupancy === 'number' ? occupancy : null,
          at: textOrNull(occupancyAt),
        });
    if (kind === 'settlement' || kind === 'shelter')
      for (const { id, name, archivedAt } of facts)
        if (archivedAt == null) this.named[kind].push({ id: String(id), name: String(name) });
    if (kind === 'contact')
      for (const { id, resourceId, name, duty, phone, version } of rows as readonly Contact[])
        this.contacts.push({ id, resourceId, name, duty, phone, version });
    if (kind === 'depot')
      for (const { id, name, districtCode, archivedAt } of facts)
        if (archivedAt == null)
          this.depots.push({
            id: String(id),
            name: String(name),
            districtCode: String(districtCode),
          });
    if (kind === 'stock_lot')
      for (const row of rows as readonly StockLot[])
        if (row.externalId !== null)
          this.lots.push({
            id: row.id,
            depotId: row.depotId,
            externalId: row.externalId,
            item: row.item,
            quantity: row.quantity,
            version: row.version,
            archived: row.archivedAt !== null,
            moved: null,
          });
  }

  private addItem(row: Facts): void {
    const item = itemOf(this.kind, row);
    // The current one counts when an archived one has the same key.
    const known = this.byId.get(item.id);
    if (known !== undefined) return;
    this.byId.set(item.id, item);
    this.items.push(item);
    // Districts hang below others that a file may name and not change.
    if (item.key === null || (this.kind !== 'district' && !this.districts.has(item.districtCode)))
      return;
    const rival = this.byKey.get(item.key);
    if (rival === undefined || (rival.archived && !item.archived)) this.byKey.set(item.key, item);
  }
}
