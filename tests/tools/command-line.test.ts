/** What commands say when they are asked for help, or asked for something that cannot be. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openServerDatabase } from '../../supabase/local/server-database.ts';
import { finished, runScript } from '../support/app-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(script: string, args: string[], language: string) {
  const env = { MUSTER_DATA: folder, MUSTER_LANG: language };
  const { code, output } = await finished(runScript(`supabase/tools/${script}.ts`, args, env));
  return { code, text: output };
}

describe('commands', () => {
  it.each(['user', 'backup', 'demo', 'restore', 'hosted'])(
    '%s --help says how it is used, in the language of the console',
    async (script) => {
      const [zh, en] = await Promise.all([
        run(script, ['--help'], 'zh-CN'),
        run(script, ['--help'], 'en'),
      ]);
      expect([zh.code, en.code]).toEqual([0, 0]);
      expect(zh.text).toContain(`用法：`);
      expect(en.text).toMatch(/^Usage:/);
      for (const { text } of [zh, en]) expect(text).toContain(`npm run ${script}`);
      expect(existsSync(join(folder, 'database'))).toBe(false);
    },
  );

  it('name an unknown option without half a sentence in another language', async () => {
    const { code, text } = await run('backup', ['--frobnicate'], 'zh-CN');
    expect(code).toBe(1);
    expect(text.trim()).toBe('无法理解的参数：--frobnicate');
  });

  it('demo remove makes no database where there is none', async () => {
    const { code, text } = await run('demo', ['remove'], 'en');
    expect(code).toBe(1);
    expect(text).toContain(folder);
    expect(existsSync(join(folder, 'database'))).toBe(false);
  });
});

it('a DATABASE_URL of another database is not tried as PostgreSQL', async () => {
  await expect(openServerDatabase('mysql://someone@127.0.0.1:3306/db')).rejects.toMatchObject({
    key: 'gateway.databaseUrlWrong',
  });
});
