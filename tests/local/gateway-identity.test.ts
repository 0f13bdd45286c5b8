/** Requests share one connection but never a transaction, and the library never widens what the migrations granted. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from '../support/embedded.ts';
import type { TestAccount, TestApp } from '../support/embedded.ts';
import { rest, tokensOf } from '../support/raw-http.ts';

const GRANTS = `
  select table_schema || '.' || table_name || ' ' || grantee || ' ' || string_agg(privilege_type, ',' order by privilege_type) as line
  from information_schema.role_table_grants
  where grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC') and table_schema not in ('pg_catalog', 'information_schema')
  group by table_schema, table_name, grantee
  union all
  select 'default ' || defaclobjtype::text || ' ' || coalesce(defaclacl::text, '') from pg_default_acl order by 1`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('rights', () => {
  it('are the same before and after requests of every kind', async () => {
    const before = await app.engine.query(GRANTS);
    const { access_token: token } = await tokensOf(app, await app.account('admin'));
    for (const role of [null, token])
      for (const path of ['district', 'contact?select=*', 'rpc/sync_state'])
        await rest(app, role, path, path.startsWith('rpc') ? { method: 'POST', body: '{}' } : {});
    expect(await app.engine.query(GRANTS)).toEqual(before);
    const open = await app.engine.query(
      `select 1 from information_schema.role_table_grants where grantee = 'anon' and table_schema in ('public', 'auth')`,
    );
    expect(open).toEqual([]);
  });
});

describe('identity', () => {
  it('never passes from one request to another that runs at the same time', async () => {
    const accounts = await Promise.all(
      ['admin', 'commander', 'viewer', 'field'].map((role) => app.account(role)),
    );
    const people: { account: TestAccount; token: string }[] = [];
    for (const account of accounts)
      people.push({ account, token: (await tokensOf(app, account)).access_token });
    const requests = Array.from({ length: 80 }, (_, n) => {
      const person = people[n % people.length];
      if (!person) throw new Error('nobody');
      const own = `profile?select=user_id&user_id=eq.${person.account.userId}`;
      return rest(app, n % 5 === 4 ? null : person.token, own).then((answer) => ({
        person,
        answer,
        anonymous: n % 5 === 4,
      }));
    });
    const busy = (answer: { status: number }): boolean => answer.status === 503;
    const answers = await Promise.all(requests);
    expect(answers.filter(({ answer }) => !busy(answer)).length).toBeGreaterThan(20);
    for (const { person, answer, anonymous } of answers) {
      // A server at its limit says so, and nothing of anybody.
      if (busy(answer)) expect(answer.json()).toMatchObject({ code: 'busy' });
      else if (anonymous) expect([401, 403]).toContain(answer.status);
      else expect(answer.json()).toEqual([{ user_id: person.account.userId }]);
    }
  });

  it('is written into what a request changes', async () => {
    const account = await app.account('commander');
    const { access_token: token } = await tokensOf(app, account);
    const others = await tokensOf(app, await app.account('commander'));
    const incident = (title: string) =>
      JSON.stringify({
        p_kind: 'incident',
        p_id: randomUUID(),
        p_version: null,
        p_change: {
          district_code: '0',
          title,
          class: 'natural',
          kind: 'flood',
          occurred_at: '2026-07-01T08:00:00Z',
          source: 'test',
          geom: 'SRID=4326;POINT(113.1 29.4)',
        },
      });
    const titles = Array.from({ length: 12 }, () => randomUUID());
    await Promise.all(
      titles.map((title, n) =>
        rest(app, n % 2 ? token : others.access_token, 'rpc/save_record', {
          method: 'POST',
          body: incident(title),
        }),
      ),
    );
    const rows = await app.engine.query<{ title: string; updated_by: string }>(
      'select title, updated_by from incident',
    );
    const mine = rows.filter((row) => row.updated_by === account.userId).map((row) => row.title);
    expect(mine.sort()).toEqual(titles.filter((_, n) => n % 2).sort());
  });

  it('waits its turn while a tool holds a transaction, which is seen whole or not at all', async () => {
    const { access_token: token } = await tokensOf(app, await app.account('admin'));
    const code = '990001';
    let answered = false;
    let asked: ReturnType<typeof rest> | null = null;
    await app.engine.transaction(async (tx) => {
      await tx.query(
        `insert into district (code, parent_code, name, level) values ($1, '0', 'one', 'county')`,
        [code],
      );
      asked = rest(app, token, `district?select=name&code=eq.${code}`);
      void asked.then(() => (answered = true));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(answered).toBe(false);
      await tx.query(`update district set name = 'two' where code = $1`, [code]);
    });
    const answer = await (asked as unknown as ReturnType<typeof rest>);
    expect(answer.json()).toEqual([{ name: 'two' }]);
    await expect(
      app.engine.transaction(async (tx) => {
        await tx.query(`update district set name = 'three' where code = $1`, [code]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect((await rest(app, token, `district?select=name&code=eq.${code}`)).json()).toEqual([
      { name: 'two' },
    ]);
  });
});
