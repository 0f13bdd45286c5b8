/**
 * Brings a database to the schema of this version. The record is the Supabase CLI's own
 * (`supabase_migrations.schema_migrations`) plus a checksum, so that either of the two may apply the next file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { FORMER, FORMER_FOLDER, LAST_OF_THE_SQUASH, formerPart } from './former-migrations.ts';
import type { Session } from './queryable.ts';
import { Refusal } from './text.ts';

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

interface Applied {
  version: string;
  name: string | null;
  checksum: string | null;
}

/**
 * What is still to be applied, after checking what was. A database that was made before the squash first gets what it lacks of
 * the former files; when it has all of them it is recorded as having today's, without running them: ask again after applying.
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
  const known = new Map(migrations.map(({ version, checksum }) => [version, checksum]));
  let applied = await readApplied(session);
  const former = formerPart(applied.map(({ version }) => version));
  // Whoever hands former files themselves wants exactly those.
  if (former !== 'none' && formerPart([...known.keys()]) === 'none') {
    await checkApplied(session, applied, new Map([...FORMER, ...known]));
    if (former === 'some') return missing(formerMigrations(), applied);
    await takeForSquashed(session, migrations);
    applied = await readApplied(session);
  }
  await checkApplied(session, applied, known);
  return missing(migrations, applied);
}

const readApplied = (session: Session): Promise<Applied[]> =>
  session.query<Applied>(
    'select version, name, checksum from supabase_migrations.schema_migrations order by version',
  );

const missing = (migrations: readonly Migration[], applied: readonly Applied[]): Migration[] => {
  const done = new Set(applied.map(({ version }) => version));
  return migrations.filter(({ version }) => !done.has(version));
};

/** @param known checksums by version */
async function checkApplied(
  session: Session,
  applied: readonly Applied[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { version, name, checksum } of applied) {
    const own = known.get(version);
    const file = `${version}_${name ?? ''}`;
    if (own === undefined) throw new Refusal('gateway.migrationUnknown', { file });
    // Files applied by the Supabase CLI come without a checksum: taken on trust once, watched from then on.
    if (checksum === null)
      await session.query(
        'update supabase_migrations.schema_migrations set checksum = $2 where version = $1',
        [version, own],
      );
    else if (checksum !== own) throw new Refusal('gateway.migrationChanged', { file });
  }
}

/** The files from before the squash. @throws Refusal where this copy of the project came without them */
export function formerMigrations(): Migration[] {
  const files = readMigrations(FORMER_FOLDER);
  if (files.length < FORMER.size)
    throw new Refusal('gateway.formerMigrationsMissing', { folder: FORMER_FOLDER });
  return files;
}

/** The record of the former files becomes that of the files which took their place, in one statement. */
async function takeForSquashed(session: Session, migrations: readonly Migration[]): Promise<void> {
  const squashed = migrations.filter(({ version }) => version <= LAST_OF_THE_SQUASH);
  await session.query(
    `with gone as (
       delete from supabase_migrations.schema_migrations
       where version in (select jsonb_array_elements_text($1::jsonb))
     )
     insert into supabase_migrations.schema_migrations (version, name, statements, checksum)
     select x.version, x.name, array[x.sql], x.checksum
     from jsonb_to_recordset($2::jsonb) as x (version text, name text, sql text, checksum text)
     on conflict (version) do nothing`,
    [JSON.stringify([...FORMER.keys()]), JSON.stringify(squashed)],
  );
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
