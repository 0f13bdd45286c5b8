/**
 * The documented steps of docs/hosted.md, as they are written there, against a database as hosted Supabase lays it out: with the
 * Supabase CLI's own `db push`. Only what needs a real project is replaced: a linked project by `--db-url`, the address in the
 * connection string. The CLI (140 MB) is no dependency; the test takes the program at MUSTER_SUPABASE_CLI.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/backend/open.ts';
import { tokenStorage } from '../../src/backend/session-storage.ts';
import { LAST_OF_THE_SQUASH } from '../../supabase/local/former-migrations.ts';
import { readMigrations } from '../../supabase/local/migrations.ts';
import { MemoryStorage } from '../backend/open-fake.ts';
import { quietAuthLibrary } from '../backend/quiet.ts';
import { finished, runScript } from '../support/app-process.ts';
import { HOW_TO_GET_POSTGRES, findPostgres } from '../support/postgres.ts';
import { startProject } from './project.ts';
import type { Project } from './project.ts';

quietAuthLibrary();

const REPOSITORY = resolve(import.meta.dirname, '../..');
const CLI = process.env.MUSTER_SUPABASE_CLI ?? '';
const HOW_TO_GET_THE_CLI =
  'no Supabase CLI: npm install --prefix <folder> @supabase/cli-linux-x64, and set MUSTER_SUPABASE_CLI to its bin/supabase';
const noPostgres = findPostgres() === null ? HOW_TO_GET_POSTGRES : null;
const missing = existsSync(CLI) ? noPostgres : HOW_TO_GET_THE_CLI;
const PASSWORD = 'a long enough password';

/** Every command of the page, in its order; one that is continued on the next line is one command. */
function documentedCommands(): string[] {
  const text = readFileSync(join(REPOSITORY, 'docs/hosted.md'), 'utf8');
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

it('follows the commands that the page names, no others and none left out', () => {
  expect(documentedCommands()).toEqual([
    'supabase link --project-ref YOUR_REF',
    'supabase db push',
    'npm run hosted -- check https://YOUR_REF.supabase.co sb_publishable_…',
    "DATABASE_URL='postgres://postgres:…@db.YOUR_REF.supabase.co:5432/postgres?sslmode=require' npm run user -- add you@example.org --role admin --district 0",
    'npm run build',
    'supabase migration repair --status reverted $(ls tests/fixtures/migrations-before-the-squash | cut -c1-14)',
    'supabase migration repair --status applied $(ls supabase/migrations | grep ^2026112900 | cut -c1-14)',
    'supabase db push',
  ]);
});

describe.skipIf(missing !== null)(
  `a project made with the Supabase CLI${missing ? ` (${missing})` : ''}`,
  () => {
    let project: Project;
    const folder = mkdtempSync(join(tmpdir(), 'muster-push-'));
    const said: string[] = [];

    /** `supabase db push` in a copy, because the CLI writes beside what it reads; nothing of this machine's own settings. */
    async function push(url: string): Promise<void> {
      const [, command = ''] = documentedCommands();
      const words = [...command.split(' ').slice(1), '--db-url', `${url}?sslmode=disable`, '--yes'];
      const { stdout, stderr } = await promisify(execFile)(CLI, words, {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, DO_NOT_TRACK: '1', CI: '1' },
      });
      said.push(stdout + stderr);
    }

    beforeAll(async () => {
      for (const name of ['config.toml', 'seed.sql', 'migrations'])
        cpSync(join(REPOSITORY, 'supabase', name), join(folder, 'supabase', name), {
          recursive: true,
        });
      project = await startProject(push);
    }, 180_000);
    afterAll(async () => {
      await project.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('has every migration, each once, and pushing again changes nothing', async () => {
      const listed = (): Promise<string[]> =>
        project.owner<{ version: string }[]>`
        select version from supabase_migrations.schema_migrations order by version`.then((rows) =>
          rows.map(({ version }) => version),
        );
      const versions = readMigrations().map(({ version }) => version);
      expect(await listed()).toEqual(versions);
      const [before] =
        await project.owner`select count(*)::int as objects, max(oid) as newest from pg_class`;
      await push(project.url);
      expect(said.at(-1)).toMatch(/up to date/i);
      expect(await listed()).toEqual(versions);
      expect(
        (await project.owner`select count(*)::int as objects, max(oid) as newest from pg_class`)[0],
      ).toEqual(before);
    });

    it('lets the administrator in whom the documented command makes, and shows them the register', async () => {
      const [, , , command = ''] = documentedCommands();
      const args = (/npm run user -- (.*)$/.exec(command)?.[1] ?? '').split(' ');
      const run = runScript('supabase/tools/user.ts', [...args, '--password-stdin'], {
        DATABASE_URL: project.url,
        MUSTER_LANG: 'en',
      });
      run.child.stdin?.end(`${PASSWORD}\n`);
      expect(await finished(run)).toMatchObject({ code: 0 });
      const backend = openBackend(
        { url: 'https://ref.test', publishableKey: 'sb_publishable_x' },
        {
          fetch: project.fetch,
          storage: tokenStorage(new MemoryStorage(), new MemoryStorage()),
          realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
        },
      );
      expect(await backend.signIn('you@example.org', PASSWORD, false)).toMatchObject({
        tag: 'ok',
        account: { role: 'admin' },
      });
      expect(await backend.syncState(null)).toMatchObject({
        tag: 'ok',
        value: { counts: { district: 1 } },
      });
    });
  },
);

describe.skipIf(missing !== null)(
  `a project pushed before the migrations were squashed${missing ? ` (${missing})` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-repair-'));
    const migrations = join(folder, 'supabase/migrations');
    const former = 'tests/fixtures/migrations-before-the-squash';
    let project: Project;

    /** A documented line as a shell takes it, with the CLI's program and `--db-url` in the place of a linked project. */
    async function follow(line: string, url: string): Promise<string> {
      const words = line.replace(
        /^supabase ((?:migration|db) \w+)/,
        `"$CLI" $1 --db-url "$DB" --yes`,
      );
      const { stdout, stderr } = await promisify(execFile)('bash', ['-ec', words], {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          DO_NOT_TRACK: '1',
          CI: '1',
          CLI,
          DB: `${url}?sslmode=disable`,
        },
      }).catch((error: unknown) => error as { stdout: string; stderr: string });
      return stdout + stderr;
    }
    const put = (from: string): void => {
      rmSync(migrations, { recursive: true, force: true });
      cpSync(join(REPOSITORY, from), migrations, { recursive: true });
    };

    beforeAll(async () => {
      for (const name of ['supabase/config.toml', 'supabase/seed.sql', former])
        cpSync(join(REPOSITORY, name), join(folder, name), { recursive: true });
      put(former);
      project = await startProject(async (url) => void (await follow('supabase db push', url)));
    }, 180_000);
    afterAll(async () => {
      await project.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('goes on with the files of today after the documented commands, which run only what came after the squash', async () => {
      const made = async (): Promise<unknown> =>
        (await project.owner`select count(*)::int as objects, max(oid) as newest from pg_class`)[0];
      const before = await made();
      put('supabase/migrations');
      expect(await follow('supabase db push', project.url)).toMatch(/not found in local/i);
      const [revert = '', apply = '', push = ''] = documentedCommands().slice(-3);
      await follow(revert, project.url);
      await follow(apply, project.url);
      expect(await made()).toEqual(before);
      const pushed = await follow(push, project.url);
      const applied = [...pushed.matchAll(/Applying migration (\d{14})/g)].map(
        ([, version]) => version,
      );
      expect(applied).toEqual(
        readMigrations()
          .map(({ version }) => version)
          .filter((version) => version > LAST_OF_THE_SQUASH),
      );
      const recorded = await project.owner<{ version: string }[]>`
        select version from supabase_migrations.schema_migrations order by version`;
      expect(recorded.map(({ version }) => version)).toEqual(
        readMigrations().map(({ version }) => version),
      );
      expect(await follow(push, project.url)).toMatch(/up to date/i);
    });
  },
);
