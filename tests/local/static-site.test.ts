/** The page is served from a list of files: nothing beside it can be reached, and nothing is sent twice. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../supabase/local/gateway.ts';
import { StaticSite } from '../../supabase/local/static-site.ts';
import { raw } from '../support/raw-http.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-site-'));
const script = `console.warn(${JSON.stringify('long enough to be packed '.repeat(200))});`;
let server: Server;
let address: string;

beforeAll(async () => {
  writeFileSync(join(folder, 'secrets.json'), '{"jwtSecret":"do not serve"}');
  const site = join(folder, 'dist');
  mkdirSync(join(site, 'assets'), { recursive: true });
  mkdirSync(join(site, 'evacuate'));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Muster</title>');
  writeFileSync(join(site, 'evacuate/index.html'), '<!doctype html><title>evacuate</title>');
  writeFileSync(join(site, 'assets/index-AbCd1234.js'), script);
  symlinkSync(join(folder, 'secrets.json'), join(site, 'link.json'));
  server = createGateway({
    engine: { answer: () => new Promise(() => undefined) },
    pageConfig: () =>
      Promise.resolve({ publishableKey: 'key', demo: false, baseMaps: [], demoAccounts: [] }),
    baseMapSources: ['https://*.tiles.example'],
    page: new StaticSite(site),
    publishableKey: '',
    hosts: [],
    trustProxy: false,
    patience: 200,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('the page', () => {
  it.each([
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/..%2fsecrets.json',
    '/%2e%2e%2fsecrets.json',
    '/assets/../../secrets.json',
    '/assets/..%5c..%5csecrets.json',
    '/....//secrets.json',
    '/link.json',
    '//secrets.json',
    '/index.html%00.js',
    '/.env',
    '/%',
    '/assets',
    '/__proto__',
    '/constructor',
  ])('does not serve %s', async (path) => {
    const answer = await raw(address, path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('do not serve');
  });

  it('is found at its folder, checked anew each time', async () => {
    const first = await raw(address, '/');
    expect(first.text).toContain('Muster');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await raw(address, '/?view=1', {
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect((await raw(address, '/evacuate/')).text).toContain('evacuate');
  });

  it('sends its hashed files packed and for ever', async () => {
    const path = '/assets/index-AbCd1234.js';
    const brotli = await raw(address, path, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers['cache-control']).toContain('immutable');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const gzip = await raw(address, path, { headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect(gunzipSync(gzip.body).toString()).toBe(script);
    const plain = await raw(address, path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.text).toBe(script);
  });

  it('lets the page reach the configured base maps and nothing else', async () => {
    const policy = String((await raw(address, '/')).headers['content-security-policy']);
    expect(policy).toContain(`connect-src 'self' https://*.tiles.example;`);
    expect(policy).toContain(`img-src 'self' data: blob: https://*.tiles.example;`);
    expect(policy.match(/script-src[^;]*/)?.[0]).toBe(`script-src 'self' 'wasm-unsafe-eval'`);
  });
});

describe('time', () => {
  it('is not wasted on a database that does not answer', async () => {
    const answer = await raw(address, '/rest/v1/district');
    expect(answer.status).toBe(504);
  });

  it('is not wasted on a browser that does not finish its request', () => {
    expect(server.headersTimeout).toBeLessThanOrEqual(15_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
    expect(server.headersTimeout).toBeGreaterThan(0);
    expect(createServer().requestTimeout).not.toBe(server.requestTimeout);
  });
});
