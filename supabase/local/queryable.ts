/**
 * How SQL is run, whatever is behind it.
 *
 * Parameters are scalars that look the same on PGlite and PostgreSQL: string, number, boolean, null. Anything with
 * structure is passed as a JSON string and cast in SQL (`$1::jsonb`, `jsonb_to_recordset`). Rows come back with JSON
 * parsed, numbers as numbers where they fit exactly (otherwise strings), dates and times as PostgreSQL writes them.
 */

/** Runs one SQL statement and returns its rows. */
export interface Queryable {
  query<T extends object = Record<string, unknown>>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<T[]>;
}

/** A session that also runs scripts of several statements. */
export interface Session extends Queryable {
  exec(script: string): Promise<void>;
}

/** A connection with the rights of the owner (row security does not hold it back). Close it when done. */
export interface ToolDatabase extends Queryable {
  readonly tier: 'embedded' | 'server';
  /** All or nothing: commits when `work` resolves, rolls back when it throws. Nobody else writes in between on PGlite. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
