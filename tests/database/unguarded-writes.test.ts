/** No function writes without a condition: hosted Supabase would refuse it (pg-safeupdate). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOnPglite } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { unguardedWrites } from './unguarded-writes.ts';

describe('the rule', () => {
  it.each([
    ['update t set a = 1', 1],
    ['update only s.t as x set a = (select 1 from u where true)', 1],
    ['update t set a = 1 where true', 0],
    ['with gone as (delete from t) insert into u select 1 where true', 1],
    ['with gone as (delete from t where a) select 1', 0],
    ['delete from t; select 1 from u where b', 1],
    ['delete from t using u returning *', 1],
    ['-- where\nupdate t set a = 1', 1],
    ["update t set a = 'where'", 1],
    ['update t set "where" = 1', 1],
    ["execute 'delete from t'", 1],
    ["execute format('update public.%I t set a = 1', k)", 1],
    ["execute format('update %I.%I set a = 1 where b', s, k)", 0],
    ['execute format($q$delete from %I$q$, k)', 1],
    ['insert into t values (1) on conflict (a) do update set b = 2', 0],
    ['select 1 from t for update', 0],
    ['select 1 from t for no key update; perform set_config(1)', 0],
    ["if tg_op = 'DELETE' then return old; end if", 0],
    ['UPDATE T SET A = 1; where', 1],
  ])('%s', (body, count) => {
    expect(unguardedWrites(body)).toHaveLength(count);
  });
});

describe('every function of the database', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await registerOnPglite();
  });
  afterAll(() => register.close());

  it('writes with a condition', async () => {
    const functions = await register.as<{ name: string; body: string }>(
      null,
      `select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as body from pg_proc p
       where p.pronamespace in ('public'::regnamespace, 'muster'::regnamespace) and p.prokind in ('f', 'p')`,
    );
    expect(functions.length).toBeGreaterThan(100);
    const writing = functions.filter(({ body }) => /\b(update|delete from)\b/i.test(body));
    expect(writing.length).toBeGreaterThan(20);
    // The text of the function stands in dollars, so that reading it as an executed string finds it all the same.
    const wrong = functions.flatMap(({ name, body }) =>
      unguardedWrites(body).map((write) => `${name}: ${write}`),
    );
    expect(wrong).toEqual([]);
  });
});
