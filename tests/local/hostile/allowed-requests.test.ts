/** The gateway hands on a list, and the list is what the console asks. */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALLS, DOWNLOADS, isAllowed } from '../../../supabase/local/allowed-requests.ts';
import { startTestApp } from '../../support/embedded.ts';
import type { TestApp } from '../../support/embedded.ts';
import { raw, rest, tokensOf } from '../../support/raw-http.ts';

const allowed = (method: string, path: string): boolean =>
  isAllowed(method, new URL(path, 'http://x'));
const nested = (depth: number): string =>
  'incident(district('.repeat(depth / 2) + '*' + '))'.repeat(depth / 2);

describe('the list', () => {
  it.each([
    ['POST', '/rest/v1/rpc/sync_state'],
    ['GET', '/rest/v1/rpc/road_graph?p_network=00000000-0000-4000-8000-000000000000'],
    [
      'GET',
      '/rest/v1/profile?select=user_id%2Cdistrict_code%2Crole%2Cdisplay_name%2Cdisabled_at&user_id=eq.u1',
    ],
    ['GET', '/rest/v1/incident?select=id,title&id=eq.1'],
    ['GET', '/rest/v1/district?select=*&order=code.desc,name&limit=5&name=eq.石溪县 (东)'],
    ['HEAD', '/rest/v1/district'],
  ])('takes %s %s', (method, path) => {
    expect(allowed(method, path)).toBe(true);
  });

  it.each([
    ['GET', `/rest/v1/district?select=${nested(10)}`],
    ['GET', '/rest/v1/incident?select=*,district(*)'],
    ['GET', '/rest/v1/incident?select=*,...district(name)'],
    ['GET', '/rest/v1/incident?select=id%2Cdistrict%28%2A%29'],
    ['GET', '/rest/v1/incident?select=id::text'],
    ['GET', '/rest/v1/incident?select=geom->a'],
    ['GET', '/rest/v1/incident?select=count()'],
    ['GET', '/rest/v1/incident?or=(a.eq.1,and(b.eq.2,or(c.eq.3)))'],
    ['GET', '/rest/v1/incident?and=eq.1'],
    ['GET', '/rest/v1/incident?not.or=(a.eq.1)'],
    ['GET', '/rest/v1/incident?district.name=eq.x'],
    ['GET', '/rest/v1/incident?title=not.eq.x'],
    ['GET', '/rest/v1/incident?title=match.(a%2B)%2B$'],
    ['GET', '/rest/v1/incident?title=fts.x'],
    ['GET', '/rest/v1/incident?id=in.((1))'],
    ['GET', `/rest/v1/incident?id=in.(${'1,'.repeat(5000)})`],
    ['GET', `/rest/v1/incident?${'id=eq.1&'.repeat(11)}`],
    ['GET', `/rest/v1/incident?select=${'id,'.repeat(101)}id`],
    ['GET', '/rest/v1/incident?order=district(name)'],
    ['GET', '/rest/v1/rpc/sync_state'],
    ['POST', '/rest/v1/rpc/sync_state?select=a(b(c))'],
    ['POST', '/rest/v1/rpc/road_graph_part'],
    ['POST', '/rest/v1/rpc/nearest_by_geography'],
    ['POST', '/rest/v1/rpc/feature_page'],
    ['POST', '/rest/v1/rpc/pg_sleep'],
    ['POST', '/rest/v1/rpc/constructor'],
    ['POST', '/rest/v1/shelter'],
    ['POST', '/rest/v1/incident?columns=%2A&select=id'],
    ['PATCH', '/rest/v1/incident?id=eq.1&version=eq.2&select=id'],
    ['PATCH', '/rest/v1/profile?user_id=eq.1'],
    ['DELETE', '/rest/v1/incident?id=eq.1'],
    ['PUT', '/rest/v1/incident?id=eq.1'],
    ['OPTIONS', '/rest/v1/incident'],
    ['GET', '/rest/v1/'],
  ])('refuses %s %s', (method, path) => {
    expect(allowed(method, path)).toBe(false);
  });
});

describe('the list and the console', () => {
  const source = (folder: string): string =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|sql)$/.test(entry.name))
      .map((entry) => readFileSync(resolve(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
  const root = resolve(import.meta.dirname, '../../..');

  it('name the same functions', () => {
    const made = new Set(
      [...source(resolve(root, 'supabase/migrations')).matchAll(/function public\.(\w+)/g)].map(
        ([, name]) => name,
      ),
    );
    const words = [...source(resolve(root, 'src/backend')).matchAll(/'(\w+)'|rpc\/(\w+)/g)].map(
      ([, word, path]) => word ?? path,
    );
    const called = new Set(words.filter((word) => made.has(word)));
    expect([...CALLS, ...DOWNLOADS].sort()).toEqual([...called].sort());
  });
});

describe('a request that is not on it', () => {
  let app: TestApp;
  let token: string;
  beforeAll(async () => {
    app = await startTestApp();
    token = (await tokensOf(app, await app.account('viewer'))).access_token;
  });
  afterAll(() => app.stop());

  it('is refused with words before its body is read, and others are not kept waiting', async () => {
    const begun = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => rest(app, token, `district?select=${nested(10)}`)),
    );
    for (const { status, text } of answers) {
      expect(status).toBe(404);
      expect(JSON.parse(text)).toMatchObject({
        code: 'not_listed',
        message: expect.stringMatching(/\/ogc/) as string,
      });
    }
    expect(performance.now() - begun).toBeLessThan(2000);
    expect((await rest(app, token, 'district?select=code')).status).toBe(200);
    const large = await raw(app.address, '/rest/v1/shelter', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': '900000000',
        authorization: `Bearer ${token}`,
      },
    });
    expect(large.status).toBe(404);
  });
});
