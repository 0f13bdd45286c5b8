/**
 * Whoever has a register from before the squash of the migrations keeps it: a data folder, a server's database and a backup, made
 * just before or older. The backups were written by the code of that time (tests/fixtures/backups). A data folder of it would be
 * megabytes, so the folders are made here: by the former files, which decide what is in them, and filled from those backups.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../supabase/local/backup/restore.ts';
import { LAST_OF_THE_SQUASH } from '../../supabase/local/former-migrations.ts';
import { readMigrations } from '../../supabase/local/migrations.ts';
import type { Queryable } from '../../supabase/local/queryable.ts';
import { openServerDatabase } from '../../supabase/local/server-database.ts';
import { dumpSchema } from '../database/canonical-dump.ts';
import { startAppProcess } from '../support/app-process.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../support/postgres.ts';
import {
  JUST_BEFORE,
  OLDER_STILL,
  facts,
  factsOf,
  openAsOf,
  recorded,
} from './former-databases.ts';

const TIMES = [
  ['made just before', JUST_BEFORE, 79],
  ['older still', OLDER_STILL, 43],
] as const;
const today = readMigrations().map(
  ({ version, name, checksum }) => `${version} ${name} ${checksum}`,
);
/** Files that came after the squash: they are applied to whatever was made before them. */
const later = readMigrations().filter(({ version }) => version > LAST_OF_THE_SQUASH).length;
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-squash-'));
  made.push(folder);
  return folder;
}
const schemaOf = (db: Queryable): Promise<string[]> => dumpSchema((sql) => db.query<object>(sql));

describe('a data folder', { timeout: 400_000 }, () => {
  let fresh: Prepared;
  beforeAll(async () => {
    fresh = await openPrepared();
  }, 120_000);
  afterAll(() => fresh.close());

  it.each(TIMES)('%s is opened with everything in it', async (_, time, files) => {
    const dataDir = newFolder();
    const then = await openAsOf(dataDir, time.migrations());
    expect(await recorded(then)).toHaveLength(files);
    await restoreBackup(then, time.backup);
    await then.close();

    const now = await openAsOf(dataDir, null);
    expect(await recorded(now)).toEqual(today);
    expect(await facts(now)).toEqual(factsOf(time));
    expect(await schemaOf(now)).toEqual(await schemaOf(fresh));
    await now.close();
    // What is only recorded anew changes nothing that would have to be kept; what is brought up was backed up first.
    const backups = join(dataDir, 'backups');
    expect(existsSync(backups) ? readdirSync(backups) : []).toHaveLength(
      time === JUST_BEFORE && later === 0 ? 0 : 1,
    );
  });
});

describe('a backup', { timeout: 400_000 }, () => {
  it.each(TIMES)('%s is restored with everything in it', async (_, time) => {
    const db = await openPrepared();
    expect(await restoreBackup(db, time.backup)).toMatchObject({ newer: later });
    expect(await facts(db)).toEqual(factsOf(time));
    expect(await recorded(db)).toEqual(today);
    const settings = await db.query('select key from public.district_setting');
    expect(settings).toHaveLength(40);
    await db.close();
  });
});

const found = findPostgres() !== null;
describe.skipIf(!found)(
  `a server's database${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`,
  { timeout: 400_000 },
  () => {
    it.each(TIMES)('%s is opened with everything in it', async (_, time, files) => {
      const server = await startPostgres();
      try {
        const url = await server.createDatabase('empty');
        const env = { DATABASE_URL: url, MUSTER_JWT_SECRET: 'x'.repeat(40) };
        const start = async (more: NodeJS.ProcessEnv): Promise<string> => {
          const app = await startAppProcess({ dataDir: newFolder(), env: { ...env, ...more } });
          expect(await app.end('SIGTERM')).toBe(0);
          return app.output();
        };
        await start({ MUSTER_MIGRATIONS: time.migrations() });
        const owner = await openServerDatabase(url);
        const db = {
          tier: 'server' as const,
          query: owner.query,
          close: owner.close,
          transaction: async <T>(work: (tx: Queryable) => Promise<T>): Promise<T> => {
            const tx = await owner.begin();
            const result = await work(tx);
            await tx.end(true);
            return result;
          },
        };
        expect(await recorded(db)).toHaveLength(files);
        await restoreBackup(db, time.backup);
        await start({});
        expect(await recorded(db)).toEqual(today);
        expect(await facts(db)).toEqual(factsOf(time));
        await owner.close();
      } finally {
        await server.stop();
      }
    });
  },
);
