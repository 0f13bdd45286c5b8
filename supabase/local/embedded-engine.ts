/** The embedded tier: the worker thread that holds PGlite, as an engine. */
import { Worker } from 'node:worker_threads';
import { transact } from './engine.ts';
import type { Engine } from './engine.ts';
import type { EmbeddedOptions, Progress, ReplyMessage, WorkerCall, WorkerCalls } from './embedded-protocol.ts';
import { fromPlainError } from './plain-error.ts';

export interface EmbeddedEngine extends Engine {
  /** The folder was empty, so the database was made now. */
  readonly fresh: boolean;
  readonly migrated: readonly string[];
  /** Resolves when the database ends without having been closed, with the reason. */
  readonly broken: Promise<Error>;
}

/** Starts the thread and opens the database in it. The caller holds the folder's lock. */
export async function openEmbeddedEngine(
  options: EmbeddedOptions,
  onProgress: (step: Progress) => void = () => undefined,
): Promise<EmbeddedEngine> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url));
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let calls = 0;
  let gone: Error | null = null;
  let closing = false;
  let tellBroken: (error: Error) => void = () => undefined;
  const broken = new Promise<Error>((resolve) => {
    tellBroken = resolve;
  });

  worker.on('message', (reply: ReplyMessage) => {
    if ('progress' in reply) return onProgress(reply.progress);
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) call?.reject(fromPlainError(reply.error));
    else call?.resolve(reply.result as never);
  });
  const end = (error: Error): void => {
    gone ??= error;
    if (!closing) tellBroken(gone);
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the database has ended')));

  function call<Call extends WorkerCall>(name: Call, input: WorkerCalls[Call][0]): Promise<WorkerCalls[Call][1]> {
    return new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call: name, input });
    });
  }

  const query = <T extends object>(transaction: number | null, sql: string, params: readonly unknown[] = []) =>
    call('query', { sql, params, transaction }) as Promise<T[]>;

  try {
    const opened = await call('open', options);
    const engine: EmbeddedEngine = {
      tier: 'embedded',
      ...opened,
      broken,
      answer: (request) => call('answer', request),
      query: (sql, params) => query(null, sql, params),
      async begin() {
        const transaction = await call('begin', null);
        return {
          query: (sql, params) => query(transaction, sql, params),
          end: async (commit) => void (await call('end', { transaction, commit })),
        };
      },
      transaction: (work) => transact(engine, work),
      async close() {
        closing = true;
        if (!gone) await call('close', null);
        await worker.terminate();
      },
    };
    return engine;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
