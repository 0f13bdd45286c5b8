/** Puts a backup in the place of everything a database holds, in one transaction: wholly or not at all. */
import type { Queryable, ToolDatabase } from '../queryable.ts';
import { FORMER, LAST_OF_THE_SQUASH, formerPart } from '../former-migrations.ts';
import { Refusal } from '../text.ts';
import { quoted, storedTables } from './format.ts';
import type { Heading, RowsLine, StoredTable } from './format.ts';
import { assembleGraphs } from './graphs.ts';
import { readBackup } from './read.ts';
import type { BackupSummary } from './read.ts';

export interface Restored extends BackupSummary {
  /** Migrations this database has and the backup had not: their columns hold their defaults. */
  newer: number;
}

/**
 * Replaces all records and accounts. Everybody has to sign in again and every console starts over (new epoch).
 * @throws Refusal when the file is broken, or made by a version this one does not know; the database is then unchanged
 */
export async function replaceAll(db: ToolDatabase, path: string): Promise<Restored> {
  const { heading } = await readBackup(path);
  return db.transaction(async (tx) => {
    const newer = await compareSchema(tx, heading, path);
    const sessions = await tx.query<{ id: string }>('select id from auth.sessions');
    const summary = await putRows(tx, heading, path);
    // A token outlives its session by some minutes: it opens nothing here any more.
    await tx.query(
      `insert into muster.ended_session (id) select x::uuid from jsonb_array_elements_text($1::jsonb) x on conflict do nothing`,
      [JSON.stringify(sessions.map(({ id }) => id))],
    );
    await tx.query('select muster.renew_epoch()');
    return { ...summary, newer };
  });
}

/** Puts the rows of a backup in the place of those that are there, in a transaction whose triggers stay silent from then on. */
export async function putRows(
  tx: Queryable,
  heading: Heading,
  path: string,
): Promise<BackupSummary> {
  await tx.query(`select set_config('search_path', '', true)`);
  await pauseTriggers(tx);
  const tables = new Map((await storedTables(tx)).map((table) => [table.name, table]));
  for (const name of [...tables.keys(), 'auth.sessions', 'auth.refresh_tokens'])
    await tx.query(`delete from ${quoted(name)}`);
  const columns = new Map(heading.tables.map((table) => [table.name, table.columns]));
  const summary = await readBackup(path, (line) =>
    insertRows(tx, tables.get(line.table), columns.get(line.table) ?? [], line),
  );
  await countAgain(tx, summary, path);
  if (!(await assembleGraphs(tx))) throw new Refusal('tools.backupBroken', { path });
  return summary;
}

async function compareSchema(tx: Queryable, heading: Heading, path: string): Promise<number> {
  const here = await tx.query<{ version: string; checksum: string | null }>(
    'select version, checksum from supabase_migrations.schema_migrations',
  );
  const known = new Map(here.map((row) => [row.version, row.checksum]));
  // A backup with all the former files is one with the files that took their place.
  const squashed = formerPart(here.map(({ version }) => version)) === 'none';
  if (squashed && formerPart(heading.schema.map(({ version }) => version)) === 'all')
    for (const [version, checksum] of FORMER) known.set(version, checksum);
  for (const { version, checksum } of heading.schema) {
    const own = known.get(version);
    if (own === undefined || (own !== null && checksum !== null && own !== checksum))
      throw new Refusal('tools.backupOtherSchema', { path, version });
  }
  return here.filter(({ version }) => !isHeld(version, heading)).length;
}

/** Whether a migration was there when the backup was made: by its name, or by the former files whose place it took. */
function isHeld(version: string, heading: Heading): boolean {
  const versions = heading.schema.map((row) => row.version);
  return (
    versions.includes(version) || (version <= LAST_OF_THE_SQUASH && formerPart(versions) === 'all')
  );
}

/** Rows come back as they were, so nothing may stamp, sum or cascade meanwhile. */
async function pauseTriggers(tx: Queryable): Promise<void> {
  try {
    await tx.query('set local session_replication_role = replica');
  } catch (error) {
    if ((error as { code?: string }).code === '42501') throw new Refusal('tools.restoreRights');
    throw error;
  }
}

async function insertRows(
  tx: Queryable,
  table: StoredTable | undefined,
  columns: readonly string[],
  { table: name, rows }: RowsLine,
): Promise<void> {
  if (!table) throw new Refusal('tools.backupOtherTable', { table: name });
  const types = new Map(table.columns.map((column) => [column.name, column.type]));
  const unknown = columns.find((column) => !types.has(column));
  // Only the sign-in service differs between tiers, and only by columns we leave at their defaults.
  if (unknown !== undefined && !name.startsWith('auth.'))
    throw new Refusal('tools.backupOtherTable', { table: `${name}.${unknown}` });
  const written = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => types.has(column));
  const values = written.map(({ column, index }) => {
    const type = types.get(column) ?? 'text';
    // Transaction numbers of another cluster mean nothing here: all these rows change now.
    return type === 'xid8' ? 'pg_current_xact_id()' : `(entry ->> ${index})::${type}`;
  });
  await tx.query(
    `insert into ${quoted(name)} (${written.map(({ column }) => quoted(column)).join(', ')}) overriding system value
     select ${values.join(', ')} from jsonb_array_elements($1::jsonb) entry`,
    [JSON.stringify(rows)],
  );
}

async function countAgain(tx: Queryable, { rows }: BackupSummary, path: string): Promise<void> {
  for (const [name, count] of Object.entries(rows)) {
    const [row] = await tx.query<{ there: number }>(
      `select count(*)::int as there from ${quoted(name)}`,
    );
    if (row?.there !== count) throw new Refusal('tools.backupBroken', { path });
  }
}
