/** Takes the demo district out again, with everything that was recorded in it, and leaves all else as it was. */
import type { Queryable, ToolDatabase } from '../local/queryable.ts';
import { Refusal } from '../local/text.ts';
import { removeDemoAccounts } from './accounts.ts';
import { ANCESTORS, COUNTY } from './land/places.ts';

/** Children before parents; movements, steps and contacts hang on the rows after them. Their history leaves with them. */
const TABLES = [
  'occupancy_movement',
  'stock_movement',
  'contact',
  'closure',
  'incident',
  'evacuation_route',
  'rectification_step',
  'team',
  'stock_lot',
  'depot',
  'shelter',
  'hazard',
  'settlement',
  'base_feature',
  'road_network',
  'district_setting',
  'import_batch',
  'import_mapping',
  'audit_event',
] as const;

/** What the demonstration is made of. A mark in the database alone deletes no district. */
const OWN = [...ANCESTORS, COUNTY].map(({ code }) => `'${code}'`).join(', ');

/** Districts of the demonstration and everything below them. */
const SUBTREE = `
  select below.code from public.district below
  where exists (
    select from public.district top
    where top.is_demo and top.code in (${OWN}) and below.path >= top.path and below.path < top.path || '~')`;

/**
 * Deletes the demo districts with all their records (whoever wrote them) and every demo account; consoles start over
 * (new epoch). All or nothing. @returns rows deleted by table, accounts as `users`
 * @throws Refusal when an account that is no demo account belongs to a demo district
 */
export async function removeDemo(db: ToolDatabase): Promise<Record<string, number>> {
  return db.transaction(async (tx) => {
    const removed: Record<string, number> = {};
    removed.users = await removeDemoAccounts(tx);
    await refuseStrandedAccounts(tx);
    for (const table of TABLES)
      removed[table] = await deleted(
        tx,
        `delete from public.${table} where district_code in (${SUBTREE}) returning 1 as gone`,
      );
    removed.district = await deleted(
      tx,
      `delete from public.district where code in (${SUBTREE}) returning 1 as gone`,
    );
    if (Object.values(removed).some((count) => count > 0))
      await tx.query('select muster.renew_epoch()');
    return removed;
  });
}

async function deleted(tx: Queryable, sql: string): Promise<number> {
  return (await tx.query(sql)).length;
}

/** Refuses while accounts of real people are in the demonstration: none is deleted or moved without their knowing. */
async function refuseStrandedAccounts(tx: Queryable): Promise<void> {
  const people = await tx.query<{ email: string | null }>(
    `select u.email from public.profile p join auth.users u on u.id = p.user_id
     where p.district_code in (${SUBTREE}) order by u.email`,
  );
  if (people.length > 0)
    throw new Refusal('demo.accountsInside', {
      emails: people.map(({ email }) => email ?? '?').join(', '),
    });
}
