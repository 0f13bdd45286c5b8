/** Signing in: guessing is slow, sessions are short and end when they should. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disableAccount, setPassword } from '../../supabase/local/accounts.ts';
import { SignInThrottle } from '../../supabase/local/throttle.ts';
import { startTestApp } from '../support/embedded.ts';
import type { TestApp } from '../support/embedded.ts';
import { raw, rest, signIn, tokensOf } from '../support/raw-http.ts';
import type { Tokens } from '../support/raw-http.ts';

const refresh = (app: TestApp, token: string) =>
  raw(app.address, '/auth/v1/token?grant_type=refresh_token', {
    method: 'POST',
    headers: { apikey: app.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ refresh_token: token }),
  });

describe('guessing passwords', () => {
  let app: TestApp;
  let now = Date.now();
  beforeAll(async () => {
    app = await startTestApp({ throttle: new SignInThrottle(() => now) });
  });
  afterAll(() => app.stop());

  it('answers 429 with Retry-After to thirty wrong passwords, then lets the right one in', async () => {
    const account = await app.account('viewer');
    const answers = [];
    for (let count = 0; count < 30; count++)
      answers.push(await signIn(app, account.email, `wrong ${count}`));
    expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect(answers.slice(6).every(({ status }) => status === 429)).toBe(true);
    const wait = Number(answers.at(-1)?.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(300);
    expect((await signIn(app, account.email, account.password)).status).toBe(429);
    now += wait * 1000;
    expect((await signIn(app, account.email, account.password)).status).toBe(200);
    expect((await signIn(app, account.email, account.password)).status).toBe(200);
    now += 3_600_000;
  });

  it('counts thirty guesses sent at once like thirty in a row', async () => {
    const account = await app.account('viewer');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => signIn(app, account.email, `wrong ${n}`)),
    );
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(24);
    now += 3_600_000;
  });

  it('counts by address too, when every guess names another account', async () => {
    const answers = [];
    for (let count = 0; count < 30; count++)
      answers.push(await signIn(app, `${randomUUID()}@test.example`, 'wrong one'));
    expect(answers.at(-1)?.status).toBe(429);
    now += 3_600_000;
  });

  it('says the same for a wrong password and for an account that does not exist', async () => {
    const account = await app.account('viewer');
    const wrong = await signIn(app, account.email, 'wrong password');
    const unknown = await signIn(app, 'nobody@test.example', 'wrong password');
    expect(wrong.status).toBe(unknown.status);
    expect(wrong.text).toBe(unknown.text);
  });
});

describe('sessions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ settings: { tokenLife: 5 } });
  });
  afterAll(() => app.stop());

  it('ends an access token after its life and renews it with the refresh token', async () => {
    const tokens = await tokensOf(app, await app.account('viewer'));
    expect(tokens.expires_in).toBe(5);
    expect((await rest(app, tokens.access_token, 'profile')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 6500));
    expect((await rest(app, tokens.access_token, 'profile')).status).toBe(401);
    const renewed = await refresh(app, tokens.refresh_token);
    expect(renewed.status).toBe(200);
    expect((await rest(app, (renewed.json() as Tokens).access_token, 'profile')).status).toBe(200);
  });

  it('cannot be renewed after signing out', async () => {
    const tokens = await tokensOf(app, await app.account('viewer'));
    const out = await raw(app.address, '/auth/v1/logout', {
      method: 'POST',
      headers: { apikey: app.publishableKey, authorization: `Bearer ${tokens.access_token}` },
    });
    expect(out.status).toBe(204);
    expect((await refresh(app, tokens.refresh_token)).status).toBe(400);
  });

  it('ends when the account is disabled, and nothing can be read from then on', async () => {
    const account = await app.account('viewer');
    const tokens = await tokensOf(app, account);
    expect((await rest(app, tokens.access_token, 'district')).json()).toHaveLength(1);
    await disableAccount(app.engine, account.email);
    expect((await rest(app, tokens.access_token, 'district')).status).toBe(401);
    expect((await refresh(app, tokens.refresh_token)).status).toBe(400);
  });

  it('is known by where it was begun, and wrong passwords by where they came from', async () => {
    const account = await app.account('viewer');
    await signIn(app, account.email, 'not the password');
    await signIn(app, account.email, account.password);
    const noted = () =>
      app.engine.query<{ action: string; address: string | null }>(
        `select e.action, coalesce(e.detail ->> 'address', host(s.ip)) as address
         from public.audit_event e left join auth.sessions s on s.id::text = e.detail ->> 'session'
         where e.about = $1 and e.action like 'sign_in%' order by e.seq`,
        [account.email],
      );
    await expect.poll(noted).toEqual([
      { action: 'sign_in_failed', address: '127.0.0.1' },
      { action: 'sign_in', address: '127.0.0.1' },
    ]);
  });

  it('ends when the password is set anew', async () => {
    const account = await app.account('viewer');
    const tokens = await tokensOf(app, account);
    await setPassword(app.engine, account.email, 'another long password');
    expect((await refresh(app, tokens.refresh_token)).status).toBe(400);
    expect((await signIn(app, account.email, account.password)).status).toBe(400);
    expect((await signIn(app, account.email, 'another long password')).status).toBe(200);
  });
});
