/** The server tier as an engine: the same gateway over PostgreSQL, in the server's own thread (it only waits). */
import { createPostgresConnection } from '@supabase/lite/postgres';
import type postgres from 'postgres';
import { cancelWhatIsGivenUp } from './cancelling.ts';
import { Crowd } from './crowd.ts';
import { transact } from './engine.ts';
import type { Engine } from './engine.ts';
import { gatewayApp } from './gateway-app.ts';
import { applyMigration, bootstrapSql, pendingMigrations, readMigrations } from './migrations.ts';
import { busy } from './plain-refusals.ts';
import type { Session } from './queryable.ts';
import type { Secrets } from './secrets.ts';
import { openServerDatabase } from './server-database.ts';
import { refuseForeignSignIn } from './foreign-sign-in.ts';
import { LONG_WORK_LIMIT, WORK_LIMIT, takesLong } from './work-limits.ts';

interface ServerEngine extends Engine {
  readonly migrated: readonly string[];
}

const JSON_TYPES = [114, 3802];

/**
 * The gateway's library hands objects and lists to its driver as JSON text, and the driver makes JSON of that text once
 * more: a function would get a string in the place of an object. What is an object or a list in JSON already stays as it is.
 */
function withPlainJson<
  Of extends { driver: { options: { serializers: Record<number, (value: unknown) => unknown> } } },
>(connection: Of): Of {
  const { serializers } = connection.driver.options;
  for (const type of JSON_TYPES)
    serializers[type] = (value) =>
      typeof value === 'string' && /^\s*[[{]/.test(value) ? value : JSON.stringify(value);
  return connection;
}

/** Seconds that closing waits for what runs. */
const CLOSING = { timeout: 1 };

/**
 * The gateway's sessions. A function's own `statement_timeout` would come too late for the statement that calls it, so what
 * may take longer has sessions of its own. A server that is gone is noticed, and what it asked for ends.
 * @param limit milliseconds a statement may take
 */
function gatewayOptions(
  max: number,
  limit: number,
): postgres.Options<Record<string, postgres.PostgresType>> {
  const connection = {
    application_name: 'muster-gateway',
    statement_timeout: limit,
    client_connection_check_interval: 2000,
  };
  return { max, onnotice: () => undefined, connection };
}

/** @param limit milliseconds the database may work on an ordinary request */
export async function openServerEngine(
  url: string,
  secrets: Secrets,
  tokenLife: number,
  limit = WORK_LIMIT,
): Promise<ServerEngine> {
  const owner = await openServerDatabase(url);
  const connect = (max: number, limit: number) =>
    withPlainJson(createPostgresConnection({ url, postgresOptions: gatewayOptions(max, limit) }));
  try {
    await refuseForeignSignIn(owner);
    const migrated = await prepare();
    // Opened only now: a connection has the search path that its database had when it began.
    const connection = connect(10, limit);
    const patient = connect(2, LONG_WORK_LIMIT);
    const work = { statements: 0, ms: 0 };
    for (const { driver } of [connection, patient]) cancelWhatIsGivenUp(driver, work);
    const app = gatewayApp(connection, secrets, tokenLife);
    const patientApp = gatewayApp(patient, secrets, tokenLife);
    const crowd = new Crowd();
    const engine: ServerEngine = {
      tier: 'server',
      migrated,
      async answer(request) {
        const asked = takesLong(request) ? patientApp : app;
        return (await crowd.admit(() => asked.answer(request))) ?? busy();
      },
      async query(sql, params) {
        const began = performance.now();
        work.statements += 1;
        try {
          return await owner.query(sql, params);
        } finally {
          work.ms += performance.now() - began;
        }
      },
      begin: () => owner.begin(),
      transaction: (work) => transact(engine, work),
      onChange: (listener) => owner.listen('muster_change', listener),
      work: () => Promise.resolve({ ...work }),
      close: async () =>
        void (await Promise.all([
          owner.close(),
          connection.driver.end(CLOSING),
          patient.driver.end(CLOSING),
        ])),
    };
    return engine;

    /** Two servers may start at once over one database: a lock of the database lets one migrate at a time. */
    async function prepare(): Promise<string[]> {
      const provisional = connect(1, LONG_WORK_LIMIT);
      try {
        await gatewayApp(provisional, secrets, tokenLife).ensureAuthSchema();
      } finally {
        await provisional.close();
      }
      await locked((session) => session.exec(bootstrapSql()));
      const done: string[] = [];
      for (;;) {
        const next = await locked(async (session) => {
          const [first] = await pendingMigrations(session, readMigrations());
          if (first) await applyMigration(session, first);
          return first;
        });
        if (!next) return done;
        done.push(`${next.version}_${next.name}`);
      }
    }

    async function locked<T>(work: (session: Session) => Promise<T>): Promise<T> {
      const session = await owner.begin();
      try {
        await session.query(`select pg_advisory_xact_lock(hashtext('muster migrations'))`);
        const result = await work(session);
        await session.end(true);
        return result;
      } catch (error) {
        await session.end(false).catch(() => undefined);
        throw error;
      }
    }
  } catch (error) {
    await owner.close();
    throw error;
  }
}
