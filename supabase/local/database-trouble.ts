/** What keeps an embedded database from being opened or from going on, in one line that says what to do. */
import { existsSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupFolder, databaseFolder, readyMark } from './data-folder.ts';
import { Refusal } from './text.ts';

/** With less than this many bytes left PostgreSQL cannot even write that it begins. */
const TOO_LITTLE = 20 * 1024 * 1024;

/** Whether the disk under a folder is full, by what an error says or by what is left. */
export function isDiskFull(folder: string, error: unknown): boolean {
  const said = error as { code?: unknown; message?: unknown } | null;
  if (
    said?.code === 'ENOSPC' ||
    said?.code === '53100' ||
    /no space left|ENOSPC/i.test(String(said?.message))
  )
    return true;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < TOO_LITTLE;
  } catch {
    return false;
  }
}

/** The newest backup of any kind in a data folder; null when there is none. */
function newestBackup(dataDir: string): string | null {
  const folder = backupFolder(dataDir);
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.muster-backup'))
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs);
  return files.at(-1) ?? null;
}

/** What an error says first; what is thrown inside of WebAssembly is not always an error, and may be a text or say nothing. */
function firstLineOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  const said = typeof message === 'string' ? message : error;
  if (typeof said !== 'string' || /^\[object/.test(said)) return '?';
  return said.split('\n')[0] ?? '?';
}

/** Why the database in this folder did not open, and how to go on. A refusal stays what it is. */
export function troubleOpening(dataDir: string, error: unknown): Error {
  if (error instanceof Refusal) return error;
  if (isDiskFull(dataDir, error)) return new Refusal('gateway.diskFull', { folder: dataDir });
  const reason = firstLineOf(error);
  const { code } = error as { code?: unknown };
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    /permission denied|EACCES|EROFS/i.test(reason)
  )
    return new Refusal('gateway.folderClosed', { folder: dataDir, reason });
  const backup = newestBackup(dataDir);
  return backup === null
    ? new Refusal('gateway.databaseDamagedAlone', { folder: dataDir, reason })
    : new Refusal('gateway.databaseDamaged', { folder: dataDir, reason, backup });
}

export const isDamaged = (error: unknown): boolean =>
  error instanceof Refusal &&
  (error.key === 'gateway.databaseDamaged' || error.key === 'gateway.databaseDamagedAlone');

/** Moves a damaged database out of the way, so that the next opening begins with an empty one. @returns where it is now */
export function setAside(dataDir: string): string {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const aside = join(dataDir, `database-damaged-${stamp}`);
  renameSync(databaseFolder(dataDir), aside);
  rmSync(readyMark(dataDir), { force: true });
  return aside;
}
