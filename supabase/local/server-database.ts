/** The server tier's database: PostgreSQL 15 or later with PostGIS, at `DATABASE_URL`. */
import postgres from 'postgres';
import type { OpenTransaction } from './engine.ts';
import { ownerOptions } from './postgres-options.ts';
import type { Queryable, Session } from './queryable.ts';
import { refusePlainText } from './plain-text.ts';
import { shortly } from './short-lines.ts';
import { Refusal } from './text.ts';

const LEAST_VERSION = 150000;

interface ServerDatabase extends Session {
  begin(): Promise<OpenTransaction & Session>;
  /** Calls back on every notification of a channel, and when the line to the database is there again. */
  listen(channel: string, listener: () => void): void;
  close(): Promise<void>;
}

/** @throws Refusal when it cannot be reached, is too old, or the role may not do what the app needs */
export async function openServerDatabase(url: string): Promise<ServerDatabase> {
  const sql = connectTo(url);
  try {
    const [facts] = await sql<{ version: number; powerful: boolean; user: string }[]>`
      select current_setting('server_version_num')::int as version, rolsuper or rolbypassrls as powerful,
        current_user as "user" from pg_roles where rolname = current_user`;
    if (!facts || facts.version < LEAST_VERSION)
      throw new Refusal('gateway.postgresOld', {
        version: Math.floor((facts?.version ?? 0) / 10000),
      });
    if (!facts.powerful) throw new Refusal('gateway.postgresRole', { user: facts.user });
    const [postgis] = await sql`select 1 from pg_available_extensions where name = 'postgis'`;
    if (!postgis) throw new Refusal('gateway.postgisMissing');
  } catch (error) {
    await sql.end({ timeout: 1 });
    if (error instanceof Refusal) throw error;
    const reason =
      error instanceof Error
        ? error.message || String((error as NodeJS.ErrnoException).code)
        : String(error);
    throw new Refusal('gateway.postgresUnreachable', { place: placeOf(url), reason });
  }
  return {
    ...sessionOn(sql),
    async begin() {
      const reserved = await sql.reserve();
      await reserved.unsafe('begin');
      return {
        ...sessionOn(reserved),
        async end(commit) {
          try {
            await reserved.unsafe(commit ? 'commit' : 'rollback');
          } finally {
            reserved.release();
          }
        },
      };
    },
    listen: (channel, listener) =>
      void sql
        .listen(channel, listener, listener)
        .catch((error: unknown) => console.error(shortly(error))),
    close: () => sql.end({ timeout: 1 }),
  };
}

function connectTo(url: string): postgres.Sql {
  if (!/^postgres(ql)?:\/\//i.test(url)) throw new Refusal('gateway.databaseUrlWrong');
  refusePlainText(url);
  try {
    return postgres(url, ownerOptions());
  } catch {
    throw new Refusal('gateway.databaseUrlWrong');
  }
}

/** Where a database is, without its password. */
function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port ? `:${port}` : ''}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

function sessionOn(sql: postgres.Sql): Session {
  const query: Queryable['query'] = async <T extends object>(
    text: string,
    params: readonly unknown[] = [],
  ) => {
    const values = params.map((value) =>
      value === undefined ? null : value,
    ) as postgres.ParameterOrJSON<never>[];
    return [...(await sql.unsafe<T[]>(text, values))] as T[];
  };
  return {
    query,
    async exec(script) {
      await sql.unsafe(script).simple();
    },
  };
}
