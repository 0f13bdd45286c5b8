/** A server that answers but cannot: said in its own word, and asked again calmly. */
import { expect, it } from 'vitest';
import { fetchCalmly } from '../../src/backend/guarded.ts';
import { openFake } from './open-fake.ts';

const refusal = (status: number, code: string, seconds?: number): Response =>
  new Response(JSON.stringify({ code, message: code }), {
    status,
    headers: {
      'content-type': 'application/json',
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
    },
  });

it('asks a busy server again after the time it says, not all consoles at once, and not for ever', async () => {
  const pauses: number[] = [];
  let asked = 0;
  const answers = (busyTimes: number): typeof fetch =>
    fetchCalmly(
      () => Promise.resolve(++asked <= busyTimes ? refusal(503, 'busy', 4) : new Response('{}')),
      (ms) => Promise.resolve(void pauses.push(ms)),
    );
  expect((await answers(2)('http://x/')).status).toBe(200);
  expect(asked).toBe(3);
  expect(pauses.every((ms) => ms >= 3_000 && ms <= 5_000)).toBe(true);
  expect(new Set(pauses).size).toBe(2);
  asked = 0;
  expect((await answers(99)('http://x/')).status).toBe(503);
  expect(asked).toBe(4);
});

it('does not repeat what a server refuses for another reason', async () => {
  let asked = 0;
  const once = fetchCalmly(() => {
    asked += 1;
    return Promise.resolve(refusal(507, '53100'));
  });
  expect((await once('http://x/')).status).toBe(507);
  expect(asked).toBe(1);
});

it('tells a full disk from a server that does not answer, and whoever listens for it', async () => {
  const { server, backend } = openFake();
  await backend.signIn('a@b.cn', 'right', false);
  let full = 0;
  backend.onDiskFull(() => (full += 1));
  server.answerInstead = refusal(507, '53100');
  expect(await backend.syncState(null)).toEqual({ tag: 'unreachable', why: 'disk-full' });
  expect(full).toBe(1);
});
