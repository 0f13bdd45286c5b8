/**
 * A question that takes too long takes nobody else with it: it ends, what its asker gave up is not worked off, and the app
 * stops when it is told to. On both tiers, because only one of them can cancel a statement.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG_FUNCTIONS } from '../../../supabase/local/work-limits.ts';
import { openToolDatabase } from '../../../supabase/tools/database.ts';
import { startAppProcess } from '../../support/app-process.ts';
import { startTestApp } from '../../support/embedded.ts';
import type { TestApp } from '../../support/embedded.ts';
import { rest, tokensOf } from '../../support/raw-http.ts';
import { startTier, TIERS } from '../../support/tiers.ts';

/** Milliseconds; the first question to a database that was opened anew takes longer than others. */
const LIMIT = 4_000;
/** Goes on for minutes on any machine; a loop that PostgreSQL may interrupt, as a join without an index is. */
const ENDLESS = `select count(*) from generate_series(1, 2000000000) a`;

/** Makes a function that consoles call go on for minutes. */
const slowAudit = `create or replace function public.audit_events(p_before bigint default null, p_actions text[] default null,
    p_limit int default 200) returns json language sql stable set search_path = '' as $$ select to_json((${ENDLESS})) $$`;

for (const { tier, here } of TIERS)
  describe.skipIf(!here)(`a question without end on the ${tier} tier`, () => {
    let app: TestApp;
    let token: string;
    const slow = () => rest(app, token, 'rpc/audit_events', { method: 'POST', body: '{}' });
    const quick = () => rest(app, token, 'district?select=code');

    beforeAll(async () => {
      app = await startTier(tier, { workLimit: LIMIT });
      await app.engine.query(slowAudit);
      const admin = await app.account('admin');
      token = (await tokensOf(app, admin)).access_token;
    });
    afterAll(async () => {
      await app.stop();
    });

    it('ends, is said to have taken too long, and everybody else is served', async () => {
      const began = performance.now();
      const [ended, other] = await Promise.all([slow(), quick()]);
      expect(ended.status).toBe(504);
      expect(ended.json()).toMatchObject({ code: '57014' });
      expect(other.status).toBe(200);
      expect(performance.now() - began).toBeLessThan(25_000);
      // The database is as it was: who was there can still ask and what was kept is kept.
      expect((await quick()).json()).toEqual([{ code: '0' }]);
      expect(await app.engine.query(`select count(*)::int as n from public.profile`)).toEqual([
        { n: 1 },
      ]);
    });

    it('is not worked off when its asker has gone', async () => {
      const gone = Array.from({ length: 8 }, async () => {
        const asker = new AbortController();
        const asked = fetch(`${app.address}/rest/v1/rpc/audit_events`, {
          method: 'POST',
          headers: {
            apikey: app.publishableKey,
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: '{}',
          signal: asker.signal,
        }).catch(() => null);
        await sleep(150);
        asker.abort();
        return asked;
      });
      await Promise.all(gone);
      const asked = performance.now();
      expect((await quick()).status).toBe(200);
      // One may be at work on the embedded tier, and the folder is opened anew after it; eight would take eight limits.
      expect(performance.now() - asked).toBeLessThan(6 * LIMIT);
      if (tier === 'server') {
        await sleep(300);
        expect(
          await app.engine.query(`select 1 from pg_stat_activity where query like '%2000000000%'
          and state = 'active' and pid <> pg_backend_pid()`),
        ).toEqual([]);
      }
    });
  });

it('knows every function that states a limit of its own', async () => {
  const app = await startTestApp();
  const rows = await app.engine.query<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace
       and exists (select from unnest(proconfig) c where c like 'statement_timeout=%') order by 1`,
  );
  await app.stop();
  expect(rows.map(({ name }) => name)).toEqual([...LONG_FUNCTIONS].sort());
});

it(
  'stops within five seconds while a question runs and others wait',
  { timeout: 120_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'muster-term-'));
    const app = await startAppProcess({ dataDir, env: { MUSTER_DEMO: '1' } });
    const tool = await openToolDatabase({ dataDir });
    await tool.query(slowAudit);
    await tool.close();
    const tokens = await tokensOf(app, {
      email: 'admin@demo.muster.local',
      password: 'muster-demo',
    });
    const asked = Array.from({ length: 12 }, () =>
      rest(app, tokens.access_token, 'rpc/audit_events', { method: 'POST', body: '{}' }).catch(
        () => null,
      ),
    );
    await sleep(500);
    const began = performance.now();
    expect(await app.end('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    await Promise.all(asked);
    // What was there is there.
    const again = await startAppProcess({ dataDir, env: { MUSTER_DEMO: '1' } });
    expect(await again.end('SIGTERM')).toBe(0);
    rmSync(dataDir, { recursive: true, force: true });
  },
);
