/** Answers are shared, rights are not: whoever asks gets what the database would tell that person, on both tiers. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestAccount, TestApp } from '../../support/embedded.ts';
import { rest, tokensOf } from '../../support/raw-http.ts';
import { startTier, TIERS } from '../../support/tiers.ts';

interface State {
  epoch: string;
  cursor: string;
  now: string;
  account: string;
  counts: Record<string, number>;
  gone: Record<string, string[]>;
}

interface Person extends TestAccount {
  token: string;
}

for (const { tier, here } of TIERS)
  describe.skipIf(!here)(`what consoles share on the ${tier} tier`, () => {
    let app: TestApp;
    const people = new Map<string, Person>();
    const person = (name: string): Person => {
      const known = people.get(name);
      if (!known) throw new Error(name);
      return known;
    };

    beforeAll(async () => {
      app = await startTier(tier);
      for (const [code, parent, level] of [
        ['a', '0', 'county'],
        ['a1', 'a', 'township'],
        ['b', '0', 'county'],
      ])
        await app.engine.query(
          `insert into public.district (code, parent_code, name, level) values ($1, $2, $1, $3)`,
          [code, parent, level],
        );
      for (const [name, role, district] of [
        ['root', 'admin', '0'],
        ['a', 'viewer', 'a'],
        ['a twin', 'viewer', 'a'],
        ['a commander', 'commander', 'a'],
        ['a1', 'viewer', 'a1'],
        ['b', 'viewer', 'b'],
      ] as const) {
        const account = await app.account(role, district);
        people.set(name, { ...account, token: (await tokensOf(app, account)).access_token });
      }
    });
    afterAll(async () => {
      await app.stop();
    });

    const ask = (name: string, what: string, body: object) =>
      rest(app, person(name).token, `rpc/${what}`, { method: 'POST', body: JSON.stringify(body) });
    const sync = async (name: string, since: string | null): Promise<State> =>
      (await ask(name, 'sync_state', { p_since: since })).json() as State;
    const page = async (
      name: string,
      kind: string,
      since: string | null = null,
    ): Promise<{ id: string }[]> =>
      (
        await ask(name, 'records_page', {
          p_kind: kind,
          p_since: since,
          p_after: null,
          p_limit: 100,
        })
      ).json() as {
        id: string;
      }[];

    /** Asks again until it is so; what is shared may be two seconds old. */
    async function until<T>(look: () => Promise<T>, is: (seen: T) => boolean): Promise<T> {
      const end = Date.now() + 8_000;
      for (;;) {
        const seen = await look();
        if (is(seen) || Date.now() > end) return seen;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }

    /** A cursor after which nothing has changed yet. */
    async function quiet(name: string): Promise<string> {
      // What is shared may be as old as this.
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      let { cursor } = await sync(name, null);
      await until(
        async () => {
          const state = await sync(name, cursor);
          ({ cursor } = state);
          return state;
        },
        ({ counts }) => Object.keys(counts).length === 0,
      );
      return cursor;
    }

    async function addSettlement(district: string): Promise<string> {
      const id = randomUUID();
      await app.engine.query(
        `insert into public.settlement (id, district_code, name, source) values ($1::text::uuid, $2, $1, 'test')`,
        [id, district],
      );
      return id;
    }

    it('says "nothing new" to any number of consoles without asking the database', async () => {
      const states = new Map<string, State>();
      for (const name of people.keys()) states.set(name, await sync(name, null));
      for (const name of people.keys()) await sync(name, states.get(name)?.cursor ?? null);
      const before = await app.engine.work();
      for (let round = 0; round < 50; round += 1)
        for (const name of people.keys()) {
          const state = await sync(name, states.get(name)?.cursor ?? null);
          expect(state).toMatchObject({ counts: {}, gone: {}, epoch: states.get(name)?.epoch });
          expect(Math.abs(Date.parse(state.now) - Date.now())).toBeLessThan(2_000);
        }
      // 300 questions: the pulse alone, which is asked for at most every two seconds.
      expect((await app.engine.work()).statements - before.statements).toBeLessThan(12);
    });

    it('shows whoever changed something the change at once, whatever was shared before', async () => {
      const { cursor } = await sync('root', null);
      for (let round = 0; round < 3; round++) {
        const id = randomUUID();
        const row = { district_code: 'a', name: `own ${round}`, source: 'test' };
        const saved = await ask('root', 'save_record', {
          p_kind: 'depot',
          p_id: id,
          p_version: null,
          p_change: row,
        });
        expect(saved.status).toBe(200);
        expect((await sync('root', cursor)).counts.depot).toBe(round + 1);
        expect((await page('root', 'depot')).map((one) => one.id)).toContain(id);
      }
    });

    it('shows each what that account may see, and nothing of what it may not', async () => {
      const inA = await addSettlement('a');
      const inA1 = await addSettlement('a1');
      const inB = await addSettlement('b');
      const seen = async (name: string) =>
        (
          await until(
            () => page(name, 'settlement'),
            (rows) => rows.length > 0,
          )
        )
          .map(({ id }) => id)
          .sort();
      for (let again = 0; again < 2; again += 1) {
        expect(await seen('root')).toEqual([inA, inA1, inB].sort());
        expect(await seen('a')).toEqual([inA, inA1].sort());
        expect(await seen('a twin')).toEqual([inA, inA1].sort());
        expect(await seen('a1')).toEqual([inA1]);
        expect(await seen('b')).toEqual([inB]);
      }
    });

    it('keeps what a role may not see from a role beside it in the same district', async () => {
      const team = randomUUID();
      await app.engine.query(
        `insert into public.team (id, district_code, name, kind, source, geom)
         values ($1::text::uuid, 'a', 'team', 'rescue', 'test', 'SRID=4326;POINT(113 29)')`,
        [team],
      );
      await app.engine.query(
        `insert into public.contact (resource_kind, resource_id, district_code, name, phone)
         values ('team', $1::text::uuid, 'a', '张三', '13800138000')`,
        [team],
      );
      expect(
        await until(
          () => page('a commander', 'contact'),
          (rows) => rows.length > 0,
        ),
      ).toHaveLength(1);
      expect(await page('a', 'contact')).toEqual([]);
    });

    it('tells a change to those who see it, within seconds, whoever made it', async () => {
      const cursor = await quiet('a');
      const elsewhere = await sync('b', cursor);
      const id = await addSettlement('a');
      // Rows of the last seconds may come along once more.
      const ids = async (name: string, since: string) =>
        (await page(name, 'settlement', since)).map((row) => row.id);
      expect(
        await until(
          () => ids('a', cursor),
          (seen) => seen.includes(id),
        ),
      ).toContain(id);
      const answered = await until(
        () => sync('a', cursor),
        ({ counts }) => (counts.settlement ?? 0) > 0,
      );
      expect(answered.counts.settlement).toBeGreaterThanOrEqual(1);
      expect(await ids('a twin', cursor)).toEqual(await ids('a', cursor));
      expect(await ids('b', elsewhere.cursor)).not.toContain(id);
      expect(await ids('b', elsewhere.cursor)).toEqual(
        expect.not.arrayContaining(await ids('a', cursor)) as string[],
      );
    });

    it('tells who lost sight of a record that it is gone', async () => {
      const id = await addSettlement('a1');
      const cursor = (
        await until(
          () => sync('a1', null),
          ({ counts }) => (counts.settlement ?? 0) > 1,
        )
      ).cursor;
      await app.engine.query(
        `update public.settlement set district_code = 'a' where id = $1::text::uuid`,
        [id],
      );
      const state = await until(
        () => sync('a1', cursor),
        ({ gone }) => gone.settlement !== undefined,
      );
      expect(state.gone).toEqual({ settlement: [id] });
      expect((await sync('b', cursor)).gone).toEqual({});
    });

    it('follows rights: another district, another role, none at all', async () => {
      const guest = await app.account('viewer', 'b');
      people.set('guest', { ...guest, token: (await tokensOf(app, guest)).access_token });
      const first = await sync('guest', null);
      const mine = async () => (await page('guest', 'settlement')).length;
      expect(await mine()).toBe(1);
      await app.engine.query(
        `update public.profile set district_code = 'a' where user_id = $1::text::uuid`,
        [guest.userId],
      );
      expect(await until(mine, (n) => n > 1)).toBeGreaterThan(1);
      expect((await sync('guest', first.cursor)).account).not.toBe(first.account);
      await app.engine.query(
        `update public.profile set disabled_at = now() where user_id = $1::text::uuid`,
        [guest.userId],
      );
      expect(await until(mine, (n) => n === 0)).toBe(0);
    });

    it('opens nothing in a session that was ended, and nothing to a forged token', async () => {
      const guest = await app.account('viewer', 'a');
      people.set('ended', { ...guest, token: (await tokensOf(app, guest)).access_token });
      await sync('ended', null);
      expect(
        (
          await ask('ended', 'records_page', {
            p_kind: 'settlement',
            p_since: null,
            p_after: null,
            p_limit: 100,
          })
        ).status,
      ).toBe(200);
      await app.engine.query(`delete from auth.sessions where user_id = $1::text::uuid`, [
        guest.userId,
      ]);
      const status = async () => (await ask('ended', 'sync_state', { p_since: null })).status;
      expect(await until(status, (code) => code === 401)).toBe(401);
      const token = person('a').token;
      const forged = token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA');
      const body = JSON.stringify({
        p_kind: 'settlement',
        p_since: null,
        p_after: null,
        p_limit: 100,
      });
      expect((await rest(app, forged, 'rpc/records_page', { method: 'POST', body })).status).toBe(
        401,
      );
      expect(
        (await rest(app, null, 'rpc/records_page', { method: 'POST', body })).status,
      ).toBeGreaterThanOrEqual(400);
    });

    it('stands on this: what may be seen of the register follows from role and district alone', async () => {
      const policies = await app.engine.query<{ name: string; rule: string }>(
        `select p.polname as name, pg_get_expr(p.polqual, p.polrelid) as rule from pg_policy p
         join pg_class c on c.oid = p.polrelid
         where c.relname = any (muster.record_kinds()) and p.polcmd in ('r', '*')`,
      );
      expect(policies.length).toBeGreaterThanOrEqual(13);
      const asked = new Set(
        policies.flatMap(({ rule }) => rule.match(/\b(?:auth|muster)\.\w+/g) ?? []),
      );
      expect([...asked].sort()).toEqual([
        'muster.my_districts',
        'muster.my_lineage',
        'muster.my_role',
      ]);
    });
  });
