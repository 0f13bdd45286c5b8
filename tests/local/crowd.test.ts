import { expect, it } from 'vitest';
import { Crowd } from '../../supabase/local/crowd.ts';

/** A crowd on a clock of the test; `answer` ends the oldest question at work, `ms` after the answer before. */
function crowd() {
  let now = 0;
  const working: (() => void)[] = [];
  const all = new Crowd(() => now);
  return {
    ask: (): Promise<'answered' | null> =>
      all.admit(() => new Promise((done) => working.push(() => done('answered')))),
    fail: () => all.admit(() => Promise.reject(new Error('refused by the database'))),
    async answer(ms: number): Promise<void> {
      now += ms;
      working.shift()?.();
      await new Promise((next) => setImmediate(next));
    },
    waiting: () => working.length,
  };
}

it('tells newcomers at once that it is busy when they would wait longer than consoles do', async () => {
  const { ask, answer, waiting } = crowd();
  const first = Array.from({ length: 60 }, ask);
  for (let n = 0; n < 60; n += 1) await answer(500);
  expect(await Promise.all(first)).toEqual(first.map(() => 'answered'));
  // Two a second are answered: twenty-five are as many as come off in twelve seconds.
  const there = Array.from({ length: 25 }, ask);
  expect(await Promise.all(Array.from({ length: 40 }, ask))).toEqual(
    Array.from({ length: 40 }, () => null),
  );
  expect(waiting()).toBe(25);
  for (let n = 0; n < 25; n += 1) await answer(500);
  expect(await Promise.all(there)).toEqual(there.map(() => 'answered'));
});

it('knows after a few answers how slow it is, not only after a hundred', async () => {
  const { ask, answer, waiting } = crowd();
  void Array.from({ length: 200 }, ask);
  for (let n = 0; n < 5; n += 1) await answer(1_000);
  expect(waiting()).toBe(195);
  expect(await ask()).toBeNull();
});

it('is not deceived by answers that come ten at a time', async () => {
  const { ask, answer, waiting } = crowd();
  const first = Array.from({ length: 40 }, ask);
  for (let n = 0; n < 40; n += 1) await answer(n % 10 === 0 ? 1_000 : 0);
  await Promise.all(first);
  void Array.from({ length: 200 }, ask);
  expect(waiting()).toBe(121);
});

it('takes everybody again soon after it is quick again', async () => {
  const { ask, answer, waiting } = crowd();
  const slow = Array.from({ length: 60 }, ask);
  for (let n = 0; n < 30; n += 1) await answer(2_000);
  expect(await ask()).toBeNull();
  while (waiting() > 0) await answer(5);
  await Promise.all(slow);
  const refused: number[] = [];
  for (let burst = 0; burst < 3; burst += 1) {
    const all = Array.from({ length: 200 }, ask);
    while (waiting() > 0) await answer(5);
    refused.push((await Promise.all(all)).filter((one) => one === null).length);
  }
  expect(refused.at(-1)).toBe(0);
});

it('is not frightened by one slow question that nobody waited for', async () => {
  const { ask, answer, waiting } = crowd();
  for (let n = 0; n < 20; n += 1) {
    const alone = ask();
    await answer(15_000);
    await alone;
  }
  void Array.from({ length: 300 }, ask);
  expect(waiting()).toBe(300);
});

it('holds no more than it can, however quick it is, and what fails leaves it too', async () => {
  const { ask, fail, answer, waiting } = crowd();
  for (let n = 0; n < 500; n += 1) await expect(fail()).rejects.toThrow('refused by the database');
  const many = Array.from({ length: 450 }, ask);
  expect(waiting()).toBe(400);
  for (let n = 0; n < 400; n += 1) await answer(1);
  expect((await Promise.all(many)).filter((one) => one === null)).toHaveLength(50);
});
