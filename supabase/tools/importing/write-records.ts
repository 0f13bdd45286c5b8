/** Planned records into their table: new ones inserted, changed ones updated, the others left alone. */
import { randomUUID } from 'node:crypto';
import {
  TABLES,
  idOf,
  isChanged,
  placeRecord,
  rejectPlanned,
  rekeyReimported,
  rowOfChange,
  rowOfNew,
  settleDistricts,
} from '../../../src/core/import/index.ts';
import type { Fault, ImportPlan, PlannedRecord, StoredKind, Warning } from '../../../src/core/import/index.ts';
import { toEwkt } from '../../../src/core/geo/ewkt.ts';
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, jsonChunks, updateRows } from './bulk.ts';
import type { KnownDistrict } from './districts.ts';
import { linkReferences } from './references.ts';
import type { Stored } from './stored.ts';
import { readStored, readStoredById } from './stored.ts';
import { writeContacts } from './write-contacts.ts';
import { writeStock } from './write-stock.ts';

export interface Written {
  unchanged: number;
  warnings: Warning[];
}

export interface Target {
  plan: ImportPlan;
  kind: StoredKind;
  /** The district stated for the file, or null. */
  district: string | null;
  districts: readonly KnownDistrict[];
  onRows: (done: number, total: number) => void;
}

/** The whole of a plan's records, within the caller's transaction. */
export async function writeRecords(tx: Queryable, target: Target): Promise<Written> {
  const { plan, kind, district, districts } = target;
  settleDistricts(plan, districts, district);
  rejectPlanned(plan, await invalidShapes(tx, plan.records));
  const districtOf = settleDistricts(plan, districts, district);

  const reimported = plan.warnings.some(({ code }) => code === 'rejects_reimported');
  const groups = reimported ? [...new Set(plan.records.flatMap(({ keyGroup }) => keyGroup ?? []))] : [];
  const keyOf = (record: PlannedRecord): string => (TABLES[kind].external ? record.externalId : idOf(record));
  const where = district === null ? null : districts.map(({ code }) => code);
  const stored = await readStored(tx, kind, plan.records.map(keyOf), groups, where);
  const byId = await readStoredById(
    tx,
    kind,
    plan.records.flatMap(({ recordId }) => recordId ?? []),
  );
  const storedOf = (record: PlannedRecord): Stored | null =>
    (record.recordId === null ? undefined : byId.get(record.recordId)) ?? stored.get(keyOf(record)) ?? null;
  if (reimported) plan.records = rekeyReimported(plan.records, stored);
  const { records, warnings } = await linkReferences(tx, plan.records, kind, where);

  const placed = records.map((record) => placeRecord(record, { kind, districtOf, storedOf, newId: randomUUID }));
  const fresh = placed.filter((one) => one.stored === null);
  const changed = placed.filter((one) => one.stored !== null && isChanged(one));
  const inserts = fresh.map((one) => rowOfNew(one, kind));
  const updates = changed.map((one) => rowOfChange(one, kind));
  const archived = changed.filter((one) => one.stored?.archived === true).length;
  let done = 0;
  const total = inserts.length + updates.length;
  const onRows = (count: number): void => target.onRows((done += count), total);
  if (inserts.length > 0) await insertRows(tx, kind, inserts, onRows);
  if (updates.length > 0) await updateRows(tx, kind, 'id', updates, onRows);
  const touched = new Set<string>();
  if (kind === 'depot') {
    const stock = await writeStock(tx, placed);
    for (const id of stock.touched) touched.add(id);
    warnings.push(...stock.warnings);
  }
  for (const id of await writeContacts(tx, kind, placed)) touched.add(id);
  if (archived > 0) warnings.push({ code: 'archived', params: { count: archived } });
  return { unchanged: placed.filter((one) => !isChanged(one) && !touched.has(one.id)).length, warnings };
}

/** Rows whose lines or areas the database would refuse; asked first, because one refusal ends the whole transaction. */
async function invalidShapes(tx: Queryable, records: readonly PlannedRecord[]): Promise<Map<number, Fault>> {
  const shapes = records.flatMap(({ row, geometry }) =>
    geometry === null || geometry.type === 'Point' ? [] : [{ row, shape: toEwkt(geometry) }],
  );
  const refused = new Map<number, Fault>();
  for (const { json } of jsonChunks(shapes)) {
    const rows = await tx.query<{ row: number }>(
      `select x.row from jsonb_to_recordset($1::jsonb) as x(row int, shape text)
       where not muster.is_on_earth(x.shape::extensions.geometry)`,
      [json],
    );
    for (const { row } of rows) refused.set(row, { reason: 'bad_geometry', params: {} });
  }
  return refused;
}
