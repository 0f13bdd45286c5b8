/** Whoever guesses at an account waits; its owner does not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownMachines } from '../../../supabase/local/known-machine.ts';
import { SignInThrottle } from '../../../supabase/local/throttle.ts';
import { startTestApp } from '../../support/embedded.ts';
import type { TestApp } from '../../support/embedded.ts';
import { raw, signIn } from '../../support/raw-http.ts';

const OWNER = 'commander@county.example';

describe('an hour of guessing at one account', () => {
  it.each([1, 50])('from %i addresses keeps its owner out at no time', (addresses) => {
    let now = 0;
    const throttle = new SignInThrottle(() => now);
    let guesses = 0;
    let tries = 0;
    for (; now < 3_600_000; now += 1_000) {
      for (let n = 0; n < addresses; n += 1)
        if (throttle.attempt(OWNER, `203.0.113.${n}`).wait === 0) guesses += 1;
      if (now % 18_000 !== 0) continue;
      const attempt = throttle.attempt(OWNER, '192.0.2.1');
      expect(attempt.wait).toBe(0);
      if ('succeeded' in attempt) {
        expect(attempt.delay).toBeLessThanOrEqual(3_000);
        attempt.succeeded();
      }
      tries += 1;
    }
    expect(tries).toBe(200);
    // Guessing costs: some free tries for an address, then one in five minutes.
    expect(guesses).toBeLessThan(addresses * 25);
  });

  it('from the owner’s own address leaves a machine that signed in before alone', () => {
    let now = 0;
    const throttle = new SignInThrottle(() => now);
    for (; now < 600_000; now += 1_000) throttle.attempt(OWNER, '192.0.2.1');
    expect(throttle.attempt(OWNER, '192.0.2.1').wait).toBeGreaterThan(0);
    expect(throttle.attempt(OWNER, '192.0.2.1', 'machine')).toMatchObject({ wait: 0, delay: 0 });
  });

  it('from a machine that signed in before is slowed like any other', () => {
    const throttle = new SignInThrottle(() => 0);
    const waits = Array.from(
      { length: 10 },
      () => throttle.attempt(OWNER, '192.0.2.1', 'machine').wait,
    );
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(waits.at(-1)).toBeGreaterThan(0);
  });
});

it('knows a machine only by a cookie that was made here, for that account', () => {
  const machines = new KnownMachines('a secret');
  const cookie = machines.cookie(OWNER, true).split(';')[0] ?? '';
  expect(machines.of(OWNER, `a=b; ${cookie}`)).not.toBeNull();
  expect(machines.of('other@county.example', cookie)).toBeNull();
  expect(machines.of(OWNER, `${cookie}x`)).toBeNull();
  expect(new KnownMachines('another').of(OWNER, cookie)).toBeNull();
  expect(machines.of(OWNER, undefined)).toBeNull();
  expect(cookie).not.toContain('commander');
});

describe('over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('a machine that signed in comes through while its account is guessed at from its own address', async () => {
    const account = await app.account('commander');
    const first = await signIn(app, account.email, account.password);
    expect(first.status).toBe(200);
    const cookie = String(first.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => signIn(app, account.email, `guess ${n}`)),
    );
    expect((await signIn(app, account.email, account.password)).status).toBe(429);
    const again = await raw(app.address, '/auth/v1/token?grant_type=password', {
      method: 'POST',
      headers: {
        apikey: app.publishableKey,
        'content-type': 'application/json',
        cookie: cookie.split(';')[0] ?? '',
      },
      body: JSON.stringify({ email: account.email, password: account.password }),
    });
    expect(again.status).toBe(200);
  });

  it.each([
    ['the sign-in screen', (email: string) => signIn(app, email, 'not the password'), 400],
    [
      'desktop GIS',
      (email: string) =>
        raw(app.address, '/ogc/collections', {
          headers: {
            authorization: `Basic ${Buffer.from(`${email}:not the password`).toString('base64')}`,
          },
        }),
      401,
    ],
  ] as const)(
    '%s takes as long to refuse an account that exists as one that does not',
    async (name, ask, status) => {
      const account = await app.account('viewer');
      const time = async (email: string): Promise<number> => {
        const began = performance.now();
        expect((await ask(email)).status).toBe(status);
        return performance.now() - began;
      };
      const known = [await time(account.email), await time(account.email)];
      const unknown = [
        await time(`nobody-${name.length}@county.example`),
        await time('nobody@county.example'),
      ];
      expect(Math.min(...known) / Math.min(...unknown)).toBeGreaterThan(0.8);
      expect(Math.min(...known) / Math.min(...unknown)).toBeLessThan(1.25);
    },
  );
});
