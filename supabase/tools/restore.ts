/** `npm run restore -- file [--yes]`: replaces everything by a backup, after keeping what is there. */
import { join, resolve } from 'node:path';
import { readBackup } from '../local/backup/read.ts';
import { restoreBackup } from '../local/backup/restore.ts';
import { backupName } from '../local/backup/rotation.ts';
import { writeBackup } from '../local/backup/write.ts';
import { isDamaged, setAside } from '../local/database-trouble.ts';
import { backupFolder } from '../local/data-folder.ts';
import { lockFolder } from '../local/folder-lock.ts';
import type { Queryable } from '../local/queryable.ts';
import { dataFolder } from '../local/settings.ts';
import { Refusal, runCommand, say } from '../local/text.ts';
import { readArguments } from './arguments.ts';
import { openToolDatabase } from './database.ts';

const OPTIONS = { yes: { type: 'boolean', default: false } } as const;

/** Whether a restore would take nothing away. */
async function isEmpty(db: Queryable): Promise<boolean> {
  const [there] = await db.query<{ some: boolean }>(
    `select exists (select from auth.users) or exists (select from public.district where parent_code is not null) as some`,
  );
  return there?.some === false;
}

await runCommand(async () => {
  const { values, positionals } = readArguments(
    process.argv.slice(2),
    OPTIONS,
    'tools.restoreUsage',
  );
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Refusal('tools.restoreUsage');
  const path = resolve(file);
  const { heading, rows } = await readBackup(path);
  const count = Object.values(rows).reduce((sum, number) => sum + number, 0);
  const db = await openToolDatabase().catch(async (error: unknown) => {
    if (!isDamaged(error)) throw error;
    if (!values.yes)
      throw new Refusal('tools.restoreAnewAsk', { path, made: heading.made, rows: count });
    const lock = await lockFolder(dataFolder());
    console.log(say('tools.damagedAside', { path: setAside(dataFolder()) }));
    lock.release();
    return openToolDatabase();
  });
  try {
    if (!values.yes && !(await isEmpty(db)))
      throw new Refusal('tools.restoreAsk', { path, made: heading.made, rows: count });
    const before = join(backupFolder(dataFolder()), backupName('before-restore', Date.now()));
    await writeBackup(db, before);
    console.log(say('tools.savedBefore', { path: before }));
    const { newer } = await restoreBackup(db, path);
    console.log(say('tools.restored', { rows: count, made: heading.made }));
    if (newer > 0) console.log(say('tools.restoredNewer', { count: newer }));
  } finally {
    await db.close();
  }
});
