/** One way to make a call: with a live session, a time limit, and every ending distinguished. */
import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import type { Session, SupabaseClient } from '@supabase/supabase-js';
import type { Failure, Result, ServerTrouble } from './results.ts';

/** What PostgREST answers, as far as it matters here. */
export interface Answer {
  data: unknown;
  error: { code?: string; message: string } | null;
  status: number;
}

const TIME_LIMIT_MS = 20_000;
const REFRESH_LIMIT_MS = 6_000;

/** A fetch that gives up, so that a dead line is noticed. */
export const fetchWithLimit =
  (doFetch: typeof fetch, limitMs = TIME_LIMIT_MS): typeof fetch =>
  (input, init) => {
    const limit = AbortSignal.timeout(limitMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    return doFetch(input, { ...init, signal });
  };

/** How often a question is asked again that a busy server did not take. */
const BUSY_TRIES = 3;

/**
 * A fetch that comes again, calmly, when the server is too busy to take the question: nothing was done, so that this is safe
 * for a save too. Not all consoles come again at the same moment.
 */
export const fetchCalmly =
  (
    doFetch: typeof fetch,
    pause = (ms: number) => new Promise<void>((go) => setTimeout(go, ms)),
  ): typeof fetch =>
  async (input, init) => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await doFetch(input, init);
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      if (response.status !== 503 || !Number.isFinite(seconds) || attempt > BUSY_TRIES)
        return response;
      await pause(Math.min(seconds, 10) * 1000 * (0.75 + Math.random() / 2));
    }
  };

/**
 * The session with a token that is still good (refreshed where needed). supabase-js itself tries a refresh for half a
 * minute; the screen must know sooner that the line is dead, so the waiting ends here while the refresh goes on.
 */
export async function liveSession(client: SupabaseClient): Promise<Result<Session>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), REFRESH_LIMIT_MS);
  });
  const answer = await Promise.race([client.auth.getSession(), patience]);
  clearTimeout(timer);
  if (answer === null) return { tag: 'unreachable' };
  const { data, error } = answer;
  if (data.session !== null) return { tag: 'ok', value: data.session };
  // Without a session supabase-js would go on as a stranger; a refresh that only the line refused is not the end.
  return error !== null && isAuthRetryableFetchError(error)
    ? { tag: 'unreachable' }
    : { tag: 'session-ended' };
}

/** Codes of the gateway and of PostgreSQL that say what a server is short of. */
const TROUBLES: Readonly<Record<string, ServerTrouble>> = {
  busy: 'busy',
  restarting: 'busy',
  '53100': 'disk-full',
};

function failureOf(answer: Answer): Failure {
  const code = answer.error?.code ?? '';
  const why = TROUBLES[code];
  if (answer.status === 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500)
    return why === undefined ? { tag: 'unreachable' } : { tag: 'unreachable', why };
  if (answer.status === 401) return { tag: 'session-ended' };
  const about = namedIn(answer.error?.message ?? '');
  return {
    tag: 'refused',
    code: code === '' ? String(answer.status) : code,
    ...(about === null ? {} : { about }),
  };
}

/** The rule or the column that a refusal of the database is about. A shape is looked at before any rule is asked. */
function namedIn(message: string): string | null {
  if (message.includes('too many corners') || message.includes('"too_many_corners"'))
    return 'corners';
  if (message.includes('the geometry is')) return 'geom';
  return /(?:constraint|column) "(\w+)"/.exec(message)?.[1] ?? null;
}

/** Renews a token the server no longer takes. When it will not, the session is over on this side too. */
async function renew(client: SupabaseClient): Promise<'renewed' | 'unreachable' | 'ended'> {
  const { data, error } = await client.auth.refreshSession();
  if (data.session !== null) return 'renewed';
  if (error !== null && isAuthRetryableFetchError(error)) return 'unreachable';
  await client.auth.signOut({ scope: 'local' });
  return 'ended';
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
    if (answer.status === 401) {
      const renewal = await renew(client);
      if (renewal === 'unreachable') return { tag: 'unreachable' };
      if (renewal === 'renewed') answer = await call(client);
    }
    return answer.error === null ? { tag: 'ok', value: answer.data } : failureOf(answer);
  } catch {
    return { tag: 'unreachable' };
  }
}
