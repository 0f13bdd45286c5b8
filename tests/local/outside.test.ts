/** The server tries no connection to anywhere outside, whatever its dependencies would like to report. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { addAccount } from '../../supabase/local/accounts.ts';
import { openToolDatabase } from '../../supabase/tools/database.ts';
import { finished, runScript, startAppProcess } from '../support/app-process.ts';
import { raw, rest, signIn, tokensOf } from '../support/raw-http.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'muster-outside-'));
const log = join(tmpdir(), `muster-network-${process.pid}.log`);
const watch = resolve(import.meta.dirname, '../support/watch-network.mjs');
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(log, { force: true });
});

/** What a process may reach: itself on loopback, and its own door. */
const OWN = [
  /^watching \d+$/,
  /^(connect|name) (127\.0\.0\.1|localhost|::1)(:\d+)?$/,
  /^connect .*muster\.sock$/,
];

it(
  'tries nothing outside while it starts, serves, fails, backs up and stops',
  { timeout: 300_000 },
  async () => {
    const env = { MUSTER_NETWORK_LOG: log };
    const app = await startAppProcess({
      dataDir,
      env: { ...env, MUSTER_DEMO: '' },
      preload: watch,
    });
    const account = {
      email: 'a@test.example',
      password: 'a long password',
      role: 'admin',
      districtCode: '0',
      displayName: 'a',
    };
    const tool = await openToolDatabase({ dataDir });
    await addAccount(tool, account);
    await tool.close();
    const { access_token: token } = await tokensOf(app, account);
    await signIn(app, account.email, 'wrong');
    for (const path of ['district', 'nothing', 'district?select=*,nothing(*)', 'rpc/nothing'])
      await rest(app, token, path);
    await rest(app, token, 'rpc/sync_state', { method: 'POST', body: '{}' });
    await rest(app, token, 'rpc/save_record', { method: 'POST', body: '{"title":' });
    for (const path of [
      '/',
      '/nothing',
      '/auth/v1/authorize?provider=github',
      '/_system/info',
      '/muster-config.json',
    ])
      await raw(app.address, path);
    for (const [script, args] of [
      ['backup', []],
      ['user', ['list']],
    ] as const)
      expect(
        (
          await finished(
            runScript(
              `supabase/tools/${script}.ts`,
              [...args],
              { MUSTER_DATA: dataDir, ...env },
              watch,
            ),
          )
        ).code,
      ).toBe(0);
    expect(await app.end('SIGTERM')).toBe(0);

    const tried = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    // The app's own thread, the database's thread and both tools were watched.
    expect(tried.filter((line) => line.startsWith('watching')).length).toBeGreaterThanOrEqual(4);
    expect(tried.filter((line) => !OWN.some((own) => own.test(line)))).toEqual([]);
  },
);

it('would notice', async () => {
  const run = runScript('tests/support/call-outside.mjs', [], { MUSTER_NETWORK_LOG: log }, watch);
  await finished(run);
  const tried = readFileSync(log, 'utf8');
  expect(tried).toContain('192.0.2.1');
  expect(tried).toContain('telemetry.example');
});
