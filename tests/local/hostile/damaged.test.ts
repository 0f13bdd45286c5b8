/** A damaged folder or a full disk: one line that says what to do, and a way back. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openToolDatabase } from '../../../supabase/tools/database.ts';
import { finished, runScript, smallPage, startAppProcess } from '../../support/app-process.ts';

const home = mkdtempSync(join(tmpdir(), 'muster-damaged-'));
const whole = join(home, 'whole');
const page = smallPage();

beforeAll(async () => {
  const app = await startAppProcess({ dataDir: whole });
  const tool = await openToolDatabase({ dataDir: whole });
  await tool.query(
    `insert into public.district (code, parent_code, name, level) values ('c1', '0', '某县', 'county')`,
  );
  await tool.close();
  await finished(runScript('supabase/tools/backup.ts', [], { MUSTER_DATA: whole }));
  await app.end('SIGTERM');
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const start = (dataDir: string) =>
  finished(
    runScript('supabase/tools/start.ts', [], {
      MUSTER_DATA: dataDir,
      MUSTER_PAGE: page,
      PORT: '0',
      MUSTER_DEMO: '0',
    }),
  );

/** What a start says on its last line, and that it said no stack. */
function lastLine({ code, output }: { code: number | null; output: string }): string {
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  return output.trim().split('\n').at(-1) ?? '';
}

describe('a damaged database', { timeout: 120_000 }, () => {
  it.each([
    ['without its control file', (folder: string) => rmSync(join(folder, 'global/pg_control'))],
    [
      'with a file of another kind in its place',
      (folder: string) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, 'not a database');
      },
    ],
  ])('%s is told with the newest backup and the command', async (name, damage) => {
    const dataDir = join(home, name);
    cpSync(whole, dataDir, { recursive: true });
    damage(join(dataDir, 'database'));
    const line = lastLine(await start(dataDir));
    expect(line).toContain('does not open');
    expect(line).toMatch(/npm run restore -- ".+\.muster-backup" --yes/);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is made anew by the restore that was named, and kept aside', async () => {
    const dataDir = join(home, 'anew');
    cpSync(whole, dataDir, { recursive: true });
    rmSync(join(dataDir, 'database/global/pg_control'));
    const backup =
      /npm run restore -- "(.+)" --yes/.exec(lastLine(await start(dataDir)))?.[1] ?? '';
    const restore = (...more: string[]) =>
      finished(runScript('supabase/tools/restore.ts', [backup, ...more], { MUSTER_DATA: dataDir }));
    expect(lastLine(await restore())).toContain('--yes');
    const done = await restore('--yes');
    expect(done.code).toBe(0);
    expect(readdirSync(dataDir).some((name) => name.startsWith('database-damaged-'))).toBe(true);
    const tool = await openToolDatabase({ dataDir });
    expect(await tool.query(`select name from public.district where code = 'c1'`)).toEqual([
      { name: '某县' },
    ]);
    await tool.close();
  });
});

/** A small file system of our own, where that may be made; null where not. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(home, 'disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return folder;
  } catch {
    return null;
  }
}

it('a full disk is told in one line, at the start', { timeout: 120_000 }, async ({ skip }) => {
  const disk = smallDisk(15);
  if (!disk) return skip('no right to mount a small file system here');
  try {
    const line = lastLine(await start(join(disk, 'data')));
    expect(line).toContain('disk is full');
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});
