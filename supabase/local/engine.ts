/** A running database with its gateway, whichever tier: what the server and the tools hold on to. */
import type { PlainRequest, PlainResponse } from './plain-http.ts';
import type { Queryable, ToolDatabase } from './queryable.ts';

/** A transaction whose end somebody else decides (a tool on the other side of a socket). */
export interface OpenTransaction extends Queryable {
  end(commit: boolean): Promise<void>;
}

/** Statements run, and milliseconds in which the database was at work on them. */
export interface Work {
  statements: number;
  ms: number;
}

export interface Engine extends ToolDatabase {
  /**
   * Answers a request to `/rest/v1/…` or `/auth/v1/…`, within the limits of `work-limits.ts`; one that cannot be taken now is
   * answered 503. When its asker goes away (asker.ts), it is dropped from the queue, or cancelled where it runs on PostgreSQL.
   * @throws GivenUp then
   */
  answer(request: PlainRequest): Promise<PlainResponse>;
  begin(): Promise<OpenTransaction>;
  /**
   * Calls back whenever somebody else than the gateway may have changed something: a tool, another server, a person at psql.
   */
  onChange(listener: () => void): void;
  /** What the database has done since it was opened. */
  work(): Promise<Work>;
}

/** All or nothing on top of `begin`. */
export async function transact<T>(
  engine: Pick<Engine, 'begin'>,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const transaction = await engine.begin();
  try {
    const result = await work(transaction);
    await transaction.end(true);
    return result;
  } catch (error) {
    await transaction.end(false).catch(() => undefined);
    throw error;
  }
}
