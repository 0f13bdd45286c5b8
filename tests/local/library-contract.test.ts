/**
 * What we count on of `@supabase/lite` beyond the requests it answers: three of its behaviours are changed from outside. Each is shown as
 * the library has it and as it is afterwards, so that another version is noticed, also one in which a change of ours is needed no more.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { gatewayApp } from '../../supabase/local/gateway-app.ts';
import { openConnection, ownerSession, preparedImage } from '../../supabase/local/pglite.ts';
import { explainRefusedValues } from '../../supabase/local/refused-values.ts';

const SECRETS = {
  jwtSecret: 'a secret of this test that is long enough',
  publishableKey: 'sb_publishable_test',
};
/** A kind of another class: a rule of the table refuses it. */
const INCIDENT = {
  district_code: '0',
  title: 'x',
  class: 'natural',
  kind: 'fire',
  occurred_at: '2026-01-01',
  source: 'x',
};

type Connection = Awaited<ReturnType<typeof openConnection>>;
const open: Connection[] = [];
async function connection(): Promise<Connection> {
  const made = await openConnection(null, await preparedImage());
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** The library as it comes, as far as a request needs it. */
const bare = (over: Connection): App =>
  new App({
    connection: over,
    auth: {
      enabled: true,
      jwt_secret: SECRETS.jwtSecret,
      publishable_key: SECRETS.publishableKey,
      enable_signup: false,
    },
    api: { enabled: true, schemas: ['public'] },
    storage: { enabled: false },
    db: { migrations: { enabled: false } },
    options: { server: { admin: false, disableStudio: true } },
  });

const anonMayWrite = async (over: Connection): Promise<boolean | undefined> => {
  const [row] = await ownerSession(over).query<{ may: boolean }>(
    `select has_table_privilege('anon', 'public.incident', 'delete') as may`,
  );
  return row?.may;
};
const url = (path: string): string => `http://gateway.invalid${path}`;
const headers = { apikey: SECRETS.publishableKey, 'content-type': 'application/json' };

it('is the version that was looked at', () => {
  const { version } = JSON.parse(
    readFileSync(
      resolve(import.meta.dirname, '../../node_modules/@supabase/lite/package.json'),
      'utf8',
    ),
  ) as { version: string };
  expect(version).toBe('0.10.0');
});

describe('rights of strangers', () => {
  it(
    'are given away by the library on the first request, and not by the gateway',
    { timeout: 60_000 },
    async () => {
      const careless = await connection();
      expect(await anonMayWrite(careless)).toBe(false);
      await bare(careless).fetch(new Request(url('/rest/v1/incident?select=id'), { headers }), {
        peerAddress: null,
      });
      expect(await anonMayWrite(careless)).toBe(true);

      const ours = await connection();
      const app = gatewayApp(ours, SECRETS as Parameters<typeof gatewayApp>[1], 900);
      await app.answer({
        method: 'GET',
        path: '/rest/v1/incident?select=id',
        headers: Object.entries(headers),
        body: null,
      });
      expect(await anonMayWrite(ours)).toBe(false);
    },
  );
});

describe('a value that a rule refuses', () => {
  it(
    'passes the library with nothing but its code, and has a status from us',
    { timeout: 60_000 },
    async () => {
      const over = await connection();
      const refused: unknown = await ownerSession(over)
        .query(
          `insert into public.incident (district_code, title, class, kind, occurred_at, source) values ($1, $2, $3, $4, $5, $6)`,
          Object.values(INCIDENT),
        )
        .catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: '23514' });
      expect(over.normalizeDbError(refused)).toMatchObject({ code: '23514' });
      explainRefusedValues(over);
      const explained = over.normalizeDbError(refused) as unknown as {
        code: string;
        message: string;
        detail: string;
      };
      // Which the library answers word for word, with the status that is stated.
      expect(explained.code).toBe('PGRST');
      expect(JSON.parse(explained.detail)).toMatchObject({ status: 400 });
      expect(JSON.parse(explained.message)).toMatchObject({
        code: '23514',
        message: expect.stringContaining('incident_kind_of_class') as string,
      });
    },
  );
});

describe('an object for a function on PostgreSQL', () => {
  it('would be made a text by the driver that the library makes', async () => {
    const over = createPostgresConnection({ url: 'postgres://nobody@127.0.0.1:1/none' });
    const { serializers } = over.driver.options;
    for (const type of [114, 3802]) expect(serializers[type]?.('{"a":1}')).toBe('"{\\"a\\":1}"');
    await over.close();
  });
});

it('speaks to the log through console.error', () => {
  // quiet-errors.ts listens there; were it printed otherwise, names and phone numbers would reach the log again.
  const source = readFileSync(
    resolve(import.meta.dirname, '../../node_modules/@supabase/lite/dist/index.js'),
    'utf8',
  );
  expect(source).toContain('console.error');
});
