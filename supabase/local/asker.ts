/**
 * Whether anybody still waits for an answer. A browser that closes its tab, a console that gives up and a limit that passes
 * all end the same way: what is done for that asker is not worth doing any more, wherever in the server it is by then.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

const asking = new AsyncLocalStorage<AbortController>();

export class GivenUp extends Error {
  override readonly name = 'GivenUp';
  constructor() {
    super('nobody waits for the answer any more');
  }
}

/** Runs `work` for whoever waits for this response. */
export function forAsker<T>(
  response: Pick<ServerResponse, 'once' | 'writableFinished'>,
  work: () => T,
): T {
  const asker = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) asker.abort(new GivenUp());
  });
  return asking.run(asker, work);
}

/** Says that nobody waits any more for what is being done. */
export function giveUp(): void {
  asking.getStore()?.abort(new GivenUp());
}

/** Aborts when the asker has gone; undefined where nobody in particular asks. */
export const askerSignal = (): AbortSignal | undefined => asking.getStore()?.signal;

/** Runs `work` for several at once: it goes on when the one who began it goes away. */
export const forNobody = <T>(work: () => T): T => asking.exit(work);
