/** The database's own thread: PGlite blocks whoever runs it, so it is not the thread that serves people. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { CallMessage, EmbeddedOptions, ReplyMessage, WorkerCall, WorkerCalls } from './embedded-protocol.ts';
import { backupName } from './backup/rotation.ts';
import { writeBackup } from './backup/write.ts';
import { backupFolder, databaseFolder, readyMark } from './data-folder.ts';
import { gatewayApp } from './gateway-app.ts';
import type { GatewayApp } from './gateway-app.ts';
import { readMigrations } from './migrations.ts';
import { inTransaction, migrate, openConnection, ownerSession, preparedImage, provideSurroundings } from './pglite.ts';
import { toPlainError } from './plain-error.ts';
import type { Session } from './queryable.ts';
import { recipeOf } from './snapshot.ts';
import { Turns } from './turns.ts';

const turns = new Turns();
let owner: Session;
let app: GatewayApp;
let shut: () => Promise<void> = () => Promise.resolve();
/** The open transaction, if any: it has the turn until it ends. */
let transaction: { number: number; end: () => void } | null = null;
let transactions = 0;

const tell = (message: ReplyMessage): void => parentPort?.postMessage(message);

async function open({ dataDir, secrets, tokenLife }: EmbeddedOptions): Promise<{ fresh: boolean; migrated: string[] }> {
  const migrations = readMigrations();
  const recipe = recipeOf(migrations);
  const fresh = !dataDir || !existsSync(readyMark(dataDir));
  const folder = dataDir && databaseFolder(dataDir);
  if (fresh && folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  const image = fresh
    ? await preparedImage(migrations, (share) => tell({ progress: { step: 'preparing', share } }))
    : null;
  tell({ progress: { step: fresh ? 'loading' : 'opening' } });
  const connection = await openConnection(folder, image);
  shut = () => connection.close();
  owner = ownerSession(connection);
  app = gatewayApp(connection, secrets, tokenLife);
  // Every database that came out of one snapshot would share an epoch, and consoles would take one for the other.
  if (fresh) await owner.query('select muster.renew_epoch()');
  if (!dataDir || (!fresh && readFileSync(readyMark(dataDir), 'utf8') === recipe)) return { fresh, migrated: [] };
  if (!fresh) await provideSurroundings(connection);
  const migrated = fresh ? [] : await migrate(owner, migrations, () => backUp(dataDir));
  writeFileSync(readyMark(dataDir), recipe, { flush: true });
  return { fresh, migrated };
}

/** Before an upgrade touches anything. */
async function backUp(dataDir: string): Promise<void> {
  const database = { transaction: <T>(work: (tx: Session) => Promise<T>) => inTransaction(owner, work) };
  await writeBackup(database, join(backupFolder(dataDir), backupName('before-upgrade', Date.now())));
}

type Handlers = { [Call in WorkerCall]: (input: WorkerCalls[Call][0]) => Promise<WorkerCalls[Call][1]> };

const handlers: Handlers = {
  open,
  answer: (request) => turns.run(() => app.answer(request)),
  query({ sql, params, transaction: number }) {
    if (number === null) return turns.run(() => owner.query(sql, params));
    if (transaction?.number !== number) throw new Error('this transaction has ended');
    return owner.query(sql, params);
  },
  async begin() {
    const end = await turns.take();
    try {
      await owner.exec('begin');
    } catch (error) {
      end();
      throw error;
    }
    transaction = { number: ++transactions, end };
    return transaction.number;
  },
  async end({ transaction: number, commit }) {
    if (transaction?.number !== number) throw new Error('this transaction has ended');
    const { end } = transaction;
    try {
      await owner.exec(commit ? 'commit' : 'rollback');
    } finally {
      transaction = null;
      end();
    }
    return null;
  },
  async close() {
    await turns.run(shut);
    return null;
  },
};

async function handle<Call extends WorkerCall>(call: Call, input: unknown): Promise<WorkerCalls[Call][1]> {
  return handlers[call](input as WorkerCalls[Call][0]);
}

parentPort?.on('message', ({ id, call, input }: CallMessage) => {
  handle(call, input).then(
    (result) => tell({ id, result }),
    (error: unknown) => tell({ id, error: toPlainError(error) }),
  );
});
