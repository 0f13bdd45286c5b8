/** What an admin does with an account; every call reads the list anew, so that the screen shows what the server holds. */
import { backend } from '../../backend/index.ts';
import type { AccountSaved } from '../../backend/index.ts';
import type { Role } from '../../core/model/index.ts';
import { loadAccounts, loadSessions, openAccount } from './load-accounts.ts';

export type { AccountSaved } from '../../backend/index.ts';

interface NewAccount {
  email: string;
  password: string;
  role: Role;
  districtCode: string;
  displayName: string;
}

export async function createAccount(account: NewAccount): Promise<AccountSaved> {
  const result = await backend().createAccount(account);
  if (result.tag !== 'ok') return result;
  await loadAccounts();
  openAccount({ tag: 'account', userId: result.userId });
  return result;
}

/** @param change null = as before */
export async function changeAccount(
  userId: string,
  change: { role: Role | null; districtCode: string | null; displayName: string | null },
): Promise<AccountSaved> {
  return read(await backend().changeAccount(userId, change), userId);
}

export async function setAccountDisabled(userId: string, disabled: boolean): Promise<AccountSaved> {
  const result = disabled ? backend().disableAccount(userId) : backend().enableAccount(userId);
  return read(await result, userId);
}

/** Sets a new password for a person who lost theirs; all sessions of the account end. */
export async function resetPassword(userId: string, password: string): Promise<AccountSaved> {
  return read(await backend().resetPassword(userId, password), userId);
}

/** One's own password; one's other sessions end. */
export async function changeMyPassword(
  userId: string,
  current: string,
  password: string,
): Promise<AccountSaved> {
  const result = await backend().changeMyPassword(current, password);
  if (result.tag === 'ok') await loadSessions(userId);
  return result;
}

/** End one session, or (null) all but the one this console sits in. */
export async function endSessions(userId: string, sessionId: string | null): Promise<boolean> {
  const result = await backend().endSessions(userId, sessionId);
  await loadSessions(userId);
  return result.tag === 'ok';
}

async function read(result: AccountSaved, userId: string): Promise<AccountSaved> {
  if (result.tag === 'ok') await Promise.all([loadAccounts(), loadSessions(userId)]);
  return result;
}
