/** Writes down what only the gateway sees of a sign-in: wrong passwords, and from where a session was begun. */
import type { Queryable } from './queryable.ts';
import { shortly } from './short-lines.ts';

export interface SignInLog {
  /** @param account the e-mail address as typed @param address of the one who asked */
  failed(account: string, address: string): void;
  /** @param session id of the session that was begun */
  succeeded(session: string, address: string, agent: string): void;
}

/** Notes in the database; a failure is told to the operator and to nobody else. */
export function signInLog(db: Queryable): SignInLog {
  const note = (sql: string, params: readonly string[]): void => {
    db.query(sql, params).catch((error: unknown) => console.error(shortly(error)));
  };
  return {
    failed: (account, address) =>
      note('select muster.note_failed_sign_in($1, $2)', [account, address]),
    succeeded: (session, address, agent) =>
      note('select muster.note_session_place($1::text::uuid, $2, $3)', [session, address, agent]),
  };
}

/** The session that an answered sign-in began; null when the answer names none. The token was made a moment ago. */
export function sessionOf(answer: Uint8Array): string | null {
  try {
    const { access_token: token } = JSON.parse(Buffer.from(answer).toString('utf8')) as {
      access_token?: unknown;
    };
    const payload = typeof token === 'string' ? token.split('.')[1] : undefined;
    if (payload === undefined) return null;
    const { session_id: session } = JSON.parse(
      Buffer.from(payload, 'base64url').toString('utf8'),
    ) as {
      session_id?: unknown;
    };
    return typeof session === 'string' ? session : null;
  } catch {
    return null;
  }
}
