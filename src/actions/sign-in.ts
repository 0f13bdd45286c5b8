import { backend } from '../backend/index.ts';
import type { AccountResult, SignInResult } from '../backend/index.ts';
import { useSession } from '../state/session.ts';
import type { Auth } from '../state/session.ts';
import { sessionEnded } from './session-ended.ts';
import { startAnew } from './start-anew.ts';

/** What the form has to say when the sign-in did not lead in. */
export type SignInOutcome =
  | { tag: 'done' }
  | { tag: 'wrong-password' }
  | { tag: 'throttled'; retryAfter: number | null }
  | { tag: 'unreachable' }
  | { tag: 'malformed' };

function authOf(result: SignInResult | AccountResult): Auth | null {
  if (result.tag === 'ok') return { tag: 'signed-in', account: result.account };
  if (result.tag === 'no-role') return { tag: 'no-role', email: result.email, disabled: false };
  if (result.tag === 'disabled') return { tag: 'no-role', email: result.email, disabled: true };
  return null;
}

/** Enter as somebody. Over a screen whose session ended the same person goes on; for anybody else it is put away first. */
function enter(auth: Auth): void {
  const { auth: before, ended } = useSession.getState();
  const isAnother =
    before.tag === 'signed-in' &&
    auth.tag === 'signed-in' &&
    before.account.userId !== auth.account.userId;
  if (ended && isAnother) return startAnew();
  const isSame = JSON.stringify(before) === JSON.stringify(auth);
  useSession.setState(isSame ? { ended: false } : { auth, ended: false });
}

/** Sign in. An account without a role or a disabled one leads to a screen of its own, not back to the form. */
export async function signIn(
  email: string,
  password: string,
  keep: boolean,
): Promise<SignInOutcome> {
  const typed = email.trim();
  const result = await backend().signIn(typed, password, keep);
  const auth = authOf(result);
  if (auth !== null) {
    enter(auth.tag === 'no-role' && auth.email === '' ? { ...auth, email: typed } : auth);
    return { tag: 'done' };
  }
  return result.tag === 'throttled' ||
    result.tag === 'wrong-password' ||
    result.tag === 'unreachable'
    ? result
    : { tag: 'malformed' };
}

/**
 * Ask the server again who is signed in: at the start, after an account got its role, and now and then while working,
 * because a role can be taken away.
 */
export async function checkAccount(): Promise<void> {
  const result = await backend().currentAccount();
  const { auth } = useSession.getState();
  const next = authOf(result);
  if (next !== null) {
    if (JSON.stringify(next) !== JSON.stringify(auth)) useSession.setState({ auth: next });
  } else if (result.tag === 'nobody' && auth.tag === 'checking') {
    useSession.setState({ auth: { tag: 'signed-out', reason: 'fresh' } });
  } else if (result.tag === 'nobody' || result.tag === 'session-ended') {
    sessionEnded();
  } else if (auth.tag === 'checking' || auth.tag === 'unreachable') {
    useSession.setState({ auth: { tag: 'unreachable' } });
  }
}
