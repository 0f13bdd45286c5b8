/** Accounts of the caller's districts. Every call but those about oneself is refused to whoever is no admin there. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { ROLES } from '../core/model/index.ts';
import type { Account, AccountSession, Role } from '../core/model/index.ts';
import { instant, maybe, number, oneOf, text, truth } from './row-fields.ts';
import type { Failure, Result } from './results.ts';
import type { RowShape } from './row-shapes.ts';
import { call, callForList, callForNothing, members } from './shaped.ts';

const ACCOUNT_REFUSALS = [
  'email_wrong',
  'email_taken',
  /** Fewer than PASSWORD_LENGTH characters. */
  'password_short',
  /** More than 72 bytes, which is all that bcrypt reads. */
  'password_long',
  /** Fewer than five different characters, digits alone, rows of the keyboard, something repeated. */
  'password_simple',
  /** Holds the account's own name, address or office. */
  'password_own',
  /** On the list of those that everybody tries. */
  'password_common',
  /** Too many wrong tries at the present password. */
  'password_wait',
  /** The current password was not the right one. */
  'password_wrong',
  'name_wrong',
  'role_unknown',
  'district_out_of_reach',
  /** Nobody acts in a retired district. */
  'district_retired',
  /** No such account in the caller's districts. */
  'not_found',
  /** Nobody may disable, demote or move their own account. */
  'own_account',
  /** The last active admin of the root district must stay. */
  'last_admin',
] as const;
type AccountRefusal = (typeof ACCOUNT_REFUSALS)[number];

export type AccountSaved =
  { tag: 'ok'; userId: string } | { tag: 'not'; why: AccountRefusal } | Failure;

export interface PeopleCalls {
  /** Accounts of the caller's districts; an admin of the root also sees accounts without any rights yet. */
  accounts(): Promise<Result<Account[]>>;
  createAccount(account: {
    email: string;
    password: string;
    role: Role;
    districtCode: string;
    displayName: string;
  }): Promise<AccountSaved>;
  /** null = as before. Gives rights to an account that has none yet, when role, district and name are stated. */
  changeAccount(
    userId: string,
    change: { role: Role | null; districtCode: string | null; displayName: string | null },
  ): Promise<AccountSaved>;
  /** Opens nothing any more, at once and everywhere; its name stays in the history. */
  disableAccount(userId: string): Promise<AccountSaved>;
  enableAccount(userId: string): Promise<AccountSaved>;
  /** Ends all its sessions. */
  resetPassword(userId: string, password: string): Promise<AccountSaved>;
  /** One's own password; ends one's other sessions. */
  changeMyPassword(current: string, password: string): Promise<AccountSaved>;
  /** Sessions of an account of the caller's districts, or of oneself. */
  accountSessions(userId: string): Promise<Result<AccountSession[]>>;
  /** `sessionId` null = all but the one the caller sits in. */
  endSessions(userId: string, sessionId: string | null): Promise<Result<null>>;
  /** Names of people by id, for "verified by"; unknown ids are left out. */
  personNames(userIds: readonly string[]): Promise<Result<ReadonlyMap<string, string>>>;
}

const ACCOUNT: RowShape<Account> = {
  userId: text,
  email: text,
  displayName: maybe(text),
  role: maybe(oneOf(ROLES)),
  districtCode: maybe(text),
  disabledAt: maybe(instant),
  isDemo: truth,
  version: maybe(number),
  createdAt: maybe(instant),
  lastSignInAt: maybe(instant),
  lastSeenAt: maybe(instant),
  sessions: number,
};
const SESSION: RowShape<AccountSession> = {
  id: text,
  createdAt: maybe(instant),
  lastSeenAt: maybe(instant),
  userAgent: maybe(text),
  ip: maybe(text),
  current: truth,
};

async function change(client: SupabaseClient, name: string, params: object): Promise<AccountSaved> {
  const result = await call(client, name, params);
  if (result.tag !== 'ok') return result;
  const { outcome, user_id: userId } = members(result.value);
  if (outcome === 'saved' && typeof userId === 'string') return { tag: 'ok', userId };
  const why = ACCOUNT_REFUSALS.find((known) => known === outcome);
  return why === undefined ? { tag: 'malformed' } : { tag: 'not', why };
}

async function personNames(
  client: SupabaseClient,
  userIds: readonly string[],
): Promise<Result<Map<string, string>>> {
  const result = await callForList<{ userId: string; displayName: string }>(
    client,
    'person_names',
    { p_people: userIds },
    { userId: text, displayName: text },
  );
  if (result.tag !== 'ok') return result;
  return {
    tag: 'ok',
    value: new Map(result.value.map(({ userId, displayName }) => [userId, displayName])),
  };
}

export const peopleCalls = (client: SupabaseClient): PeopleCalls => ({
  accounts: () => callForList(client, 'account_list', {}, ACCOUNT),
  createAccount: ({ email, password, role, districtCode, displayName }) =>
    change(client, 'account_create', {
      p_email: email,
      p_password: password,
      p_role: role,
      p_district: districtCode,
      p_name: displayName,
    }),
  changeAccount: (userId, { role, districtCode, displayName }) =>
    change(client, 'account_change', {
      p_user: userId,
      p_role: role,
      p_district: districtCode,
      p_name: displayName,
    }),
  disableAccount: (userId) => change(client, 'account_disable', { p_user: userId }),
  enableAccount: (userId) => change(client, 'account_enable', { p_user: userId }),
  resetPassword: (userId, password) =>
    change(client, 'account_password', { p_user: userId, p_password: password }),
  changeMyPassword: (current, password) =>
    change(client, 'my_password', { p_current: current, p_password: password }),
  accountSessions: (userId) => callForList(client, 'account_sessions', { p_user: userId }, SESSION),
  endSessions: (userId, sessionId) =>
    callForNothing(client, 'account_end_sessions', { p_user: userId, p_session: sessionId }),
  personNames: (userIds) => personNames(client, userIds),
});
