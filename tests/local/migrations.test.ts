/** Migrations are only ever added: what was applied is watched, what is new is applied whole or not at all. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applyMigration,
  MIGRATIONS_FOLDER,
  pendingMigrations,
  readMigrations,
} from '../../supabase/local/migrations.ts';
import { inTransaction, migrate } from '../../supabase/local/pglite.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-migrations-'));
let db: Prepared;
const real = readMigrations();
beforeAll(async () => {
  db = await openPrepared();
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
const all = () => [...real, ...readMigrations(folder)];

describe('migrations', () => {
  it('are all recorded as the Supabase CLI records them', async () => {
    const rows = await db.query(
      `select version, name, cardinality(statements) as statements, checksum from supabase_migrations.schema_migrations order by version`,
    );
    expect(rows).toEqual(
      real.map(({ version, name, checksum }) => ({ version, name, statements: 1, checksum })),
    );
    expect(
      readdirSync(MIGRATIONS_FOLDER).filter((name) => !/^\d{14}_[a-z0-9_]+\.sql$/.test(name)),
    ).toEqual([]);
    expect(await pendingMigrations(db, real)).toEqual([]);
  });

  it('that are new are applied once, in order, after what must come first', async () => {
    write(
      '99990101000000_one.sql',
      'create table muster.one (id int); insert into muster.one values (1);',
    );
    write('99990102000000_two.sql', 'insert into muster.one values (2);');
    let before = 0;
    const first = async (): Promise<void> => {
      const [row] = await db.query<{ there: boolean }>(
        `select to_regclass('muster.one') is not null as there`,
      );
      expect(row?.there).toBe(false);
      before += 1;
    };
    expect(await migrate(db, all(), first)).toEqual(['99990101000000_one', '99990102000000_two']);
    expect(await migrate(db, all(), first)).toEqual([]);
    expect(before).toBe(1);
    expect(await db.query('select id from muster.one order by id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('that fail leave the database as it was and say what went wrong', async () => {
    write(
      '99990103000000_bad.sql',
      `insert into muster.one values (3); select no_such_function();`,
    );
    await expect(migrate(db, all())).rejects.toMatchObject({ key: 'gateway.migrationFailed' });
    expect(await db.query('select id from muster.one where id = 3')).toEqual([]);
    rmSync(join(folder, '99990103000000_bad.sql'));
    expect(await pendingMigrations(db, all())).toEqual([]);
  });

  it('stop the start when an applied file was changed, but not when only its line ends were', async () => {
    write('99990102000000_two.sql', 'insert into muster.one values (22);');
    await expect(pendingMigrations(db, all())).rejects.toMatchObject({
      key: 'gateway.migrationChanged',
      params: { file: '99990102000000_two' },
    });
    write('99990102000000_two.sql', 'insert into muster.one values (2);');
    write('99990104000000_lines.sql', 'select 1;\r\nselect 2;\r\n');
    await migrate(db, all());
    write('99990104000000_lines.sql', 'select 1;\nselect 2;\n');
    expect(await pendingMigrations(db, all())).toEqual([]);
  });

  it('stop the start when the database is newer than the app', async () => {
    await expect(pendingMigrations(db, real)).rejects.toMatchObject({
      key: 'gateway.migrationUnknown',
    });
  });

  it('applied by the Supabase CLI are taken over and watched from then on', async () => {
    await db.query(
      `update supabase_migrations.schema_migrations set checksum = null where version = '99990101000000'`,
    );
    expect(await pendingMigrations(db, all())).toEqual([]);
    write('99990101000000_one.sql', 'select 1;');
    await expect(pendingMigrations(db, all())).rejects.toMatchObject({
      key: 'gateway.migrationChanged',
    });
  });

  it('are seen whole or not at all by others', async () => {
    await db.exec('drop table if exists muster.half');
    const half = {
      version: '99990105000000',
      name: 'half',
      sql: 'create table muster.half (id int); select 1/0;',
      checksum: 'x',
    };
    await expect(inTransaction(db, (session) => applyMigration(session, half))).rejects.toThrow();
    expect(await db.query(`select to_regclass('muster.half') as half`)).toEqual([{ half: null }]);
  });
});
