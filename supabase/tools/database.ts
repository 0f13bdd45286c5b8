/**
 * The one door through which command-line tools reach a Muster database, whatever its size.
 *
 * Parameters are scalars that look the same on PGlite and PostgreSQL: string, number, boolean, null. Anything with
 * structure is passed as a JSON string and cast in SQL (`$1::jsonb`, `jsonb_to_recordset`). Rows come back with
 * timestamps as ISO strings or Date (cast `::text` where it matters), bigint and numeric as strings.
 */

/** Runs one SQL statement and returns its rows. */
export interface Queryable {
  query<T extends object = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** A connection with the rights of the owner (row security does not hold it back). Close it when done. */
export interface ToolDatabase extends Queryable {
  readonly tier: 'embedded' | 'server';
  /** All or nothing: commits when `work` resolves, rolls back when it throws. Nobody else writes in between on PGlite. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Where the embedded database lives; default `MUSTER_DATA` or `./data`. */
  dataDir?: string;
}

/**
 * Opens the database that this machine is configured for: `DATABASE_URL` → PostgreSQL; a running app → through it;
 * otherwise takes the folder's lock and opens PGlite itself. Throws an error with a line for people when neither works.
 */
export function openToolDatabase(options: OpenOptions = {}): Promise<ToolDatabase> {
  return Promise.reject(new Error(`not connected yet: ${options.dataDir ?? 'data'}`));
}
