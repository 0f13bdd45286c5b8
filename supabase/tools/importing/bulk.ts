/** Rows in bulk: one statement per few megabytes of JSON, the same on every database. */
import type { Queryable } from '../../local/queryable.ts';
import type { JsonRow } from './tables.ts';

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

/** Insert rows; every row fills the same columns, missing ones are null. */
export async function insertRows(
  tx: Queryable,
  table: string,
  rows: readonly JsonRow[],
  onRows: (count: number) => void = () => undefined,
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map(quoted).join(', ');
  for (const { json, count } of jsonChunks(rows)) {
    await tx.query(
      `insert into public.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::public.${table}, $1::jsonb)`,
      [json],
    );
    onRows(count);
  }
}

/** Update rows by a key column; rows that change the same columns go together. */
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
    for (const { json, count } of jsonChunks(group)) {
      await tx.query(
        `update public.${table} t set ${assignments}
         from jsonb_populate_recordset(null::public.${table}, $1::jsonb) x where t.${quoted(key)} = x.${quoted(key)}`,
        [json],
      );
      onRows(count);
    }
  }
}
