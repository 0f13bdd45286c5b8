import { describe, expect, it } from 'vitest';
import { loadConfig, readConfig } from '../../src/backend/config.ts';

const origin = 'http://console.test';
const answer = (status: number, body: string) =>
  (() => Promise.resolve(new Response(body, { status }))) as typeof fetch;

describe('configuration', () => {
  it('reads a whole one, the register on the page’s own origin', () => {
    const map = {
      id: 'x',
      name: 'X',
      kind: 'raster',
      url: 'https://t/{z}/{x}/{y}',
      attribution: '©',
    };
    const account = { email: 'a@b', password: 'p', role: 'viewer' };
    expect(
      readConfig(
        {
          url: '/',
          publishableKey: 'k',
          demo: true,
          baseMaps: [map, { id: 1 }],
          demoAccounts: [account],
        },
        origin,
      ),
    ).toEqual({
      url: origin,
      publishableKey: 'k',
      hosted: false,
      demo: true,
      baseMaps: [map],
      demoAccounts: [account],
    });
  });

  it.each([
    ['/', 'https://console.test/', false],
    ['http://console.test', 'https://console.test/', false],
    ['https://ref.supabase.co', 'https://console.test/', true],
    ['https://ref.supabase.co', 'https://office.github.io/muster/', true],
    ['http://127.0.0.1:8790', 'http://127.0.0.1:5173/', true],
  ])('tells of %s on the page %s whether somebody else holds the register', (url, page, hosted) => {
    expect(readConfig({ url, publishableKey: 'k' }, page)?.hosted).toBe(hosted);
  });

  it('never offers demo accounts outside demo mode', () => {
    const account = { email: 'a@b', password: 'p', role: 'viewer' };
    const config = readConfig(
      { url: '/', publishableKey: 'k', demo: false, demoAccounts: [account] },
      origin,
    );
    expect(config?.demoAccounts).toEqual([]);
  });

  it.each([
    ['http://host.test/', 'http://host.test/muster-config.json'],
    ['http://host.test/index.html#/map', 'http://host.test/muster-config.json'],
    ['http://host.test/office/muster/', 'http://host.test/office/muster/muster-config.json'],
    [
      'http://host.test/office/muster/index.html?x=1',
      'http://host.test/office/muster/muster-config.json',
    ],
  ])('is asked for beside the page %s', async (page, where) => {
    const asked: string[] = [];
    const doFetch = ((input: URL) => {
      asked.push(input.href);
      return Promise.resolve(new Response('{"url":"https://ref.test","publishableKey":"k"}'));
    }) as typeof fetch;
    expect(await loadConfig(page, doFetch)).toMatchObject({
      tag: 'ok',
      value: { url: 'https://ref.test' },
    });
    expect(asked).toEqual([where]);
  });

  it.each([
    [
      'a dead line',
      (() => Promise.reject(new TypeError('fetch failed'))) as typeof fetch,
      'unreachable',
    ],
    ['a failing server', answer(503, ''), 'unreachable'],
    ['a page in place of it', answer(200, '<html>'), 'malformed'],
    ['no such file', answer(404, ''), 'malformed'],
    ['no key', answer(200, '{"url":"/"}'), 'malformed'],
  ])('tells %s', async (_, fetch, tag) => {
    expect(await loadConfig(origin, fetch)).toEqual({ tag });
  });
});
