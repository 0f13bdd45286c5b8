/**
 * Brings a database to the schema of this version. The record is the Supabase CLI's own
 * (`supabase_migrations.schema_migrations`) plus a checksum, so that either of the two may apply the next file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Session } from './queryable.ts';
import { Refusal } from './speech.ts';

export interface Migration {
  /** The 14 digits before the name. */
  version: string;
  name: string;
  sql: string;
  checksum: string;
}

/** Where the migrations of this version are; another place can be named to try an upgrade. */
export const MIGRATIONS_FOLDER =
  process.env.MUSTER_MIGRATIONS || resolve(import.meta.dirname, '../migrations');
const BOOTSTRAP = resolve(import.meta.dirname, 'bootstrap.sql');

/** Roles, schemas and grants that hosted Supabase gives for free. */
export function bootstrapSql(): string {
  return existsSync(BOOTSTRAP) ? readFileSync(BOOTSTRAP, 'utf8') : '';
}

/** The files `<14 digits>_<name>.sql`, in order. */
export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, version, name] = /^(\d{14})_(.+)\.sql$/.exec(file) ?? [];
      if (!version || !name) return [];
      const sql = readFileSync(resolve(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return [{ version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }];
    });
}

/**
 * What is still to be applied, after checking what was.
 * @throws Refusal when an applied file was changed or removed, or when the database is newer than this version.
 */
export async function pendingMigrations(
  session: Session,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  await session.exec(`
    create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.schema_migrations
      (version text not null primary key, statements text[], name text);
    alter table supabase_migrations.schema_migrations add column if not exists checksum text;
    revoke all on schema supabase_migrations from public;
  `);
  const applied = await session.query<{
    version: string;
    name: string | null;
    checksum: string | null;
  }>('select version, name, checksum from supabase_migrations.schema_migrations order by version');
  const known = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const { version, name, checksum } of applied) {
    const migration = known.get(version);
    const file = `${version}_${name ?? ''}`;
    if (!migration) throw new Refusal('gateway.migrationUnknown', { file });
    // Files applied by the Supabase CLI come without a checksum: taken on trust once, watched from then on.
    if (checksum === null)
      await session.query(
        'update supabase_migrations.schema_migrations set checksum = $2 where version = $1',
        [version, migration.checksum],
      );
    else if (checksum !== migration.checksum)
      throw new Refusal('gateway.migrationChanged', { file });
  }
  const done = new Set(applied.map((row) => row.version));
  return migrations.filter((migration) => !done.has(migration.version));
}

/** Applies one file and records it. The caller holds a transaction, so that it happens wholly or not at all. */
export async function applyMigration(session: Session, migration: Migration): Promise<void> {
  try {
    await session.exec(migration.sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal('gateway.migrationFailed', {
      file: `${migration.version}_${migration.name}`,
      reason,
    });
  }
  await session.query(
    `insert into supabase_migrations.schema_migrations (version, name, statements, checksum)
     values ($1, $2, array[$3::text], $4)`,
    [migration.version, migration.name, migration.sql, migration.checksum],
  );
}
