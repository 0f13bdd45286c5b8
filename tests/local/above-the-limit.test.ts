/**
 * More questions than a tier can work off: whoever comes too late is told so at once and when to come again, coming again as
 * told everybody is served, and afterwards the server is as it was. On both tiers, because each has its own queue.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/embedded.ts';
import { rest, tokensOf } from '../support/raw-http.ts';
import { startTier, TIERS } from '../support/tiers.ts';

const WORK = {
  // PostgreSQL works on ten at a time and sleeps meanwhile; PGlite on one, and has to be kept at work.
  server: { first: 40, many: 160, work: `perform pg_sleep(1);` },
  embedded: {
    first: 12,
    many: 40,
    work: `while clock_timestamp() - begun < interval '0.5 s' loop end loop;`,
  },
} as const;

for (const { tier, here } of TIERS)
  describe.skipIf(!here)(`above what the ${tier} tier can work off`, { timeout: 180_000 }, () => {
    const { first, many, work } = WORK[tier];
    let app: TestApp;
    let token: string;
    const slow = () => rest(app, token, 'rpc/audit_events', { method: 'POST', body: '{}' });

    beforeAll(async () => {
      app = await startTier(tier);
      await app.engine
        .query(`create or replace function public.audit_events(p_before bigint default null,
        p_actions text[] default null, p_limit int default 200) returns json language plpgsql volatile set search_path = '' as $$
        declare begun constant timestamptz := clock_timestamp();
        begin ${work} return '[]'; end $$`);
      token = (await tokensOf(app, await app.account('admin'))).access_token;
    }, 120_000);
    afterAll(async () => {
      await app.stop();
    });

    it('newcomers are told so early, come again as told and are served', async () => {
      let busy = 0;
      const untilServed = async (): Promise<number> => {
        for (;;) {
          const began = performance.now();
          const answer = await slow();
          if (answer.status !== 503) return answer.status;
          busy += 1;
          // Not after twenty seconds, when a console has given the question up.
          expect(performance.now() - began).toBeLessThan(5_000);
          expect(answer.json()).toMatchObject({ code: 'busy' });
          await sleep(Number(answer.headers['retry-after']) * 1000);
        }
      };
      const served = await Promise.all(Array.from({ length: first }, untilServed));
      const busyBefore = busy;
      served.push(...(await Promise.all(Array.from({ length: many }, untilServed))));
      expect(busy - busyBefore).toBeGreaterThan(0);
      expect(served.filter((status) => status !== 200)).toEqual([]);
      // Nothing is left of it: the next question is answered like any other.
      const began = performance.now();
      expect((await rest(app, token, 'district?select=code')).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(3_000);
    });
  });
