/** Who is signed in, with which role, and every way in which nobody is. */
import { isAuthApiError, isAuthRetryableFetchError } from '@supabase/supabase-js';
import type { AuthError, Session, SupabaseClient } from '@supabase/supabase-js';
import { ROLES } from '../core/model/index.ts';
import type { Role } from '../core/model/index.ts';
import { guarded, liveSession } from './guarded.ts';
import type { AccountResult, SignInResult } from './results.ts';

async function accountOf(client: SupabaseClient, session: Session): Promise<AccountResult> {
  const { id, email = '' } = session.user;
  const result = await guarded(client, (as) =>
    as
      .from('profile')
      .select('user_id,district_code,role,display_name,disabled_at')
      .eq('user_id', id),
  );
  if (result.tag !== 'ok') return result;
  if (!Array.isArray(result.value)) return { tag: 'malformed' };
  const row = (result.value as Record<string, unknown>[])[0];
  if (row === undefined) return { tag: 'no-role', email };
  if (row.disabled_at !== null && row.disabled_at !== undefined) return { tag: 'disabled', email };
  const { role, district_code: districtCode, display_name: displayName } = row;
  if (!ROLES.includes(role as Role) || typeof districtCode !== 'string')
    return { tag: 'no-role', email };
  const name = typeof displayName === 'string' && displayName !== '' ? displayName : email;
  return {
    tag: 'ok',
    account: { userId: id, email, displayName: name, role: role as Role, districtCode },
  };
}

/** The account of the session in hand; `nobody` when there is none. */
export async function currentAccount(client: SupabaseClient): Promise<AccountResult> {
  const session = await liveSession(client);
  if (session.tag === 'session-ended') return { tag: 'nobody' };
  return session.tag === 'ok' ? accountOf(client, session.value) : session;
}

function refusalOf(error: AuthError, retryAfter: number | null): SignInResult {
  if (isAuthRetryableFetchError(error)) return { tag: 'unreachable' };
  if (!isAuthApiError(error)) return { tag: 'malformed' };
  if (error.status === 429) return { tag: 'throttled', retryAfter };
  if (error.code === 'user_banned') return { tag: 'disabled', email: '' };
  return error.status >= 500 ? { tag: 'unreachable' } : { tag: 'wrong-password' };
}

/** `lastRetryAfter` tells the seconds of the last Retry-After header, which supabase-js does not hand on. */
export async function signIn(
  client: SupabaseClient,
  email: string,
  password: string,
  lastRetryAfter: () => number | null,
): Promise<SignInResult> {
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error !== null) return refusalOf(error, lastRetryAfter());
  const account = await accountOf(client, data.session);
  if (account.tag === 'nobody' || account.tag === 'session-ended') return { tag: 'wrong-password' };
  return account.tag === 'refused' ? { tag: 'malformed' } : account;
}
