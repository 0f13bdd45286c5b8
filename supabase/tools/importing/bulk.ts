/** Rows in bulk: one statement per few megabytes of JSON, the same on every database. */
import type { Queryable } from '../../local/queryable.ts';
import type { JsonRow } from '../../../src/core/import/difference/tables.ts';

const MOST_ROWS = 2000;
const MOST_TEXT = 4_000_000;

/** Cut rows into JSON arrays that are not too long. */
export function* jsonChunks(rows: readonly object[]): Generator<{ json: string; count: number }> {
  let parts: string[] = [];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (parts.length > 0 && (parts.length >= MOST_ROWS || size + text.length > MOST_TEXT)) {
      yield { json: `[${parts.join(',')}]`, count: parts.length };
      parts = [];
      size = 0;
    }
    parts.push(text);
    size += text.length;
  }
  if (parts.length > 0) yield { json: `[${parts.join(',')}]`, count: parts.length };
}

const quoted = (column: string): string => `"${column}"`;

/**
 * Runs a writing statement and holds it to the number of rows it should write. On PGlite an error inside GEOS ends a
 * statement without rows and without an error; without this count such rows would pass for written.
 */
async function writeExactly(
  tx: Queryable,
  table: string,
  sql: string,
  json: string,
  count: number,
): Promise<void> {
  const [written] = await tx.query<{ rows: number }>(
    `with written as (${sql} returning 1) select count(*)::int as rows from written`,
    [json],
  );
  if (written?.rows !== count)
    throw new Error(`${table}: ${written?.rows ?? 0} of ${count} rows were written`);
}

/** Insert rows; every row fills the same columns, missing ones are null. @throws when not every row was written */
export async function insertRows(
  tx: Queryable,
  table: string,
  rows: readonly JsonRow[],
  onRows: (count: number) => void = () => undefined,
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map(quoted).join(', ');
  const sql = `insert into public.${table} (${columns})
    select ${columns} from jsonb_populate_recordset(null::public.${table}, $1::jsonb)`;
  for (const { json, count } of jsonChunks(rows)) {
    await writeExactly(tx, table, sql, json, count);
    onRows(count);
  }
}

/** Update rows by a key column; rows that change the same columns go together. @throws when not every row was written */
export async function updateRows(
  tx: Queryable,
  table: string,
  key: string,
  rows: readonly JsonRow[],
  onRows: (count: number) => void = () => undefined,
): Promise<void> {
  const groups = new Map<string, JsonRow[]>();
  for (const row of rows) {
    const columns = Object.keys(row)
      .filter((column) => column !== key)
      .sort()
      .join(' ');
    const group = groups.get(columns);
    if (group === undefined) groups.set(columns, [row]);
    else group.push(row);
  }
  for (const [columns, group] of groups) {
    const assignments = columns
      .split(' ')
      .map((column) => `${quoted(column)} = x.${quoted(column)}`)
      .join(', ');
    const sql = `update public.${table} t set ${assignments}
      from jsonb_populate_recordset(null::public.${table}, $1::jsonb) x where t.${quoted(key)} = x.${quoted(key)}`;
    for (const { json, count } of jsonChunks(group)) {
      await writeExactly(tx, table, sql, json, count);
      onRows(count);
    }
  }
}
