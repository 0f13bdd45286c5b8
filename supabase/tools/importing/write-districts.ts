/** Districts into the tree, by the same decisions as on the screen. */
import { toEwkt } from '../../../src/core/geo/ewkt.ts';
import type { RejectReason } from '../../../src/core/import/codes.ts';
import { districtTree, parentsWarning } from '../../../src/core/import/difference/district-tree.ts';
import type { TreeDistrict } from '../../../src/core/import/difference/district-tree.ts';
import { rejectPlanned } from '../../../src/core/import/difference/settle-districts.ts';
import type { JsonRow } from '../../../src/core/import/difference/tables.ts';
import { changesOf } from '../../../src/core/import/plan/compare.ts';
import type { Fault, ImportPlan } from '../../../src/core/import/types.ts';
import { columnNameOf, DISTRICT_LEVELS } from '../../../src/core/model/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, jsonChunks, updateRows } from './bulk.ts';
import { readDistricts } from './districts.ts';
import type { KnownDistrict } from './districts.ts';
import type { Written } from './write-records.ts';

const ROOT = '0';

/** Writes the plan's districts below the stated one, or below the root. */
export async function writeDistricts(
  tx: Queryable,
  plan: ImportPlan,
  stated: string | null,
): Promise<Written> {
  const known = new Map(
    (await readDistricts(tx, null)).map((district) => [district.code, district]),
  );
  const { districts, refused, made } = districtTree(plan.records, known, stated ?? ROOT);
  const bad = await invalidAreas(tx, districts);
  const faults = new Map<number, Fault>();
  const refuse = (row: number, reason: RejectReason): void =>
    void faults.set(row, { reason, params: {} });
  for (const row of refused) refuse(row, 'parent_is_itself');
  for (const { code, record } of districts)
    if (record !== null && bad.has(code)) refuse(record.row, 'bad_geometry');
  rejectPlanned(plan, faults);

  // A statement sees only parents that earlier statements wrote.
  const inserts: JsonRow[][] = DISTRICT_LEVELS.map(() => []);
  const updates: JsonRow[][] = DISTRICT_LEVELS.map(() => []);
  let unchanged = 0;
  for (const district of districts) {
    if (bad.has(district.code)) continue;
    const there = known.get(district.code);
    const level = DISTRICT_LEVELS.indexOf(district.level);
    if (there === undefined) inserts[level]?.push(newRow(district));
    else {
      const row = changedRow(district, there);
      if (row !== null) updates[level]?.push(row);
      else if (district.record !== null) unchanged++;
    }
  }
  for (const level of DISTRICT_LEVELS.keys()) {
    await insertRows(tx, 'district', inserts[level] ?? []);
    await updateRows(tx, 'district', 'code', updates[level] ?? []);
  }
  return { unchanged, warnings: parentsWarning(made) };
}

function newRow({
  code,
  parentCode,
  name,
  level,
  timezone,
  geometry,
  record,
}: TreeDistrict): JsonRow {
  const { source = null, observedAt = null } = record?.fields ?? {};
  const geom = geometry === null ? null : toEwkt(geometry);
  return {
    code,
    parent_code: parentCode,
    name,
    level,
    timezone,
    geom,
    source,
    observed_at: observedAt,
  };
}

function changedRow(district: TreeDistrict, there: KnownDistrict): JsonRow | null {
  const { code, name, parentCode, level, timezone, geometry, record } = district;
  if (record === null) return null;
  const { source = null, observedAt = null } = record.fields;
  const fields = { parentCode, level, timezone, source, observedAt };
  const changes = changesOf(
    { ...record, name, geometry, fields },
    { ...there, fields: { ...there } },
  );
  if (changes === null && !there.archived) return null;
  const row: JsonRow = { code };
  // A row about a retired district brings it back.
  if (there.archived) row.archived_at = null;
  if (changes?.name !== undefined) row.name = changes.name;
  if (changes?.geometry != null) row.geom = toEwkt(changes.geometry);
  for (const [field, value] of Object.entries(changes?.fields ?? {}))
    row[columnNameOf(field)] = value;
  return row;
}

async function invalidAreas(
  tx: Queryable,
  districts: readonly TreeDistrict[],
): Promise<Set<string>> {
  const shapes = districts.flatMap(({ code, geometry }) =>
    geometry === null ? [] : [{ code, shape: toEwkt(geometry) }],
  );
  const refused = new Set<string>();
  for (const { json } of jsonChunks(shapes)) {
    const rows = await tx.query<{ code: string }>(
      `select x.code from jsonb_to_recordset($1::jsonb) as x(code text, shape text)
       where not muster.is_on_earth(x.shape::extensions.geometry)`,
      [json],
    );
    for (const { code } of rows) refused.add(code);
  }
  return refused;
}
