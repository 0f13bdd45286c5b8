/**
 * Accounts as rows of the sign-in service, in the form that both GoTrue (hosted Supabase) and the embedded gateway
 * read: bcrypt, empty strings instead of null tokens, an identity of provider `email`; and the profile beside them.
 */
import { randomUUID } from 'node:crypto';
import bcrypt from 'bcryptjs';
import { ROLES } from '../../src/core/model/index.ts';
import type { Role } from '../../src/core/model/index.ts';
import { PASSWORD_LENGTH } from '../../src/core/rights/password.ts';
import type { Queryable, ToolDatabase } from './queryable.ts';
import { Refusal } from './text.ts';
import type { MessageKey } from '../../src/messages/index.ts';

const BCRYPT_ROUNDS = 10;
/** bcrypt reads no more than this many bytes. */
const BCRYPT_LIMIT = 72;

interface NewAccount {
  email: string;
  password: string;
  role: string;
  districtCode: string;
  displayName: string;
  isDemo?: boolean;
}

export interface Account {
  userId: string;
  email: string;
  role: Role | null;
  districtCode: string | null;
  displayName: string | null;
  isDemo: boolean;
  disabledAt: string | null;
  lastSignInAt: string | null;
}

/** @throws Refusal when a field is not acceptable or the account exists @returns the user's id */
export async function addAccount(db: ToolDatabase, account: NewAccount): Promise<string> {
  const email = account.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 255)
    throw new Refusal('tools.emailWrong', { email: account.email });
  checkRole(account.role);
  if (!account.isDemo) checkPassword(account.password);
  const hash = await bcrypt.hash(account.password, BCRYPT_ROUNDS);
  return db.transaction(async (tx) => {
    await checkDistrict(tx, account.districtCode);
    if (!account.isDemo)
      await refuseGuessable(tx, account.password, email, account.displayName, account.districtCode);
    const [other] = await tx.query('select 1 as there from auth.users where lower(email) = $1', [
      email,
    ]);
    if (other) throw new Refusal('tools.accountExists', { email });
    const userId = randomUUID();
    await insertUser(tx, userId, email, hash, account.displayName);
    await tx.query(
      `insert into public.profile (user_id, district_code, role, display_name, is_demo) values ($1, $2, $3, $4, $5)`,
      [userId, account.districtCode, account.role, account.displayName, account.isDemo ?? false],
    );
    return userId;
  });
}

/** @throws Refusal */
export function checkPassword(password: string): void {
  if ([...password].length < PASSWORD_LENGTH)
    throw new Refusal('tools.passwordShort', { length: PASSWORD_LENGTH });
  if (Buffer.byteLength(password) > BCRYPT_LIMIT) throw new Refusal('tools.passwordLong');
}

export async function listAccounts(db: Queryable): Promise<Account[]> {
  const rows = await db.query<{
    id: string;
    email: string | null;
    role: Role | null;
    district_code: string | null;
    display_name: string | null;
    is_demo: boolean | null;
    disabled_at: string | null;
    last_sign_in_at: string | null;
  }>(
    `select u.id, u.email, p.role, p.district_code, p.display_name, p.is_demo, p.disabled_at, u.last_sign_in_at
     from auth.users u left join public.profile p on p.user_id = u.id order by u.email`,
  );
  return rows.map((row) => ({
    userId: row.id,
    email: row.email ?? '',
    role: row.role,
    districtCode: row.district_code,
    displayName: row.display_name,
    isDemo: row.is_demo ?? false,
    disabledAt: row.disabled_at,
    lastSignInAt: row.last_sign_in_at,
  }));
}

/** The account keeps its name in the history but opens nothing any more, at once and on every console. */
export async function disableAccount(db: ToolDatabase, email: string): Promise<void> {
  await db.transaction(async (tx) => {
    const userId = await idOf(tx, email);
    const closed = await tx.query(
      'update public.profile set disabled_at = coalesce(disabled_at, now()) where user_id = $1 returning 1 as done',
      [userId],
    );
    await endSessions(tx, userId);
    if (closed.length === 0) throw new Refusal('tools.profileMissing', { email });
  });
}

/** Gives an account another role, district or name; what is not stated stays. @throws Refusal */
export async function changeAccount(
  db: ToolDatabase,
  email: string,
  change: { role?: string; districtCode?: string; displayName?: string },
): Promise<void> {
  if (change.role !== undefined) checkRole(change.role);
  await db.transaction(async (tx) => {
    const userId = await idOf(tx, email);
    if (change.districtCode !== undefined) await checkDistrict(tx, change.districtCode);
    const changed = await tx.query(
      `update public.profile set role = coalesce($2, role), district_code = coalesce($3, district_code),
         display_name = coalesce($4, display_name) where user_id = $1 returning 1 as done`,
      [userId, change.role, change.districtCode, change.displayName],
    );
    if (changed.length === 0) throw new Refusal('tools.profileMissing', { email });
  });
}

/** Opens a disabled account again, with the role and district it had. @throws Refusal when it has none */
export async function enableAccount(db: ToolDatabase, email: string): Promise<void> {
  await db.transaction(async (tx) => {
    const userId = await idOf(tx, email);
    const opened = await tx.query(
      'update public.profile set disabled_at = null where user_id = $1 returning 1 as done',
      [userId],
    );
    if (opened.length === 0) throw new Refusal('tools.profileMissing', { email });
  });
}

/** @throws Refusal when the account is missing or the password is too weak */
export async function setPassword(
  db: ToolDatabase,
  email: string,
  password: string,
): Promise<void> {
  checkPassword(password);
  const hash = await bcrypt.hash(password, BCRYPT_ROUNDS);
  await db.transaction(async (tx) => {
    const userId = await idOf(tx, email);
    await refuseGuessable(tx, password, email.trim().toLowerCase());
    await tx.query(
      'update auth.users set encrypted_password = $2, updated_at = now() where id = $1',
      [userId, hash],
    );
    await endSessions(tx, userId);
  });
}

/** What the database says of a password, by the same rules as for a console. */
const GUESSABLE: Readonly<Record<string, MessageKey>> = {
  password_simple: 'tools.passwordSimple',
  password_own: 'tools.passwordOwn',
  password_common: 'tools.passwordCommon',
};

/** @param name @param districtCode of an account that is not there yet @throws Refusal */
async function refuseGuessable(
  tx: Queryable,
  password: string,
  email: string,
  name: string | null = null,
  districtCode: string | null = null,
): Promise<void> {
  const [said] = await tx.query<{ fault: string | null }>(
    `select muster.password_fault($1, $2, $3, (select d.name from public.district d where d.code = $4)) as fault`,
    [password, email, name, districtCode],
  );
  const key = GUESSABLE[said?.fault ?? ''];
  if (key !== undefined) throw new Refusal(key);
}

function checkRole(role: string): void {
  if (!(ROLES as readonly string[]).includes(role))
    throw new Refusal('tools.roleUnknown', { role, roles: ROLES.join(', ') });
}

async function checkDistrict(db: Queryable, code: string): Promise<void> {
  const [district] = await db.query('select 1 as there from public.district where code = $1', [
    code,
  ]);
  if (!district) throw new Refusal('tools.districtUnknown', { code });
}

async function idOf(db: Queryable, email: string): Promise<string> {
  const [user] = await db.query<{ id: string }>(
    'select id from auth.users where lower(email) = $1',
    [email.trim().toLowerCase()],
  );
  if (!user) throw new Refusal('tools.accountMissing', { email });
  return user.id;
}

async function endSessions(db: Queryable, userId: string): Promise<void> {
  await db.query('delete from auth.refresh_tokens where user_id::text = $1', [userId]);
  await db.query('delete from auth.sessions where user_id = $1', [userId]);
}

/** Writes the columns that this sign-in service has: GoTrue knows more of them than the embedded gateway. */
async function insertUser(
  db: Queryable,
  id: string,
  email: string,
  hash: string,
  name: string,
): Promise<void> {
  const now = new Date().toISOString();
  const metadata = { sub: id, email, email_verified: true, phone_verified: false };
  await insertRow(db, 'users', {
    instance_id: '00000000-0000-0000-0000-000000000000',
    id,
    aud: 'authenticated',
    role: 'authenticated',
    email,
    encrypted_password: hash,
    email_confirmed_at: now,
    confirmation_token: '',
    recovery_token: '',
    email_change: '',
    email_change_token_new: '',
    email_change_token_current: '',
    phone_change: '',
    phone_change_token: '',
    reauthentication_token: '',
    raw_app_meta_data: JSON.stringify({ provider: 'email', providers: ['email'] }),
    raw_user_meta_data: JSON.stringify({ ...metadata, name }),
    created_at: now,
    updated_at: now,
  });
  await insertRow(db, 'identities', {
    id: randomUUID(),
    provider: 'email',
    provider_id: id,
    user_id: id,
    identity_data: JSON.stringify(metadata),
    created_at: now,
    updated_at: now,
  });
}

async function insertRow(
  db: Queryable,
  table: 'users' | 'identities',
  row: Record<string, string>,
): Promise<void> {
  const columns = await db.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`auth.${table}`],
  );
  const written = columns.filter(({ name }) => name in row);
  const names = written.map(({ name }) => `"${name}"`).join(', ');
  const slots = written.map(({ type }, index) => `$${index + 1}::text::${type}`).join(', ');
  await db.query(
    `insert into auth.${table} (${names}) values (${slots})`,
    written.map(({ name }) => row[name] ?? null),
  );
}
