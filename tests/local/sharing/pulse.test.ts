import { expect, it } from 'vitest';
import type { Queryable } from '../../../supabase/local/queryable.ts';
import { Pulse } from '../../../supabase/local/sharing/pulse.ts';

/** A database that counts how often it is asked. */
function fake() {
  const state = {
    asked: 0,
    cursor: 100,
    changed: { team: '90', incident: '0' },
    people: {} as object | null,
    at: 0,
  };
  const db: Queryable = {
    query: <T extends object>(_: string, params: readonly unknown[] = []) => {
      state.asked += 1;
      const answer = {
        epoch: 'e1',
        cursor: String(state.cursor),
        now: '2026-07-01T08:00:00.000Z',
        changed: state.changed,
        moved: '0',
        people: params[0] === null ? {} : state.people,
        ended: [],
      };
      return Promise.resolve([{ pulse: answer }] as unknown as T[]);
    },
  };
  return { state, pulse: new Pulse(db, { clock: () => state.at }) };
}

it('asks once for everybody, and while nothing is told of, once in ten seconds', async () => {
  const { state, pulse } = fake();
  state.people = null;
  await Promise.all(Array.from({ length: 500 }, () => pulse.beat()));
  expect(state.asked).toBe(1);
  for (state.at = 0; state.at < 60_000; state.at += 20) await pulse.beat();
  expect(state.asked).toBe(6);
});

it('asks soon when something may have changed, but not for every change', async () => {
  const { state, pulse } = fake();
  state.people = null;
  await pulse.beat();
  for (state.at = 0; state.at < 60_000; state.at += 100) {
    pulse.disturb();
    await pulse.beat();
  }
  expect(state.asked).toBeLessThanOrEqual(31);
  expect(state.asked).toBeGreaterThan(25);
});

it('asks anew for whoever changed something, even while others are being told', async () => {
  const { state, pulse } = fake();
  await pulse.beat();
  state.at = 100;
  await pulse.beat(pulse.now());
  expect(state.asked).toBe(2);
  await pulse.beat();
  expect(state.asked).toBe(2);
  state.at = 12_000;
  const others = pulse.beat();
  state.at = 12_050;
  await Promise.all([others, pulse.beat(pulse.now())]);
  expect(state.asked).toBe(4);
});

it('begins another generation whenever something may have changed since it asked last', async () => {
  const { state, pulse } = fake();
  state.people = null;
  const generations: number[] = [];
  const next = async (change: () => void): Promise<void> => {
    change();
    pulse.disturb();
    state.at += 5_000;
    generations.push((await pulse.beat()).generation);
  };
  await next(() => undefined);
  await next(() => undefined);
  await next(() => (state.cursor = 105));
  // A transaction that was under way before, with a number below others that were seen.
  await next(() => (state.changed = { team: '105', incident: '0' }));
  await next(() => (state.cursor = 107));
  await next(() => (state.people = {}));
  // The fifth because the number alone does not say whether that change had been seen already.
  expect(generations).toEqual([1, 1, 1, 2, 3, 4]);
});

it('tells the time that passes between two questions', async () => {
  const { state, pulse } = fake();
  const beat = await pulse.beat();
  state.at += 3_000;
  expect(beat.now()).toBe('2026-07-01T08:00:03.000Z');
});
