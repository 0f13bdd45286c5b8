/** Every column that a person may write was judged: the catalogue and the written list say the same, and forging is tried. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount } from '../../supabase/local/accounts.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';
import { ADDED, CHANGED, LIMITED } from './writable-columns.ts';

let db: Prepared;
let admin: string;
beforeAll(async () => {
  db = await openPrepared();
  const account = {
    email: 'admin@test.example',
    password: 'a long password 9',
    displayName: '管理',
    districtCode: '0',
  };
  admin = await addAccount(db, { ...account, role: 'admin' });
});
afterAll(() => db.close());

const words = (text = ''): string[] => text.split(/\s+/).filter((word) => word !== '');
const judged = (list: typeof CHANGED): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(list).map(([table, columns]) => [
      table,
      Object.values(columns)
        .flatMap((text) => words(text))
        .sort(),
    ]),
  );

async function rights(privilege: 'INSERT' | 'UPDATE'): Promise<Record<string, string[]>> {
  const rows = await db.query<{ name: string; columns: string[] }>(
    `select c.relname as name, to_json(array_agg(a.attname::text)) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p')
       and has_column_privilege('authenticated', c.oid, a.attnum, $1)
     group by c.relname`,
    [privilege],
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns.sort()]));
}

describe('what a person may write', () => {
  it('is exactly what was judged: rows changed', async () => {
    expect(await rights('UPDATE')).toEqual(judged(CHANGED));
  });

  it('is exactly what was judged: rows made', async () => {
    expect(await rights('INSERT')).toEqual({ ...judged(CHANGED), ...judged(ADDED) });
  });

  it('leaves nothing to somebody who is not signed in', async () => {
    const [open] = await db.query<{ n: number }>(
      `select count(*)::int as n from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
         and (has_any_column_privilege('anon', c.oid, 'INSERT') or has_any_column_privilege('anon', c.oid, 'UPDATE')
           or has_table_privilege('anon', c.oid, 'DELETE') or has_table_privilege('authenticated', c.oid, 'DELETE'))
         and c.relname <> 'spatial_ref_sys'`,
    );
    expect(open?.n).toBe(0);
  });

  it('is less for those who only change what an operation changes', async () => {
    const rows = await db.query<{ name: string; limits: string }>(
      `select c.relname as name, encode(t.tgargs, 'escape') as limits from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgfoid = 'muster.limit_columns'::regproc`,
    );
    const found = rows.map(({ name, limits }) => {
      const [roles = '', ...columns] = limits.split('\\000').filter((part) => part !== '');
      return [name, `${roles}: ${columns.join(' ')}`];
    });
    expect(Object.fromEntries(found)).toEqual(LIMITED);
  });
});

describe('a mark of the demonstration', () => {
  it.each([
    `update public.profile set is_demo = true`,
    `update public.district set is_demo = true`,
    `insert into public.profile (user_id, district_code, role, display_name, is_demo) values (gen_random_uuid(), '0', 'viewer', 'x', true)`,
    `insert into public.district (code, parent_code, name, level, is_demo) values ('zz', '0', '某县', 'county', true)`,
    `select public.save_record('district', gen_random_uuid(), null, '{"code": "zz", "parent_code": "0", "name": "x", "level": "county", "is_demo": true}')`,
  ])('is no console’s to make: %s', async (statement) => {
    await expect(db.as(admin, (session) => session.query(statement))).rejects.toMatchObject({
      code: expect.stringMatching(/^42/) as string,
    });
  });
});

it('does not let an import say how far it has come, or who began it', async () => {
  const [made] = await db.as(admin, (session) =>
    session.query(
      `insert into public.import_batch (district_code, kind, file_name, state, created, progress, created_by, by_name, result)
       values ('0', 'shelter', 'x.csv', 'committed', 9, '{"done": 9}', gen_random_uuid(), '别人', '{}')
       returning state, created, progress, created_by, by_name, result`,
    ),
  );
  expect(made).toEqual({
    state: 'staged',
    created: null,
    progress: null,
    created_by: admin,
    by_name: '管理',
    result: null,
  });
});
