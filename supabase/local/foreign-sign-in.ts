/** A database whose accounts belong to another sign-in service: that of a hosted Supabase project. */
import type { Queryable } from './queryable.ts';
import { Refusal } from './text.ts';

/**
 * GoTrue numbers its refresh tokens (`auth.refresh_tokens.id bigint`) and keeps the list of its own migrations in
 * `auth.schema_migrations` (github.com/supabase/auth, migrations/). This gateway's sign-in writes tokens of another shape and signs
 * with another key, so every sign-in there would fail, and tables that are Supabase's to change would be ours to break.
 * @throws Refusal that says what to do instead
 */
export async function refuseForeignSignIn(database: Queryable): Promise<void> {
  const [found] = await database.query<{ foreign: boolean }>(`
    select to_regclass('auth.schema_migrations') is not null or exists (
      select from pg_attribute a where a.attrelid = to_regclass('auth.refresh_tokens')
        and a.attname = 'id' and a.atttypid = 'bigint'::regtype) as foreign`);
  if (found?.foreign) throw new Refusal('gateway.hostedDatabase');
}
