/** Restores a backup of any age: one that is older than the squash of the migrations is brought up by the former files first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMER, formerPart } from '../former-migrations.ts';
import { formerMigrations } from '../migrations.ts';
import {
  inTransaction,
  migrate,
  openConnection,
  ownerSession,
  provideBeforeMigrations,
} from '../pglite.ts';
import type { Queryable, Session, ToolDatabase } from '../queryable.ts';
import { Refusal } from '../text.ts';
import type { Heading } from './format.ts';
import { readBackup } from './read.ts';
import { putRows, replaceAll } from './replace.ts';
import type { Restored } from './replace.ts';
import { writeBackup } from './write.ts';

/**
 * Replaces everything that a database holds by a backup (see replaceAll).
 * @throws Refusal when the file is broken, or made by a version this one does not know; the database is then unchanged
 */
export async function restoreBackup(db: ToolDatabase, path: string): Promise<Restored> {
  const { heading } = await readBackup(path);
  if (formerPart(heading.schema.map(({ version }) => version)) !== 'some' || (await isFormer(db)))
    return replaceAll(db, path);
  const folder = mkdtempSync(join(tmpdir(), 'muster-bring-up-'));
  try {
    const raised = join(folder, 'raised');
    await bringUp(path, heading, raised);
    return await replaceAll(db, raised);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a database itself has former files still: it was not opened by this version yet, and takes the backup as it is. */
async function isFormer(db: Queryable): Promise<boolean> {
  const recorded = await db.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations',
  );
  return formerPart(recorded.map(({ version }) => version)) !== 'none';
}

/** Lays out a database in memory as it was when the backup was made, lets the former files bring it up, and writes it anew. */
async function bringUp(path: string, heading: Heading, raised: string): Promise<void> {
  for (const { version, checksum } of heading.schema)
    if (!FORMER.has(version) || (checksum !== null && checksum !== FORMER.get(version)))
      throw new Refusal('tools.backupOtherSchema', { path, version });
  const then = new Set(heading.schema.map(({ version }) => version));
  const files = formerMigrations();
  const connection = await openConnection(null, null);
  try {
    await provideBeforeMigrations(connection);
    const session = ownerSession(connection);
    await migrate(
      session,
      files.filter(({ version }) => then.has(version)),
    );
    await inTransaction(session, (tx) => putRows(tx, heading, path));
    await migrate(session, files);
    const database = {
      transaction: <T>(work: (tx: Session) => Promise<T>) => inTransaction(session, work),
    };
    await writeBackup(database, raised);
  } finally {
    await connection.close();
  }
}
