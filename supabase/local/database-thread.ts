/** The thread that holds PGlite, seen from the server's thread: calls go in, replies come out, until it ends. */
import { Worker } from 'node:worker_threads';
import type {
  EmbeddedOptions,
  Progress,
  ReplyMessage,
  WorkerCall,
  WorkerCalls,
} from './embedded-protocol.ts';
import { fromPlainError } from './plain-error.ts';

export interface DatabaseThread {
  readonly opened: WorkerCalls['open'][1];
  call<Call extends WorkerCall>(
    name: Call,
    input: WorkerCalls[Call][0],
  ): Promise<WorkerCalls[Call][1]>;
  /** Resolves when the thread has ended, with the reason. */
  readonly ended: Promise<Error>;
  /** Ends it at once, in the middle of a statement if need be: as if the power had failed. */
  kill(): Promise<void>;
}

/** Starts the thread and opens the database in it. The caller holds the folder's lock. */
export async function startDatabaseThread(
  options: EmbeddedOptions,
  onProgress: (step: Progress) => void,
): Promise<DatabaseThread> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url));
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  let calls = 0;
  let gone: Error | null = null;
  let resolveEnded: (error: Error) => void = () => undefined;
  const ended = new Promise<Error>((resolve) => {
    resolveEnded = resolve;
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
    resolveEnded(gone);
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the database has ended')));

  function call<Call extends WorkerCall>(
    name: Call,
    input: WorkerCalls[Call][0],
  ): Promise<WorkerCalls[Call][1]> {
    return new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call: name, input });
    });
  }
  const kill = async (): Promise<void> => void (await worker.terminate());
  try {
    return { opened: await call('open', options), call, ended, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
