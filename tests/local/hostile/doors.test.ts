/** What a stranger may make the gateway hold: connections, bodies, headers; and what a reader of `/ogc` may be led to. */
import { Agent, createServer, request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitFreshConnections } from '../../../supabase/local/connection-limit.ts';
import { createGateway } from '../../../supabase/local/gateway.ts';
import { forwardedHeaders, speaksPlainly } from '../../../supabase/local/forwarding.ts';
import { pageOf } from '../../../supabase/local/ogc/page.ts';
import { raw } from '../../support/raw-http.ts';

const SECRET = 'a secret of this test that is long enough';
const reached: string[] = [];
const gateway = createGateway({
  engine: {
    answer: ({ path }: { path: string }) => {
      reached.push(path);
      return Promise.resolve({ status: 200, headers: [], body: new Uint8Array() });
    },
  },
  pageConfig: () =>
    Promise.resolve({ publishableKey: '', demo: false, baseMaps: [], demoAccounts: [] }),
  baseMapSources: [],
  page: { answer: () => Promise.resolve(null) },
  hosts: [],
  trustProxy: false,
  publishableKey: '',
  machineSecret: SECRET,
} as unknown as Parameters<typeof createGateway>[0]);
let address: string;
let port: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  ({ port } = gateway.address() as AddressInfo);
  address = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  gateway.closeAllConnections();
  gateway.close();
});

const token = (claims: Record<string, unknown>, secret = SECRET): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
const call = (headers: Record<string, string>, body: string) =>
  raw(address, '/rest/v1/rpc/save_record', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe('half-open connections', () => {
  it('of one address are ended beyond a limit, and whoever asks is still answered', async () => {
    const sockets = Array.from({ length: 150 }, () => connect({ host: '127.0.0.1', port }));
    const ended = new Set<Socket>();
    for (const socket of sockets)
      socket.on('error', () => undefined).on('close', () => ended.add(socket));
    await expect.poll(() => ended.size, { timeout: 5000 }).toBeGreaterThanOrEqual(80);
    expect(sockets.length - ended.size).toBeLessThanOrEqual(64);
    for (const socket of sockets.slice(0, 100)) socket.destroy();
    await expect
      .poll(async () => (await raw(address, '/muster-config.json')).status, { timeout: 5000 })
      .toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it('are not those of an office behind one router, of which a busy server sees all before it reads what they ask', async () => {
    const sockets = Array.from({ length: 300 }, () => connect({ host: '127.0.0.1', port }));
    const answers = sockets.map(
      (socket) =>
        new Promise<string>((done) => {
          socket.on('data', (data) => done(data.toString().slice(0, 12)));
          socket.on('error', (error) => done(error.message));
          socket.on('close', () => done('closed'));
        }),
    );
    const connections = (): Promise<number> =>
      new Promise((done) => gateway.getConnections((_, count) => done(count)));
    await expect.poll(connections, { timeout: 5000 }).toBeGreaterThanOrEqual(300);
    for (const socket of sockets)
      socket.write('GET /muster-config.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    expect((await Promise.all(answers)).filter((answer) => answer !== 'HTTP/1.1 200')).toEqual([]);
    for (const socket of sockets) socket.destroy();
  });

  it('are ended at once where they are more than any office has, the others when their time is over', async () => {
    const server = createServer();
    limitFreshConnections(server, { most: 4, grace: 2_000, crowd: 12 });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port: there } = server.address() as AddressInfo;
    const sockets = Array.from({ length: 20 }, () => connect({ host: '127.0.0.1', port: there }));
    let ended = 0;
    for (const socket of sockets)
      socket.on('error', () => undefined).on('close', () => (ended += 1));
    const began = performance.now();
    await expect.poll(() => ended, { timeout: 5000, interval: 10 }).toBe(8);
    expect(performance.now() - began).toBeLessThan(2_000);
    await expect.poll(() => ended, { timeout: 5000, interval: 10 }).toBe(16);
    for (const socket of sockets) socket.destroy();
    server.close();
  });
});

it(
  'holds the lines of five hundred browsers, six each, all open at once',
  { timeout: 60_000 },
  async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 3000, maxFreeSockets: 3000 });
    const statuses = new Map<number | string, number>();
    const ask = (): Promise<void> =>
      new Promise((done) => {
        const note = (what: number | string): void => {
          statuses.set(what, (statuses.get(what) ?? 0) + 1);
          done();
        };
        // Answered to the end and not yet taken to it: the line stays open, as the six of a browser do.
        const asked = request(`${address}/muster-config.json`, { agent }, (answer) =>
          note(answer.statusCode ?? 0),
        );
        asked.on('error', (error) => note(error.message));
        asked.end();
      });
    for (let n = 0; n < 3000; n += 50) await Promise.all(Array.from({ length: 50 }, ask));
    expect([...statuses]).toEqual([[200, 3000]]);
    agent.destroy();
  },
);

describe('a body', () => {
  const large = JSON.stringify({ p_kind: 'x'.repeat(200_000) });

  it('is small until somebody has signed in', async () => {
    reached.length = 0;
    expect((await call({}, large)).status).toBe(413);
    expect(
      (
        await call(
          {
            authorization: `Bearer ${await token({ sub: 'me' }, 'another secret that is long enough')}`,
          },
          large,
        )
      ).status,
    ).toBe(413);
    expect(
      (await call({ authorization: `Bearer ${await token({ role: 'anon' })}` }, large)).status,
    ).toBe(413);
    expect(reached).toEqual([]);
    expect(
      (await call({ authorization: `Bearer ${await token({ sub: 'me' })}` }, large)).status,
    ).toBe(200);
    // A token that has run out is told so by the database, not called too large.
    expect(
      (await call({ authorization: `Bearer ${await token({ sub: 'me', exp: 1 })}` }, large)).status,
    ).toBe(200);
    expect((await call({}, '{}')).status).toBe(200);
  });

  it('of one record is no whole register: a shape of a hundred thousand corners is refused before it is checked', async () => {
    const authorization = `Bearer ${await token({ sub: 'me' })}`;
    const corners = Array.from(
      { length: 100_000 },
      (_, i) => `${113 + i / 1e6} ${29 + (i % 7) / 1e6}`,
    ).join(',');
    reached.length = 0;
    expect(
      (
        await call(
          { authorization },
          JSON.stringify({ p_change: { geom: `POLYGON((${corners}))` } }),
        )
      ).status,
    ).toBe(413);
    expect(reached).toEqual([]);
  });

  it('that is packed, and another schema, are refused before they are read', async () => {
    reached.length = 0;
    for (const [name, value] of [
      ['content-encoding', 'gzip'],
      ['accept-profile', 'auth'],
      ['content-profile', 'muster'],
    ] as const)
      expect((await call({ [name]: value }, '{}')).status, name).toBe(404);
    expect(reached).toEqual([]);
    expect((await call({ 'accept-profile': 'public' }, '{}')).status).toBe(200);
  });
});

it('hands on no wish that the page never has', () => {
  const handed = (headers: Record<string, string>) => Object.fromEntries(forwardedHeaders(headers));
  expect(
    handed({
      prefer: 'count=exact, return=representation, tx=commit',
      range: '0-9',
      'accept-profile': 'public',
    }),
  ).toEqual({
    prefer: 'return=representation',
  });
  expect(handed({ prefer: 'count=exact' })).toEqual({});
  expect(speaksPlainly({ 'content-encoding': 'identity' })).toBe(true);
});

it('leads a reader of a record nowhere but to links of its own', () => {
  const link = (href: string) => ({ href, rel: 'self', title: href });
  const page = pageOf(
    'x',
    {
      links: [link('http://here/ogc'), link('javascript:alert(1)')],
      collections: [{ id: 'team', links: [link('http://here/ogc/collections/team')] }],
      features: [
        {
          properties: {
            note: link('http://elsewhere.example'),
            links: [link('http://elsewhere.example/2')],
          },
        },
      ],
    },
    'en',
  );
  expect([...page.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'http://here/ogc',
    'http://here/ogc/collections/team',
  ]);
});
