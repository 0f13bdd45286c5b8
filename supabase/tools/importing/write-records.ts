/** Planned records into their table: new ones inserted, changed ones updated, the others left alone. */
import { randomUUID } from 'node:crypto';
import { assignDistricts, changesOf, idKey, rekeyReimported } from '../../../src/core/import/index.ts';
import type { ImportPlan, PlannedRecord, RejectReason, Warning } from '../../../src/core/import/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, jsonChunks, updateRows } from './bulk.ts';
import type { KnownDistrict } from './districts.ts';
import { toEwkt } from './ewkt.ts';
import { resolveReferences } from './references.ts';
import type { Placed } from './placed.ts';
import type { Stored } from './stored.ts';
import { readStored, readStoredById } from './stored.ts';
import { TABLES, columnOf, idOf } from './tables.ts';
import type { JsonRow, StoredKind } from './tables.ts';
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

/** Move a planned record to the rejected rows. */
export function rejectPlanned(plan: ImportPlan, rows: ReadonlyMap<number, RejectReason>): void {
  if (rows.size === 0) return;
  for (const [row, reason] of rows) plan.rejected.push({ row, raw: plan.rawOf(row), reason, params: {} });
  plan.rejected.sort((a, b) => a.row - b.row);
  plan.records = plan.records.filter(({ row }) => !rows.has(row));
  plan.repaired = plan.repaired.filter(({ row }) => !rows.has(row));
}

/** The whole of a plan's records, within the caller's transaction. */
export async function writeRecords(tx: Queryable, target: Target): Promise<Written> {
  const { plan, kind, district, districts } = target;
  const { external, name: nameColumn } = TABLES[kind];
  const codes = assignDistricts(plan.records, districts, district);
  rejectPlanned(
    plan,
    new Map(plan.records.flatMap(({ row }, i) => (codes[i] === null ? [[row, 'no_district'] as const] : []))),
  );
  rejectPlanned(plan, await invalidShapes(tx, plan.records));
  const districtOf = new Map(
    assignDistricts(plan.records, districts, district).map((code, i) => [plan.records[i]?.row, code]),
  );

  const reimported = plan.warnings.some(({ code }) => code === 'rejects_reimported');
  const groups = reimported ? [...new Set(plan.records.flatMap(({ keyGroup }) => keyGroup ?? []))] : [];
  const keyOf = (record: PlannedRecord): string => (external ? record.externalId : idOf(record));
  const where = district === null ? null : districts.map(({ code }) => code);
  const stored = await readStored(tx, kind, plan.records.map(keyOf), groups, where);
  const byId = await readStoredById(
    tx,
    kind,
    plan.records.flatMap(({ recordId }) => recordId ?? []),
  );
  const find = (record: PlannedRecord): Stored | null =>
    (record.recordId === null ? undefined : byId.get(record.recordId)) ?? stored.get(keyOf(record)) ?? null;
  if (reimported) plan.records = rekeyReimported(plan.records, stored);
  const { records, warnings } = await resolveReferences(tx, plan.records, kind, where);

  const placed: Placed[] = [];
  const inserts: JsonRow[] = [];
  const updates: JsonRow[] = [];
  let archived = 0;
  for (const record of records) {
    const there = find(record);
    const code = districtOf.get(record.row) ?? district ?? '';
    const id = there?.id ?? record.recordId ?? (external ? randomUUID() : idOf(record));
    const changes = there === null ? null : changesOf(record, there);
    const moved = there !== null && there.districtCode !== code;
    placed.push({ record, district: code, id, stored: there, changed: there === null || changes !== null || moved });
    if (there === null) {
      inserts.push(newRow(record, id, code));
    } else if (changes !== null || moved) {
      if (there.archived) archived++;
      const row: JsonRow = { id };
      if (moved) row.district_code = code;
      if (changes?.name !== undefined) row[nameColumn] = changes.name;
      if (changes?.geometry != null) row.geom = toEwkt(changes.geometry);
      for (const [field, value] of Object.entries(changes?.fields ?? {})) row[columnOf(field)] = value;
      updates.push(row);
    }
  }
  let done = 0;
  const total = inserts.length + updates.length;
  const onRows = (count: number): void => target.onRows((done += count), total);
  if (inserts.length > 0) await insertRows(tx, kind, inserts, onRows);
  if (updates.length > 0) await updateRows(tx, kind, 'id', updates, onRows);
  const touched = new Set<string>();
  if (kind === 'depot') for (const id of await writeStock(tx, placed)) touched.add(id);
  for (const id of await writeContacts(tx, kind, placed)) touched.add(id);
  if (archived > 0) warnings.push({ code: 'archived', params: { count: archived } });
  return { unchanged: placed.filter(({ changed, id }) => !changed && !touched.has(id)).length, warnings };

  function newRow(record: PlannedRecord, id: string, code: string): JsonRow {
    const row: JsonRow = { id, district_code: code };
    // Drawing data needs no name.
    row[nameColumn] = kind === 'base_feature' && record.madeUp.includes('name') ? null : record.name;
    const own = record.recordId === null || record.externalId !== idKey(record.recordId);
    if (external) row.external_id = own ? record.externalId : null;
    row.geom = record.geometry === null ? null : toEwkt(record.geometry);
    for (const [field, value] of Object.entries(record.fields)) row[columnOf(field)] = value;
    return row;
  }
}

/** Rows whose lines or areas the database would refuse; asked first, because one refusal ends the whole transaction. */
async function invalidShapes(tx: Queryable, records: readonly PlannedRecord[]): Promise<Map<number, RejectReason>> {
  const shapes = records.flatMap(({ row, geometry }) =>
    geometry === null || geometry.type === 'Point' ? [] : [{ row, shape: toEwkt(geometry) }],
  );
  const refused = new Map<number, RejectReason>();
  for (const { json } of jsonChunks(shapes)) {
    const rows = await tx.query<{ row: number }>(
      `select x.row from jsonb_to_recordset($1::jsonb) as x(row int, shape text)
       where not muster.is_on_earth(x.shape::extensions.geometry)`,
      [json],
    );
    for (const { row } of rows) refused.set(row, 'bad_geometry');
  }
  return refused;
}
