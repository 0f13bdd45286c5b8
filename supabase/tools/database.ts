/** The one door through which command-line tools reach a Muster database, whatever its size. */
import { resolve } from 'node:path';
import { troubleOpening } from '../local/database-trouble.ts';
import { openThroughDoor } from '../local/door-client.ts';
import { openEmbeddedEngine } from '../local/embedded-engine.ts';
import { transact } from '../local/engine.ts';
import { lockFolder, lockHolder } from '../local/folder-lock.ts';
import type { ToolDatabase } from '../local/queryable.ts';
import { folderSecrets } from '../local/secrets.ts';
import { openServerDatabase } from '../local/server-database.ts';
import { dataFolder } from '../local/settings.ts';
import { Refusal, say } from '../local/text.ts';

export type { ToolDatabase } from '../local/queryable.ts';

interface OpenOptions {
  /** Where the embedded database lives; default `MUSTER_DATA` or `./data`. */
  dataDir?: string;
}

/**
 * Opens the database that this machine is configured for: `DATABASE_URL` → PostgreSQL; a running app → through it;
 * otherwise takes the folder's lock and opens PGlite itself. @throws Refusal (one line for people) when neither works.
 */
export async function openToolDatabase(options: OpenOptions = {}): Promise<ToolDatabase> {
  const url = process.env.DATABASE_URL;
  if (url && !options.dataDir) return openServerTool(url);
  const dataDir = options.dataDir ? resolve(options.dataDir) : dataFolder();
  const holder = lockHolder(dataDir);
  if (holder) {
    if (!holder.door)
      throw new Refusal('gateway.folderInUse', {
        folder: dataDir,
        pid: holder.pid,
        machine: holder.machine,
      });
    return openThroughDoor(holder.door).catch(() => {
      throw new Refusal('gateway.doorShut', { folder: dataDir, pid: holder.pid });
    });
  }
  return openFolder(dataDir);
}

async function openServerTool(url: string): Promise<ToolDatabase> {
  const database = await openServerDatabase(url);
  const [ready] = await database.query<{ there: boolean }>(
    `select to_regclass('public.district') is not null as there`,
  );
  if (!ready?.there) {
    await database.close();
    throw new Refusal('tools.notPrepared');
  }
  return {
    tier: 'server',
    query: (sql, params) => database.query(sql, params),
    transaction: (work) => transact(database, work),
    close: () => database.close(),
  };
}

async function openFolder(dataDir: string): Promise<ToolDatabase> {
  const lock = await lockFolder(dataDir);
  try {
    const engine = await openEmbeddedEngine(
      { dataDir, secrets: folderSecrets(dataDir), tokenLife: 60 },
      {
        onProgress({ step, ...more }) {
          if (step === 'preparing' && 'share' in more && more.share === 0)
            process.stderr.write(`${say('gateway.preparing')}\n`);
        },
      },
    );
    return {
      tier: 'embedded',
      query: (sql, params) => engine.query(sql, params),
      transaction: (work) => engine.transaction(work),
      async close() {
        await engine.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw troubleOpening(dataDir, error);
  }
}
