/** What a call to the backend can come to. Nothing here throws: a caller sees every outcome in the type. */
import type { RecordKind, RecordOf } from '../core/model/index.ts';
import type { NoReverse } from '../core/register/index.ts';

/** What keeps a server that answers from doing what it was asked. */
export type ServerTrouble = 'busy' | 'disk-full';

/** Why the backend gave no answer that can be used. */
export type Failure =
  /** No connection, a time limit passed, or the server is down (5xx). Trying again may help; `why` where the server said it. */
  | { tag: 'unreachable'; why?: ServerTrouble }
  /** The session is over: the refresh was refused or the token is no longer known. */
  | { tag: 'session-ended' }
  /**
   * The server understood and said no: a right is missing or a value is nonsense. `code` is PostgreSQL's or HTTP's,
   * `about` the rule or column the database named.
   */
  | { tag: 'refused'; code: string; about?: string }
  /** The answer was not what this console can read. */
  | { tag: 'malformed' };

export type Result<Value> = { tag: 'ok'; value: Value } | Failure;

/** The role and district of a signed-in person, or why there is none. */
export type AccountResult =
  | { tag: 'ok'; account: SignedInAccount }
  | { tag: 'nobody' }
  | { tag: 'no-role'; email: string }
  | { tag: 'disabled'; email: string }
  | Failure;

interface SignedInAccount {
  userId: string;
  email: string;
  displayName: string;
  role: 'admin' | 'commander' | 'planner' | 'field' | 'viewer';
  districtCode: string;
}

export type SignInResult =
  | { tag: 'ok'; account: SignedInAccount }
  | { tag: 'wrong-password' }
  /** Too many tries; `retryAfter` in seconds where the server said it. */
  | { tag: 'throttled'; retryAfter: number | null }
  | { tag: 'no-role'; email: string }
  | { tag: 'disabled'; email: string }
  | { tag: 'unreachable' }
  | { tag: 'malformed' };

/** What a call that writes one record comes to. */
export type Written<K extends RecordKind> =
  | { tag: 'ok'; record: RecordOf[K] }
  /** Someone else saved since the version this write was based on. */
  | { tag: 'conflict'; theirs: RecordOf[K] }
  /** The record can no longer be seen. */
  | { tag: 'gone' }
  | Failure;

/** Of a call that adds evidence: no write takes it back. */
export const EVIDENCE = { tag: 'none', because: 'evidence' } as const satisfies NoReverse;
export type Evidence = typeof EVIDENCE;
