/** The database's own thread: PGlite blocks whoever runs it, so it is not the thread that serves people. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { PgliteConnection } from '@supabase/lite/pglite';
import type {
  CallMessage,
  EmbeddedOptions,
  ReplyMessage,
  WorkerCall,
  WorkerCalls,
} from './embedded-protocol.ts';
import { backupName } from './backup/rotation.ts';
import { writeBackup } from './backup/write.ts';
import { backupFolder, databaseFolder, readyMark } from './data-folder.ts';
import { gatewayApp } from './gateway-app.ts';
import type { GatewayApp } from './gateway-app.ts';
import { readMigrations } from './migrations.ts';
import {
  inTransaction,
  migrate,
  openConnection,
  ownerSession,
  preparedImage,
  provideBeforeMigrations,
} from './pglite.ts';
import { toPlainError } from './plain-error.ts';
import type { Session } from './queryable.ts';
import type { Work } from './engine.ts';
import { recipeOf } from './snapshot.ts';

let owner: Session;
let app: GatewayApp;
let shut: () => Promise<void> = () => Promise.resolve();
const work: Work = { statements: 0, ms: 0 };

const reply = (message: ReplyMessage): void => parentPort?.postMessage(message);

async function open({
  dataDir,
  secrets,
  tokenLife,
}: EmbeddedOptions): Promise<{ fresh: boolean; migrated: string[] }> {
  const migrations = readMigrations();
  const recipe = recipeOf(migrations);
  const fresh = !dataDir || !existsSync(readyMark(dataDir));
  const folder = dataDir && databaseFolder(dataDir);
  if (fresh && folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  const image = fresh
    ? await preparedImage(migrations, (share) => reply({ progress: { step: 'preparing', share } }))
    : null;
  reply({ progress: { step: fresh ? 'loading' : 'opening' } });
  const connection = await openConnection(folder, image);
  shut = () => connection.close();
  countStatements(connection);
  owner = ownerSession(connection);
  app = gatewayApp(connection, secrets, tokenLife);
  // Every database that came out of one snapshot would share an epoch, and consoles would take one for the other.
  if (fresh) await owner.query('select muster.renew_epoch()');
  if (!dataDir || (!fresh && readFileSync(readyMark(dataDir), 'utf8') === recipe))
    return { fresh, migrated: [] };
  if (!fresh) await provideBeforeMigrations(connection);
  const migrated = fresh ? [] : await migrate(owner, migrations, () => backUp(dataDir));
  writeFileSync(readyMark(dataDir), recipe, { flush: true });
  return { fresh, migrated };
}

/** Whatever is asked, by a tool or by the gateway's library, passes one of these two. */
function countStatements({ driver }: PgliteConnection): void {
  const [query, exec] = [driver.query.bind(driver), driver.exec.bind(driver)];
  driver.query = <T>(...asked: Parameters<typeof query>) => {
    work.statements += 1;
    return query<T>(...asked);
  };
  driver.exec = (...asked) => {
    work.statements += 1;
    return exec(...asked);
  };
}

/** Before an upgrade touches anything. */
async function backUp(dataDir: string): Promise<void> {
  const database = {
    transaction: <T>(work: (tx: Session) => Promise<T>) => inTransaction(owner, work),
  };
  await writeBackup(
    database,
    join(backupFolder(dataDir), backupName('before-upgrade', Date.now())),
  );
}

type Handlers = {
  [Call in WorkerCall]: (input: WorkerCalls[Call][0]) => Promise<WorkerCalls[Call][1]>;
};

/** The server's thread sees to it that one question at a time comes here. */
const handlers: Handlers = {
  open,
  answer: (request) => app.answer(request),
  query: ({ sql, params }) => owner.query(sql, params),
  async exec(script) {
    await owner.exec(script);
    return null;
  },
  work: () => Promise.resolve({ ...work }),
  async close() {
    await shut();
    return null;
  },
};

async function handle<Call extends WorkerCall>(
  call: Call,
  input: unknown,
): Promise<WorkerCalls[Call][1]> {
  const began = performance.now();
  try {
    return await handlers[call](input as WorkerCalls[Call][0]);
  } finally {
    work.ms += performance.now() - began;
  }
}

parentPort?.on('message', ({ id, call, input }: CallMessage) => {
  handle(call, input).then(
    (result) => reply({ id, result }),
    (error: unknown) => reply({ id, error: toPlainError(error) }),
  );
});
