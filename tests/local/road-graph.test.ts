/** A graph comes through the gateway as bytes, with the caller's rights, and is not sent twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from '../support/embedded.ts';
import type { TestApp } from '../support/embedded.ts';
import { raw, tokensOf } from '../support/raw-http.ts';

let app: TestApp;
let id: string;
let bearer: string;
let stranger: string;

/** Every byte there is, in more parts than one. */
const graph = Uint8Array.from({ length: 6_400_001 }, (_, i) => i % 251);

beforeAll(async () => {
  app = await startTestApp();
  await app.engine.query(
    `insert into public.district (code, parent_code, name, level) values
      ('4306', '0', '大市', 'prefecture'), ('4307', '0', '邻市', 'prefecture')`,
  );
  const [row] = await app.engine.query<{ id: string }>(
    `insert into public.road_network (district_code, source, west, south, east, north, length_m, report, checksum, graph)
     select '4306', '试验', 113, 29, 114, 30, 1000, '{}', encode(sha256(g), 'hex'), g from (select decode($1, 'base64') as g) x
     returning id`,
    [Buffer.from(graph).toString('base64')],
  );
  id = row?.id ?? '';
  bearer = (await tokensOf(app, await app.account('viewer', '4306'))).access_token;
  stranger = (await tokensOf(app, await app.account('viewer', '4307'))).access_token;
}, 120_000);
afterAll(() => app.stop());

const ask = (token: string, network: string, more: Record<string, string> = {}) =>
  raw(app.address, `/rest/v1/rpc/road_graph?p_network=${network}`, {
    headers: {
      apikey: app.publishableKey,
      authorization: `Bearer ${token}`,
      accept: 'application/octet-stream',
      ...more,
    },
  });

describe('a graph through the gateway', () => {
  it('comes as the bytes it is', async () => {
    const { status, headers, body } = await ask(bearer, id);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(body.equals(Buffer.from(graph))).toBe(true);
  });

  it('is not sent to whom it was sent before', async () => {
    const tag = String((await ask(bearer, id)).headers.etag);
    const again = await ask(bearer, id, { 'if-none-match': tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask(bearer, id, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is the caller’s to see, or is not there', async () => {
    expect((await ask(stranger, id)).status).toBe(404);
    expect((await ask(bearer, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await ask(bearer, 'x')).status).toBe(400);
    const anonymous = await raw(app.address, `/rest/v1/rpc/road_graph?p_network=${id}`, {
      headers: { apikey: app.publishableKey, accept: 'application/octet-stream' },
    });
    expect(anonymous.status).toBeGreaterThanOrEqual(401);
    expect(anonymous.body.includes(Buffer.from(graph.slice(0, 50)))).toBe(false);
  });

  it('is listed without its bytes, to whom may see it', async () => {
    const list = async (token: string): Promise<unknown> =>
      (
        await raw(app.address, '/rest/v1/rpc/road_networks', {
          method: 'POST',
          headers: {
            apikey: app.publishableKey,
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: '{}',
        })
      ).json();
    expect(await list(bearer)).toMatchObject([
      { id, district_code: '4306', version: 1, length_m: 1000, west: 113 },
    ]);
    expect(await list(stranger)).toEqual([]);
  });
});
