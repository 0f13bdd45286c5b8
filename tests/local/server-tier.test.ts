/** The same app over PostgreSQL: same gateway, same rights, and nothing to sign in with that nobody made. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../supabase/demo/load.ts';
import { restoreBackup } from '../../supabase/local/backup/restore.ts';
import { writeBackup } from '../../supabase/local/backup/write.ts';
import { backupFolder } from '../../supabase/local/data-folder.ts';
import { openServerDatabase } from '../../supabase/local/server-database.ts';
import { finished, runScript, smallPage, startAppProcess } from '../support/app-process.ts';
import { openPrepared, startTestApp } from '../support/embedded.ts';
import type { TestAccount, TestApp } from '../support/embedded.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { raw, rest, signIn, tokensOf } from '../support/raw-http.ts';

const SECRET = 'a secret of the operator, long enough for HS256';
const dataDir = mkdtempSync(join(tmpdir(), 'muster-server-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const start = (env: NodeJS.ProcessEnv) =>
  finished(
    runScript('supabase/tools/start.ts', [], {
      MUSTER_DATA: dataDir,
      MUSTER_PAGE: smallPage(),
      PORT: '0',
      ...env,
    }),
  );

describe('a server that cannot start says why in one line', { timeout: 120_000 }, () => {
  it.each([
    [
      'without a secret',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      'MUSTER_JWT_SECRET must be set',
    ],
    [
      'with a short secret',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', MUSTER_JWT_SECRET: 'short' },
      'at least 32 characters',
    ],
    [
      'without a database',
      { DATABASE_URL: 'postgres://nobody:hidden@127.0.0.1:1/none', MUSTER_JWT_SECRET: SECRET },
      '127.0.0.1:1/none cannot be reached',
    ],
    [
      'with an address that is none',
      { DATABASE_URL: 'not a url', MUSTER_JWT_SECRET: SECRET },
      'DATABASE_URL',
    ],
    ['with a setting that is none', { MUSTER_DEMO: 'maybe' }, 'MUSTER_DEMO'],
    ['with a port that is none', { PORT: '99999' }, 'PORT'],
  ])('%s', async (_name, env, line) => {
    const { code, output } = await start(env);
    expect(code).toBe(1);
    expect(output).toContain(line);
    expect(output).not.toContain('    at ');
    expect(output).not.toContain('hidden');
  });
});

describe.skipIf(!findPostgres())('the app over PostgreSQL', { timeout: 300_000 }, () => {
  let server: TestPostgres;
  let url: string;
  let app: TestApp;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase('empty');
    app = await startTestApp({
      dataDir,
      settings: { databaseUrl: url, jwtSecret: SECRET, demo: null },
    });
  });
  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  it('prepares an empty database and has no account in it', async () => {
    expect(app.demo).toBe(false);
    expect(await app.engine.query('select 1 from auth.users')).toEqual([]);
    expect((await signIn(app, 'admin@demo.muster.local', 'muster-demo')).status).toBe(400);
  });

  it('refuses a demo account that was left behind', async () => {
    const other = await server.createDatabase('empty');
    const settings = { databaseUrl: other, jwtSecret: SECRET };
    const demo = await startTestApp({
      dataDir: join(dataDir, 'demo'),
      settings: { ...settings, demo: true },
    });
    expect(demo.demo).toBe(true);
    expect((await signIn(demo, 'commander@demo.muster.local', 'muster-demo')).status).toBe(200);
    await demo.stop();
    const real = await startTestApp({
      dataDir: join(dataDir, 'demo'),
      settings: { ...settings, demo: null },
    });
    expect(real.demo).toBe(false);
    expect((await signIn(real, 'commander@demo.muster.local', 'muster-demo')).status).toBe(400);
    await real.stop();
  });

  it('grants nothing beyond the migrations, whoever asks', async () => {
    const open = `select table_schema, table_name, grantee, privilege_type from information_schema.role_table_grants
      where grantee in ('anon', 'authenticated') order by 1, 2, 3, 4`;
    const before = await app.engine.query(open);
    const { access_token: token } = await tokensOf(app, await app.account('admin'));
    await rest(app, token, 'district');
    expect([401, 403]).toContain((await rest(app, null, 'district')).status);
    expect(await app.engine.query(open)).toEqual(before);
  });

  it('keeps identities apart when many ask at once', async () => {
    const people: { account: TestAccount; token: string }[] = [];
    for (const role of ['admin', 'commander', 'viewer', 'field']) {
      const account = await app.account(role);
      people.push({ account, token: (await tokensOf(app, account)).access_token });
    }
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const person = people[n % 4] ?? people[0];
        const answer = await rest(
          app,
          person?.token ?? null,
          `profile?select=user_id&user_id=eq.${person?.account.userId}`,
        );
        return { answer, wanted: [{ user_id: person?.account.userId }] };
      }),
    );
    // Whom a loaded machine cannot serve soon is told so at once: no answer, and nobody else's either.
    const isBusy = ({ status }: { status: number }): boolean => status === 503;
    expect(answers.filter(({ answer }) => !isBusy(answer)).length).toBeGreaterThan(20);
    for (const { answer, wanted } of answers) {
      if (isBusy(answer)) expect(answer.json()).toMatchObject({ code: 'busy' });
      else expect(answer.json()).toEqual(wanted);
    }
  });

  it('takes and gives the same values as the embedded one', async () => {
    const ask = `select $1::text as text, $2::jsonb as json, $3::boolean as yes, $4::float8 as float, now() is not null as now,
      '2026-01-02T03:04:05.678901Z'::timestamptz as at, '2026-01-02'::date as day, 12.50::numeric as exact,
      9007199254740993::int8 as huge, 7::int8 as small, array['a', 'b'] as list, jsonb_build_object('n', null) as object`;
    const params = ['文字', '{"a":[1,"2",null]}', true, 0.1];
    const prepared = await openPrepared();
    const [embedded] = await prepared.query(ask, params);
    const [onServer] = await app.engine.query(ask, params);
    expect(onServer).toEqual(embedded);
    await prepared.close();
  });

  it('hands objects and lists to functions as what they are', async () => {
    const { access_token: token } = await tokensOf(app, await app.account('admin'));
    const { status } = await raw(app.address, '/rest/v1/rpc/save_view', {
      method: 'POST',
      headers: {
        apikey: app.publishableKey,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ p_kind: 'team', p_name: '视图', p_view: { columns: ['name'] } }),
    });
    expect(status).toBe(200);
    expect(await app.engine.query('select view from public.saved_view')).toEqual([
      { view: { columns: ['name'] } },
    ]);
  });

  it('says of a value that a rule refuses that it is refused, and by which rule', async () => {
    const { access_token: token } = await tokensOf(app, await app.account('admin'));
    const change = { district_code: '0', name: '甲', kind: '学校', source: '试验', capacity: -1 };
    const { status, json } = await raw(app.address, '/rest/v1/rpc/save_record', {
      method: 'POST',
      headers: {
        apikey: app.publishableKey,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        p_kind: 'shelter',
        p_id: randomUUID(),
        p_version: null,
        p_change: change,
      }),
    });
    expect(status).toBe(400);
    expect(json()).toMatchObject({
      code: '23514',
      message: expect.stringContaining('"shelter_capacity_check"') as string,
    });
  });

  it('carries a backup there and back', async () => {
    const embedded = await openPrepared();
    await loadDemo(embedded, new Date('2026-06-01T00:00:00Z'));
    const there = join(dataDir, 'there.muster-backup');
    const back = join(dataDir, 'back.muster-backup');
    const { rows } = await writeBackup(embedded, there);
    await restoreBackup(app.engine, there);
    // The restore ends the sessions that were open, and remembers them while their tokens live.
    const lasting = (counted: typeof rows) => ({ ...counted, 'muster.ended_session': 0 });
    expect(lasting((await writeBackup(app.engine, back)).rows)).toEqual(lasting(rows));
    const digest = `select md5(string_agg(md5((to_jsonb(t) - 'changed_xid')::text), '' order by id)) as sum from team t`;
    const [onServer] = await app.engine.query(digest);
    const other = await openPrepared();
    await restoreBackup(other, back);
    expect(await other.query(digest)).toEqual([onServer]);
    await embedded.close();
    await other.close();
  });

  it('makes the daily backup by itself, whole enough to go back to', async () => {
    const folder = join(dataDir, 'daily');
    const databaseUrl = await server.createDatabase('prepared');
    const running = await startTestApp({
      dataDir: folder,
      settings: { databaseUrl, jwtSecret: SECRET },
      firstBackup: 500,
    });
    await running.account('planner');
    const made = (): string[] =>
      existsSync(backupFolder(folder)) ? readdirSync(backupFolder(folder)) : [];
    await expect
      .poll(made, { timeout: 30_000 })
      .toEqual([expect.stringMatching(/^auto-\w+\.muster-backup$/)]);
    await running.stop();
    const other = await openPrepared();
    await restoreBackup(other, join(backupFolder(folder), made()[0] ?? ''));
    expect(await other.query(`select role from public.profile`)).toEqual([{ role: 'planner' }]);
    await other.close();
  });

  it('is started, and its first admin made, by the two commands', async () => {
    const fresh = await server.createDatabase('empty');
    const env = { DATABASE_URL: fresh, MUSTER_JWT_SECRET: SECRET };
    const early = await finished(runScript('supabase/tools/user.ts', ['list'], env));
    expect(early.output).toContain('does not hold the tables of Muster yet');
    const running = await startAppProcess({
      dataDir: join(dataDir, randomUUID()),
      env: { ...env, MUSTER_DEMO: '' },
    });
    await expect.poll(() => running.output()).toContain('npm run user');
    const tool = runScript(
      'supabase/tools/user.ts',
      ['add', 'a@example.org', '--role', 'admin', '--password-stdin'],
      env,
    );
    tool.child.stdin?.end('a long password\n');
    expect((await finished(tool)).output).toContain('Account a@example.org added');
    expect((await signIn(running, 'a@example.org', 'a long password')).status).toBe(200);
    expect(await running.end('SIGTERM')).toBe(0);
  });

  it('refuses a role that may not do what is needed', async () => {
    const owner = postgres(url, { max: 1, onnotice: () => undefined });
    const name = `weak_${randomUUID().slice(0, 8)}`;
    await owner.unsafe(`create role ${name} login password 'weak'`);
    const weak = Object.assign(new URL(url), { username: name, password: 'weak' }).href;
    await expect(openServerDatabase(weak)).rejects.toMatchObject({
      key: 'gateway.postgresRole',
      params: { user: name },
    });
    await owner.unsafe(`drop role ${name}`);
    await owner.end();
  });
});
