/**
 * What nobody waits for any more is cancelled in PostgreSQL, not worked off. The gateway's library knows no such thing, but
 * every statement of it goes through a session that it reserves; there the statement at work is known.
 */
import type postgres from 'postgres';
import { askerSignal } from './asker.ts';
import type { Work } from './engine.ts';

/** Makes a driver cancel, and count what it does. */
export function cancelWhatIsGivenUp(driver: postgres.Sql, work: Work): void {
  const reserve = driver.reserve.bind(driver);
  const reserveToBeGivenUp = async (): Promise<postgres.ReservedSql> => {
    const signal = askerSignal();
    signal?.throwIfAborted();
    const session = await reserve();
    const { unsafe } = session;
    session.unsafe = ((text: string, ...more: [never]) => {
      work.statements += 1;
      const began = performance.now();
      const query = unsafe(text, ...more);
      const cancel = (): void => void Promise.resolve(query.cancel()).catch(() => undefined);
      // What ends a transaction has to run, or the session would go back to the others in the middle of it.
      if (signal && !/^\s*(rollback|commit)/i.test(text)) {
        if (signal.aborted) cancel();
        signal.addEventListener('abort', cancel, { once: true });
      }
      const done = (): void => {
        work.ms += performance.now() - began;
        signal?.removeEventListener('abort', cancel);
      };
      query.then(done, done);
      return query;
    }) as typeof unsafe;
    return session;
  };
  Object.assign(driver, { reserve: reserveToBeGivenUp });
}
