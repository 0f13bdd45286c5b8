/** The register's schema in a database, for tests: on PGlite in memory, and on PostgreSQL. One way to speak to both. */
import { pgtap } from '@electric-sql/pglite-pgtap';
import postgres from 'postgres';
import { openConnection, preparedImage } from '../../supabase/local/pglite.ts';
import type { TestPostgres } from './postgres.ts';

export interface TestRegister {
  /** Runs a script of several statements as the owner. @returns the first column of every row, split into lines */
  run(script: string): Promise<string[]>;
  /** Runs one statement in its own transaction as a signed-in person (null = as the owner). */
  as<T extends object>(userId: string | null, statement: string): Promise<T[]>;
  close(): Promise<void>;
}

const claims = (userId: string | null): string =>
  userId === null
    ? ''
    : `select set_config('request.jwt.claim.sub', '${userId}', true), set_config('role', 'authenticated', true);`;

const firstColumn = (rows: readonly object[]): string[] =>
  rows.flatMap((row) => String((Object.values(row) as unknown[])[0] ?? '').split('\n'));

/** The prepared schema on PGlite, in memory, with pgTAP at hand. Calls run one after another. */
export async function registerOnPglite(): Promise<TestRegister> {
  const connection = await openConnection(null, await preparedImage(), { pgtap });
  const { driver } = connection;
  return {
    async run(script) {
      return (await driver.exec(script)).flatMap(({ rows }) => firstColumn(rows as object[]));
    },
    as: (userId, statement) =>
      driver.transaction(async (transaction) => {
        await transaction.exec(claims(userId));
        return (await transaction.query<never>(statement)).rows;
      }),
    close: () => connection.close(),
  };
}

/** The prepared schema in a new database of a PostgreSQL; calls run on up to `connections` at once. */
export async function registerOnPostgres(
  server: TestPostgres,
  connections = 1,
): Promise<TestRegister> {
  return registerAt(await server.createDatabase('prepared'), connections);
}

/** Whatever is in the PostgreSQL database at `url`. */
export function registerAt(url: string, connections = 1): TestRegister {
  const sql = postgres(url, { max: connections, onnotice: () => undefined });
  return {
    async run(script) {
      const results = (await sql.unsafe(script).simple()) as unknown as object[] | object[][];
      return results.flatMap((rows) =>
        Array.isArray(rows) ? firstColumn(rows as object[]) : firstColumn([rows]),
      );
    },
    as: (userId, statement) =>
      sql.begin(async (transaction) => {
        if (userId !== null) await transaction.unsafe(claims(userId)).simple();
        return [...(await transaction.unsafe(statement))] as never[];
      }) as Promise<never[]>,
    close: () => sql.end({ timeout: 5 }),
  };
}
