/** The records that a plan speaks about, as they are stored now, with the version that a change is based on. */
import type { Geometry } from 'geojson';
import { itemOf } from '../../../src/core/import/difference/stored-item.ts';
import type { VersionedItem } from '../../../src/core/import/difference/stored-item.ts';
import { TABLES } from '../../../src/core/import/difference/tables.ts';
import type { StoredKind } from '../../../src/core/import/difference/tables.ts';
import { fieldOf } from '../../../src/core/model/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { jsonChunks } from './bulk.ts';

interface Row {
  facts: Record<string, unknown>;
  shape: string | null;
}

/** A row of a table, with its shape as GeoJSON, as a file is compared with it. */
export function itemFrom(kind: StoredKind, { facts, shape }: Row): VersionedItem {
  const fields = Object.entries(facts).map(([column, value]) => [fieldOf(column), value]);
  const geometry = shape === null ? null : (JSON.parse(shape) as Geometry);
  return itemOf(kind, { ...Object.fromEntries(fields), geometry });
}

/** Stored records by their own id, wherever they are. */
export async function readStoredById(
  tx: Queryable,
  kind: StoredKind,
  ids: readonly string[],
): Promise<Map<string, VersionedItem>> {
  const stored = new Map<string, VersionedItem>();
  for (const { json } of jsonChunks(ids as unknown as object[])) {
    const rows = await tx.query<Row>(
      `select to_jsonb(t) - array['geom', 'position', 'changed_xid', 'published'] as facts,
         extensions.st_asgeojson(t.geom, 15) as shape
       from public.${kind} t
       where t.id in (select jsonb_array_elements_text($1::jsonb)::uuid)`,
      [json],
    );
    for (const row of rows) stored.set(String(row.facts.id), itemFrom(kind, row));
  }
  return stored;
}

/**
 * Stored records by key (external id, or id where a table has no external ids).
 * @param groups also those whose key begins with one of these and `#`.
 * @param districts where to look; null = everywhere.
 */
export async function readStored(
  tx: Queryable,
  kind: StoredKind,
  keys: readonly string[],
  groups: readonly string[],
  districts: readonly string[] | null,
): Promise<Map<string, VersionedItem>> {
  const { external } = TABLES[kind];
  const column = external ? 'external_id' : 'id::text';
  const stored = new Map<string, VersionedItem>();
  const read = async (list: readonly string[], by: string): Promise<void> => {
    for (const { json } of jsonChunks(list as unknown as object[])) {
      const rows = await tx.query<Row>(
        `select to_jsonb(t) - array['geom', 'position', 'changed_xid', 'published'] as facts,
           extensions.st_asgeojson(t.geom, 15) as shape
         from public.${kind} t
         where ${by} in (select jsonb_array_elements_text($1::jsonb))
           and ($2::jsonb is null or t.district_code in (select jsonb_array_elements_text($2::jsonb)))`,
        [json, districts === null ? null : JSON.stringify(districts)],
      );
      for (const row of rows) keep(row);
    }
  };
  const keep = (row: Row): void => {
    const one = itemFrom(kind, row);
    if (one.key !== null) stored.set(one.key, one);
  };
  await read(keys, `t.${column}`);
  if (groups.length > 0 && external) await read(groups, `split_part(t.external_id, '#', 1)`);
  return stored;
}
