/** Until when a session is good, by this computer's clock, and whether somebody ended it before. */

const TOKEN_PATH = /\/auth\/v1\/token$/;

/**
 * A console's clock may be hours off, and nobody at the desk knows. The sign-in service says when a token ends by its own clock
 * (`expires_at`) and for how many seconds it is good (`expires_in`); supabase-js compares the former with this computer's clock, so
 * that on a fast one every token looks old and is renewed at once, again and again, until the service has had enough (429) and
 * signs the person out. So the end is said by this computer's clock: now and the seconds from now.
 * @param response the answer to a request for `url`; any but a new session comes back as it is
 * @param now this computer's clock, in milliseconds
 */
export async function byOwnClock(
  url: string,
  response: Response,
  now = Date.now(),
): Promise<Response> {
  if (!response.ok || !TOKEN_PATH.test(new URL(url).pathname)) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (typeof body !== 'object' || body === null || !('expires_in' in body)) return response;
  const seconds = Number(body.expires_in);
  if (!Number.isFinite(seconds)) return response;
  const session = { ...body, expires_at: Math.floor(now / 1000) + seconds };
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  // They described the bytes as they arrived.
  for (const name of ['content-length', 'content-encoding']) headers.delete(name);
  return new Response(JSON.stringify(session), { status, statusText, headers });
}

/** `muster.refuse_ended_session`: a person signed out, was disabled or has another password; time running out is answered differently. */
const WITHDRAWN = 'PT401';

/** Whether an answer 401 says that somebody ended the session. It reads the body. */
export async function saysWithdrawn(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === WITHDRAWN;
}
