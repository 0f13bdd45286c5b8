/** The registers that a benchmark of the database runs on: PGlite always, PostgreSQL where one is found. */
import { HOW_TO_GET_POSTGRES, findPostgres, startPostgres } from '../../support/postgres.ts';
import { registerOnPglite, registerOnPostgres } from '../../support/register.ts';
import type { TestRegister } from '../../support/register.ts';

export type Tier = 'pglite' | 'postgres';

/** Why a tier is missing; null = it is there. */
export const missing = (tier: Tier): string | null =>
  tier === 'postgres' && findPostgres() === null ? HOW_TO_GET_POSTGRES : null;

/** Runs `work` on a fresh register of the tier with the whole schema, and takes it away afterwards. */
export async function onRegister<T>(
  tier: Tier,
  work: (register: TestRegister) => Promise<T>,
): Promise<T> {
  const server = tier === 'postgres' ? await startPostgres() : null;
  try {
    const register = server === null ? await registerOnPglite() : await registerOnPostgres(server);
    try {
      return await work(register);
    } finally {
      await register.close();
    }
  } finally {
    await server?.stop();
  }
}

export const ADMIN = '00000000-0000-4000-8000-00000000000a';
export const DISTRICT = 'bench';

/** A district and an administrator of it. */
export const ground = (register: TestRegister): Promise<string[]> =>
  register.run(`
    insert into public.district (code, parent_code, name, level) values ('${DISTRICT}', '0', '试验县', 'county');
    insert into auth.users (id, email) values ('${ADMIN}', 'bench@example.org');
    insert into public.profile (user_id, district_code, role, display_name) values ('${ADMIN}', '${DISTRICT}', 'admin', '试验');
  `);
