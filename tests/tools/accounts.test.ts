/** Accounts: made, listed, changed and closed by the command, through a running app and without one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePassword } from '../../src/core/rights/password.ts';
import { finished, runScript } from '../support/app-process.ts';
import { startTestApp } from '../support/embedded.ts';
import type { TestApp } from '../support/embedded.ts';
import { rest, signIn, tokensOf } from '../support/raw-http.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'muster-user-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function user(args: string[], stdin = ''): Promise<{ code: number | null; output: string }> {
  const run = runScript('supabase/tools/user.ts', args, { MUSTER_DATA: dataDir });
  run.child.stdin?.end(stdin);
  return finished(run);
}

describe('npm run user', () => {
  let app: TestApp;

  it('makes the first admin before the app has ever run', async () => {
    const added = await user(
      ['add', 'First@Example.org', '--role', 'admin', '--name', 'First', '--password-stdin'],
      'correct horse\n',
    );
    expect(added.output).toContain('Account First@Example.org added (role admin, district 0).');
    expect(added.code).toBe(0);
    expect(added.output).not.toContain('correct horse');
  });

  it('whose password then opens the app', async () => {
    app = await startTestApp({ dataDir });
    const { access_token: token } = await tokensOf(app, {
      email: 'first@example.org',
      password: 'correct horse',
    });
    const profile = (
      await rest(app, token, 'profile?select=role,district_code,display_name,is_demo')
    ).json();
    expect(profile).toEqual([
      { role: 'admin', district_code: '0', display_name: 'First', is_demo: false },
    ]);
  });

  it('works through the running app, makes a password and tells it once', async () => {
    const added = await user(['add', 'second@example.org', '--role', 'viewer', '--generate']);
    expect(added.code).toBe(0);
    const password = /Password \(shown only this once\): (\S+)/.exec(added.output)?.[1] ?? '';
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect((await signIn(app, 'second@example.org', password)).status).toBe(200);
    const listed = await user(['list']);
    expect(listed.output).toMatch(/first@example\.org\tadmin\t0\tFirst\tactive/);
    expect(listed.output).toMatch(/second@example\.org\tviewer\t0\tsecond\tactive/);
  });

  it('changes, disables and enables', async () => {
    expect((await user(['change', 'second@example.org', '--role', 'planner'])).code).toBe(0);
    expect((await user(['disable', 'second@example.org'])).code).toBe(0);
    expect((await user(['list'])).output).toMatch(
      /second@example\.org\tplanner\t0\tsecond\tdisabled/,
    );
    expect((await user(['enable', 'second@example.org'])).code).toBe(0);
    expect(
      (await user(['password', 'second@example.org', '--password-stdin'], 'battery staple\n')).code,
    ).toBe(0);
    expect((await signIn(app, 'second@example.org', 'battery staple')).status).toBe(200);
  });

  it.each([
    [
      ['add', 'short@example.org', '--role', 'admin', '--password-stdin'],
      'too short\n',
      'at least 10 characters',
    ],
    [['add', 'b@example.org', '--role', 'admin', '--password-stdin'], '1234567890\n', 'too simple'],
    [
      ['add', 'b@example.org', '--role', 'admin', '--password-stdin'],
      'Sunshine2026\n',
      'most common passwords',
    ],
    [
      ['add', 'b@example.org', '--role', 'admin', '--name', 'Greta', '--password-stdin'],
      'greta 7 kutsche\n',
      'the name',
    ],
    [
      ['password', 'first@example.org', '--password-stdin'],
      'password123\n',
      'most common passwords',
    ],
    [
      ['add', 'nobody', '--role', 'admin', '--password-stdin'],
      'long enough it is\n',
      'not an email address',
    ],
    [
      ['add', 'a@example.org', '--role', 'king', '--password-stdin'],
      'long enough it is\n',
      'There is no role',
    ],
    [
      ['add', 'a@example.org', '--role', 'admin', '--district', '77', '--password-stdin'],
      'long enough it is\n',
      'no district',
    ],
    [
      ['add', 'first@example.org', '--role', 'admin', '--password-stdin'],
      'long enough it is\n',
      'already exists',
    ],
    [['add', 'a@example.org'], '', 'Usage'],
    [['disable', 'nobody@example.org'], '', 'no account'],
    [['list', '--unknown'], '', 'Unknown argument'],
    [['fly', 'a@example.org'], '', 'Usage'],
  ])('refuses %j with one line', async (args, stdin, line) => {
    const { code, output } = await user(args, stdin);
    expect(code).toBe(1);
    expect(output).toContain(line);
    expect(output).not.toContain('    at ');
  });

  afterAll(() => app.stop());
});

describe('generated passwords', () => {
  it('differ and hold no letters that are mistaken for others', () => {
    const made = Array.from({ length: 200 }, () =>
      generatePassword((numbers) => crypto.getRandomValues(numbers)),
    );
    expect(new Set(made).size).toBe(200);
    expect(made.join('')).not.toMatch(/[01ilo]/);
  });
});

describe('accounts of the sign-in service', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('have the form GoTrue reads: bcrypt, empty tokens, an identity of their own', async () => {
    const { userId, email } = await app.account('viewer');
    const [row] = await app.engine.query(
      `select u.aud, u.role, u.encrypted_password, u.confirmation_token, u.recovery_token, u.email_change,
         u.email_confirmed_at is not null as confirmed, u.raw_app_meta_data as app, i.provider, i.provider_id,
         i.identity_data ->> 'email' as email
       from auth.users u join auth.identities i on i.user_id = u.id where u.id = $1`,
      [userId],
    );
    expect(row).toMatchObject({
      aud: 'authenticated',
      role: 'authenticated',
      confirmation_token: '',
      recovery_token: '',
      email_change: '',
      confirmed: true,
      app: { provider: 'email', providers: ['email'] },
      provider: 'email',
      provider_id: userId,
      email,
    });
    expect(String(row?.encrypted_password)).toMatch(/^\$2[aby]\$10\$/);
  });
});
