/** Names of settlements and shelters in a list of routes become the records they mean. */
import type { FieldValue, PlannedRecord, Warning } from '../../../src/core/import/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { TABLES } from './tables.ts';
import type { StoredKind } from './tables.ts';

const REFERENCES = [
  { field: 'settlementName', table: 'settlement', id: 'settlementId' },
  { field: 'shelterName', table: 'shelter', id: 'shelterId' },
] as const;

/** @param districts where to look; null = everywhere. A name that is missing or not unique stays unlinked and is said. */
export async function resolveReferences(
  tx: Queryable,
  records: readonly PlannedRecord[],
  kind: StoredKind,
  districts: readonly string[] | null,
): Promise<{ records: PlannedRecord[]; warnings: Warning[] }> {
  if (TABLES[kind].references.length === 0) return { records: [...records], warnings: [] };
  const warnings: Warning[] = [];
  let resolved = [...records];
  for (const { field, table, id } of REFERENCES) {
    const names = [
      ...new Set(records.flatMap(({ fields }) => (typeof fields[field] === 'string' ? [fields[field]] : []))),
    ];
    const found = await tx.query<{ name: string; id: string }>(
      `select t.name, min(t.id::text) as id from public.${table} t
       where t.archived_at is null and t.name in (select jsonb_array_elements_text($1::jsonb))
         and ($2::jsonb is null or t.district_code in (select jsonb_array_elements_text($2::jsonb)))
       group by t.name having count(*) = 1`,
      [JSON.stringify(names), districts === null ? null : JSON.stringify(districts)],
    );
    const there = await existing(tx, table, [
      ...new Set(records.flatMap(({ fields }) => (typeof fields[id] === 'string' ? [fields[id]] : []))),
    ]);
    const byName = new Map(found.map((row) => [row.name, row.id]));
    const lost: { row: number; name: string }[] = [];
    resolved = resolved.map((record) => {
      const fields: Record<string, FieldValue> = { ...record.fields };
      const name = fields[field];
      delete fields[field];
      const stated = fields[id];
      if (typeof stated === 'string' && there.has(stated)) return { ...record, fields };
      delete fields[id];
      if (name === undefined) return { ...record, fields };
      const target = typeof name === 'string' ? (byName.get(name) ?? null) : null;
      if (typeof name === 'string' && target === null) lost.push({ row: record.row, name });
      fields[id] = target;
      return { ...record, fields };
    });
    if (lost.length > 0)
      warnings.push({
        code: 'references_unresolved',
        params: { count: lost.length, names: [...new Set(lost.map(({ name }) => name))].slice(0, 10).join('、') },
        rows: lost.slice(0, 1000).map(({ row }) => row),
      });
  }
  return { records: resolved, warnings };
}

/** Which of the stated ids are records; an export names its routes' ends by id. */
async function existing(tx: Queryable, table: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const found = await tx.query<{ id: string }>(
    `select t.id::text as id from public.${table} t where t.id in (select jsonb_array_elements_text($1::jsonb)::uuid)`,
    [JSON.stringify(ids)],
  );
  return new Set(found.map(({ id }) => id));
}
