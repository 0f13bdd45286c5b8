/** A plan held against the register: every row of the file and every record missing from it, sorted and decided about. */
import { pointOf } from '../../geo/positions.ts';
import type { DistrictArea } from '../plan/assign-districts.ts';
import type { TreeDistrict } from '../difference/district-tree.ts';
import { placeLots } from '../difference/lots.ts';
import type { KnownDepot, OpenDepot, Settled } from '../difference/lots.ts';
import { placePlan } from '../difference/place-plan.ts';
import { isChanged } from '../difference/place-records.ts';
import type { PlacedRecord } from '../difference/place-records.ts';
import type { Known } from '../difference/references.ts';
import { rejectPlanned, settleDistricts } from '../difference/settle-districts.ts';
import type { VersionedItem } from '../difference/stored-item.ts';
import { TABLES } from '../difference/tables.ts';
import type { FieldValue, ImportPlan, Rejection, Warning } from '../types.ts';
import { blank, shownEntry } from './entries.ts';
import type { Entry } from './entries.ts';
import { LikenessIndex } from './likeness.ts';
import { idsOfStored, missingFrom } from './missing.ts';
import type { StoredRegister } from './stored.ts';
import { DIFFERENCE_GROUPS } from './types.ts';
import type {
  Decision,
  Difference,
  DifferenceGroup,
  DifferenceRow,
  OnProgress,
  RefusedRow,
  Totals,
  Write,
} from './types.ts';
import { Belongings } from './belongings.ts';
import { namedParents, sessionDistricts, withParents } from './districts.ts';
import { writesOf } from './writes.ts';

interface ComparisonOptions {
  districts: readonly DistrictArea[];
  /** The district stated for the file. */
  district: string;
  unitUnstated: string;
  /** Where parents are from that the file only names. */
  fileName: string;
  /** What a person said of names of depots. */
  settled?: Settled;
  newId: () => string;
  onProgress: OnProgress;
}

const PROGRESS_STEP = 2048;

export class Comparison {
  private readonly plan: ImportPlan;
  private readonly entries: Entry[] = [];
  private readonly groups = new Map<DifferenceGroup, number[]>(
    DIFFERENCE_GROUPS.map((group) => [group, []]),
  );
  private readonly warnings: Warning[] = [];
  private readonly refusals = new Map<number, RefusedRow>();
  private readonly belongings: Belongings;
  private prepared: readonly Write[] = [];
  /** Names of depots that a person has to settle before their rows can come in. */
  private open: readonly OpenDepot[] = [];
  private madeDepots: readonly { depot: KnownDepot; row: number }[] = [];
  private madeParents: ReadonlyMap<string, TreeDistrict> = new Map();

  constructor(
    plan: ImportPlan,
    private readonly stored: StoredRegister,
    private readonly options: ComparisonOptions,
  ) {
    // Compared again with other answers of a person: what was refused then may come in now.
    this.plan = {
      ...plan,
      records: [...plan.records],
      rejected: [...plan.rejected],
      repaired: [...plan.repaired],
    };
    const placed = this.placeByKind(stored.kind);
    this.belongings = new Belongings(
      stored.kind,
      placed,
      stored,
      options.unitUnstated,
      options.newId,
    );
    this.warnings.push(...this.belongings.warnings);
    this.sortPlaced(placed);
    this.addMissing(placed);
    for (const { row, raw, reason, params } of this.plan.rejected)
      this.add({ ...blank, group: 'rejected', row, raw, fault: { reason, params } });
    for (const { row, raw, reason, params } of plan.duplicates)
      this.add({ ...blank, group: 'repeated', row, raw, fault: { reason, params } });
  }

  private placeByKind(kind: StoredRegister['kind']): PlacedRecord<VersionedItem>[] {
    if (kind === 'district') return this.placeDistricts();
    return kind === 'stock_lot' ? this.placeLots() : this.placeAll();
  }

  private add(entry: Entry): void {
    this.groups.get(entry.group)?.push(this.entries.push(entry) - 1);
  }

  private placeAll(): PlacedRecord<VersionedItem>[] {
    const { plan, stored, options } = this;
    const { kind } = stored;
    const districtOf = settleDistricts(plan, options.districts, options.district);
    this.warnings.push(...plan.warnings.filter(({ code }) => code === 'districts_unnamed'));
    const known =
      TABLES[kind].references.length === 0
        ? null
        : {
            settlement: knownBy(stored.named.settlement),
            shelter: knownBy(stored.named.shelter),
          };
    const { placed, warnings } = placePlan(plan, {
      kind,
      districtOf,
      byId: stored.byId,
      byKey: stored.byKey,
      known,
      newId: options.newId,
      onRow: (done, total) => {
        if (done % PROGRESS_STEP === 0) options.onProgress({ phase: 'check', done, total });
      },
    });
    this.warnings.push(...warnings);
    return placed;
  }

  private placeLots(): PlacedRecord<VersionedItem>[] {
    const { plan, stored, options } = this;
    const { placed, open, faults, made } = placeLots(plan.records, {
      depots: stored.depots,
      lots: stored.items,
      settled: options.settled ?? {},
      district: options.district,
      newId: options.newId,
    });
    rejectPlanned(plan, faults);
    this.open = open;
    this.madeDepots = made;
    return placed;
  }

  private placeDistricts(): PlacedRecord<VersionedItem>[] {
    const { plan, stored, options } = this;
    const { placed, made, warnings } = sessionDistricts(
      plan,
      stored,
      options.district,
      options.newId,
    );
    this.madeParents = made;
    this.warnings.push(...warnings);
    return placed;
  }

  private sortPlaced(placed: readonly PlacedRecord<VersionedItem>[]): void {
    const about = idsOfStored(placed);
    const free = this.stored.items.filter(({ id, archived }) => !archived && !about.has(id));
    const likeness = new LikenessIndex(free);
    for (const one of placed) {
      const { record, stored } = one;
      const place = one.record.geometry;
      // A district is known by its code, a lot by what tells it apart; names repeat.
      const mayResemble =
        stored === null &&
        !record.madeUp.includes('name') &&
        record.kind !== 'district' &&
        record.kind !== 'stock_lot';
      const like = mayResemble ? likeness.find(record.name, pointOf(place)) : null;
      const changed =
        isChanged(one) || stored?.archived === true || this.belongings.touches(one.id);
      const groupOfStored = changed ? 'changed' : 'unchanged';
      const groupOfNew = like === null ? 'new' : 'alike';
      const group = stored === null ? groupOfNew : groupOfStored;
      const decision = group === 'alike' ? 'leave' : 'take';
      const belongings = this.belongings.shown(one.id, record.name);
      this.add({ ...blank, group, decision, row: record.row, placed: one, like, belongings });
    }
  }

  private addMissing(placed: readonly PlacedRecord<VersionedItem>[]): void {
    const codes = new Set(this.options.districts.map(({ code }) => code));
    if (this.stored.kind === 'district')
      for (const code of [this.options.district, ...namedParents(placed)])
        codes.delete(String(code));
    // What a new row resembles is not missing: the two are decided about together.
    const resembled = new Set(this.entries.flatMap(({ like }) => like?.item.id ?? []));
    // A list of some depots says nothing of the stock of others.
    const depots =
      this.stored.kind === 'stock_lot'
        ? new Set(placed.map(({ record }) => record.fields.depotId))
        : null;
    const items = this.stored.items.filter(
      ({ id, districtCode, fields }) =>
        codes.has(districtCode) &&
        !resembled.has(id) &&
        (depots?.has(String(fields.depotId)) ?? true),
    );
    // A list of a depot is a list of all it holds, wherever a lot's record is from.
    const about = idsOfStored(placed);
    const missing =
      depots === null
        ? missingFrom(items, placed)
        : items.filter(({ id, archived }) => !archived && !about.has(id));
    for (const item of missing)
      this.add({ ...blank, group: 'missing', stored: item, decision: 'leave' });
  }

  difference(): Difference {
    const counts = DIFFERENCE_GROUPS.map(
      (group) => [group, this.groups.get(group)?.length ?? 0] as const,
    );
    return {
      groups: Object.fromEntries(counts) as Record<DifferenceGroup, number>,
      totals: this.totals(),
      warnings: this.warnings,
      open: this.open,
    };
  }

  private totals(): Totals {
    const totals: Totals = {
      read: this.plan.read,
      accepted: 0,
      unchanged: 0,
      duplicates: 0,
      rejected: 0,
      leftOut: 0,
      created: 0,
      changed: 0,
      archived: 0,
    };
    for (const entry of this.entries) {
      const taken = entry.decision !== 'leave';
      if (entry.group === 'unchanged') totals.unchanged++;
      else if (entry.group === 'repeated') totals.duplicates++;
      else if (entry.group === 'rejected') totals.rejected++;
      else if (entry.group === 'missing') totals.archived += taken ? 1 : 0;
      else if (!taken || this.refusals.has(entry.row ?? 0)) {
        totals.rejected++;
        if (!taken) totals.leftOut++;
      } else {
        totals.accepted++;
        if (isNew(entry)) totals.created++;
        else totals.changed++;
      }
    }
    const { read, accepted, unchanged, duplicates, rejected } = totals;
    if (accepted + unchanged + duplicates + rejected !== read)
      throw new Error(`${read} rows were read, not all are told`);
    return totals;
  }

  rows(group: DifferenceGroup, from: number, count: number): DifferenceRow[] {
    const indexes = this.groups.get(group)?.slice(from, from + count) ?? [];
    return indexes.flatMap((index) => {
      const entry = this.entries[index];
      return entry === undefined ? [] : [this.withMadeDepot(shownEntry(entry, index))];
    });
  }

  /** A depot that comes with this import has no record yet to take its name from. */
  private withMadeDepot(row: DifferenceRow): DifferenceRow {
    if (this.madeDepots.length === 0) return row;
    const nameOf = (id: FieldValue): FieldValue =>
      this.madeDepots.find(({ depot }) => depot.id === id)?.depot.name ?? id;
    const facts = row.facts.map((fact) =>
      fact.field === 'depotId' ? { field: fact.field, value: nameOf(fact.value) } : fact,
    );
    return { ...row, facts };
  }

  decide(which: DifferenceGroup | readonly number[], decision: Decision): void {
    for (const index of typeof which === 'string' ? (this.groups.get(which) ?? []) : which) {
      const entry = this.entries[index];
      if (entry !== undefined && mayDecide(entry, decision)) entry.decision = decision;
    }
  }

  /** Left out by a person or refused by the register, for the rejects file. */
  notTaken(): Rejection[] {
    return this.entries.flatMap(({ row, decision, placed, group }) => {
      if (row === null || placed === null || group === 'unchanged') return [];
      const refused = this.refusals.get(row);
      if (refused === undefined && decision !== 'leave') return [];
      const fault = refused ?? { reason: 'left_out' as const, params: {} };
      return [{ row, raw: this.plan.rawOf(row), reason: fault.reason, params: fault.params }];
    });
  }

  refuse(rows: readonly RefusedRow[]): void {
    for (const row of rows) this.refusals.set(row.row, row);
  }

  /** @param now when records that are missing from the file count as archived, ISO 8601 */
  prepareWrites(now: string): number {
    const { stored, options } = this;
    const { entries, belongings, madeDepots: made } = this;
    const writes = writesOf({ entries, kind: stored.kind, belongings, made }, now, options.newId);
    this.prepared =
      this.madeParents.size === 0
        ? writes
        : withParents(writes, this.madeParents, options.fileName, options.newId);
    return this.prepared.length;
  }

  writes(from: number, count: number): readonly Write[] {
    return this.prepared.slice(from, from + count);
  }
}

const isNew = ({ placed, decision }: Entry): boolean =>
  placed?.stored === null && decision !== 'same';

const DECIDED = new Set<DifferenceGroup>(['alike', 'changed', 'new', 'missing']);
const mayDecide = (entry: Entry, decision: Decision): boolean =>
  DECIDED.has(entry.group) && (decision !== 'same' || entry.like !== null);

function knownBy(named: readonly { id: string; name: string }[]): Known {
  const ids = new Set(named.map(({ id }) => id));
  const byName = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, name } of named) {
    if (byName.has(name)) twice.add(name);
    byName.set(name, id);
  }
  for (const name of twice) byName.delete(name);
  return { byName, has: (id) => ids.has(id) };
}
