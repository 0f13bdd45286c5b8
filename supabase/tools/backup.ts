/** `npm run backup [-- file]`: the whole database in one checked file, while the app runs or not. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BackupSummary } from '../local/backup/read.ts';
import { backupName } from '../local/backup/rotation.ts';
import { writeBackup } from '../local/backup/write.ts';
import { backupFolder } from '../local/data-folder.ts';
import { dataFolder } from '../local/settings.ts';
import { runCommand, say } from '../local/text.ts';
import { readArguments } from './arguments.ts';
import { openToolDatabase } from './database.ts';

const rowsOf = ({ rows }: BackupSummary): number =>
  Object.values(rows).reduce((sum, count) => sum + count, 0);

await runCommand(async () => {
  const { positionals } = readArguments(process.argv.slice(2), {}, 'tools.backupUsage');
  const [wish] = positionals;
  const path = wish
    ? resolve(wish)
    : join(backupFolder(dataFolder()), backupName('muster', Date.now()));
  const db = await openToolDatabase();
  try {
    const summary = await writeBackup(db, path);
    const kilobytes = Math.ceil(statSync(path).size / 1024);
    console.log(say('tools.backupWritten', { path, rows: rowsOf(summary), kilobytes }));
  } finally {
    await db.close();
  }
});
