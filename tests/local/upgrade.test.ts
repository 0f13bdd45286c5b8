/** An existing data folder meets a newer version: backed up, upgraded, nothing lost; or refused with a clear line. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBackup } from '../../supabase/local/backup/read.ts';
import { MIGRATIONS_FOLDER } from '../../supabase/local/migrations.ts';
import { openToolDatabase } from '../../supabase/tools/database.ts';
import { finished, runScript, smallPage, startAppProcess } from '../support/app-process.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'muster-upgrade-'));
const newer = mkdtempSync(join(tmpdir(), 'muster-newer-'));
cpSync(MIGRATIONS_FOLDER, newer, { recursive: true });
const [first] = readdirSync(newer).sort();
writeFileSync(
  join(newer, '99990101000000_colour.sql'),
  `alter table public.team add column colour text not null default 'unknown';`,
);
afterAll(() => {
  for (const folder of [dataDir, newer]) rmSync(folder, { recursive: true, force: true });
});

const refused = async (env: NodeJS.ProcessEnv): Promise<string> => {
  const { code, output } = await finished(
    runScript('supabase/tools/start.ts', [], {
      MUSTER_DATA: dataDir,
      MUSTER_PAGE: smallPage(),
      PORT: '0',
      ...env,
    }),
  );
  expect(code).toBe(1);
  expect(output).not.toContain('    at ');
  return output;
};

describe('a data folder', { timeout: 300_000 }, () => {
  it('is upgraded by a newer version after a backup, and keeps what it holds', async () => {
    const before = await startAppProcess({ dataDir });
    const tool = await openToolDatabase({ dataDir });
    await tool.query(
      `insert into public.team (district_code, name, kind, source) values ('0', 'kept through the upgrade', 'rescue', 'test')`,
    );
    await tool.close();
    expect(await before.end('SIGTERM')).toBe(0);

    const after = await startAppProcess({ dataDir, env: { MUSTER_MIGRATIONS: newer } });
    expect(after.output()).toContain('Database upgraded: 99990101000000_colour');
    const later = await openToolDatabase({ dataDir });
    expect(await later.query('select name, colour from public.team')).toEqual([
      { name: 'kept through the upgrade', colour: 'unknown' },
    ]);
    await later.close();
    await after.end('SIGTERM');
    const [backup = '', ...more] = readdirSync(join(dataDir, 'backups'));
    expect(more).toEqual([]);
    expect(backup).toMatch(/^before-upgrade-/);
    expect((await readBackup(join(dataDir, 'backups', backup))).rows['public.team']).toBe(1);
  });

  it('is not opened by an older version', async () => {
    expect(await refused({})).toContain('a newer version made it');
  });

  it('is not opened when an applied migration was changed', async () => {
    writeFileSync(join(newer, first ?? ''), 'select 1;');
    expect(await refused({ MUSTER_MIGRATIONS: newer })).toContain(
      'was changed after it had been applied',
    );
  });

  it('is not opened where it cannot be written', async () => {
    const file = join(newer, 'a-file');
    writeFileSync(file, '');
    expect(await refused({ MUSTER_DATA: file })).toContain('cannot be written');
  });
});
