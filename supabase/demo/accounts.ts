/** The accounts of demo mode: one per role, one password for all, marked so that they can be told apart and removed. */
import type { Role } from '../../src/core/model/index.ts';
import type { Queryable, ToolDatabase } from '../local/queryable.ts';
import { addAccount, listAccounts } from '../local/accounts.ts';

export const DEMO_PASSWORD = 'muster-demo';
const ROOT = '0';

/** Roles of the whole map stand at the root, those of the field and the viewer in the demo county. */
const DEMO_ACCOUNTS: readonly { role: Role; place: 'root' | 'county'; displayName: string }[] = [
  { role: 'commander', place: 'root', displayName: '演示指挥' },
  { role: 'planner', place: 'root', displayName: '演示规划' },
  { role: 'admin', place: 'root', displayName: '演示管理' },
  { role: 'field', place: 'county', displayName: '演示队员' },
  { role: 'viewer', place: 'county', displayName: '演示查看' },
];

const demoEmail = (role: Role): string => `${role}@demo.muster.local`;

/** Creates the demo accounts that are missing. */
export async function ensureDemoAccounts(db: ToolDatabase): Promise<void> {
  const known = new Set((await listAccounts(db)).map((account) => account.email));
  const [county] = await db.query<{ code: string }>(
    `select code from public.district where is_demo order by (level = 'county') desc, length(path), code limit 1`,
  );
  for (const { role, place, displayName } of DEMO_ACCOUNTS) {
    if (known.has(demoEmail(role))) continue;
    const districtCode = place === 'county' ? (county?.code ?? ROOT) : ROOT;
    await addAccount(db, {
      email: demoEmail(role),
      password: DEMO_PASSWORD,
      role,
      districtCode,
      displayName,
      isDemo: true,
    });
  }
}

/**
 * Deletes every demo account with its sessions. A mark in the database alone deletes nobody: the account also has to be one
 * of those that this file makes. @returns how many there were
 */
export async function removeDemoAccounts(db: Queryable): Promise<number> {
  const own = DEMO_ACCOUNTS.map(({ role }) => demoEmail(role));
  const gone = await db.query(
    `delete from auth.users where id in (select user_id from public.profile where is_demo)
       and email in (select jsonb_array_elements_text($1::jsonb)) returning id`,
    [JSON.stringify(own)],
  );
  return gone.length;
}

/** Demo accounts that can sign in, in the order a person is told of them. */
export async function demoEmails(db: ToolDatabase): Promise<string[]> {
  const known = new Set(
    (await listAccounts(db)).filter((account) => account.isDemo).map((account) => account.email),
  );
  return DEMO_ACCOUNTS.map(({ role }) => demoEmail(role)).filter((email) => known.has(email));
}

/** The same with role and password, for the sign-in screen of a demonstration. */
export async function demoSignIns(
  db: ToolDatabase,
): Promise<{ email: string; password: string; role: Role }[]> {
  const known = new Set(await demoEmails(db));
  return DEMO_ACCOUNTS.filter(({ role }) => known.has(demoEmail(role))).map(({ role }) => ({
    email: demoEmail(role),
    password: DEMO_PASSWORD,
    role,
  }));
}
