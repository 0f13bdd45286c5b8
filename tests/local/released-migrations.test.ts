/**
 * Migrations are only ever added. A file that was changed would be refused by every database that has it ("was changed after it
 * had been applied"), so it is noticed here first. A new file gets its line with, in supabase/migrations:
 * `sha256sum NEW_FILE.sql >> ../../tests/fixtures/released-migrations.sha256`
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { FORMER, LAST_OF_THE_SQUASH } from '../../supabase/local/former-migrations.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../../supabase/local/migrations.ts';
import { FORMER as FORMER_FOLDER } from './former-databases.ts';

const listed = readFileSync(
  resolve(import.meta.dirname, '../fixtures/released-migrations.sha256'),
  'utf8',
)
  .trimEnd()
  .split('\n');

it('are each as they were when they were added', () => {
  const now = readMigrations(MIGRATIONS_FOLDER).map(
    ({ version, name, checksum }) => `${checksum}  ${version}_${name}.sql`,
  );
  expect(now).toEqual(listed);
});

it('from before the squash are known by what databases have recorded of them', () => {
  expect(readMigrations(FORMER_FOLDER).map(({ version, checksum }) => [version, checksum])).toEqual(
    [...FORMER],
  );
  expect(readMigrations().some(({ version }) => version === LAST_OF_THE_SQUASH)).toBe(true);
});
