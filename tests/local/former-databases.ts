/** Databases and backups as they were before the squash of the migrations, for the tests of upgrades. */
import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Queryable, ToolDatabase } from '../../supabase/local/queryable.ts';
import { openToolDatabase } from '../../supabase/tools/database.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
export const FORMER = join(FIXTURES, 'migrations-before-the-squash');

export interface Time {
  /** The folder of migrations of that time. */
  migrations: () => string;
  /** A backup that the code of that time wrote. */
  backup: string;
  /** When its stock was counted. A count from a list without a date has no time, once the files know of that. */
  counted: string | null;
}

const LAST_OF_THE_OLDER = '20261122004300';

function olderMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-older-'));
  for (const file of readdirSync(FORMER).filter((name) => name.slice(0, 14) <= LAST_OF_THE_OLDER))
    cpSync(join(FORMER, file), join(folder, file));
  return folder;
}

export const JUST_BEFORE: Time = {
  migrations: () => FORMER,
  backup: join(FIXTURES, 'backups/before-the-squash.muster-backup'),
  counted: '2026-11-29T20:07:23.09+00:00',
};
export const OLDER_STILL: Time = {
  migrations: olderMigrations,
  backup: join(FIXTURES, 'backups/older-still.muster-backup'),
  counted: null,
};

/** Opens a folder as the code with those migrations did; null = as today's does. */
export async function openAsOf(dataDir: string, migrations: string | null): Promise<ToolDatabase> {
  if (migrations === null) return openToolDatabase({ dataDir });
  process.env.MUSTER_MIGRATIONS = migrations;
  try {
    return await openToolDatabase({ dataDir });
  } finally {
    delete process.env.MUSTER_MIGRATIONS;
  }
}

export const recorded = async (db: Queryable): Promise<string[]> =>
  (
    await db.query<{ line: string }>(
      `select version || ' ' || name || ' ' || checksum as line from supabase_migrations.schema_migrations order by version`,
    )
  ).map(({ line }) => line);

/** What both backups hold and a restore or an upgrade must keep, and what today's code makes of it. */
export async function facts(db: Queryable): Promise<unknown> {
  const [row] = await db.query<{ facts: unknown }>(`
    select jsonb_build_object(
      'team', (select jsonb_build_array(t.name, t.version, t.dispute_reason, t.lng) from public.team t),
      'hazard', (select h.name || ' ' || extensions.st_npoints(h.geom) from public.hazard h),
      'people', (select b.occupancy from public.shelter s, muster.shelter_occupancy(s.id) b),
      'phone', (select c.phone from public.contact c),
      'stock', (select jsonb_build_array(b.quantity, b.quantity_at) from public.stock_lot l, muster.stock_balance(l.id) b),
      'history', (select count(*) from public.record_change c where c.kind = 'team'),
      'closures', (select count(*) from public.closure),
      'incidents', (select count(*) from public.incident),
      'districts', (select jsonb_agg(d.code order by d.path) from public.district d)) as facts`);
  return row?.facts;
}

export const factsOf = ({ counted }: Time): unknown => ({
  team: ['城中一分队', 2, '已经搬走', 112.9],
  hazard: '芦苇坡 4',
  people: 37,
  phone: '13800000000',
  stock: [40, counted],
  history: 2,
  closures: 1,
  incidents: 1,
  districts: ['0', '430611'],
});
