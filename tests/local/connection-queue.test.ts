import { expect, it } from 'vitest';
import { Busy, ConnectionQueue } from '../../supabase/local/connection-queue.ts';

/** Takes a turn, notes its name when it comes, and ends it at the next tick. */
function noting(queue: ConnectionQueue) {
  const came: string[] = [];
  const ask = (name: string, options = {}) =>
    queue.run(() => {
      came.push(name);
      return Promise.resolve();
    }, options);
  return { came, ask };
}

it('gives turns in the order in which they were asked for', async () => {
  const { came, ask } = noting(new ConnectionQueue());
  await Promise.all(['a', 'b', 'c'].map((name) => ask(name)));
  expect(came).toEqual(['a', 'b', 'c']);
});

it('drops whoever gives up while waiting', async () => {
  const queue = new ConnectionQueue();
  const { came, ask } = noting(queue);
  const end = await queue.take();
  const gone = new AbortController();
  const given = ask('gone', { signal: gone.signal }).catch(() => came.push('told'));
  const stays = ask('stays');
  gone.abort(new Error('gone'));
  await given;
  end();
  await stays;
  expect(came).toEqual(['told', 'stays']);
});

it('tells newcomers that it is busy while the queue is long, and takes them again when it is not', async () => {
  let now = 0;
  const queue = new ConnectionQueue(() => now);
  const slow = async (): Promise<void> => {
    const end = await queue.take({ refusable: true });
    now += 2_000;
    end();
  };
  for (let n = 0; n < 30; n += 1) await slow();
  const end = await queue.take({ refusable: true });
  const waiting = Array.from({ length: 4 }, slow);
  await expect(queue.take({ refusable: true })).rejects.toBeInstanceOf(Busy);
  // A tool is never turned away.
  const tool = queue.run(() => Promise.resolve('done'));
  end();
  await Promise.all(waiting);
  expect(await tool).toBe('done');
  (await queue.take({ refusable: true }))();
});

it('lets a save pass what consoles ask all the time, but not for ever', async () => {
  const queue = new ConnectionQueue();
  const { came, ask } = noting(queue);
  const end = await queue.take();
  const all = [
    ask('round', { patient: true }),
    ...Array.from({ length: 10 }, (_, n) => ask(`save ${n}`)),
    ask('round 2', { patient: true }),
  ];
  end();
  await Promise.all(all);
  expect(came.indexOf('round')).toBe(8);
  expect(came.at(-1)).toBe('round 2');
});
