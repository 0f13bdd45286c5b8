/** The gateway is safe as it comes: each point is tried by a request that is really sent. */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from '../support/embedded.ts';
import type { TestApp } from '../support/embedded.ts';
import { raw, rest, tokensOf } from '../support/raw-http.ts';

/** The secret that @supabase/lite signs with when nobody sets one. */
const LIBRARY_SECRET = 'unsafe-secret-change-me';

function forge(secret: string, claims: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
}

let app: TestApp;
let port: number;
beforeAll(async () => {
  const page = mkdtempSync(join(tmpdir(), 'muster-page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  app = await startTestApp({ page, settings: { hosts: ['muster.example'] } });
  port = Number(new URL(app.address).port);
});
afterAll(() => app.stop());

describe('who may speak to it', () => {
  it('listens on the loopback address alone unless told otherwise', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find((entry) => !entry.internal && entry.family === 'IPv4');
    expect(app.address).toMatch(/^http:\/\/127\.0\.0\.1:/);
    if (!outside) return;
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: outside.address, port, timeout: 3000 });
      socket
        .on('connect', () => resolve(true))
        .on('error', () => resolve(false))
        .on('timeout', () => resolve(false));
      socket.on('close', () => socket.destroy());
    });
    expect(reached).toBe(false);
  });

  it.each(['127.0.0.1', 'localhost', 'muster.example', 'MUSTER.example:443'])(
    'serves the name %s',
    async (host) => {
      expect((await raw(app.address, '/muster-config.json', { headers: { host } })).status).toBe(
        200,
      );
    },
  );

  it.each([
    'attacker.example',
    '127.0.0.1.attacker.example',
    'muster.example.attacker.example',
    '192.0.2.7',
    '[::2]',
  ])('refuses the name "%s", whatever is asked', async (host) => {
    for (const path of ['/', '/muster-config.json', '/rest/v1/district', '/auth/v1/user']) {
      const answer = await raw(app.address, path, { headers: { host } });
      expect([400, 421]).toContain(answer.status);
      expect(answer.text).not.toContain('publishable');
    }
  });

  it('refuses a request from a page of another origin', async () => {
    const own = { origin: app.address, host: new URL(app.address).host };
    expect((await raw(app.address, '/muster-config.json', { headers: own })).status).toBe(200);
    for (const origin of ['https://attacker.example', `http://127.0.0.1:${port + 1}`, 'null']) {
      const answer = await rest(app, null, 'district', { headers: { origin } });
      expect(answer.status).toBe(403);
    }
  });

  it('sends no CORS header, asked or not', async () => {
    const preflight = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'apikey',
    };
    for (const path of [
      '/rest/v1/district',
      '/auth/v1/token?grant_type=password',
      '/muster-config.json',
      '/',
    ])
      for (const method of ['OPTIONS', 'GET', 'POST']) {
        const headers: Record<string, string> =
          method === 'OPTIONS'
            ? { origin: app.address, ...preflight }
            : { apikey: app.publishableKey };
        const answer = await raw(app.address, path, { method, headers });
        expect(
          Object.keys(answer.headers).filter((name) => name.startsWith('access-control')),
        ).toEqual([]);
      }
  });
});

describe('what it keeps secret', () => {
  it('makes random secrets in a file for the owner alone', async () => {
    const path = join(app.dataDir, 'secrets.json');
    const { jwtSecret } = JSON.parse(readFileSync(path, 'utf8')) as { jwtSecret: string };
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(app.dataDir).mode & 0o777).toBe(0o700);
    expect(jwtSecret.length).toBeGreaterThanOrEqual(64);
    const other = await startTestApp();
    try {
      expect(readFileSync(join(other.dataDir, 'secrets.json'), 'utf8')).not.toContain(jwtSecret);
      expect(other.publishableKey).not.toBe(app.publishableKey);
    } finally {
      await other.stop();
    }
  });

  it('refuses tokens signed with a secret others know', async () => {
    const claims = {
      role: 'service_role',
      iss: 'supabase',
      sub: '00000000-0000-4000-8000-000000000001',
    };
    for (const secret of [
      LIBRARY_SECRET,
      'super-secret-jwt-token-with-at-least-32-characters-long',
      'x'.repeat(32),
    ]) {
      const token = await forge(secret, claims);
      const answer = await rest(app, token, 'profile?select=*');
      expect(answer.status).toBe(401);
    }
  });

  it('refuses an unsigned token', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none', typ: 'JWT' })}.${part({ role: 'service_role', exp: 4e9 })}.`;
    for (const forged of [token, `${token}x`]) {
      const answer = await rest(app, forged, 'profile?select=*');
      expect([401, 403]).toContain(answer.status);
    }
  });

  it('takes neither keyless requests nor keys it did not make', async () => {
    for (const apikey of [undefined, '', 'sb_secret_guess', 'sb_publishable_guess']) {
      const headers: Record<string, string> = apikey === undefined ? {} : { apikey };
      const answer = await raw(app.address, '/rest/v1/district', { headers });
      expect(answer.status).toBe(401);
    }
  });

  it('shows nothing to somebody who is not signed in', async () => {
    for (const path of ['district', 'team', 'contact', 'profile', 'incident']) {
      const answer = await rest(app, null, path);
      expect([401, 403]).toContain(answer.status);
    }
  });

  it('exposes no schema but public', async () => {
    const { access_token: token } = await tokensOf(app, await app.account('admin'));
    for (const schema of [
      'auth',
      'muster',
      'extensions',
      'pg_catalog',
      'supabase_migrations',
      'information_schema',
    ]) {
      const table = schema === 'auth' ? 'users' : 'pg_class';
      const answer = await rest(app, token, `${table}?select=*`, {
        headers: { 'accept-profile': schema },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    for (const path of [
      'users',
      'auth.users',
      'schema_migrations',
      'spatial_ref_sys',
      'rpc/pg_read_file',
      'rpc/renew_epoch',
    ])
      expect((await rest(app, token, path, { method: 'GET' })).status).toBeGreaterThanOrEqual(400);
  });
});

describe('what it hands on', () => {
  it.each([
    ['GET', '/_system/info'],
    ['GET', '/_system/config'],
    ['GET', '/rest/v1/'],
    ['GET', '/rest/v1'],
    ['GET', '/storage/v1/bucket'],
    ['GET', '/auth/v1/admin/users'],
    ['POST', '/auth/v1/admin/users'],
    ['POST', '/auth/v1/signup'],
    ['POST', '/auth/v1/otp'],
    ['POST', '/auth/v1/magiclink'],
    ['POST', '/auth/v1/recover'],
    ['POST', '/auth/v1/resend'],
    ['POST', '/auth/v1/verify'],
    ['PUT', '/auth/v1/user'],
    ['GET', '/auth/v1/authorize?provider=github'],
    ['GET', '/auth/v1/callback'],
    ['POST', '/auth/v1/token'],
    ['POST', '/auth/v1/token?grant_type=pkce'],
    ['POST', '/auth/v1/token?grant_type=refresh_token&grant_type=password'],
    ['GET', '/rest/v1/../../_system/info'],
    ['GET', '/rest/v1/%2e%2e/%2e%2e/_system/info'],
    ['GET', '/auth/v1/token/../admin/users'],
    ['GET', '//rest/v1/district'],
    ['TRACE', '/rest/v1/district'],
  ])('%s %s does not exist', async (method, path) => {
    const body =
      method === 'POST' || method === 'PUT'
        ? '{"email":"a@b.example","password":"long enough"}'
        : undefined;
    const answer = await raw(app.address, path, {
      method,
      headers: { apikey: app.publishableKey, 'content-type': 'application/json' },
      ...(body ? { body } : {}),
    });
    expect([400, 404, 405]).toContain(answer.status);
    expect(answer.text).not.toMatch(/access_token|connection|jwt_secret/);
  });

  it('leaves no account behind when somebody tries to sign up', async () => {
    const rows = await app.engine.query(`select id from auth.users where email = 'a@b.example'`);
    expect(rows).toEqual([]);
  });

  it('never serves a request without a key as the owner (admin mode is off)', async () => {
    const answer = await raw(app.address, '/rest/v1/profile?select=*', {
      headers: { host: 'localhost' },
    });
    expect(answer.status).toBe(401);
  });

  it('refuses bodies that are too large, with and without a stated length', async () => {
    const large = `[${'"x",'.repeat(2_500_000)}"x"]`;
    const stated = await rest(app, null, 'rpc/save_record', { method: 'POST', body: large }).catch(
      () => null,
    );
    expect(stated === null || stated.status === 413).toBe(true);
    const chunked = await rest(app, null, 'rpc/save_record', {
      method: 'POST',
      body: large,
      headers: { 'transfer-encoding': 'chunked' },
    }).catch(() => null);
    expect(chunked === null || chunked.status === 413).toBe(true);
    const signIn = await raw(app.address, '/auth/v1/token?grant_type=password', {
      method: 'POST',
      headers: { apikey: app.publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(40_000) }),
    }).catch(() => null);
    expect(signIn === null || signIn.status === 413).toBe(true);
    expect((await raw(app.address, '/muster-config.json')).status).toBe(200);
  });
});

describe('what it tells the browser', () => {
  it('sends a strict policy with every answer', async () => {
    for (const path of ['/', '/muster-config.json', '/rest/v1/district', '/nothing']) {
      const { headers } = await raw(app.address, path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval';`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).toContain(`base-uri 'none'`);
      expect(policy.match(/script-src[^;]*/)?.[0]).not.toMatch(
        /unsafe-inline|'unsafe-eval|\*|http/,
      );
      expect(policy).toMatch(/connect-src 'self';/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers.server).toBeUndefined();
    }
  });

  it('tells the page where it is and nothing secret', async () => {
    const config = (await raw(app.address, '/muster-config.json')).json() as Record<
      string,
      unknown
    >;
    expect(config).toEqual({
      url: app.address,
      publishableKey: app.publishableKey,
      demo: false,
      baseMaps: [],
      demoAccounts: [],
    });
  });

  it('never caches an answer of the register', async () => {
    const { headers } = await rest(app, null, 'district');
    expect(headers['cache-control']).toBe('no-store');
  });
});
