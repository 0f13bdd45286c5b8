/** One way to make a call: with a live session, a time limit, and every ending told apart. */
import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import type { Session, SupabaseClient } from '@supabase/supabase-js';
import type { Failure, Result } from './results.ts';

/** What PostgREST answers, as far as it matters here. */
export interface Answer {
  data: unknown;
  error: { code?: string; message: string } | null;
  status: number;
}

const TIME_LIMIT_MS = 20_000;

/** A fetch that gives up, so that a dead line is noticed. */
export const fetchWithLimit =
  (doFetch: typeof fetch): typeof fetch =>
  (input, init) => {
    const limit = AbortSignal.timeout(TIME_LIMIT_MS);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    return doFetch(input, { ...init, signal });
  };

/** The session with a token that is still good (refreshed where needed). */
export async function liveSession(client: SupabaseClient): Promise<Result<Session>> {
  const { data, error } = await client.auth.getSession();
  if (data.session !== null) return { tag: 'ok', value: data.session };
  // Without a session supabase-js would go on as a stranger; a refresh that only the line refused is not the end.
  return error !== null && isAuthRetryableFetchError(error) ? { tag: 'unreachable' } : { tag: 'session-ended' };
}

function failureOf(answer: Answer): Failure {
  const code = answer.error?.code ?? '';
  if (answer.status === 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500)
    return { tag: 'unreachable' };
  if (answer.status === 401) return { tag: 'session-ended' };
  return { tag: 'refused', code: code === '' ? String(answer.status) : code };
}

async function refreshed(client: SupabaseClient): Promise<boolean> {
  const { data } = await client.auth.refreshSession();
  return data.session !== null;
}

/** Makes a call as the signed-in person. A token the server no longer takes is renewed once. */
export async function guarded(
  client: SupabaseClient,
  call: (client: SupabaseClient) => PromiseLike<Answer>,
): Promise<Result<unknown>> {
  try {
    const session = await liveSession(client);
    if (session.tag !== 'ok') return session;
    let answer = await call(client);
    if (answer.status === 401 && (await refreshed(client))) answer = await call(client);
    return answer.error === null ? { tag: 'ok', value: answer.data } : failureOf(answer);
  } catch {
    return { tag: 'unreachable' };
  }
}
