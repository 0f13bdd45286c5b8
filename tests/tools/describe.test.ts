/** The committed description of the register is what the database's catalogue says now. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCHEMA_PAGE, schemaPage } from '../../supabase/tools/describe/schema-page.ts';
import { describedFiles } from '../../supabase/tools/describe/write-tables.ts';
import { readCheck } from '../../supabase/tools/describe/read-check.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';

describe('the description that forms are made from', () => {
  let database: Prepared;
  beforeAll(async () => {
    database = await openPrepared();
  });
  afterAll(() => database.close());

  it('is what `npm run schema` writes now', async () => {
    for (const [path, text] of await describedFiles(database))
      expect([path, readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')]).toEqual([
        path,
        text,
      ]);
  });

  it('has a page for people, which is what `npm run schema` writes now', async () => {
    const page = await schemaPage(database);
    expect(readFileSync(resolve(import.meta.dirname, '../..', SCHEMA_PAGE), 'utf8')).toBe(page);
    const tables = await database.query(
      `select from pg_tables where schemaname in ('public', 'muster')`,
    );
    expect([...page.matchAll(/^### /gm)]).toHaveLength(tables.length);
    for (const said of [
      '- `b_limit BEFORE UPDATE ON public.hazard',
      '- `contact_select for select to authenticated using',
      '| public.save_record |',
      '| is_demo | `boolean` | no | `false` |  |',
    ])
      expect(page).toContain(said);
  });
});

describe('a check read back', () => {
  it('says the ends of a number, included or not', () => {
    expect(
      readCheck(
        'CHECK (((width_m > (0)::double precision) AND (width_m <= (200)::double precision)))',
      ),
    ).toEqual({
      tag: 'column',
      column: 'width_m',
      says: { above: 0, most: 200 },
    });
  });

  it('says the rule between two columns, and leaves the clock to the server', () => {
    expect(
      readCheck("CHECK (((lifted_at >= from_at) AND (lifted_at <= (now() + '1 day'::interval))))"),
    ).toEqual({
      tag: 'row',
      rules: [{ tag: 'after', column: 'lifted_at', than: 'from_at', orSame: true }],
    });
  });

  it('refuses a check it cannot say', () => {
    expect(() => readCheck('CHECK ((muster.is_prime(people)))')).toThrow(/no form knows/);
  });
});
