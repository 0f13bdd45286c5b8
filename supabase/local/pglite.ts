/** PGlite with PostGIS and pgcrypto: the embedded database, in a folder or in memory. Runs in whatever thread calls it. */
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { postgis } from '@electric-sql/pglite-postgis';
import { createPgliteConnection } from '@supabase/lite/pglite';
import type { PgliteConnection } from '@supabase/lite/pglite';
import { PARSERS, SERIALIZERS } from './column-types.ts';
import { gatewayApp } from './gateway-app.ts';
import { applyMigration, bootstrapSql, pendingMigrations, readMigrations } from './migrations.ts';
import type { Migration } from './migrations.ts';
import type { Session } from './queryable.ts';
import { keepSnapshot, readSnapshot } from './snapshot.ts';

export type Extensions = NonNullable<
  NonNullable<Parameters<typeof createPgliteConnection>[0]>['pgliteOptions']
>['extensions'];

/** Opens a folder (null = in memory); with `image`, an empty folder is filled from it first. */
export async function openConnection(
  folder: string | null,
  image: Uint8Array<ArrayBuffer> | null,
  more: Extensions = {},
): Promise<PgliteConnection> {
  const connection = await createPgliteConnection({
    ...(folder ? { url: folder } : {}),
    pgliteOptions: {
      extensions: { postgis, pgcrypto, ...more },
      ...(image ? { loadDataDir: new Blob([image]) } : {}),
    },
  });
  await connection.driver.waitReady;
  return connection;
}

/** The owner's session on a connection. The caller sees to it that nobody else uses the connection meanwhile. */
export function ownerSession({ driver }: PgliteConnection): Session {
  return {
    async query<T extends object>(sql: string, params: readonly unknown[] = []) {
      const values = params.map((value) => (value === undefined ? null : value));
      const result = await driver.query<T>(sql, values, {
        parsers: { ...PARSERS },
        serializers: { ...SERIALIZERS },
      });
      return result.rows;
    },
    async exec(script) {
      await driver.exec(script);
    },
  };
}

/** Runs `work` between begin and commit; rolls back when it throws. */
export async function inTransaction<T>(
  session: Session,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  await session.exec('begin');
  try {
    const result = await work(session);
    await session.exec('commit');
    return result;
  } catch (error) {
    await session.exec('rollback');
    throw error;
  }
}

/** Applies what is missing, one transaction per file. @returns the names of the files applied */
export async function migrate(
  session: Session,
  migrations: readonly Migration[],
  beforeFirst: () => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const [next] = await pendingMigrations(session, migrations);
    if (!next) return done;
    if (done.length === 0) await beforeFirst();
    await inTransaction(session, (inside) => applyMigration(inside, next));
    done.push(`${next.version}_${next.name}`);
  }
}

/** The prepared database as an image to load: from the cache, or made now (ten to twenty seconds). */
export async function preparedImage(
  migrations = readMigrations(),
  onPrepare: (share: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = readSnapshot(migrations);
  if (kept) return kept;
  onPrepare(0);
  const connection = await openConnection(null, null);
  onPrepare(0.5);
  await prepareEmpty(connection, migrations, (share) => onPrepare(0.5 + 0.4 * share));
  const image = new Uint8Array(await (await connection.driver.dumpDataDir('gzip')).arrayBuffer());
  await connection.close();
  keepSnapshot(migrations, image);
  onPrepare(1);
  return image;
}

/** Everything between an empty cluster and the schema of this version. */
export async function prepareEmpty(
  connection: PgliteConnection,
  migrations: readonly Migration[],
  onShare: (share: number) => void = () => undefined,
): Promise<void> {
  await provideBeforeMigrations(connection);
  const session = ownerSession(connection);
  for (let count = 1; count <= migrations.length; count++) {
    await migrate(session, migrations.slice(0, count));
    onShare(count / migrations.length);
  }
}

/** What the migrations stand on: the sign-in tables, roles and schemas. Doing it again changes nothing. */
export async function provideBeforeMigrations(connection: PgliteConnection): Promise<void> {
  // The secret only has to be there: nothing is signed.
  const app = gatewayApp(
    connection,
    { jwtSecret: 'present, never used', publishableKey: 'sb_publishable_none' },
    60,
  );
  await app.ensureAuthSchema();
  await ownerSession(connection).exec(bootstrapSql());
}
