/**
 * The embedded tier as an engine: who asks waits here for a turn, and the database's thread gets one question at a time.
 * PostgreSQL's own `statement_timeout` needs a signal that WebAssembly has not: a question that takes too long can only be
 * ended with its thread. The folder is then opened anew, which is what happens after a power failure: everything
 * acknowledged is there, the unfinished is not.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { askerSignal } from './asker.ts';
import { startDatabaseThread } from './database-thread.ts';
import type { DatabaseThread } from './database-thread.ts';
import { transact } from './engine.ts';
import type { Engine } from './engine.ts';
import type { EmbeddedOptions, Progress } from './embedded-protocol.ts';
import { PULSE } from './sharing/pulse.ts';
import { busy, restarting, tookTooLong } from './plain-refusals.ts';
import { Busy, ConnectionQueue } from './connection-queue.ts';
import { LONG_WORK_LIMIT, takesLong, WORK_LIMIT } from './work-limits.ts';

export interface EmbeddedEngine extends Engine {
  /** The folder was empty, so the database was made now. */
  readonly fresh: boolean;
  readonly migrated: readonly string[];
  /** Resolves when the database ends for good without having been closed, with the reason. */
  readonly broken: Promise<Error>;
}

/** Milliseconds that closing waits for a running question. */
const CLOSING = 1_500;
/** A thread that ends by itself this soon after it was begun anew is not begun a third time (milliseconds). */
const TOO_SOON = 60_000;

/** What every console asks all the time: whoever saves goes first. */
const REGULAR = /^\/rest\/v1\/rpc\/(sync_state|records_page)$/;

interface EngineTerms {
  onProgress?: (step: Progress) => void;
  /** Milliseconds an ordinary request may be worked on. */
  limit?: number;
}

/** The caller holds the folder's lock. @throws Refusal */
export async function openEmbeddedEngine(
  options: EmbeddedOptions,
  terms: EngineTerms = {},
): Promise<EmbeddedEngine> {
  const queue = new ConnectionQueue();
  let closing = false;
  let renewedAt = -Infinity;
  let resolveBroken: (error: Error) => void = () => undefined;
  const broken = new Promise<Error>((resolve) => {
    resolveBroken = resolve;
  });
  let thread = Promise.resolve(await begin(terms.onProgress));
  const { opened } = await thread;

  async function begin(
    onProgress: (step: Progress) => void = () => undefined,
  ): Promise<DatabaseThread> {
    const begun = await startDatabaseThread(options, onProgress);
    void begun.ended.then((error) => void renew(begun, error));
    return begun;
  }

  /** Opens the folder in a new thread in the place of one that ended. Who asks meanwhile waits for it. */
  async function renew(old: DatabaseThread, reason: Error, killed = false): Promise<void> {
    if (closing || (await thread) !== old) return;
    const soon = !killed && performance.now() - renewedAt < TOO_SOON;
    // What was only in memory is gone with the thread.
    if (options.dataDir === null || soon) return resolveBroken(reason);
    renewedAt = performance.now();
    thread = begin();
    await thread.catch((error: unknown) => resolveBroken(error instanceof Error ? error : reason));
  }

  const listeners: (() => void)[] = [];
  const changed = (): void => listeners.forEach((listener) => listener());
  const query = async <T extends object>(
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<T[]> => (await (await thread).call('query', { sql, params })) as T[];

  const engine: EmbeddedEngine = {
    tier: 'embedded',
    ...opened,
    broken,
    async answer(request) {
      const signal = askerSignal();
      try {
        return await queue.run(
          async () => {
            const asked = await thread;
            const most = takesLong(request) ? LONG_WORK_LIMIT : (terms.limit ?? WORK_LIMIT);
            const late = new AbortController();
            const overtime = sleep(most, 'late' as const, { signal: late.signal }).catch(
              () => 'done' as const,
            );
            const answer = asked.call('answer', request).catch((error: unknown) => {
              // The thread ended under it.
              if (closing || options.dataDir === null) throw error;
              return restarting();
            });
            const first = await Promise.race([answer, overtime]);
            late.abort();
            if (typeof first === 'object') return first;
            void answer.catch(() => undefined);
            if (options.dataDir === null) return answer;
            const renewal = renew(asked, new Error(`a question took longer than ${most} ms`), true);
            await asked.kill();
            await renewal;
            return tookTooLong();
          },
          { refusable: true, patient: REGULAR.test(request.path), ...(signal ? { signal } : {}) },
        );
      } catch (error) {
        if (error instanceof Busy) return busy();
        throw error;
      }
    },
    async query(sql, params) {
      try {
        return await queue.run(() => query(sql, params));
      } finally {
        if (sql !== PULSE) changed();
      }
    },
    async begin() {
      const end = await queue.take();
      try {
        const holder = await thread;
        await holder.call('exec', 'begin');
        let over = false;
        return {
          async query<T extends object>(sql: string, params: readonly unknown[] = []) {
            if (over) throw new Error('this transaction has ended');
            return (await holder.call('query', { sql, params })) as T[];
          },
          async end(commit) {
            if (over) throw new Error('this transaction has ended');
            over = true;
            try {
              await holder.call('exec', commit ? 'commit' : 'rollback');
            } finally {
              end();
              changed();
            }
          },
        };
      } catch (error) {
        end();
        throw error;
      }
    },
    transaction: (work) => transact(engine, work),
    onChange(listener) {
      listeners.push(listener);
    },
    work: async () => (await thread).call('work', null),
    async close() {
      closing = true;
      const open = await thread.catch(() => null);
      if (!open) return;
      const shut = queue.run(() => open.call('close', null)).catch(() => undefined);
      await Promise.race([shut, sleep(CLOSING, null, { ref: false })]);
      await open.kill();
    },
  };
  return engine;
}
