/** Signed-in people for tests that need several connections: rows in auth.users with a profile. */
import type { TestRegister } from '../support/register.ts';

export const COMMANDER = '00000000-0000-4000-8000-0000000000c1';
export const COUNTY = 'c1';

/** A county below the root and its commander. */
export async function settleCounty(register: TestRegister): Promise<void> {
  await register.run(`
    insert into public.district (code, parent_code, name, level) values ('${COUNTY}', '0', '某县', 'county');
    insert into auth.users (id, email) values ('${COMMANDER}', 'commander@muster.test');
    insert into public.profile (user_id, district_code, role, display_name)
      values ('${COMMANDER}', '${COUNTY}', 'commander', '指挥');
  `);
}
