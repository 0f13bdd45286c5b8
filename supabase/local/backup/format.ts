/**
 * A backup is one gzip file of JSON lines that either tier can read: a heading, then rows as PostgreSQL writes their
 * values, then an ending with the SHA-256 of everything before it. Values are text, so nothing is rounded on the way.
 */
import type { Queryable } from '../queryable.ts';

export const FORMAT = 1;

/** Bytes that a line of rows is kept below, unless one row alone is longer. */
export const LINE_BYTES = 8_000_000;
/** Characters of the longest line that is read: a few megabytes of another's file may unpack to one of gigabytes. */
export const LONGEST_LINE = 8 * LINE_BYTES;

export interface Heading {
  muster: 'backup';
  format: number;
  /** ISO time. */
  made: string;
  /** Applied migrations, oldest first. */
  schema: { version: string; checksum: string | null }[];
  tables: BackupTable[];
}

interface BackupTable {
  /** `schema.table`, unquoted: our own names need no quotes. */
  name: string;
  columns: string[];
}

/** Some rows of the table last begun: one text per column, null for null. */
export interface RowsLine {
  table: string;
  rows: (string | null)[][];
}

export interface Ending {
  end: true;
  rows: Record<string, number>;
  sha256: string;
}

interface Column {
  name: string;
  type: string;
}

export interface StoredTable {
  name: string;
  columns: Column[];
}

/** Everything in our schemas; of the sign-in service only the accounts (sessions end with a restore). */
const TABLES = `
  select n.nspname || '.' || c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and (n.nspname in ('public', 'muster')
      or n.nspname || '.' || c.relname in ('auth.users', 'auth.identities'))
    and n.nspname || '.' || c.relname not in ('muster.database_epoch', 'muster.moved_record', 'public.spatial_ref_sys')
  order by (n.nspname = 'auth') desc, name, a.attnum`;

/** The tables that a backup holds, with the columns that are not computed. Call it with an empty search path. */
export async function storedTables(db: Queryable): Promise<StoredTable[]> {
  const rows = await db.query<{ name: string; column: string; type: string }>(TABLES);
  const tables = new Map<string, StoredTable>();
  for (const { name, column, type } of rows) {
    const table = tables.get(name) ?? { name, columns: [] };
    table.columns.push({ name: column, type });
    tables.set(name, table);
  }
  return [...tables.values()];
}

export const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
