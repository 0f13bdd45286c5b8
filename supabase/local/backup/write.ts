/** Writes a backup: one moment of the database, checked by reading it again, on the disk before it has its name. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Queryable, ToolDatabase } from '../queryable.ts';
import { FORMAT, LINE_BYTES, storedTables } from './format.ts';
import type { Ending, Heading, RowsLine } from './format.ts';
import { rowsAtOnce, rowsOf } from './graphs.ts';
import { readBackup } from './read.ts';
import type { BackupSummary } from './read.ts';

/** Writes the whole database to `path` (mode 0600; it holds phone numbers and password hashes). */
export async function writeBackup(
  db: Pick<ToolDatabase, 'transaction'>,
  path: string,
): Promise<BackupSummary> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.partial`;
  try {
    await db.transaction((tx) => dump(tx, partial));
    await onDisk(partial);
    const summary = await readBackup(partial);
    await rename(partial, path);
    await onDisk(dirname(path)).catch(() => undefined);
    return summary;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function dump(tx: Queryable, path: string): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only');
  await tx.query(`select set_config('search_path', '', true)`);
  const tables = await storedTables(tx);
  const heading: Heading = {
    muster: 'backup',
    format: FORMAT,
    made: new Date().toISOString(),
    schema: await tx.query(
      'select version, checksum from supabase_migrations.schema_migrations order by version',
    ),
    tables: tables.map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name),
    })),
  };
  const file = createWriteStream(path, { mode: 0o600 });
  const gzip = createGzip({ level: 6 });
  const written = finished(gzip.pipe(file));
  const hash = createHash('sha256');
  const write = async (value: Heading | RowsLine | Ending): Promise<void> => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    if (!gzip.write(line)) await once(gzip, 'drain');
  };
  await write(heading);
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { name } = table;
    counts[name] = 0;
    await tx.query(`declare backup_rows no scroll cursor for ${rowsOf(table)}`);
    for (;;) {
      const rows = await tx.query<{ row: (string | null)[] }>(
        `fetch ${rowsAtOnce(name)} from backup_rows`,
      );
      if (rows.length === 0) break;
      counts[name] += rows.length;
      for (const some of inLines(rows.map(({ row }) => row)))
        await write({ table: name, rows: some });
    }
    await tx.query('close backup_rows');
  }
  const sha256 = hash.copy().digest('hex');
  await write({ end: true, rows: counts, sha256 });
  gzip.end();
  await written;
}

type Row = RowsLine['rows'][number];

/** Rows in portions that make no long line. */
function* inLines(rows: readonly Row[]): Generator<Row[]> {
  let some: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const more = row.reduce((sum, text) => sum + (text === null ? 0 : Buffer.byteLength(text)), 0);
    if (some.length > 0 && bytes + more > LINE_BYTES) {
      yield some;
      [some, bytes] = [[], 0];
    }
    some.push(row);
    bytes += more;
  }
  if (some.length > 0) yield some;
}

/** Waits until a file or folder is on the disk. */
async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
