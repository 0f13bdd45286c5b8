import { expect, it } from 'vitest';
import { Busy, Turns } from '../../supabase/local/turns.ts';

/** Takes a turn, notes its name when it comes, and ends it at the next tick. */
function queue(turns: Turns) {
  const came: string[] = [];
  const ask = (name: string, options = {}) =>
    turns.run(() => {
      came.push(name);
      return Promise.resolve();
    }, options);
  return { came, ask };
}

it('gives turns in the order in which they were asked for', async () => {
  const { came, ask } = queue(new Turns());
  await Promise.all(['a', 'b', 'c'].map((name) => ask(name)));
  expect(came).toEqual(['a', 'b', 'c']);
});

it('drops whoever gives up while waiting', async () => {
  const turns = new Turns();
  const { came, ask } = queue(turns);
  const end = await turns.take();
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
  const turns = new Turns(() => now);
  const slow = async (): Promise<void> => {
    const end = await turns.take({ refusable: true });
    now += 2_000;
    end();
  };
  for (let n = 0; n < 30; n += 1) await slow();
  const end = await turns.take({ refusable: true });
  const waiting = Array.from({ length: 4 }, slow);
  await expect(turns.take({ refusable: true })).rejects.toBeInstanceOf(Busy);
  // A tool is never turned away.
  const tool = turns.run(() => Promise.resolve('done'));
  end();
  await Promise.all(waiting);
  expect(await tool).toBe('done');
  (await turns.take({ refusable: true }))();
});

it('lets a save pass what consoles ask all the time, but not for ever', async () => {
  const turns = new Turns();
  const { came, ask } = queue(turns);
  const end = await turns.take();
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
