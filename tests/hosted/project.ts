/** A database as a hosted project has it, with the migrations pushed by a role that is no superuser, and its services in front. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import bcrypt from 'bcryptjs';
import postgres from 'postgres';
import { readMigrations } from '../../supabase/local/migrations.ts';
import { registerAt } from '../support/register.ts';
import { startPostgres } from '../support/postgres.ts';
import { postgrest } from './postgrest.ts';

const PASSWORD = 'imitated';

export interface Project {
  /** As the tools get it: the connection string of the project's owner, who is no superuser. */
  url: string;
  owner: postgres.Sql;
  /** What the page's requests are answered by; `asked` notes each as method, path and status with its code. */
  fetch: typeof fetch;
  asked: { line: string; status: number; code: string }[];
  /** Somebody registers without being asked to, as open sign-up allows. */
  signUp(email: string, password: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param push brings the migrations in by other means, with the owner's connection string */
export async function startProject(push?: (url: string) => Promise<void>): Promise<Project> {
  const server = await startPostgres();
  const superuser = await server.createDatabase('empty');
  const register = registerAt(superuser);
  await register.run(
    readFileSync(resolve(import.meta.dirname, '../database/hosted-project.sql'), 'utf8'),
  );
  await register.run(
    `alter role hosted_owner login password '${PASSWORD}'; alter role authenticator login password '${PASSWORD}'`,
  );
  const as = (user: string): string =>
    Object.assign(new URL(superuser), { username: user, password: PASSWORD }).href;
  const url = as('hosted_owner');
  if (push) await push(url);
  else
    for (const { sql } of readMigrations())
      await register.run(`begin; set local role hosted_owner; ${sql}; commit`);
  await register.close();
  const owner = postgres(url, { max: 1, onnotice: () => undefined });
  const gate = postgres(as('authenticator'), { max: 4, onnotice: () => undefined });
  const answer = postgrest(gate);
  const asked: Project['asked'] = [];

  /** GoTrue: internal/api/token.go; a session row, a refresh token with a number of its own. */
  async function session(userId: string, email: string): Promise<Response> {
    const id = randomUUID();
    const refresh = randomUUID();
    await owner`insert into auth.sessions (id, user_id, created_at, updated_at, aal) values (${id}, ${userId}, now(), now(), 'aal1')`;
    await owner`insert into auth.refresh_tokens (token, user_id, revoked, session_id) values (${refresh}, ${userId}, false, ${id})`;
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const expires = Math.floor(Date.now() / 1000) + 3600;
    return Response.json({
      access_token: [
        part({ alg: 'ES256' }),
        part({ sub: userId, exp: expires, session_id: id }),
        'x',
      ].join('.'),
      refresh_token: refresh,
      token_type: 'bearer',
      expires_in: 3600,
      expires_at: expires,
      user: {
        id: userId,
        email,
        aud: 'authenticated',
        app_metadata: {},
        user_metadata: {},
        created_at: '',
      },
    });
  }

  async function auth(request: Request, path: string): Promise<Response> {
    if (path.endsWith('/logout')) return new Response(null, { status: 204 });
    const { email = '', password = '' } = (await request.json()) as {
      email?: string;
      password?: string;
    };
    const [user] = await owner<{ id: string; hash: string; usable: boolean }[]>`
      select id, encrypted_password as hash, aud = 'authenticated' and role = 'authenticated' and confirmation_token is not null
        and recovery_token is not null and email_change is not null and email_change_token_new is not null
        and email_confirmed_at is not null as usable from auth.users where email = ${email}`;
    // GoTrue scans these columns into plain strings: null would be an error of the service (500).
    if (user && !user.usable) return Response.json({ code: 'unexpected_failure' }, { status: 500 });
    if (!user || !(await bcrypt.compare(password, user.hash)))
      return Response.json(
        { code: 'invalid_credentials', msg: 'Invalid login credentials' },
        { status: 400 },
      );
    return session(user.id, email);
  }

  return {
    url,
    owner,
    asked,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      const token = /^Bearer (.+\..+\..+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      const claims = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString();
      const sub = claims === '' ? null : (JSON.parse(claims) as { sub: string }).sub;
      const said = pathname.startsWith('/auth/')
        ? await auth(request, pathname)
        : await answer(request, sub);
      const { code = '' } = said.ok
        ? {}
        : ((await said
            .clone()
            .json()
            .catch(() => ({}))) as { code?: string });
      asked.push({ line: `${request.method} ${pathname}`, status: said.status, code });
      return said;
    },
    async signUp(email, password) {
      const hash = await bcrypt.hash(password, 4);
      await owner`insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, confirmation_token,
        recovery_token, email_change, email_change_token_new, raw_user_meta_data)
        values (${randomUUID()}, 'authenticated', 'authenticated', ${email}, ${hash}, now(), '', '', '', '',
          ${owner.json({ role: 'admin', district_code: '0' })})`;
    },
    async stop() {
      await Promise.all([owner.end({ timeout: 1 }), gate.end({ timeout: 1 })]);
      await server.stop();
    },
  };
}
