/** Names of settlements and shelters in a list of routes, looked up in the database. */
import { REFERENCES, textsOf } from '../../../src/core/import/difference/references.ts';
import type { Known, ReferencedTable } from '../../../src/core/import/difference/references.ts';
import { TABLES } from '../../../src/core/import/difference/tables.ts';
import type { StoredKind } from '../../../src/core/import/difference/tables.ts';
import type { PlannedRecord } from '../../../src/core/import/types.ts';
import type { Queryable } from '../../local/queryable.ts';

/**
 * What the register knows of the records that a plan names; null where the kind names none.
 * @param districts where to look; null = everywhere. A name that is missing or not unique stays unlinked and is said.
 */
export async function readReferenced(
  tx: Queryable,
  records: readonly PlannedRecord[],
  kind: StoredKind,
  districts: readonly string[] | null,
): Promise<Record<ReferencedTable, Known> | null> {
  if (TABLES[kind].references.length === 0) return null;
  const known: Partial<Record<ReferencedTable, Known>> = {};
  for (const { field, table, id } of REFERENCES)
    known[table] = {
      byName: await idsByName(tx, table, textsOf(records, field), districts),
      has: await existing(tx, table, textsOf(records, id)),
    };
  return known as Record<ReferencedTable, Known>;
}

async function idsByName(
  tx: Queryable,
  table: ReferencedTable,
  names: readonly string[],
  districts: readonly string[] | null,
): Promise<ReadonlyMap<string, string>> {
  const found = await tx.query<{ name: string; id: string }>(
    `select t.name, min(t.id::text) as id from public.${table} t
     where t.archived_at is null and t.name in (select jsonb_array_elements_text($1::jsonb))
       and ($2::jsonb is null or t.district_code in (select jsonb_array_elements_text($2::jsonb)))
     group by t.name having count(*) = 1`,
    [JSON.stringify(names), districts === null ? null : JSON.stringify(districts)],
  );
  return new Map(found.map((row) => [row.name, row.id]));
}

/** Which of the stated ids are records; an export names its routes' ends by id. */
async function existing(
  tx: Queryable,
  table: string,
  ids: readonly string[],
): Promise<(id: string) => boolean> {
  if (ids.length === 0) return () => false;
  const rows = await tx.query<{ id: string }>(
    `select t.id::text as id from public.${table} t where t.id in (select jsonb_array_elements_text($1::jsonb)::uuid)`,
    [JSON.stringify(ids)],
  );
  const found = new Set(rows.map(({ id }) => id));
  return (id) => found.has(id);
}
