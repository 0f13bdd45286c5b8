/** A copy of the project without its tests has no former migrations: whoever needs them is told what to do. */
import { expect, it, vi } from 'vitest';
import { pendingMigrations, readMigrations } from '../../supabase/local/migrations.ts';
import type { Session } from '../../supabase/local/queryable.ts';

vi.mock('../../supabase/local/former-migrations.ts', async (original) => ({
  ...(await original<object>()),
  FORMER_FOLDER: '/nowhere',
}));

const recordOf = (versions: readonly string[]): Session => ({
  query: <T extends object>(sql: string) =>
    Promise.resolve(
      (sql.startsWith('select version')
        ? versions.map((version) => ({ version, name: 'x', checksum: null }))
        : []) as object[] as T[],
    ),
  exec: () => Promise.resolve(),
});

it('refuses a database that is older than the squash, and changes nothing', async () => {
  await expect(
    pendingMigrations(recordOf(['20261122000100', '20261122000200']), readMigrations()),
  ).rejects.toMatchObject({ key: 'gateway.formerMigrationsMissing' });
});

it('refuses a record with a version that nobody knows', async () => {
  await expect(
    pendingMigrations(recordOf(['20261122000100', '20261122000150']), readMigrations()),
  ).rejects.toMatchObject({ key: 'gateway.migrationUnknown' });
});
