/** A command-line tool's end of the running app's door. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { onLines } from './door-protocol.ts';
import type { DoorAnswer, DoorQuestion } from './door-protocol.ts';
import { fromPlainError } from './plain-error.ts';
import type { Queryable, ToolDatabase } from './queryable.ts';

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** @throws when nobody answers at the door */
export async function openThroughDoor(door: {
  path: string;
  token: string;
}): Promise<ToolDatabase> {
  const socket = await knock(door.path);
  const waiting = new Map<
    number,
    { resolve: (rows: object[]) => void; reject: (error: Error) => void }
  >();
  let asked = 0;

  onLines(socket, Number.MAX_SAFE_INTEGER, (line) => {
    const answer = JSON.parse(line) as DoorAnswer;
    const question = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) question?.reject(fromPlainError(answer.error));
    else question?.resolve(answer.rows);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the app has ended'));
    waiting.clear();
  });

  function ask(question: Unnumbered<DoorQuestion>): Promise<object[]> {
    return new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('the app has ended'));
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      socket.write(`${JSON.stringify({ ...question, id })}\n`);
    });
  }

  const query: Queryable['query'] = <T extends object>(
    sql: string,
    params: readonly unknown[] = [],
  ) => ask({ do: 'query', sql, params }) as Promise<T[]>;

  await ask({ do: 'hello', token: door.token });
  return {
    tier: 'embedded',
    query,
    async transaction(work) {
      await ask({ do: 'begin' });
      try {
        const result = await work({ query });
        await ask({ do: 'commit' });
        return result;
      } catch (error) {
        await ask({ do: 'rollback' }).catch(() => undefined);
        throw error;
      }
    },
    close() {
      return new Promise((resolve) => socket.end(resolve));
    },
  };
}

function knock(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => resolve(socket));
    socket.once('error', reject);
  });
}
