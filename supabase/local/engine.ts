/** A running database with its gateway, whichever tier: what the server and the tools hold on to. */
import type { PlainRequest, PlainResponse } from './gateway-app.ts';
import type { Queryable, ToolDatabase } from './queryable.ts';

/** A transaction whose end somebody else decides (a tool on the other side of a socket). */
export interface OpenTransaction extends Queryable {
  end(commit: boolean): Promise<void>;
}

export interface Engine extends ToolDatabase {
  /** Answers a request to `/rest/v1/…` or `/auth/v1/…`. */
  answer(request: PlainRequest): Promise<PlainResponse>;
  begin(): Promise<OpenTransaction>;
}

/** All or nothing on top of `begin`. */
export async function transact<T>(engine: Pick<Engine, 'begin'>, work: (tx: Queryable) => Promise<T>): Promise<T> {
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
