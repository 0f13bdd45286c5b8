/** What `npm run hosted -- check` makes of a project's answers. */
import { describe, expect, it } from 'vitest';
import { checkHosted } from '../../supabase/tools/hosted/check.ts';

const SETTINGS = { disable_signup: true, external: { anonymous_users: false, email: true } };

interface Answers {
  settings?: object | number;
  graph?: number;
  rows?: number;
}

async function states({
  settings = SETTINGS,
  graph = 401,
  rows = 401,
}: Answers): Promise<Record<string, string>> {
  const asked: string[] = [];
  const doFetch = ((url: string, init: { headers: Record<string, string> }) => {
    asked.push(`${init.headers.apikey} ${init.headers.accept} ${url}`);
    if (url.includes('/auth/v1/settings'))
      return Promise.resolve(
        typeof settings === 'number'
          ? new Response('', { status: settings })
          : Response.json(settings),
      );
    return Promise.resolve(new Response('', { status: url.includes('road_graph') ? graph : rows }));
  }) as unknown as typeof fetch;
  const findings = await checkHosted('https://ref.test/', 'k', doFetch);
  expect(asked[0]).toBe('k application/json https://ref.test/auth/v1/settings');
  expect(asked.some((line) => line.includes('application/octet-stream'))).toBe(true);
  return Object.fromEntries(findings.map(({ what, state }) => [what, state]));
}

describe('a hosted project', () => {
  it('that is closed is fine', async () => {
    expect(await states({})).toEqual({
      signUp: 'fine',
      anonymous: 'fine',
      roads: 'fine',
      closed: 'fine',
    });
  });

  it('where strangers can sign up is told', async () => {
    expect(await states({ settings: { ...SETTINGS, disable_signup: false } })).toMatchObject({
      signUp: 'wrong',
    });
    const anonymous = { ...SETTINGS, external: { anonymous_users: true } };
    expect(await states({ settings: anonymous })).toMatchObject({ anonymous: 'wrong' });
  });

  it('with older migrations, or open to strangers, is told', async () => {
    expect(await states({ graph: 406 })).toMatchObject({ roads: 'wrong' });
    expect(await states({ graph: 404 })).toMatchObject({ roads: 'wrong' });
    expect(await states({ rows: 200 })).toMatchObject({ closed: 'wrong' });
  });

  it('that does not say is unknown, never fine', async () => {
    const silent = await states({ settings: 500, graph: 500, rows: 503 });
    expect(new Set(Object.values(silent))).toEqual(new Set(['unknown']));
    expect(await states({ settings: {} })).toMatchObject({
      signUp: 'unknown',
      anonymous: 'unknown',
    });
    const away = (() => Promise.reject(new TypeError('fetch failed'))) as typeof fetch;
    expect(
      (await checkHosted('https://ref.test', 'k', away)).every(({ state }) => state === 'unknown'),
    ).toBe(true);
  });
});
